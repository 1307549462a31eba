"""range: items, slices, search, equality."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: range(5)[10])
attempt(lambda: range(5)["a"])
attempt(lambda: range(10)[2:5])
attempt(lambda: range(10)[::-1])
attempt(lambda: range(10)[::2][1])
attempt(lambda: range(5).index(3))
attempt(lambda: range(5).index(10))
attempt(lambda: range(5).count(3))
attempt(lambda: range(5).count("a"))
attempt(lambda: range(5).start)
attempt(lambda: range(5).foo)
attempt(lambda: range(0) == range(2, 2))
attempt(lambda: range(5) == range(0, 5, 1))
attempt(lambda: range(5) + range(3))
attempt(lambda: 3 in range(5))
attempt(lambda: 3.0 in range(5))
attempt(lambda: "a" in range(5))
attempt(lambda: len(range(0, -10, -3)))
attempt(lambda: len(range(10**20)))
attempt(lambda: range(10**20)[10**19])
try:
    range(5)[0] = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: range(10, 0, -1)[3:7])
attempt(lambda: repr(range(1, 10, 2)))
attempt(lambda: repr(range(1, 10, 1)))
attempt(lambda: hash(range(5)) == hash(range(0, 5)))
attempt(lambda: list(range(5).__iter__()))
attempt(lambda: range(5) < range(6))
