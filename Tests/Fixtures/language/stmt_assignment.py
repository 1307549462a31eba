a = b = [1]
b.append(2)
print(a, a is b)
x, y = y0, x0 = 1, 2
print(x, y, y0, x0)
x += 1; y -= 1; x *= 3; y **= 2; x //= 2; x /= 1; x %= 2
print(x, y)
class C: pass
c = C()
c.v = 1
c.v += 5
d = {"k": [1]}
d["k"] += [2]
d["k"][0] -= 1
print(c.v, d)
l = [1, 2, 3]
l[0], l[1:] = 9, [8]
print(l)
s = "a"
s += "b"
s *= 2
print(s)
t = (1,)
u = t
t += (2,)
print(t, u)
m = n = 0
m += 1
print(m, n)
x: int = 5
y: "str"
print(x, __annotations__)
i = 0
def idx():
    global i
    i += 1
    return 0
l[idx()] += 1
print(l, i)
