print(1 < 2, 1 <= 1, 2 > 3, 2 >= 2, 1 == 1.0, 1 != 2)
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0, 3 > 2 == 2)
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a")
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (1, "a") < (1, "b"))
print([1] == (1,), {1: 2} == {1: 2}, {1, 2} == {2, 1})
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} > {2})
print(None is None, [] is [], not None, None == 0)
print(1 in [1, 2], 3 not in [1, 2], "b" in "abc", 1 in {1: 0}, "" in "abc")
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, [nan] == [nan], nan in [nan])
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > float("inf"), 10 ** 400 < 1e308)

def f(x):
    print("f", x)
    return x

print(f(1) < f(2) < f(0) < f(9))
