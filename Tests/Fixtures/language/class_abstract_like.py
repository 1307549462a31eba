class Shape:
    def area(self): raise NotImplementedError
    def describe(self): return f"{type(self).__name__} of area {self.area():.2f}"
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159265 * self.r ** 2
class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
for s in (Circle(1), Square(2)):
    print(s.describe())
try:
    Shape().describe()
except NotImplementedError as error:
    print(repr(error))
class Visitor:
    def visit(self, node):
        method = getattr(self, "visit_" + type(node).__name__, self.generic)
        return method(node)
    def generic(self, node): return f"generic {node!r}"
    def visit_int(self, node): return f"int {node}"
    def visit_list(self, node): return [self.visit(x) for x in node]
print(Visitor().visit([1, "a", [2]]))
class Stack:
    def __init__(self): self._items = []
    def push(self, x):
        self._items.append(x)
        return self
    def pop(self): return self._items.pop()
    def __len__(self): return len(self._items)
    def __bool__(self): return bool(self._items)
    def __iter__(self): return iter(self._items[::-1])
s = Stack().push(1).push(2).push(3)
print(len(s), s.pop(), list(s), bool(s), bool(Stack()))
