a = list(range(8))
a[2:4] = "xyz"; print(a)
a[:0] = [-1]; print(a)
a[len(a):] = [99]; print(a)
a[1:-1] = []; print(a)
a = list(range(10))
a[::2] = [0] * 5; print(a)
a[::-1] = range(10); print(a)
a[5:2] = ["in"]; print(a)
del a[::3]; print(a)
del a[-2:]; print(a)
del a[:]; print(a)
b = [1, 2, 3]
b[1:2] = b; print(b)
b[:] = (x * 2 for x in b); print(b)
c = b[:]
c.append(1)
print(b is c, b == c, c[:-1] == b)
for f in ("b[::2] = [1]", "b[0:1] = 5", "b[::2] = 5"):
    pass
def s1(): b[::2] = [1]
def s2(): b[0:1] = 5
def s3(): b[9] = 1
def s4(): del b[9]
def s5(): b["a"] = 1
def s6(): (1, 2)[0] = 1
def s7(): "abc"[0] = "x"
def s8(): del "abc"[0]
for f in (s1, s2, s3, s4, s5, s6, s7, s8):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
