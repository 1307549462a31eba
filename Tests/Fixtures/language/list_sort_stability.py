data = [("b", 2), ("a", 2), ("c", 1), ("d", 1)]
print(sorted(data, key=lambda t: t[1]))
print(sorted(data, key=lambda t: t[1], reverse=True))
class K:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return self.v < other.v
    def __repr__(self):
        return f"K({self.v})"
print(sorted([K(3), K(1), K(2)]), min(K(2), K(1)), max([K(2), K(5)]))
print(sorted([3, 1.5, True, 0]), sorted([(1, "b"), (1, "a")]), sorted({"b": 1, "a": 2}))
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, reverse=True)[:5])
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)
a = [3, 2, 1]
try:
    a.sort(key=lambda v: a.append(v))  ### "TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'"
except ValueError as error:
    print(error)
def bad(v):
    raise KeyError(v)
try:
    sorted([1, 2], key=bad)
except KeyError as error:
    print("KeyError", error)
print(sorted("bca", reverse=True), sorted([], key=1))
