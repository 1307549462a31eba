def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


def none():
    return "none"


def one(a):
    return a


def two(a, b):
    return a, b


def default(a, b=2, c=3):
    return a, b, c


def star(a, *args):
    return a, args


def kwonly(a, *, b, c=3):
    return a, b, c


def kw(a, **kwargs):
    return a, kwargs


def posonly(a, b=1, /, c=2, *, d=3):
    return a, b, c, d


def everything(a, /, b, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


attempt(lambda: none(1))
attempt(lambda: none(1, 2))
attempt(lambda: none(x=1))
attempt(lambda: one())
attempt(lambda: one(1, 2))
attempt(lambda: one(a=1))
attempt(lambda: one(1, a=1))
attempt(lambda: one(b=1))
attempt(lambda: two())
attempt(lambda: two(1))
attempt(lambda: two(b=1))
attempt(lambda: two(1, 2, 3))
attempt(lambda: two(b=1, a=2))
attempt(lambda: default())
attempt(lambda: default(1, 2, 3, 4))
attempt(lambda: default(1, c=5))
attempt(lambda: default(1, 2, b=3))
attempt(lambda: star())
attempt(lambda: star(1, 2, 3))
attempt(lambda: star(*[], **{"a": 1}))
attempt(lambda: kwonly(1))
attempt(lambda: kwonly(1, 2))
attempt(lambda: kwonly(1, b=2))
attempt(lambda: kwonly(1, 2, b=3))
attempt(lambda: kwonly(b=1))
attempt(lambda: kw())
attempt(lambda: kw(1, b=2, c=3))
attempt(lambda: kw(1, 2))
attempt(lambda: kw(1, a=2))
attempt(lambda: posonly())
attempt(lambda: posonly(a=1))
attempt(lambda: posonly(1, b=2))
attempt(lambda: posonly(1, 2, 3, 4))
attempt(lambda: posonly(1, 2, c=3, d=4))
attempt(lambda: everything())
attempt(lambda: everything(1))
attempt(lambda: everything(1, 2))
attempt(lambda: everything(1, 2, 3, c=4, e=5))
attempt(lambda: everything(1, b=2, c=3, a=9))
attempt(lambda: everything(1, 2, c=3, **{"d": 5, "z": 6}))
attempt(lambda: one(*[1, 2]))
attempt(lambda: one(*5))
attempt(lambda: one(**5))
attempt(lambda: one(**{1: 2}))
attempt(lambda: kw(1, **{"b": 1}, **{"b": 2}))
attempt(lambda: (lambda x, y=1: (x, y))())
attempt(lambda: (lambda *, k: k)(1))


class C:
    def m(self, a):
        return a

    @classmethod
    def c(cls, a):
        return a

    @staticmethod
    def s(a):
        return a

    def __init__(self, x=0):
        pass

    def __call__(self, q):
        return q


attempt(lambda: C().m())
attempt(lambda: C().m(1, 2))
attempt(lambda: C.m(1))
attempt(lambda: C.m())
attempt(lambda: C.c())
attempt(lambda: C.c(1, 2))
attempt(lambda: C.s())
attempt(lambda: C().s(1, 2))
attempt(lambda: C(1, 2))
attempt(lambda: C(y=1))
attempt(lambda: C()())
attempt(lambda: C()(1, 2))


def outer():
    def inner(a):
        pass

    return inner


attempt(lambda: outer()())
attempt(lambda: (lambda: None)(1))


def three_missing(a, b, c, *, d, e):
    pass


attempt(lambda: three_missing())
attempt(lambda: three_missing(1, 2, 3))
attempt(lambda: three_missing(1, 2, 3, 4, d=1, e=2))
attempt(lambda: three_missing(1, 2, 3, 4))
