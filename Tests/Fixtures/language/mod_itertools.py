from itertools import *
print(list(islice(count(5), 3)), list(islice(count(1, 0.5), 3)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), list(islice(repeat(1), 2)))
print(list(chain([1], "ab", (2,))), list(chain.from_iterable([[1], [2, 3]])), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=10)))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", [])))
print(list(permutations([1, 2, 3], 2)), list(permutations("ab")), list(combinations("abcd", 2)), list(combinations_with_replacement("ab", 2)), list(combinations([1], 2)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress("abcd", [1, 0, 1, 0])))
print([(k, list(g)) for k, g in groupby("aabbca")], [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])
a, b = tee([1, 2, 3])
print(list(a), next(b), list(b), list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest("abc", [1], fillvalue="-")), list(pairwise([1, 2, 3])))
print(list(islice("abcdef", 2)), list(islice("abcdef", 1, 4)), list(islice("abcdef", 0, None, 2)), list(islice([1, 2], 5)))
print(len(list(permutations(range(5)))), len(list(combinations(range(10), 5))), sum(1 for _ in product(range(3), repeat=4)))
print(type(count()).__name__, type(chain()).__name__, count(3), repeat(1, 2), count(1.5), count(1, 2))
c = count()
print(next(c), next(c), list(zip(c, "ab")))
for f in (lambda: islice([], -1), lambda: list(combinations([1], -1)), lambda: list(product([1], repeat=-1)), lambda: count("a"), lambda: list(chain([1], 5)), lambda: list(islice([], 0, 1, 0)), lambda: accumulate(5)):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
groups = groupby([1, 1, 2])
first = next(groups)
second = next(groups)
print(list(first[1]), list(second[1]))
