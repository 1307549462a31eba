class A:
    def __init__(self): self.log = ["A"]
    def f(self, x): return ("A", x)
    @classmethod
    def make(cls): return cls.__name__
    attr = "A attr"
class B(A):
    def __init__(self):
        super(B, self).__init__()
        self.log.append("B")
    def f(self, x): return ("B",) + super().f(x)
    @classmethod
    def make(cls): return "B:" + super().make()
    def g(self): return super().attr, super(B, self).attr
    def nested(self):
        def inner():
            return super(B, self).f("in")
        return inner()
    def comp(self): return [super(B, self).f(i) for i in range(2)]
class C(B):
    attr = "C attr"
    def f(self, x): return ("C",) + super().f(x)
c = C()
print(c.log, c.f(1), C.make(), c.g(), c.nested(), c.comp(), super(B, c).f(2), super(C, c).attr)
def outside(self): return super(C, self).f("outside")
C.out = outside
print(c.out())
for f in (lambda: super(), lambda: super(A, 5), lambda: super(5), lambda: super(B, A())):
    try:
        f()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
