s = {1, 2, 3}
s.add(4)
s.add(1)
print(s, len(s), 2 in s, 9 in s)
s.discard(9)
s.remove(4)
print(s | {5}, s & {1, 9}, s - {1}, s ^ {3, 4})
print(s.union([7], (8,)), s.intersection([1, 2]), s.difference([1], [2]), s.symmetric_difference([3, 9]))
print(s.issubset({1, 2, 3, 4}), s.issuperset([1]), s.isdisjoint([7]), s <= s, s < s, s >= {1})
s.update([10, 11], [12])
print(sorted(s))
s -= {10}
s &= {1, 2, 11}
s |= {20}
s ^= {1}
print(sorted(s))
s.intersection_update([2, 20])
s.difference_update([20])
s.symmetric_difference_update([2, 3])
print(s, set(), frozenset(), frozenset([1]), {frozenset([1, 2])} == {frozenset([2, 1])})
print(s.pop(), s, s.copy())
print({1, 1.0, True}, set("aab") == {"a", "b"}, len({"a", "a"}))
f = frozenset([1, 2])
print(f | {3}, type(f | {3}).__name__, type({3} | f).__name__, hash(frozenset([1])) == hash(frozenset([1])), {f: 1}[frozenset([2, 1])])
try:
    {[]}
except TypeError as error:
    print(error)
try:
    set().pop()
except KeyError as error:
    print(error)
try:
    {1} | [2]
except TypeError as error:
    print(error)
