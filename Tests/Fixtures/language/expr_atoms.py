print((), (1,), (1), [], {}, {1}, {1: 2}, ..., None, True)
print((1, 2, 3), [1, 2, 3,], {1, 2, 3,}, {"a": 1,})
print([[]], [()], ({},), {(): []})
x = 1,
print(x, type(x))
print((yield_ := 5), (lambda: 1)())
print("a" if 1 else "b", [1 if i else 0 for i in range(2)])
print(not True, -1, +1, ~1, - -1, not not 1)
print(1 .__class__, "".__class__, [].__class__, (lambda: 0).__class__)
