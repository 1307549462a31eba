class Base:
    def __init__(self, **kw):
        print("Base", kw)
class Left(Base):
    def __init__(self, left=None, **kw):
        print("Left", left)
        super().__init__(**kw)
class Right(Base):
    def __init__(self, right=None, **kw):
        print("Right", right)
        super().__init__(**kw)
class Both(Left, Right):
    def __init__(self):
        super(Both, self).__init__(left=1, right=2)
Both()
class P:
    @classmethod
    def make(cls): return [cls.__name__]
    @staticmethod
    def st(): return "st"
    @property
    def p(self): return 1
    x = "px"
class Q(P):
    @classmethod
    def make(cls): return super().make() + ["Q"]
    @staticmethod
    def st(): return P.st() + "Q"
    @property
    def p(self): return super().p + 1
    def getx(self): return super().x
print(Q.make(), Q.st(), Q().p, Q().getx())
try:
    super().x
except RuntimeError as error:
    print(error)
class R(P):
    def f(self): return super().nothing
try:
    R().f()
except AttributeError as error:
    print(error)
