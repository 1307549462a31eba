def noisy(n):
    for i in range(n):
        print("yield", i)
        yield i
z = zip(noisy(3), "ab")
print(next(z))
print(list(z))
m = map(lambda x: x * 10, noisy(2))
print("made")
print(next(m))
f = filter(lambda x: x % 2, noisy(4))
print(next(f))
print(any(x == 1 for x in noisy(5)), all(x < 1 for x in noisy(5)))
e = enumerate(noisy(2), 10)
print(next(e))
print(list(map(lambda *a: a, [1, 2], "xy", (True, False))), list(zip([1, 2, 3], [4, 5])), dict(map(lambda k: (k, len(k)), ["a", "bb"])))
print(list(filter(str.isalpha, ["a", "1", "b"])), list(map(int, "12")), [*map(str, range(3))], sum(map(len, ["ab", "c"])), list(zip(*[(1, "a"), (2, "b")])))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], list(map(sum, matrix)), list(map(max, zip(*matrix))))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), next(it, "empty"))
