class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return f"K{self.v}"
d = {K(1): "a", K(2): "b"}
d[K(1)] = "c"
print(d, K(2) in d, K(3) in d, len(d), d.get(K(9)), d.pop(K(1)))
print({(1, 2): 1, (1, (2, 3)): 2}[1, (2, 3)], {frozenset({1}): "x"}[frozenset([1])], {1: "i", "1": "s"}, {1.0: "f"}[1], {True: "b"}[1])
for bad in ([], {}, set(), [1], (1, [2])):
    try:
        {bad: 1}
    except TypeError as error:
        print(error)
try:
    {1, [2]}
except TypeError as error:
    print(error)
class NoHash:
    def __eq__(self, o): return True
try:
    {NoHash(): 1}
except TypeError as error:
    print(error)
class Plain: pass
p = Plain()
print({p: 1}[p], hash(p) == hash(p), p in {p}, Plain() in {p})
print(hash((1, 2)) == hash((1, 2)), hash("a") == hash("a"), hash(1) == hash(1.0), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
