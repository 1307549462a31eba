from typing import *
import typing


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


T = TypeVar("T")
K = TypeVar("K", bound=int)
print(T, K, T.__name__, K.__bound__, TypeVar("N", int, str).__constraints__)
for form in (List[int], Dict[str, List[int]], Tuple[int, ...], Tuple[()], Set[str], FrozenSet[int], Type[int], Optional[int], Union[int, str, None], Union[int, str], Callable[[int, str], bool], Callable[..., None], Iterable[T], Iterator[int], Generator[int, str, None], Sequence[float], Mapping[str, Any], Any, ClassVar[int], Final[str], Literal["a", 2], Annotated[int, "meta"], Optional["Node"], List["Node"], NoReturn, DefaultDict[str, int], Deque[int], Counter[str], Type[T], Awaitable[int]):
    print(form)
print(list[int], dict[str, int | None], tuple[int, ...], type[int], set[T], list[T], int | str | None, None | int, list[int] | None, Optional[int] == Union[int, None], Union[int, int], Union[int], Union[Union[int, str], float])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(int), get_args(int), get_origin(Callable[[int], str]), get_args(Callable[[int], str]), get_origin(list[int]))
print((int | str) == (str | int), int | str == Union[int, str], isinstance(1, int | str), isinstance("a", Optional[str]), isinstance(None, int | None), issubclass(bool, int | str))


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


s = Stack[int]()
s.push(1)
print(s.items, Stack[int], Stack.__name__, Stack.__mro__[1].__name__)


class Pair(Generic[T, K]):
    pass


print(Pair[str, int])


class Emp(NamedTuple):
    """An employee."""

    name: str
    id: int = 3


e = Emp("Bo")
print(e, e.name, e._fields, e._asdict(), e._replace(id=5), Emp._field_defaults, e == ("Bo", 3), Emp.__doc__, e[1], len(e))
attempt(lambda: Emp())
attempt(lambda: setattr(e, "name", "x"))
Old = NamedTuple("Old", [("a", int), ("b", str)])
print(Old(1, "x"))


class Movie(TypedDict):
    name: str
    year: int


m: Movie = {"name": "x", "year": 1}
print(m, Movie(name="y", year=2), Movie.__annotations__["year"])


class Shape(Protocol):
    def area(self) -> float: ...


class Square:
    def area(self) -> float:
        return 4.0


def show(s: Shape) -> float:
    return s.area()


print(show(Square()))


@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...


print(isinstance([], HasLen), isinstance(5, HasLen))
UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, UserId)


def f(a: int, b: "str" = "x", *args: float, **kw: bool) -> Optional[int]:
    pass


print(f.__annotations__)
print(get_type_hints(f))
print(cast(int, "still text"), TYPE_CHECKING)


@overload
def g(x: int) -> int: ...


@overload
def g(x: str) -> str: ...


def g(x):
    return x


print(g(1), g("a"))


@final
class Last:
    limit: ClassVar[int] = 5
    name: Final = "n"


print(Last.__annotations__, Last.limit)
attempt(lambda: List())
attempt(lambda: List[int]())
attempt(lambda: Any())
attempt(lambda: Union())
attempt(lambda: Optional[int, str])
attempt(lambda: isinstance([], List[int]))
attempt(lambda: isinstance([], list[int]))
print(isinstance([], List), isinstance({}, Dict), isinstance([], Sequence), isinstance({}, Mapping), isinstance(len, Callable), issubclass(list, Sequence))
attempt(lambda: TypeVar("T", int))
attempt(lambda: typing.Nope)
x: "undefined_name" = 5
y: list[int] = []
print(__annotations__)
print(List[T][int], Dict[K, T][int, str], list[T][str])
