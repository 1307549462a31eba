text = "abcdef"
values = [None, -10, -6, -3, -1, 0, 1, 3, 5, 6, 10]
for step in (None, 1, 2, -1, -2, 10, -10):
    print(step, ["".join(text[a:b:step]) for a in values for b in values])
lst = list(range(8))
for a, b, s in [(1, 5, 2), (None, None, -3), (6, 1, -2), (-100, 100, 3), (5, 2, 1), (None, 3, None), (2, None, None)]:
    sl = slice(a, b, s)
    print(sl, lst[sl], tuple(lst)[sl], range(8)[sl], sl.indices(8), sl.start, sl.stop, sl.step)
c = lst[:]
c[2:4] = "xyz"
print(c)
c[::2] = [0] * len(c[::2])
print(c)
del c[1::3]
print(c)
c[1:1] = [9, 9]
c[len(c):] = [7]
c[:0] = [6]
print(c)
c[-2:] = []
print(c)
for bad in (lambda: c.__setitem__(slice(0, 4, 2), [1]), lambda: c.__setitem__(slice(None, None, 0), []), lambda: c["a":"b"], lambda: c[1.5:], lambda: c.__setitem__(slice(0, 2), 5), lambda: "abc"[::0], lambda: c.__delitem__(slice(None, None, 0))):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class I:
    def __index__(self):
        return 2


print(text[I():], text[:I()], text[:: I()], lst[I()])
big = 10**30
print(text[-big:big], text[big:], text[:-big], range(10)[-big:big:3], "x"[0:big])
print(slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 3), repr(slice("a", None, [])), slice(5).indices(3), slice(None, None, -1).indices(5))
