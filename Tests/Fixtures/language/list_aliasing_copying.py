a = [[0] * 2] * 2
a[0][0] = 1
print(a, a[0] is a[1])
b = [[0] * 2 for _ in range(2)]
b[0][0] = 1
print(b)
c = a[:]
c[0][1] = 7
c.append(9)
print(a, c)
def mutate(l, item):
    l.append(item)
    l = [0]
    return l
d = []
print(mutate(d, 1), d)
def default(x, acc=[]):
    acc.append(x)
    return acc
print(default(1), default(2), default(3, []))
e = [1, 2]
f = e
e = e + [3]
print(e, f)
e = f
e += [4]
print(e, f, e is f)
nested = [[1, [2]], 3]
import copy
shallow, deep = copy.copy(nested), copy.deepcopy(nested)
nested[0][1].append(9)
print(nested, shallow, deep)
x = [1, 2, 3]
for item in x[:]:
    if item == 2:
        x.remove(item)
print(x, [i for i in x], list(x) is x)
