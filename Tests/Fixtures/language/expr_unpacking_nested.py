(a, b), (c, [d, e]) = (1, 2), (3, (4, 5))
print(a, b, c, d, e)
first, *_, last = "hello"
print(first, last, _)
for i, (a, *b) in enumerate([(1, 2, 3), (4,)]):
    print(i, a, b)
x = [1, 2, 3]
x[0], x[1] = x[1], x[0]
print(x)
a, b = b, a = [1], 2
print(a, b)
[p, q] = {"k1": 1, "k2": 2}
print(p, q)
a = b = c = []
a.append(1)
print(b, c)
def pair(): return 1, 2
u, v = pair()
print(u, v, *pair())
for text in ["a, b = 1, 2, 3", "a, b, c = 1, 2", "a, *b, c = [1]"]:
    pass
try:
    a, b = 1, 2, 3
except ValueError as error:
    print(error)
try:
    a, b, c = "ab"
except ValueError as error:
    print(error)
try:
    a, b = {1, 2, 3}
except ValueError as error:
    print(error)
try:
    a, b = None
except TypeError as error:
    print(error)
try:
    (a, b), c = 1, 2
except TypeError as error:
    print(error)
