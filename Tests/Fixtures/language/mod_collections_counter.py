from collections import Counter
c = Counter("abracadabra")
print(c, c["a"], c["zz"], c.most_common(2), c.most_common(), sorted(c.elements()), c.total())
c.update("aaa")
c.subtract("b")
print(c, len(c), sum(c.values()), dict(c))
a, b = Counter(x=3, y=1), Counter(x=1, y=2)
print(a + b, a - b, a & b, a | b, +Counter(x=-1, y=1), -Counter(x=-1), a == Counter({"x": 3, "y": 1}))
print(Counter(), Counter({"a": 2}), Counter([1, 1, 2]), Counter(a=1).copy(), Counter("ab") <= Counter("aab"))
c = Counter()
for w in "the cat the dog".split():
    c[w] += 1
print(c, c.most_common(1)[0][0], list(c), "cat" in c)
del c["the"]
del c["nothing"]
print(c, c.pop("cat"), list(c.items()), isinstance(c, dict), Counter("aab").keys())
a += b
print(a)

# Counts that cannot all be compared: the pair that the error names, and a repr without order.
for counts in [{1: -2, 2: 1e-7, 3: ["z"]}, {"z": 2, 2.0: 5, (1, 2): "c", None: 9}, {"x": "text", "z": False}]:
    try:
        print(Counter(counts).most_common())
    except TypeError as error:
        print(error)
    print(Counter(counts))
print(Counter("abracadabra").most_common(), Counter({"a": 1, "b": 3, "c": 1, "d": 3}))
