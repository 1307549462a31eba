from collections import deque
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 2 in d)
d.extend([5, 6])
d.extendleft([9, 8])
print(d, list(d), list(reversed(d)))
d.rotate(2)
print(d)
d.rotate(-1)
print(d, d.count(5), d.index(5))
d.remove(5)
d.insert(1, "i")
d.reverse()
d[0] = "first"
del d[1]
print(d, d.copy(), d == deque(d), d != deque([1]), bool(deque()))
m = deque(maxlen=2)
for i in range(4):
    m.append(i)
print(m, m.maxlen, deque("abc", 2), deque(), d.maxlen)
m.appendleft(7)
print(m, deque([1]) + deque([2]), deque([1, 2]) * 2, deque([1]) < deque([2]))
m.clear()
print(m)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[50], lambda: d.remove(99), lambda: d.index(99), lambda: deque(5), lambda: deque([], -1), lambda: hash(d), lambda: deque([1], 1).insert(0, 5), lambda: d[0:1]):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
try:
    for x in d:
        d.append(x)
except RuntimeError as error:
    print(error)
