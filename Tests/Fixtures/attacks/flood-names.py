# %% exercise="mean"
class A:
    pass
def mean(x):
    a = A()
    i = 0
    while True:
        setattr(a, 'n' + str(i), i)
        i += 1
