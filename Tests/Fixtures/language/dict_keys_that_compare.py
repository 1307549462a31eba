# Keys of one hash that must be told apart, and keys whose comparison changes the dictionary.
table = {1: "int", "1": "text", (1,): "tuple", (1, 2): "pair", 2**61 - 1: "zero's hash", 0: "zero", None: "none"}
print(table[1.0], table[True], table[(1.0,)], table[(True, 2)], table[0.0], table[2**61 - 1], table[float(2**61)] if float(2**61) in table else "no")
table[1.0] = "float"
table[True] = "bool"
print(table)
print((1, "a", 2.5) in {(1, "a", 2.5): 0}, (1, "b") in {(1, "a"): 0}, () in {(): 1}, (float("nan"),) in {(float("nan"),): 1})
nan = float("nan")
print((nan,) in {(nan,): 1}, nan in {nan: 1}, {nan: 1, float("nan"): 2}.__len__())


class Key:
    def __init__(self, value, table=None):
        self.value = value
        self.table = table

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        if self.table is not None:
            table, self.table = self.table, None
            table.clear()
            table[self.value] = "new"
        return isinstance(other, Key) and self.value == other.value or self.value == other


d = {}
for i in range(6):
    d[i] = i
print(d.get(Key(3)), Key(3) in d, d.setdefault(Key(4), "x"), d.pop(Key(5)), len(d))
d[Key(1, d)] = "mine"
print(d)
d = {Key(i): i for i in range(4)}
print(d[2], d[Key(3)], 1 in d, "1" in d, 7 in d)
d = {1: "a"}
for i in range(200):
    d[(i % 5, str(i % 3), i % 2 == 0)] = i
    d.pop(i - 3, None)
    d[i] = i
print(len(d), d[(1, "1", True)], list(d)[-2:])


# Values that refer to each other are released without running out of stack.
link = None
for i in range(100000):
    link = {"next": link, "n": i}
print(link["n"], link["next"]["n"])
link = None
for i in range(100000):
    link = (i, link)
print(link[0])
link = None


# Arguments by keyword.
def f(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


print(f(1, d=4), f(1, 2, 9, 8, 7, d=4, e=6, a=1, z=0), f(*range(5), **{"d": 1, "k": 2}), f(1, c=5, d=[1]))
for call in [lambda: f(), lambda: f(1), lambda: f(1, d=1, c=2, **{"c": 3}), lambda: f(1, 2, 3, d=1, c=2), lambda: (lambda a, /: a)(a=1)]:
    try:
        call()
    except TypeError as error:
        print(error)
