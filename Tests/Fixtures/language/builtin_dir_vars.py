class A:
    """Doc of A."""

    cls_attr = 1

    def __init__(self):
        self.b = 2
        self.a = 1

    def method(self):
        """Doc of method."""

    @property
    def prop(self):
        """Doc of prop."""
        return 3


a = A()
print(vars(a), [n for n in dir(a) if not n.startswith("__")], [n for n in dir(A) if not n.startswith("__")])
print("__init__" in dir(a), "__class__" in dir(a), sorted(n for n in vars(A) if not n.startswith("__")))
print(A.__doc__, a.__doc__, A.method.__doc__, A.prop.__doc__, a.method.__name__, A.method.__qualname__)
print(a.__class__.__name__, a.__dict__ is a.__dict__, A.__name__, A.__module__)
a.__dict__["c"] = 9
print(a.c, vars(a))
setattr(a, "with space", 1)
print(getattr(a, "with space"), "with space" in dir(a))
delattr(a, "with space")
vars(a)["z"] = 0
print(a.z)
for f in (lambda: vars(5), lambda: vars([]), lambda: delattr(a, "nope"), lambda: getattr(a, "nope"), lambda: dir(1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(sorted(n for n in dir("") if not n.startswith("_")))
print([n for n in dir([]) if not n.startswith("_")], [n for n in dir({}) if not n.startswith("_")])
print([n for n in dir(()) if not n.startswith("_")], [n for n in dir(set()) if not n.startswith("_")], [n for n in dir(1) if not n.startswith("_")], [n for n in dir(1.5) if not n.startswith("_")])


def f(x, *, y: int = 2) -> str:
    "Doc of f."
    z = 3
    return z


print(f.__name__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__code__.co_varnames, f.__code__.co_argcount, f.__module__)
f.tag = "x"
print(f.tag, f.__dict__, vars(f))
f.__name__ = "g"
f.__doc__ = None
print(f.__name__, f.__doc__, f.__qualname__)
