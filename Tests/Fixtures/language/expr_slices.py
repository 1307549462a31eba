a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[::2], a[::-1], a[-3:], a[:-3])
print(a[8:2:-2], a[20:], a[-20:3], a[5:5], a[5:2], a[2:20:3])
s = "hello world"
print(s[0], s[-1], s[1:4], s[::-1], s[-5:], s[::3])
t = (1, 2, 3, 4)
print(t[1:3], t[::-1], t[10:])
a[2:5] = [20, 30]
print(a)
a[1:1] = [7, 7, 7]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
del a[::3]
print(a)
del a[1:3]
print(a)
a[len(a):] = "xy"
print(a)
print(range(10)[2:8:2], range(10)[::-1], list(range(10)[::-3]))
print(slice(1, 2), slice(None), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(5))
class Show:
    def __getitem__(self, key):
        return key
print(Show()[1:2], Show()[1:2, ::3], Show()[...], Show()[1, 2], Show()[:])
