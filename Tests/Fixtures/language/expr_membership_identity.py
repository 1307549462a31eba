a = [1, 2]
b = a
print(a is b, a is [1, 2], a == [1, 2], a is not b, None is None, () is ())
print(1 in a, 3 not in a, [1] in [[1]], (1,) in [(1,)], "a" in "cat", "" in "", "ab" not in "ba")
print(1 in {1: 2}, 2 in {1: 2}, 1 in {1, 2}, 1.0 in {1}, True in [1], "k" in {"k"}, None in [None])
print(3 in range(5), 5 in range(5), 3 in range(0, 10, 2), 4.0 in range(5), 0.5 in range(5))
print(2 in (x for x in [1, 2, 3]), "b" in iter("abc"), 5 in map(abs, [-5]))
nan = float("nan")
print(nan in [nan], nan in (nan,), nan == nan, [nan] == [nan], nan in {nan})
class E:
    def __eq__(self, other): return True
print(E() in [1], 1 in [E()], [1, 2].index(E()), [1, 2].count(E()))
