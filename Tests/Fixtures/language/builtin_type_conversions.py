print(int("5") + int(5.9) + int(True), float("1.5") + float(1), str(5) + str(1.0) + str(True), bool("") or bool("x"))
print(list("ab") + list((1,)) + list({2: 0}) + list({3}) + list(range(2)))
print(tuple([1]), set([1, 1]), frozenset("a"), dict([(1, 2)]), dict(a=1), dict({"x": 1}, y=2))
print(complex if False else "no complex", bytes([1, 2]), str(b"ab"), str(b"ab", "utf-8"))
print(ascii("é"), repr("a"), chr(97), ord("a"), bin(3), oct(9), hex(17), format(3.14159, ".2f"), format("x", ">3"))
print(int("0b11", 2), int("11", 2), int("ff", 16), float("inf"), int(-0.5), int(1e20))
print(bool(None), bool([0]), bool(0.0), bool("0"), bool(object()))
print(str(None), str([1, [2]]), str((1,)), str({1: {2}}), str(range(3)), str(slice(1, 2)), str(Exception("e")), str(int), str(...))
print(list(map(int, "1 2 3".split())), [float(x) for x in "1.5,2".split(",")], "".join(map(str, range(5))))
print(type(int(1)) is int, int(10 ** 30) == 10 ** 30, float(10 ** 15), str(10 ** 15), int("9" * 30))
print(dict([["a", 1], ("b", 2)]), dict(zip("xy", [1, 2])), dict((k, v) for k, v in [(1, 2)]), list({"a": 1}.items()))
print(sum([1, 2.5]), sum([True, 2]), 1 + 2.0, True + 1.5, 5 // 2.0, 2 ** 0.5, 7 % 2.5)
class A:
    def __iter__(self): return iter([1, 2])
print(list(A()), tuple(A()), set(A()), sum(A()), max(A()), sorted(A()), [*A()])
class M:
    def keys(self): return ["a"]
    def __getitem__(self, k): return 5
print(dict(M()), {**M()})
def kw(**k): return k
print(kw(**M()))
