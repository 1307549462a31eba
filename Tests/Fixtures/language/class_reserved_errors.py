def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class A:
    pass


a = A()
attempt(lambda: a())
attempt(lambda: a[0])
attempt(lambda: len(a))
attempt(lambda: iter(a))
attempt(lambda: next(a))
attempt(lambda: a + 1)
attempt(lambda: 1 - a)
attempt(lambda: a < 1)
attempt(lambda: -a)
attempt(lambda: ~a)
attempt(lambda: abs(a))
attempt(lambda: round(a))
attempt(lambda: int(a))
attempt(lambda: float(a))
attempt(lambda: divmod(a, 1))
attempt(lambda: a**2)
attempt(lambda: a @ a)
attempt(lambda: 1 in a)
attempt(lambda: [1][a])
attempt(lambda: "x" * a)
attempt(lambda: reversed(a))
attempt(lambda: a.x)
attempt(lambda: A.x)
attempt(lambda: delattr(a, "x"))
attempt(lambda: format(a, "5"))
attempt(lambda: list(a))
attempt(lambda: sorted([a, a]))
attempt(lambda: sum([a, a]))
attempt(lambda: range(a))
attempt(lambda: chr(a))
attempt(lambda: "%d" % a)
attempt(lambda: dict(a))
attempt(lambda: a.__len__())
attempt(lambda: A(1))
attempt(lambda: A(x=1))
attempt(lambda: object.__new__(A, 1))
attempt(lambda: object.__new__(5))

attempt(lambda: A.__init__())


class Bad:
    def __len__(self):
        return -1

    def __bool__(self):
        return 2

    def __repr__(self):
        return 5

    def __str__(self):
        return None

    def __iter__(self):
        return 7

    def __hash__(self):
        return 1.5

    def __index__(self):
        return "i"

    def __int__(self):
        return "i"

    def __float__(self):
        return 1

    def __format__(self, spec):
        return 9

    def __contains__(self, x):
        raise LookupError(x)

    def __getitem__(self, i):
        raise KeyError(i)

    def __call__(self):
        raise OverflowError("call")


b = Bad()
attempt(lambda: len(b))
attempt(lambda: bool(b))
attempt(lambda: not b)
attempt(lambda: repr(b))
attempt(lambda: str(b))
attempt(lambda: f"{b!r}")
attempt(lambda: f"{b!s}")
attempt(lambda: f"{b}")
attempt(lambda: format(b))
attempt(lambda: list(b))
attempt(lambda: [*b])
attempt(lambda: hash(b))
attempt(lambda: {b: 1})
attempt(lambda: [1][b])
attempt(lambda: int(b))
attempt(lambda: float(b))
attempt(lambda: 1 in b)
attempt(lambda: b[1])
attempt(lambda: b())
attempt(lambda: [b])
attempt(lambda: range(b))
attempt(lambda: print(b))


class Len:
    def __len__(self):
        return 1.5


class Big:
    def __len__(self):
        return 10**30


attempt(lambda: len(Len()))
attempt(lambda: len(Big()))
attempt(lambda: bool(Len()))


class NotIter:
    __iter__ = None
    __contains__ = None
    __len__ = None
    __call__ = None
    __add__ = None


n = NotIter()
attempt(lambda: iter(n))
attempt(lambda: 1 in n)
attempt(lambda: n + 1)
