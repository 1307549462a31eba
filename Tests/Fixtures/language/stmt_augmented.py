x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 2; print(x)
x /= 4; print(x)
x //= 2; print(x)
x **= 3; print(x)
x %= 5; print(x)
y = 6
y &= 5; print(y)
y |= 3; print(y)
y ^= 1; print(y)
y <<= 3; print(y)
y >>= 1; print(y)
l = [1]
m = l
l += [2]
l += "ab"
l *= 2
print(m, l is m)
t = (1,)
u = t
t += (2,)
print(u, t)
s = {1}
r = s
s |= {2}
s -= {1}
print(r, s is r)
d = {"n": 1}
d["n"] += 1
print(d)
class A:
    v = 1
a = A()
a.v += 1
print(a.v, A.v)
def side():
    print("once")
    return 0
l[side()] += 10
print(l)
try:
    t[0] += 1
except TypeError as error:
    print(error)
z = ([],)
try:
    z[0] += [1]
except TypeError as error:
    print(error, z)
