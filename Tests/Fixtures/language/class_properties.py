class T:
    def __init__(self): self._v = 1
    @property
    def v(self):
        "the value"
        return self._v
    @v.setter
    def v(self, new):
        if new < 0:
            raise ValueError("negative")
        self._v = new
    @v.deleter
    def v(self):
        print("deleted")
    @property
    def ro(self): return "read only"
    @staticmethod
    def s(a, b=2): return a + b
    @classmethod
    def c(cls, x): return cls.__name__, x
t = T()
t.v = 5
print(t.v, t.ro, T.s(1), t.s(1, 1), T.c(3), t.c(4), T.v.__doc__)
t.v += 1
print(t.v)
del t.v
for action in (lambda: setattr(t, "v", -1), lambda: setattr(t, "ro", 1), lambda: delattr(t, "ro")):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
class U(T):
    @property
    def ro(self): return super().ro + " (sub)"
print(U().ro, U.c(1))
class W:
    x = property(lambda self: 42)
print(W().x, type(W.x).__name__)
class Meta:
    @classmethod
    def make(cls, *args): return cls(*args)
    def __init__(self, *args): self.args = args
class Sub(Meta): pass
print(type(Sub.make(1, 2)).__name__, Sub.make(3).args)
