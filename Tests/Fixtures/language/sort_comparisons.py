# Which pairs a sort compares, and in which order: a program sees it.
import functools


class Key:
    count = 0
    fails_at = 0

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Key.count += 1
        if Key.count == Key.fails_at:
            raise ValueError("stop")
        return self.value < other.value

    def __repr__(self):
        return repr(self.value)


def numbers(count, seed, bound):
    state = seed
    result = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        result.append(state // 1000 % bound)
    return result


nan = float("nan")
shapes = {
    "random": lambda n: numbers(n, n, 1000),
    "few values": lambda n: numbers(n, n, 3),
    "rising": lambda n: sorted(numbers(n, n, 100)),
    "falling": lambda n: sorted(numbers(n, n, 100), reverse=True),
    "teeth": lambda n: [i % 50 for i in range(n)],
    "two runs": lambda n: list(range(n // 2)) + sorted(numbers(n // 2, n, n + 1)),
    "no order": lambda n: [[nan, 1.0, 2, 3.5, -1][v] for v in numbers(n, n, 5)],
}
for name, make in shapes.items():
    for size in (0, 1, 2, 3, 10, 33, 64, 65, 200, 700):
        for reverse in (False, True):
            Key.count = 0
            keys = [Key(v) for v in make(size)]
            keys.sort(reverse=reverse)
            total = sum(i * (-5 if k.value != k.value else k.value) for i, k in enumerate(keys))
            print(name, size, reverse, Key.count, total, keys[:5])

# An error leaves the list as far as it was sorted.
for fails_at in (1, 3, 40, 300, 900):
    Key.count, Key.fails_at = 0, fails_at
    keys = [Key(v) for v in numbers(200, 9, 100)]
    try:
        keys.sort()
    except ValueError as error:
        print(error, keys[:40], sum(k.value for k in keys))
    Key.fails_at = 0
for values in ([3, 1, "a", 2], [5, 4, 3, "x"], [2.0, 1, "z"], [None, 2, 1.5], [[1], [0, "a"], [0, 1]], [{1}, {2}, {1, 2}]):
    for reverse in (False, True):
        values = list(values)
        try:
            values.sort(reverse=reverse)
        except TypeError as error:
            print(error)
        print(values)
print(sorted([nan, 3, 1.5, nan, 2, -1]), sorted([3, nan, 2, 1]))
calls = []
sorted([5, 2, 8, 1, 9], key=functools.cmp_to_key(lambda a, b: calls.append((a, b)) or a - b))
print(calls)
values = [3, 1, 2]
try:
    values.sort(key=lambda v: values.append(v))  ### "TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'"
except ValueError as error:
    print(error, values)
