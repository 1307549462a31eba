"""Sorting by kind of key: numbers, strings, tuples of them, and what is compared item by item."""

import random

random.seed(3)
nan = float("nan")
words = ["b", "a", "abc", "ab", "abcdefgh", "abcdefghi", "abcdefgh\0", "", "\0", "z", "Z", "é", "ab\xff", "abcdefg\xff", "日本", "日", "😀", "a"]
kinds = {
    "ints": [random.randrange(-50, 50) for _ in range(60)],
    "big": [10 ** 30, -10 ** 30, 5, 2 ** 63, 2 ** 63 - 1, -2 ** 63, -2 ** 63 - 1],
    "floats": [random.uniform(-2, 2) for _ in range(40)] + [0.0, -0.0, 1e308, -1e308, 5e-324, -5e-324, float("inf"), -float("inf")],
    "zeros": [0.0, -0.0, 0.0, -0.0],
    "mixed": [3, 1.5, True, False, 0, 2.5, -1, 10 ** 20, 1e20],
    "bools": [True, False, True],
    "words": words,
    "latin": [w for w in words if all(ord(c) < 256 for c in w)],
    "pairs": [(random.randrange(5), random.choice(words)) for _ in range(50)],
    "triples": [(random.choice(words[:4]), random.randrange(3), random.random()) for _ in range(50)],
    "uneven": [(1, 2), (1,), (), (1, 2, 3), (0, 5), (1, 2)],
    "single": [(3,), (1,), (2,)],
    "lists": [[3, 1], [1, 2], [1], [3, 0]],
    "nested": [((1, 2), 3), ((0, 5), 1), ((1, 2), 0)],
    "mixed pairs": [(1, "a"), (1.5, "b"), (0, "c")],
}
for name, items in kinds.items():
    print(name, sorted(items), sorted(items, reverse=True))
    keyed = sorted(range(len(items)), key=lambda i: items[i])
    back = sorted(range(len(items)), key=lambda i: items[i], reverse=True)
    print(keyed, back)
    copy = items[:]
    copy.sort(key=lambda x: x)
    print(copy == sorted(items), [type(x).__name__ for x in copy][:5])
print(sorted([3.0, nan, 1.0])[0], len(sorted([nan, nan, 1.0])))
for bad in ([1, "a"], [(1, "a"), (1, 2)], [None, 1], [(1, None), (1, None), (1, 2)], ["a", b"a"], [{}, {}], [1, [2]]):
    try:
        print(sorted(bad))
    except TypeError as e:
        print(e)
    try:
        print(sorted(bad, key=lambda x: x, reverse=True))
    except TypeError as e:
        print(e)


class S(str):
    def __lt__(self, other):
        return str.__gt__(self, other)


class T(tuple):
    def __lt__(self, other):
        return tuple.__gt__(self, other)


print(sorted([S("a"), S("c"), S("b")]), sorted([T((1, 2)), T((3, 4))]), sorted([(S("a"), 1), (S("b"), 2)]))
big = [(random.randrange(100), random.randrange(100)) for _ in range(3000)]
order = sorted(range(3000), key=big.__getitem__)
print(all(big[a] < big[b] or big[a] == big[b] and a < b for a, b in zip(order, order[1:])), hash(tuple(order)))
