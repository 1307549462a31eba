class Seq:
    """Only __getitem__ and __len__: iterated and searched by index."""

    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return ("slice", index.start, index.stop, index.step)
        return self.items[index]


s = Seq("a", "b", "c")
print(list(s), "b" in s, "z" in s, list(reversed(s)), s[-1], s[1:2], s[::2], s[:], len(s), bool(Seq()))
a, *rest = s
print(a, rest, max(s), sorted(s, reverse=True), list(zip(s, s)), list(enumerate(s)))


class Grid:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


g = Grid()
print(g[1, 2], g[1:2, ...], g[()], g[1,], g["x"], g[None], g[1:2:3, ::-1])
g[0] = 1
g[1, 2:3] = "v"
del g[5]
del g[1, 2], g[:]
g[0] = g["y"] = 7


class Missing(dict):
    def __missing__(self, key):
        self[key] = value = f"<{key}>"
        return value


m = Missing(a=1)
print(m["a"], m["b"], m, m.get("zz"), "zz" in m)


class Contains:
    def __contains__(self, x):
        return x * 2


print(1 in Contains(), 0 in Contains(), 0 not in Contains())


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(It(3)), sum(It(4)), 2 in It(5), [*It(2)], dict(zip("ab", It(2))), tuple(It(0)))
it = It(2)
print(next(it), next(it), next(it, "done"))


class Rev:
    def __reversed__(self):
        return iter("xyz")

    def __len__(self):
        return 5


print(list(reversed(Rev())), len(Rev()))


class Hint:
    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return 10


print(list(Hint()))


class GenIter:
    def __iter__(self):
        yield 1
        yield from "ab"


print(list(GenIter()), list(GenIter()))


class KeysMapping:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


print(dict(KeysMapping()), {**KeysMapping()}, (lambda **k: k)(**KeysMapping()))


class Unhashable:
    __hash__ = None


class EqOnly:
    def __eq__(self, other):
        return True


for make in (Unhashable, EqOnly):
    try:
        {make(): 1}
    except TypeError as e:
        print(e)
print(EqOnly.__hash__, EqOnly() == 5, EqOnly() in [1, 2], [1, EqOnly()].index(7))


class Key:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return self.v == other.v

    def __hash__(self):
        return hash(self.v)


d = {Key(1): "one", Key(2): "two"}
print(d[Key(1)], Key(2) in d, len({Key(1), Key(1), Key(2)}))
