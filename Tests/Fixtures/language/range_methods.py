r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, 5.0 in r, "a" in r)
print(r.start, r.stop, r.step, r.index(8), r.count(8), r.count(9))
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)))
print(list(range(5, 0, -2)), list(range(0)), range(10, 0), len(range(10, 0)), list(reversed(range(4))))
print(range(10 ** 20, 10 ** 20 + 3), len(range(0, 10 ** 18, 7)), list(range(10 ** 20, 10 ** 20 + 3)))
print(bool(range(0)), range(True), max(range(5)), sum(range(10)))
for args in [(1, 2, 0), (1.5,), ("a",), (), (1, 2, 3, 4)]:
    try:
        range(*args)
    except Exception as error:
        print(type(error).__name__, error)
try:
    range(3)[5]
except IndexError as error:
    print(error)
