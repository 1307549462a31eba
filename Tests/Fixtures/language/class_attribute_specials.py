class Magic:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(f"no {name}")
m = Magic()
print(m.real, m.xyz, hasattr(m, "xa"), hasattr(m, "b"), getattr(m, "b", "dflt"))
try:
    m.b
except AttributeError as error:
    print(error)
class Guard:
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
    def __getattribute__(self, name):
        if name == "secret":
            return "hidden"
        return super().__getattribute__(name)
g = Guard()
g.a = 1
print(g.a, g.secret)
del g.a
class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
class H:
    d = Desc()
h = H()
print(h.d, H.d.name)
h.d = 5
print(h.d, h.__dict__)
class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
s = S()
print(s.a, S.__slots__)
try:
    s.c = 1
except AttributeError as error:
    print(error)
try:
    s.b
except AttributeError as error:
    print(error)
class K:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class L(K, tag="t"): pass
print(K[5], L.tag)
class Priv:
    def __init__(self): self.__x = 1
    def get(self): return self.__x
p = Priv()
print(p.get(), p._Priv__x, list(p.__dict__))
class New:
    def __new__(cls, v):
        print("new", v)
        return super().__new__(cls)
    def __init__(self, v): print("init", v)
New(3)
class Single:
    _one = None
    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one
print(Single() is Single())
