from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass, MISSING


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


@dataclass
class Point:
    x: int
    y: int = 0


p = Point(1)
print(p, p == Point(1, 0), p != Point(2), Point(y=3, x=1))
attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=3))
attempt(lambda: p < Point(2))
attempt(lambda: hash(p))
p.x = 10
p.z = "free"
print(p, p.z, asdict(p), astuple(p), replace(p, y=9))
attempt(lambda: replace(p, w=1))
print([f.name for f in fields(Point)], [f.type.__name__ for f in fields(p)], fields(Point)[1].default, fields(Point)[0].default is MISSING)
print(is_dataclass(Point), is_dataclass(p), is_dataclass(5), Point.__match_args__, Point.__doc__)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


print(sorted([Version(2), Version(1, 5), Version(1, 2, "b")]), Version(1) == Version(1, 0, "x"), Version(1) <= Version(1))
v = Version(1)
attempt(lambda: setattr(v, "major", 2))
attempt(lambda: delattr(v, "major"))
print(hash(Version(1)) == hash(Version(1, 0, "other")), {Version(1): "a"}[Version(1)])
attempt(lambda: Version(1) < 5)
print(issubclass(FrozenInstanceError, AttributeError))


@dataclass
class Inventory:
    name: str
    items: list = field(default_factory=list)
    total: int = field(init=False, default=0)
    secret: str = field(default="s", repr=False)

    def __post_init__(self):
        self.total = len(self.items)


print(Inventory("a"), Inventory("b", [1, 2]), Inventory("a").items is Inventory("a").items)
attempt(lambda: Inventory("a", [], 5, "x"))
try:

    @dataclass
    class Bad:
        items: list = []

except ValueError as e:
    print(e)
try:

    @dataclass
    class Order:
        a: int = 1
        b: int

except TypeError as e:
    print(e)


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    a: int = 7


print(Derived(), [f.name for f in fields(Derived)])


@dataclass
class Kw:
    a: int
    _: KW_ONLY
    b: int = 5
    c: int = field(kw_only=True, default=6)


print(Kw(1, b=2), Kw(1))
attempt(lambda: Kw(1, 2))


@dataclass(kw_only=True)
class AllKw:
    a: int
    b: int = 1


print(AllKw(a=1))
attempt(lambda: AllKw(1))


@dataclass
class WithInit:
    a: int
    scale: InitVar[int] = 2
    b: int = field(init=False)

    def __post_init__(self, scale):
        self.b = self.a * scale


print(WithInit(3), WithInit(3, 5))


@dataclass(eq=False)
class NoEq:
    x: int


print(NoEq(1) == NoEq(1), hash(NoEq(1)) is not None)


@dataclass(repr=False)
class NoRepr:
    x: int


print(repr(NoRepr(1)).startswith("<__main__.NoRepr object at"))


@dataclass(init=False)
class NoInit:
    x: int = 4


print(NoInit().x)


@dataclass(unsafe_hash=True)
class Hashed:
    x: int


print(hash(Hashed(1)) == hash(Hashed(1)), hash(Hashed(3)) == hash((3,)))


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)


t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(t)
print(asdict(t))
print(astuple(t))
d = asdict(t)
d["children"][0]["value"] = 99
print(t.children[0].value)
C = make_dataclass("C", ["x", ("y", int), ("z", int, 5)])
print(C(1, 2), C.__name__)
attempt(lambda: fields(5))
attempt(lambda: asdict(5))
attempt(lambda: replace(5))


@dataclass
class Meth:
    x: int

    def __repr__(self):
        return "custom"

    def __eq__(self, o):
        return True

    def double(self):
        return self.x * 2


print(Meth(1), Meth(1) == 5, Meth(4).double())


@dataclass(frozen=True)
class FrozenPost:
    a: int
    b: int = 0

    def __post_init__(self):
        object.__setattr__(self, "b", self.a + 1)


print(FrozenPost(1))
try:

    @dataclass
    class NotFrozen(FrozenPost):
        c: int = 0

except TypeError as e:
    print(e)


@dataclass(slots=True)
class Slotted:
    x: int = 1


s = Slotted()
attempt(lambda: setattr(s, "y", 1))
print(s)


@dataclass
class Meta:
    x: int = field(default=1, metadata={"unit": "cm"})


print(fields(Meta)[0].metadata["unit"], fields(Meta)[0].name)
print(Point.__annotations__ == {"x": int, "y": int}, Point.__dataclass_fields__["x"].name)
