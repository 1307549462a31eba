def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


def g():
    try:
        x = yield 1
        print("got", x)
        y = yield x
        print("got", y)
        return "end"
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("finally")


a = g()
attempt(lambda: a.send(5))
attempt(lambda: next(a))
attempt(lambda: a.send("hi"))
attempt(lambda: a.send("ho"))
attempt(lambda: next(a))
attempt(lambda: a.send(None))
b = g()
attempt(lambda: next(b))
attempt(lambda: b.throw(ValueError("v")))
attempt(lambda: next(b))
c = g()
attempt(lambda: c.throw(KeyError("k")))
attempt(lambda: next(c))
d = g()
next(d)
attempt(lambda: d.throw(KeyError))
attempt(lambda: d.close())
e = g()
next(e)
attempt(lambda: e.close())
attempt(lambda: e.close())
attempt(lambda: next(e))
f = g()
attempt(lambda: f.close())
attempt(lambda: f.throw(5))
attempt(lambda: f.throw(ValueError, "text"))
attempt(lambda: f.throw(ValueError, ValueError("inst")))
attempt(lambda: f.send())


def stubborn():
    for _ in range(2):
        try:
            yield 1
        except GeneratorExit:
            print("no!")


s = stubborn()
next(s)
attempt(lambda: s.close())
print(next(s, "finished"))


def cleanup():
    try:
        yield 1
    except GeneratorExit:
        print("cleaning")
        raise
    finally:
        print("done")


k = cleanup()
next(k)
k.close()


def returns_on_close():
    try:
        yield
    except GeneratorExit:
        return 5


r = returns_on_close()
next(r)
print(r.close())


def raises_stop():
    yield 1
    raise StopIteration("inner")


z = raises_stop()
next(z)
attempt(lambda: next(z))


def nested_stop():
    yield next(iter([]))


attempt(lambda: list(nested_stop()))


def reentrant():
    yield next(me)


me = reentrant()
attempt(lambda: next(me))


def value():
    yield 1
    return {"a": 1}


v = value()
next(v)
try:
    next(v)
except StopIteration as stop:
    print(stop.value, stop.args)


def delegating():
    got = yield from value()
    print("delegate got", got)
    got = yield from [7, 8]
    print("list gives", got)
    return "all"


print(list(delegating()))


def inner():
    while True:
        try:
            x = yield
            print("inner", x)
        except ValueError as e:
            print("inner caught", e)
            return "ret"


def outer():
    result = yield from inner()
    print("outer", result)
    yield "last"


o = outer()
next(o)
o.send(1)
o.send(2)
print(o.throw(ValueError("boo")))
attempt(lambda: next(o))


def from_bad():
    yield from 5


attempt(lambda: next(from_bad()))
print(type(g()), g.__name__, g().__name__, hasattr(g(), "__iter__"), iter(v) is v)
print(v.gi_running)
x = (i for i in [1, 2])
print(type(x).__name__, next(x), list(x), list(x))


class Custom:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("value of custom")


def from_custom():
    print("result:", (yield from Custom()))
    yield


next(from_custom())


def lazy():
    print("started")
    yield


gen = lazy()
print("not yet")
next(gen)


def early(n):
    for i in range(n):
        if i == 3:
            return
        yield i


print(list(early(10)), sum(early(2)))
