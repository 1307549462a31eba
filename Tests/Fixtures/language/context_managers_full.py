class M:
    def __init__(self, name, swallow=False, fail_enter=False, fail_exit=False):
        self.name, self.swallow, self.fail_enter, self.fail_exit = name, swallow, fail_enter, fail_exit

    def __enter__(self):
        print("enter", self.name)
        if self.fail_enter:
            raise RuntimeError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value, trace is not None)
        if self.fail_exit:
            raise RuntimeError("exit " + self.name)
        return self.swallow


with M("a") as x, M("b") as y:
    print(x, y)
with (M("c"), M("d") as z,):
    print(z)
with M("s", swallow=True):
    raise ValueError("gone")
print("after")
try:
    with M("o"), M("i", fail_enter=True):
        print("never")
except RuntimeError as e:
    print(e, repr(e.__context__))
try:
    with M("f", fail_exit=True):
        1 / 0
except RuntimeError as e:
    print(e, repr(e.__context__))
try:
    with M("o", swallow=True), M("i", fail_exit=True):
        1 / 0
    print("outer swallowed the inner exit's error")
except RuntimeError as e:
    print("unexpected", e)


def ret():
    with M("r"):
        return "value"


def loop():
    for i in range(3):
        with M(str(i)):
            if i == 0:
                continue
            if i == 1:
                break
    return i


print(ret(), loop())


def gen():
    with M("g"):
        yield 1
        yield 2


g = gen()
print(next(g))
g.close()
with M("t") as name:
    print(name)


class Holder:
    pass


h = Holder()
l = [None]
with M("attr") as h.x, M("item") as l[0]:
    print(h.x, l)


class NoExit:
    def __enter__(self):
        return 1


class NoEnter:
    def __exit__(self, *a):
        pass


for bad in (NoExit, NoEnter, int):
    try:
        with bad():
            pass
    except TypeError as e:
        print(e)


class Suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, self.kinds)


with Suppress(KeyError, IndexError):
    {}["x"]
try:
    with Suppress(KeyError):
        [][0]
except IndexError as e:
    print("passed through:", e)
