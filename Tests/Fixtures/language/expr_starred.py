a, *b = [1, 2, 3]
print(a, b)
*a, b = "xyz"
print(a, b)
a, *b, c = range(5)
print(a, b, c)
a, *b = [1]
print(a, b)
(a, b), c = (1, 2), 3
print(a, b, c)
[a, [b, *c]] = [1, [2, 3, 4]]
print(a, b, c)
print([*range(3), *"ab"], (*[1], 2), {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
def f(*args, **kw):
    return args, kw
print(f(*[1, 2], 3, *(4,), **{"x": 5}, y=6))
for i, *rest in [(1, 2, 3), (4,)]:
    print(i, rest)
x = *[1, 2], 3
print(x)
print(*[1, 2, 3], sep="-")
