class A:
    def __init__(self, v): self.v = v
    def get(self, extra=0): return self.v + extra
    @classmethod
    def make(cls, v): return cls(v)
    @staticmethod
    def add(a, b): return a + b
a = A(5)
m = a.get
print(m(), m(extra=1), A.get(a), A.get(a, 2), a.make(3).v, A.make(4).v, A.add(1, 2), a.add(3, 4))
a.v = 10
print(m(), m.__self__ is a, m.__func__ is A.get, m == a.get, m is a.get)
print(list(map(a.get, [1, 2])), sorted([A(2), A(1)], key=A.get)[0].v, list(map(A.get, [A(7)])))
a.get = lambda: "instance attribute"
print(a.get(), A(1).get())
class B(A):
    @classmethod
    def make(cls, v):
        x = super().make(v * 2)
        return x
    def get(self, extra=0): return super().get(extra) * 10
print(B.make(3).v, type(B.make(1)).__name__, B(2).get(1))
def outside(self): return ("outside", self.v)
A.out = outside
print(A(9).out())
try:
    A.get()
except TypeError as error:
    print(error)
try:
    a.add(1)
except TypeError as error:
    print(error)
