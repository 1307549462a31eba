def gen():
    yield 1
    yield 2
    return "end"
g = gen()
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
print(next(g, "default"), list(gen()), [*gen()], sum(gen()), max(gen()))
def echo():
    r = None
    while True:
        r = yield r
        if r == "quit":
            return
e = echo()
next(e)
print(e.send(1), e.send("a"))
try:
    e.send("quit")
except StopIteration:
    print("finished")
def infinite():
    n = 0
    while True:
        yield n
        n += 1
for x in infinite():
    if x > 3:
        break
    print(x, end=" ")
print()
def sub():
    a = yield 1
    print("got", a)
    return "result"
def deleg():
    r = yield from sub()
    print("r", r)
    yield from [7, 8]
d = deleg()
print(next(d), d.send("hello"), next(d))
print((x * x for x in range(4)), type(gen()).__name__) if False else None
print(list(x * x for x in range(4)), type(gen()).__name__, iter(g) is g)
print(list(zip(infinite(), "abc")))
