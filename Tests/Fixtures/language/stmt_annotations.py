x: int = 1
y: str
z: "list[int]" = []
(w): int = 5
class A:
    a: int
    b: int = 2
    c: "A" = None
    d: list[int] = [1]
a = A()
a.e: int = 5
print(x, z, w, A.__annotations__, hasattr(A, "a"), a.e, __annotations__)
def f(a: int, b: str = "x", *args: float, c: bool, **kw: dict) -> None:
    local: int = 5
    other: int
    return local
print(f.__annotations__, f(1, c=True))
def g(a: 1 + 1, b: print("evaluated")): pass
print(g.__annotations__)
