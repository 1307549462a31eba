print({3, 1, 2}, {10, 5, 0}, {100, 50, 25, 12}, set(range(20)))
print({-1, -2, 0}, {8, 0, 16, 24}, set([7, 15, 23, 31]), {1000, 2000, 3000})
s = set()
for i in range(30, 0, -3):
    s.add(i)
print(s)
for i in range(0, 31, 2):
    s.discard(i)
print(s)
print({i * i % 31 for i in range(31)}, {i * 1000003 % 97 for i in range(40)})
print({0.5, 1.5, 2}, {(1, 2), (3, 4)}, {True, 2, None} == {None, 2, True})
print(set([5, 3, 5, 1]) | {9, 2}, {5, 3, 1} & {1, 5, 7}, {5, 3, 1, 40} - {3}, {33, 1} ^ {1, 64})
print(list({9, 4, 17, 2}), sum({1, 2, 3}), frozenset([9, 4, 17]))
print({i: 0 for i in {5, 1, 33}}, set(range(100, 0, -7)))
a = {1, 2, 3, 4, 5, 6, 7, 8, 9}
print(a.pop(), a.pop(), a)
