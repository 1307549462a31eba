people = [("ann", 30), ("bob", 25), ("cid", 30), ("dan", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=lambda p: p[1], reverse=True))
print(min(people, key=lambda p: p[1]), max(people, key=lambda p: p[1]), sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]))
print(sorted("Hello World".split(), key=str.swapcase), sorted([3, -1, 2], key=abs), sorted([[2, 1], [1, 2], [1]]), sorted([True, False, 2, 0.5]))
calls = []
def key(x):
    calls.append(x)
    return -x
print(sorted([1, 3, 2], key=key), calls)
l = [5, 2, 9]
print(l.sort(), l, sorted(l, reverse=True), l)
from functools import cmp_to_key
print(sorted(["10", "9", "1"], key=int), sorted(["b10", "b9"], key=lambda s: int(s[1:])), sorted([1, 2, 3], key=cmp_to_key(lambda a, b: (b > a) - (b < a))))
import random
random.seed(5)
data = [(random.randint(0, 5), i) for i in range(50)]
s = sorted(data, key=lambda t: t[0])
print(all(s[i][0] < s[i + 1][0] or s[i][1] < s[i + 1][1] for i in range(49)))
