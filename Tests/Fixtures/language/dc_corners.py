"""dataclasses: every option, and what is refused."""
from dataclasses import *
from typing import *
def t(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: float = 2.0
    z: list = field(default_factory=list)
print(P(1), P(1, 3.0, [1]), P(1) == P(1), P(1) != P(2), P(1) == 5)
t(lambda: P())
t(lambda: P(1, 2, 3, 4))
t(lambda: P(1, w=2))
t(lambda: hash(P(1)))
t(lambda: P(1) < P(2))
print([f.name for f in fields(P)], fields(P)[0].type, fields(P)[1].default, fields(P)[0].default is MISSING)
print(asdict(P(1)), astuple(P(1)), replace(P(1), x=5), is_dataclass(P), is_dataclass(P(1)))
t(lambda: replace(P(1), w=1))
@dataclass(order=True)
class O:
    a: int
    b: str = field(compare=False, default='x')
print(O(1) < O(2), O(1, 'a') == O(1, 'b'), sorted([O(3), O(1)]), O(1) <= O(1), max(O(1), O(5)))
t(lambda: O(1) < 5)
@dataclass(frozen=True)
class F:
    a: int
    b: int = 5
f = F(1)
def g(): f.a = 2
t(g)
def g(): del f.a
t(g)
def g(): f.zz = 2
t(g)
print(hash(F(1)) == hash(F(1)), {F(1): 2}, F(1))
@dataclass(eq=False)
class E: a: int
print(E(1) == E(1), E(1) != E(1))
@dataclass(repr=False)
class R: a: int
@dataclass(init=False)
class I: a: int = 5
t(lambda: I(1)); print(I())
@dataclass(unsafe_hash=True)
class U: a: int
print(hash(U(1)) == hash(U(1)))
@dataclass
class Post:
    a: int
    b: int = field(init=False)
    c: InitVar[int] = 3
    d: ClassVar[int] = 7
    def __post_init__(self, c): self.b = self.a + c
print(Post(1), Post(1, 5), Post.d, Post(1).b, [f.name for f in fields(Post)])
t(lambda: Post(1, c=7)); t(lambda: Post(1, b=7))
@dataclass(kw_only=True)
class K: a: int; b: int = 2
t(lambda: K(1)); t(lambda: K(a=1)); t(lambda: K())
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int
    c: int = 5
t(lambda: K2(1, 2)); t(lambda: K2(1, b=2)); t(lambda: K2(1))
@dataclass
class B: x: int; y: int = 1
@dataclass
class C(B): z: int = 2; x: int = 9
print(C(), C(1, 2, 3))
def g():
    @dataclass
    class Bad: a: int = 1; b: int
t(g)
def g():
    @dataclass
    class Bad(B): q: int
t(g)
def g():
    @dataclass
    class Bad: a: list = []
t(g)
def g():
    @dataclass
    class Bad: a: dict = {}
t(g)
def g():
    @dataclass
    class Bad: a: int = field(default=[])
t(g)
def g():
    @dataclass
    class Bad: a = field(default=1)
t(g)
def g():
    @dataclass(order=True, eq=False)
    class Bad: a: int
t(g)
def g():
    @dataclass(order=True)
    class Bad:
        a: int
        def __lt__(self, o): pass
t(g)
def g():
    @dataclass(frozen=True)
    class Bad(B): z: int = 1
t(g)
@dataclass(frozen=True)
class FF: a: int
def g():
    @dataclass
    class Bad(FF): z: int = 1
t(g)
@dataclass(slots=True)
class S: a: int; b: int = 2
s = S(1); print(s, S.__slots__)
def g(): s.c = 1
t(g)
@dataclass
class N:
    a: int
    b: 'N' = None
    def __repr__(self): return 'custom'
print(N(1, N(2)))
n = P(1); n.z = n; print(n)
@dataclass
class G(Generic[TypeVar('T')]): a: int
print(G(1), G[int](2))
@dataclass
class M: a: int = field(default=1, repr=False, metadata={'k': 'v'}); b: int = field(default=2, hash=False)
print(M(), fields(M)[0].metadata, fields(M)[0].metadata['k'])
print(asdict(P(1, 2, [P(2), {'k': P(3)}, (P(4),)])))
print(asdict(P(1), dict_factory=lambda x: x), astuple(P(1), tuple_factory=list))
@dataclass
class H:
    a: int
    def __hash__(self): return 5
print(hash(H(1)))
@dataclass
class Q: a: int; b: int
match_ = Q.__match_args__; print(match_, Q.__eq__(Q(1,2), Q(1,2)), Q.__eq__(Q(1,2), 5), Q.__init__.__name__, Q.__repr__.__qualname__)
