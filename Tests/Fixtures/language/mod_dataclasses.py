from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass
@dataclass
class P:
    x: int
    y: float = 0.5
    tags: list = field(default_factory=list)
p = P(1)
print(p, p == P(1), p != P(2), p.tags is not P(1).tags, P(1, 2, ["a"]), P(x=3), P.__name__)
p.x = 9
print(p, asdict(p), astuple(p), replace(p, y=1), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(p), is_dataclass(5))
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "b"
print(F(1) < F(2), sorted([F(3), F(1)]), hash(F(1)) == hash(F(1)), {F(1): "x"}[F(1)], F(1) >= F(1))
try:
    F(1).a = 2
except Exception as error:
    print(type(error).__name__, error)
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Child(Base):
    c: int = 3
    a: int = 10
print(Child(), Child(1, 2, 3), Base(1) == Child(1))
@dataclass
class Post:
    w: int
    area: int = field(init=False, repr=False, compare=False)
    def __post_init__(self):
        self.area = self.w ** 2
q = Post(3)
print(q, q.area, q == Post(3))
@dataclass(repr=False, eq=False)
class Bare:
    v: int = 0
print(Bare() == Bare(), "Bare object" in repr(Bare()))
@dataclass
class Own:
    v: int
    def __repr__(self): return f"<own {self.v}>"
    def double(self): return self.v * 2
print(Own(4), Own(4).double(), Own.__annotations__, Own.__doc__)
@dataclass(kw_only=True)
class KW:
    a: int
    b: int = 1
print(KW(a=5))
def bad_default():
    @dataclass
    class B:
        v: list = []
def bad_order():
    @dataclass
    class B:
        a: int = 1
        b: int
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(z=1), bad_default, bad_order, lambda: KW(5), lambda: F(1) < 5, lambda: hash(p), lambda: asdict(5), lambda: fields(5)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
@dataclass
class Tree:
    v: int
    kids: list = field(default_factory=list)
t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t)
print(asdict(t), t == Tree(1, [Tree(2), Tree(3, [Tree(4)])]))
@dataclass(slots=True)
class Slots:
    a: int = 1
print(Slots(), P.__match_args__)
