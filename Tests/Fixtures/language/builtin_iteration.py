print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=1)))
print(list(zip([1, 2], "ab", (True, False))), list(zip()), list(zip([1])), list(zip([1, 2, 3], "a")))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(pow, [2, 3], [3, 2])))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), list(reversed(range(3))))
print(any([]), all([]), any([0, 1]), all([1, 0]), any(x for x in [0]), all("ab"))
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), next(it, None))
print(sorted("bca"), sorted({3: 0, 1: 0}), sorted([("b", 1), ("a", 2)], key=lambda p: p[1]), sorted([1, 2], reverse=True))
n = iter(range(3))
print(list(zip(n, n)))
for t in (enumerate([]), zip(), map(str, []), filter(None, []), reversed([]), iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(0)), iter({}.values()), iter({}.items()), reversed({})):
    print(type(t).__name__, end=" ")
print()
print(sum(map(int, "123")), max(map(len, ["a", "bb"])), dict(zip("ab", [1, 2])), dict(enumerate("ab")), set(map(abs, [-1, 1])))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as error:
    print(error)
print([*map(None.__class__, [])], list(map(list, ["ab"])), tuple(map(bool, [0, 1])))
def countdown():
    n = 3
    while n:
        n -= 1
        yield n
print(list(iter(countdown().__next__, 0)), list(zip(countdown(), countdown())))
