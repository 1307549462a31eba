g = (x * x for x in range(5))
print(next(g), list(g), list(g))
print(sum(x for x in range(10)), max((x for x in [3, 1, 2]), default=0), sorted(x for x in "cab"))
print(list((x, y) for x in range(2) for y in range(2)), tuple(x for x in range(3) if x))
print(dict((k, v) for k, v in [(1, 2)]), set(x % 3 for x in range(10)), "".join(c for c in "abc" if c != "b"))
def f(*args): return args
print(f(*(x for x in range(3))), f(x for x in []) != (), any(x > 2 for x in range(5)))
n = 2
h = (x * n for x in [1, 2])
n = 10
print(list(h))
try:
    (1 / x for x in [1, 0])
    print("lazy")
    list(1 / x for x in [1, 0])
except ZeroDivisionError as error:
    print(error)
try:
    (x for x in 5)
except TypeError as error:
    print(error)
print(type(g).__name__, (i for i in []) is not (i for i in []))
