class Point:
    """A point."""
    count = 0
    def __init__(self, x, y=0):
        self.x, self.y = x, y
        Point.count += 1
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
p, q = Point(3, 4), Point(1)
print(p, q, p + q, p.norm(), Point.norm(p), p == Point(3, 4), p != q, Point.count)
p.z = 5
print(p.__dict__, vars(q), Point.__doc__, Point.__name__, p.__class__.__name__)
print(hasattr(p, "z"), getattr(q, "z", None), isinstance(p, Point), type(p) is Point)
setattr(p, "w", 1)
delattr(p, "z")
print(p.__dict__)
class Empty: pass
e = Empty()
e.a = 1
print(e.a, Empty.__doc__, Empty.__mro__, Empty.__bases__)
try:
    hash(p)
except TypeError as error:
    print(error)
try:
    e.nope
except AttributeError as error:
    print(error)
try:
    Empty.nope
except AttributeError as error:
    print(error)
print(str(e).startswith("<__main__.Empty object at 0x"), Empty, type(Empty), Point.norm.__name__)
Point.shift = lambda self, d: Point(self.x + d, self.y + d)
print(p.shift(1))
m = p.norm
print(m(), m.__self__ is p)
class V:
    a = 1
    b = a + 1
    c = [a for _ in range(2)] if False else [1, 1]
print(V.b, V.c)
