class A:
    items = []
    count = 0
    def __init__(self):
        self.items.append(len(self.items))
        A.count += 1
        self.count2 = self.count
a, b = A(), A()
print(A.items, a.items is b.items, A.count, a.count, a.count2, b.count2)
a.count = 100
print(a.count, b.count, A.count)
del a.count
print(a.count)
class B(A):
    items = ["own"]
B()
print(B.items, A.items, B.count)
A.new = lambda self, x: (self.__class__.__name__, x)
print(B().new(5), a.new(1), hasattr(B, "new"))
print(A.__dict__["count"], "items" in A.__dict__, "new" in B.__dict__, B.__base__ is A)
setattr(A, "dyn", 7)
print(getattr(b, "dyn"), A.dyn)
delattr(A, "dyn")
print(hasattr(b, "dyn"))
class C:
    x = 1
    y = x + 1
    def f(self): return self.x, C.y
    z = [x, y]
    for i in range(2):
        w = i
print(C().f(), C.z, C.w, C.i)
