class T:
    def __init__(self, c=0):
        self._c = c

    @property
    def c(self):
        "Celsius."
        return self._c

    @c.setter
    def c(self, v):
        if v < -273:
            raise ValueError("too cold")
        self._c = v

    @c.deleter
    def c(self):
        print("deleting")
        del self._c

    @property
    def f(self):
        return self._c * 9 / 5 + 32


t = T(100)
print(t.c, t.f, T.c.__doc__, type(T.c).__name__, T.c.fget.__name__, T.f.fset, t.__dict__)
t.c = 0
print(t.f)
for f in (lambda: setattr(t, "c", -300), lambda: setattr(t, "f", 1), lambda: delattr(t, "f")):
    try:
        f()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
del t.c
try:
    t.c
except AttributeError as e:
    print(e)


class Sub(T):
    @property
    def c(self):
        return super().c + 1

    @T.f.getter
    def f(self):
        return "sub f"


s = Sub(5)
print(s.c, s.f)
try:
    s.c = 3
except AttributeError as e:
    print(e)


class Manual:
    def get(self):
        return "got"

    def put(self, v):
        print("put", v)

    p = property(get, put, doc="manual doc")
    w = property(None, put)


m = Manual()
print(m.p, Manual.p.__doc__)
m.p = 1
m.w = 2
try:
    m.w
except AttributeError as e:
    print(e)


class Lazy:
    @property
    def value(self):
        print("computing")
        self.__dict__["cached"] = 1
        return 42


l = Lazy()
print(l.value, l.value, l.__dict__)


class Cls:
    count = 0

    @classmethod
    def make(cls, *args):
        cls.count += 1
        return cls()

    @staticmethod
    def util(x):
        return x * 2

    alias = util


Cls.make()
Cls.make()
print(Cls.count, Cls.util(3), Cls().util(4), Cls.alias(1), type(Cls.__dict__["make"]).__name__, type(Cls.__dict__["util"]).__name__, Cls.make.__func__.__name__, Cls.make.__self__ is Cls)


class Sub2(Cls):
    pass


print(type(Sub2.make()).__name__, Sub2.count, Cls.count)
