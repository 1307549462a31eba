def f(a: int, b: "str" = "x", *c, d: float = 1.0) -> bool:
    """Doc of f."""
    return True
f.tag = 5
print(f.__name__, f.__doc__, f.tag, f.__annotations__, f.__qualname__, f.__module__)
print(f.__defaults__, f.__kwdefaults__, f.__dict__)
f.__name__ = "renamed"
print(f.__name__, callable(f), callable(5))
class C:
    def m(self):
        "doc m"
    class D:
        def n(self): pass
print(C.m.__name__, C.m.__qualname__, C.D.n.__qualname__, C.m.__doc__, C().m.__func__ is C.m)
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, (lambda: 0).__qualname__)
print(C().m.__self__.__class__ is C, type(f).__name__, type(C().m).__name__, type(len).__name__)
