class P:
    __slots__ = ("x", "y")

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


p = P(1)
attempt(lambda: p.x)
attempt(lambda: p.y)
attempt(lambda: setattr(p, "z", 1))
attempt(lambda: p.__dict__)
attempt(lambda: delattr(p, "x"))
attempt(lambda: p.x)
attempt(lambda: delattr(p, "x"))
attempt(lambda: hasattr(p, "y"))
print(P.__slots__, type(P.x).__name__, P.x)


class Q(P):
    pass


q = Q(1, 2)
q.z = 3
print(q.x, q.y, q.z)


class R(P):
    __slots__ = ["z"]


r = R(1, 2)
r.z = 9
attempt(lambda: setattr(r, "w", 1))
print(r.x, r.y, r.z)


class S:
    __slots__ = "only"


s = S()
s.only = 1
print(s.only)


class WithDict:
    __slots__ = ("a", "__dict__")


w = WithDict()
w.a, w.b = 1, 2
print(w.a, w.b)
try:

    class Conflict:
        __slots__ = ("x",)
        x = 1

except ValueError as e:
    print(e)
try:

    class BadName:
        __slots__ = ("1x",)

except TypeError as e:
    print(e)
try:

    class BadType:
        __slots__ = (5,)

except TypeError as e:
    print(e)


class Empty:
    __slots__ = ()


attempt(lambda: setattr(Empty(), "x", 1))


class Mangled:
    __slots__ = ("__private",)

    def __init__(self):
        self.__private = 5

    def get(self):
        return self.__private


print(Mangled().get(), hasattr(Mangled(), "_Mangled__private"))
