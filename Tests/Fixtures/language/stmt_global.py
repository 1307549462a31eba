x = 1
def f():
    global x, created
    x += 1
    created = "made"
    del x
    x = 5
f()
print(x, created)
def g():
    x = "local"
    def h():
        global x
        return x
    return h(), x
print(g())
def loop():
    global i
    for i in range(3):
        pass
loop()
print(i)
def imp():
    global math
    import math
imp()
print(math.floor(1.5))
def fn():
    global inner
    def inner(): return "inner"
fn()
print(inner())
