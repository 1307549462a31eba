if (n := len("hello")) > 3:
    print(n)
print([last := x for x in range(3)], last)
while (line := [1, 2, 0][n - 5]) != 0:
    print(line)
    n += 1
print((a := 1, a + 1))
def f(x=(y := 5)):
    return x
print(f(), y)
total = 0
print([total := total + v for v in [1, 2, 3]])
print(any((hit := w) == "b" for w in "abc"), hit)
