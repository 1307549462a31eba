from typing import Dict, Generic, List, NamedTuple, Protocol, TypedDict, TypeVar
T = TypeVar('T')
K = TypeVar('K')
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
class Pair(Generic[K, T]): pass
class Ints(Stack[int]): pass
class Named(Stack[T], Dict[str, T]): pass
class Plain(List[int]):
    def total(self): return sum(self)
s = Stack[int]()
s.push(1)
for f in (lambda: s.pop(), lambda: Stack[int], lambda: Stack.__parameters__, lambda: Stack[int].__origin__, lambda: Stack[int].__args__,
          lambda: Stack.__orig_bases__, lambda: Pair.__parameters__, lambda: Pair[int, str], lambda: Pair[int], lambda: Stack[int, str],
          lambda: Generic[T, T], lambda: Generic[int], lambda: Pair[T, int][str], lambda: Ints.__parameters__, lambda: Ints.__bases__,
          lambda: Ints[int], lambda: Named.__parameters__, lambda: Plain([1, 2]).total(),
          lambda: isinstance(Ints(), Stack)):
    show(f)
class P(NamedTuple):
    x: int
    y: str = 'd'
for f in (lambda: P._make([1, 2]), lambda: P._make([1]), lambda: P.__doc__, lambda: P(1)._replace(q=1, r=2), lambda: P(1)._replace(x=5)):
    show(f)
class Movie(TypedDict, total=False):
    name: str
class Film(Movie):
    year: int
for f in (lambda: Movie(name='a'), lambda: Movie.__total__, lambda: Film.__total__, lambda: type(Film(year=1)), lambda: isinstance({}, Movie)):
    show(f)
import functools
print(functools.lru_cache(maxsize=3, typed=True)(len).cache_parameters(), functools.cache(len).cache_parameters())
