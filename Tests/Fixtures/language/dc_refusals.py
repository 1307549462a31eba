from dataclasses import *
import dataclasses
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: float = 2.0
    z: list = field(default_factory=list, repr=False, compare=False)
print(P(1), P(1) == P(1, 2.0, [5]), P(1) != P(2), P.__doc__, P.__match_args__)
for f in [lambda: P(), lambda: P(1,2,3,4), lambda: P(1, q=5), lambda: P(1, x=2), lambda: P(1) < P(2), lambda: hash(P(1)), lambda: fields(5), lambda: [f.name for f in fields(P)], lambda: asdict(P(1)), lambda: astuple(P(1)), lambda: asdict(P), lambda: replace(P(1), y=5), lambda: replace(P(1), q=5), lambda: replace(5), lambda: is_dataclass(P), lambda: is_dataclass(P(1)), lambda: is_dataclass(5), lambda: P.y, lambda: P.x, lambda: P.z, lambda: P.__annotations__, lambda: P.__dataclass_params__]: t(f)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "q"
f = F(1)
for g in [lambda: setattr(f,'a',2), lambda: delattr(f,'a'), lambda: setattr(f,'zz',2), lambda: F(1) < F(2), lambda: F(1) < 5, lambda: sorted([F(2),F(1,'z'),F(1)]), lambda: hash(f) == hash(F(1)), lambda: {f: 1}[F(1)], lambda: max(F(1),F(3)), lambda: F(1) >= F(1), lambda: f.__setattr__('a', 1), lambda: F(1) == (1,'q')]: t(g)
@dataclass(slots=True)
class S:
    a: int
    b: int = 0
s = S(1)
for g in [lambda: setattr(s,'c',2), lambda: S.__slots__, lambda: s, lambda: hasattr(s,'__dict__')]: t(g)
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 1
for g in [lambda: K(1), lambda: K(a=1), lambda: K(), lambda: K.__match_args__]: t(g)
@dataclass
class M:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
for g in [lambda: M(1,c=2), lambda: M(1), lambda: M(1,2)]: t(g)
@dataclass
class Post:
    a: int
    b: InitVar[int] = 5
    c: int = field(init=False)
    def __post_init__(self, b): self.c = self.a + b
for g in [lambda: Post(1), lambda: Post(1,2).c, lambda: Post(1, c=2), lambda: replace(Post(1), a=2), lambda: replace(Post(1), c=2)]: t(g)
def bad(src):
    try: src()
    except Exception as e: print(type(e).__name__, e)
def b1():
    @dataclass
    class A:
        x: int = 1
        y: int
def b2():
    @dataclass
    class A:
        x: list = []
def b3():
    @dataclass
    class A:
        x: dict = field(default=1, default_factory=dict)
def b4():
    @dataclass
    class A:
        x: int = field(5)
def b5():
    @dataclass(order=True, eq=False)
    class A: x: int
def b6():
    @dataclass(frozen=True)
    class A: x: int
    @dataclass
    class B(A): y: int
def b7():
    @dataclass
    class A: x: int
    @dataclass(frozen=True)
    class B(A): y: int
def b8():
    @dataclass(order=True)
    class A:
        x: int
        def __lt__(self, o): return 1
def b9():
    @dataclass(frozen=True)
    class A:
        x: int
        def __setattr__(self, n, v): pass
def b10():
    @dataclass(unsafe_hash=True)
    class A:
        x: int
        def __hash__(self): return 1
def b11(): dataclass(5)
def b12():
    @dataclass(foo=1)
    class A: pass
def b13():
    @dataclass
    class A:
        x = field()
def b14():
    @dataclass
    class A:
        x: int = field(kw_only=True)
        y: int
    print(A(1, x=2))
def b15():
    @dataclass(slots=True)
    class A:
        __slots__ = ('x',)
        x: int
def b16():
    @dataclass
    class A:
        x: set = set()
def b17():
    @dataclass(eq=False)
    class A: x: int
    print(A(1) == A(1), hash(A(1)) is not None)
def b18():
    @dataclass(repr=False)
    class A: x: int
    print(repr(A(1))[:20])
def b19():
    @dataclass(init=False)
    class A: x: int = 3
    print(A(), A().x)
    A(1)
for b in [b1,b2,b3,b4,b5,b6,b7,b8,b9,b10,b11,b12,b13,b14,b15,b16,b17,b18,b19]: bad(b)
@dataclass
class Base:
    x: int = 1
    y: int = 2
@dataclass
class Derived(Base):
    z: int = 3
    x: int = 10
print(Derived(), [f.name for f in fields(Derived)], Derived() == Base(10,2))
@dataclass
class Node:
    v: int
    next: 'Node' = None
n = Node(1, Node(2)); print(n, asdict(n), astuple(n))
n.next.next = n; print(n)
@dataclass
class T:
    d: dict = field(default_factory=dict)
    l: list = field(default_factory=lambda: [Node(1)])
    t: tuple = (Node(5),)
print(asdict(T()), astuple(T()), asdict(T(), dict_factory=lambda x: sorted(k for k,_ in x)))
C = make_dataclass('C', ['a', ('b', int), ('c', int, 5), ('d', list, field(default_factory=list))], bases=(Base,), namespace={'m': lambda self: self.c})  ### "TypeError: non-default argument 'a' follows default argument"
try: print(C(1,2))
except Exception as e: print(e)
C = make_dataclass('C', ['a', ('b', int), ('c', int, 5)], namespace={'m': lambda self: self.c}); print(C(1,2), C(1,2).m(), C)
try: make_dataclass('C', ['1a'])
except Exception as e: print(type(e).__name__, e)
try: make_dataclass('C', ['class'])
except Exception as e: print(type(e).__name__, e)
try: make_dataclass('C', ['a','a'])
except Exception as e: print(type(e).__name__, e)
print(field(default=3, metadata={'k': 1}).metadata)
class Meta:
    @dataclass
    class Inner: x: int
print(Meta.Inner(1))
@dataclass
class G:
    x: int
    def __repr__(self): return "custom"
    def __eq__(self, o): return True
print(G(1), G(1) == 5)
@dataclass
class H:
    x: int
    __hash__ = None
@dataclass
class Desc:
    items: list[int] = field(default_factory=list)
    total: int = field(init=False, default=0)
    name: str = field(default="n", kw_only=True)
d = Desc([1]); d.items.append(2); print(d, Desc.__init__.__name__)
