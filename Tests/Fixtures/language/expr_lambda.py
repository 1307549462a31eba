add = lambda a, b=2: a + b
print(add(1), add(1, 3), (lambda *a, **k: (a, k))(1, x=2))
print(sorted([3, 1, 2], key=lambda v: -v))
print((lambda: (yield))().__class__.__name__)
print((lambda x: lambda y: x + y)(1)(2))
print((lambda: None)(), (lambda x, /, y, *, z: x + y + z)(1, y=2, z=3))
f = lambda: 0
print(f.__name__)
print([*map(lambda x: x if x else "none", [0, 1])])
