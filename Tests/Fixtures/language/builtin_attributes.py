class C:
    x = 1
    def __init__(self): self.y = 2
c = C()
print(getattr(c, "x"), getattr(c, "q", 5), hasattr(c, "y"), hasattr(c, "q"))
setattr(c, "z", 3)
print(c.z, vars(c), sorted(n for n in dir(c) if not n.startswith("_")))
delattr(c, "z")
print(vars(c), callable(c), callable(C), callable(len), callable(lambda: 0))
print(type(1), type("a"), type(None), type([]), type(print), type(C), type(c), type(type), type(...), type(NotImplemented))
print(isinstance(1, int), isinstance(1, (str, float)), isinstance(C(), C), isinstance(True, int), isinstance("a", object), isinstance(1, int | str), isinstance([], list | None))
print(issubclass(C, object), issubclass(bool, (str, int)), id(c) == id(c), id(1) == id(1))
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash(None) == hash(None), hash((1, 2)) == hash((1, 2)))
D = type("D", (C,), {"w": 7, "m": lambda self: self.w + 1})
print(D().m(), D.__name__, D().y, D.__bases__)
print(sorted(set(dir([])) - set(dir(object)))[-11:])
print([n for n in dir("") if not n.startswith("_")])
print([n for n in dir({}) if not n.startswith("_")], [n for n in dir(set()) if not n.startswith("_")], [n for n in dir(()) if not n.startswith("_")])
print([n for n in dir(1) if not n.startswith("_")], [n for n in dir(1.5) if not n.startswith("_")])
print(c.__class__, C.__class__, (1).__class__, [].__class__.__name__, C.__dict__["x"], C.__module__)
print(object(), "") if False else None
print(len.__name__, len.__doc__ is not None, [].append.__name__, str.upper.__name__, print.__class__.__name__)
print(str.upper("x"), list.append.__name__, list.__len__([1]), (5).__add__(3), "a".__add__("b"), [1].__contains__(1), dict.get({1: 2}, 1), int.__add__(1, 2))
print((3).__mul__("a"), (1).__eq__(1), (1).__lt__(2), "a".__len__(), [3].__getitem__(0), int.__name__, (1).__float__(), (1.5).__int__())
