def g():
    try:
        yield 1
        yield 2
    except ValueError as error:
        print("caught", error)
        yield "handled"
    finally:
        print("cleanup")
a = g()
next(a)
print(a.throw(ValueError("x")))
a.close()
b = g()
next(b)
b.close()
b.close()
c = g()
c.close()
print(list(c))
d = g()
next(d)
try:
    d.throw(KeyError("k"))
except KeyError as error:
    print("out", error)
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
def early():
    yield 1
    raise StopIteration("inside")
try:
    list(early())
except RuntimeError as error:
    print(error)
e = g()
try:
    e.send(1)
except TypeError as error:
    print(error)
def selfish():
    yield next(me)
me = selfish()
try:
    next(me)
except ValueError as error:
    print(error)
