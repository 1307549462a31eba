a = [3, 1, 2]
a.append(5)
a.extend([7, 8])
a.extend("xy")
a.insert(0, "first")
a.insert(-1, "near end")
a.insert(100, "end")
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(5)
print(a, a.index(7), a.count(1))
a.reverse()
print(a)
b = a.copy()
b.clear()
print(a, b)
c = [3, 1, 2]
c.sort()
print(c, c.sort(reverse=True), c)
c.sort(key=lambda v: (v % 2, v))
print(c)
print([1, 2] + [3], [0] * 3, 3 * [1, 2], [1] * 0, [1] * -1)
c += (9,)
c *= 2
print(c, c.index(9), c.index(9, 4), c.index(9, -1))
print([1, 2, 3] == [1, 2, 3], [] < [0], [[1], [2]], [1, [2, [3]]])
d = [1, 2, 3]
d[0], d[2] = d[2], d[0]
print(d, d[-1], 2 in d)
r = [1]
r.append(r)
print(r)
print(list("abc"), list(range(3)), list({"a": 1}), list())
words = ["banana", "Apple", "cherry"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
