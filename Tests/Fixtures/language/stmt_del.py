a = [1, 2, 3]
del a[0]
print(a)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
x = 1
del x
try:
    x
except NameError as error:
    print(error)
class C: pass
c = C()
c.a = 1
del c.a
print(hasattr(c, "a"))
try:
    del c.a
except AttributeError as error:
    print(error)
try:
    del d["zz"]
except KeyError as error:
    print(repr(error))
a, b = 1, 2
del a, (b)
try:
    del a
except NameError as error:
    print(error)
def f():
    y = 1
    del y
    return y
try:
    f()
except UnboundLocalError as error:
    print(error)
