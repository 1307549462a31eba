def f(a, b=1, *args, c: int = 2, **kw) -> str:
    """Adds.

    More text.
    """


def g(x):
    pass


class Base:
    def base_m(self):
        "In base."


class A(Base):
    """Doc of A."""

    x = 5
    y: int = 6

    def __init__(self, v, w=2):
        self.v = v

    def m(self, q):
        """Doc of m."""

    def nodoc(self, *, k):
        pass

    def _hidden(self):
        pass

    @property
    def p(self):
        "Doc of p."

    @classmethod
    def c(cls, n=None):
        "Doc c."

    @staticmethod
    def s(z):
        "Doc s."


class Child(A):
    def m(self, q, r=()):
        return q

    def __repr__(self):
        return "Child"

    def __eq__(self, other):
        return True


class Empty:
    pass


help(f)
help(g)
help(A)
help(A(1))
help(A(1).m)
help(A.m)
help(A.c)
help(Child)
help(Empty)
help(lambda x, *y: 1)
