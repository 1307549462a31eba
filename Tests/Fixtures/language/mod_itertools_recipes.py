import itertools as it
def grouper(iterable, n, fill=None):
    return it.zip_longest(*[iter(iterable)] * n, fillvalue=fill)
print(list(grouper("ABCDEFG", 3, "x")))
def take(n, iterable): return list(it.islice(iterable, n))
print(take(4, it.count(10)), take(5, it.cycle([1, 2])), take(3, (x * x for x in it.count())))
def flatten(l): return list(it.chain.from_iterable(l))
print(flatten([[1], [2, 3], []]), sum(1 for _ in it.combinations(range(6), 3)))
words = sorted(["apple", "bob", "cat", "alice", "bee"], key=lambda w: w[0])
print({k: list(v) for k, v in it.groupby(words, key=lambda w: w[0])})
print([(k, len(list(g))) for k, g in it.groupby("aaabbc")])
print(list(it.accumulate([3, 1, 4, 1, 5], max)), list(it.starmap(lambda a, b: a - b, [(5, 3), (2, 1)])))
grid = {"lr": [0.1, 0.01], "bs": [32, 64]}
print([dict(zip(grid, v)) for v in it.product(*grid.values())])
a, b = it.tee(range(3))
next(b)
print(list(zip(a, b)), list(it.pairwise("abcd")), list(it.takewhile(str.isalpha, "ab1c")), list(it.dropwhile(lambda x: x < 2, range(4))))
