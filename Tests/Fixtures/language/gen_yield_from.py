def inner():
    x = yield "start"
    print("inner got", x)
    try:
        y = yield "second"
    except ValueError as error:
        y = f"caught {error}"
    print("inner y", y)
    return "inner result"
def outer():
    result = yield from inner()
    print("outer got", result)
    yield from "ab"
    yield from [1, 2]
    return "outer result"
g = outer()
print(next(g), g.send("hello"), g.throw(ValueError("v")))
print(list(g))
def chain(*its):
    for it in its:
        yield from it
print(list(chain([1], "ab", range(2))))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def closing():
    try:
        yield from endless()
    finally:
        print("outer closed")
def endless():
    try:
        while True:
            yield 1
    finally:
        print("inner closed")
c = closing()
next(c)
c.close()
def value():
    r = yield from (x for x in [1])
    return r
def run(gen):
    try:
        while True:
            next(gen)
    except StopIteration as stop:
        return stop.value
print(run(value()), run(outer()))
try:
    list((lambda: (yield from 5))())
except TypeError as error:
    print(error)
