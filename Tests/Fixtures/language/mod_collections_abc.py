import collections
from collections.abc import (
    Iterable, Iterator, Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet,
    Callable, Hashable, Sized, Container, Collection, Generator, Reversible,
)

things = [[], (), {}, set(), frozenset(), "a", b"a", 5, 1.5, None, range(3), iter([]), (x for x in []), len, lambda: 0, int, {}.keys(), {}.values(), {}.items(), collections.deque()]
for kind in (Iterable, Iterator, Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet, Callable, Hashable, Sized, Container, Collection, Generator, Reversible):
    print(kind.__name__, [int(isinstance(t, kind)) for t in things])


class Own:
    def __iter__(self):
        return iter([])

    def __len__(self):
        return 0


print(isinstance(Own(), Iterable), isinstance(Own(), Sized), isinstance(Own(), Sequence), issubclass(Own, Iterable), issubclass(list, Sequence), issubclass(dict, Mapping))


def total(values: Iterable[int]) -> int:
    return sum(values)


print(total([1, 2]), Iterable[int], Callable[[int], str])
print(collections.abc.Mapping is Mapping)
