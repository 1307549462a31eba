class O:
    pass


class A(O):
    pass


class B(O):
    pass


class C(A, B):
    pass


class D(B, A):
    pass


print([c.__name__ for c in C.__mro__], [c.__name__ for c in D.mro()], C.__bases__, O.__subclasses__())
try:

    class E(C, D):
        pass

except TypeError as e:
    print(e)
try:

    class F(O, A):
        pass

except TypeError as e:
    print(e)
try:

    class G(A, A):
        pass

except TypeError as e:
    print(e)
for base in (5, "x", None, [], print, bool, type(None), range, slice, type(lambda: 0)):
    try:

        class H(base):
            pass

        print("allowed", base)
    except TypeError as e:
        print(e)
try:

    class I(int, str):
        pass

except TypeError as e:
    print(e)


class Root:
    def hello(self):
        return ["Root"]


class Left(Root):
    def hello(self):
        return ["Left"] + super().hello()


class Right(Root):
    def hello(self):
        return ["Right"] + super(Right, self).hello()


class Bottom(Left, Right):
    def hello(self):
        return ["Bottom"] + super().hello()


print(Bottom().hello())
print(super(Left, Bottom()).hello(), super(Right, Bottom()).hello())


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: super(Left, Root()).hello())
attempt(lambda: super(5, Root()))
attempt(lambda: super(Left).hello)
attempt(lambda: super(Left, Bottom()).nothing)
attempt(lambda: super())
print(super(Left, Bottom()), super(Left, Left))


class Cls:
    @classmethod
    def make(cls):
        return cls.__name__

    @staticmethod
    def free(x):
        return x


class Sub(Cls):
    @classmethod
    def make(cls):
        return "sub " + super().make()

    @staticmethod
    def free(x):
        return super(Sub, Sub).free(x) * 2


print(Sub.make(), Sub().make(), Sub.free(2), Cls.free("a"))
print(issubclass(Sub, Cls), isinstance(Sub(), (int, Cls)), type(Sub()) is Sub, Sub.__base__.__name__)


class X:
    def f(self):
        return __class__.__name__


class Y(X):
    pass


print(Y().f(), Y.__qualname__, Y.__module__, Y.__name__, Y.__doc__)
Y.__name__ = "Renamed"
print(Y, Y())if False else print(Y.__name__)
Y.f = lambda self: "patched"
print(Y().f(), X().f())
try:
    int.foo = 1
except TypeError as e:
    print(e)
try:
    del X.zzz
except AttributeError as e:
    print(e)
