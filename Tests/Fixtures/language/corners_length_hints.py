# Containers ask an iterable how long it will be, and believe it.
def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Sized:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __iter__(self):
        yield from "ab"


class Indexed:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        return "xyz"[index]


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint

    def __iter__(self):
        return iter("ab")


for length in (0, 1, 5, -1, "a", 2**70, 2**62):
    attempt(lambda: list(Sized(length)))
    attempt(lambda: tuple(Indexed(length)))
    attempt(lambda: dict([Indexed(length)]))
    attempt(lambda: list(Hinted(length)))
attempt(lambda: list(Hinted(NotImplemented)))
attempt(lambda: list(Hinted(None)))
import operator

attempt(lambda: operator.length_hint(Hinted(7)))
attempt(lambda: operator.length_hint(5, 3))
attempt(lambda: operator.length_hint(5, "a"))
attempt(lambda: operator.length_hint(iter([1, 2])))
attempt(lambda: list(range(10**12)))
attempt(lambda: list(range(10**20)))
attempt(lambda: {1}.isdisjoint(iter([2, 1, []])))
attempt(lambda: {1}.issuperset(iter([2, []])))
attempt(lambda: {1}.issuperset(iter([1, []])))
shared = {8, 9, 6}
print(shared | shared, shared.union(shared), shared.union(shared, [1]))
