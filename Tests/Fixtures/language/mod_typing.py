from typing import List, Dict, Optional, Tuple, Union, Any, Callable, Iterable, Iterator, NamedTuple, TypeVar, Generic, Sequence, Set, ClassVar, Literal, Final, cast, Type
def f(a: List[int], b: Optional[str] = None, *c: Any) -> Dict[str, Union[int, float]]:
    return {}
print(f([1]), Optional[int], List[int], Dict[str, int], Tuple[int, ...], Union[int, str], Callable[[int], str], Any)
print(list[int], dict[str, int], tuple[int, str], int | None, int | str, type[int], Optional[List[str]])
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(Box(1).v, Box[int](2).v, T)
x: Optional[int] = None
y: "List[str]" = []
print(x, y, cast(int, "5"))
class P(NamedTuple):
    x: int
    y: int = 2
print(P(1), P(1, 3).y, P._fields)
print(f.__annotations__)
