"""deque: both ends, rotation, bounds, errors."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from collections import *

attempt(lambda: deque([1, 2, 3]))
attempt(lambda: deque([1, 2, 3], maxlen=2))
attempt(lambda: deque([1, 2, 3], 2))
attempt(lambda: deque(5))
attempt(lambda: deque([1], -1))
attempt(lambda: deque())
q = deque([1, 2, 3])
attempt(lambda: q.append(4))
attempt(lambda: q.appendleft(0))
attempt(lambda: q)
attempt(lambda: q.pop())
attempt(lambda: q.popleft())
attempt(lambda: q.rotate(1))
attempt(lambda: q)
attempt(lambda: q.rotate(-1))
attempt(lambda: q.rotate("a"))
attempt(lambda: q.extend([5, 6]))
attempt(lambda: q.extendleft([7, 8]))
attempt(lambda: q)
attempt(lambda: q[0])
attempt(lambda: q[10])
attempt(lambda: q["a"])
attempt(lambda: q[0:2])
attempt(lambda: q.index(5))
attempt(lambda: q.index(99))
attempt(lambda: q.remove(99))
attempt(lambda: q.remove(5))
attempt(lambda: q.insert(1, "x"))
attempt(lambda: q)
attempt(lambda: q.count(1))
attempt(lambda: q.reverse())
attempt(lambda: q)
attempt(lambda: q.maxlen)
attempt(lambda: q.copy())
attempt(lambda: q + deque([1]))
attempt(lambda: q + [1])
attempt(lambda: q * 2)
attempt(lambda: q == deque(q))
attempt(lambda: q == list(q))
attempt(lambda: q < deque([100]))
attempt(lambda: q.clear())
attempt(lambda: q.pop())
attempt(lambda: q.popleft())
attempt(lambda: deque([1], 1).insert(0, 5))
attempt(lambda: q.foo)
try:
    q.maxlen = 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    del q[0]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: hash(q))
attempt(lambda: bool(deque()))
attempt(lambda: deque("abc")[-1])
attempt(lambda: 1 in deque([1]))
attempt(lambda: list(reversed(deque([1, 2]))))
