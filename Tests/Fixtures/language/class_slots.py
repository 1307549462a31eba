class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self): return f"P({self.x}, {self.y})"
p = P(1, 2)
p.x = 10
print(p, P.__slots__)
try:
    p.z = 1
except AttributeError as error:
    print(error)
try:
    del p.x
    p.x
except AttributeError as error:
    print(error)
class Q(P):
    pass
q = Q(1, 2)
q.z = 3
print(q, q.z)
