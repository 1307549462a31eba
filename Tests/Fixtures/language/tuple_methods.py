t = (1, 2, 2, 3)
print(t.count(2), t.index(3), len(t), t + (4,), t * 2, t[1:], t[-1])
print((), (1,), (1, 2), tuple("ab"), tuple([1]), tuple())
a, b = 1, 2
a, b = b, a
print(a, b, (a, b) == (2, 1), hash((1, 2)) == hash((1, 2)))
print((1, 2) < (1, 3), (1,) < (1, 0), (2,) > (1, 9), 2 in t)
print({(1, 2): "x"}[1, 2], ((1, 2), [3]))
t += (5,)
print(t)
print(hash((1, 2, 3)), hash(()), hash((1.5, -1)), hash((1, (2, 3))))
