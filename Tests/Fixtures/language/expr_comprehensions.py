print([x * x for x in range(5)])
print([x for x in range(10) if x % 2 if x > 3])
print([(x, y) for x in range(3) for y in range(x)])
print({x: x ** 2 for x in range(4)})
print(sorted({x % 3 for x in range(10)}))
print(list(x + 1 for x in [1, 2]))
print(sum(x for x in range(101)))
x = "outer"
print([x for x in [1, 2]], x)
print([[i * j for j in range(3)] for i in range(3)])
print([y for x in range(3) if (y := x * 2) > 0], y)
print([f() for f in [lambda i=i: i for i in range(3)]])
print([f() for f in [lambda: i for i in range(3)]])
class A:
    n = 3
    items = [i for i in range(n)]
print(A.items)
print([a for a, b in {"k": 1}.items()], [a + b for a, *b in []])
print(any(x > 3 for x in range(5)), all(x > 3 for x in range(5)))
