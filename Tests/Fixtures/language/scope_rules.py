x = "global"


def outer():
    x = "outer"

    def inner():
        return x

    def setter():
        nonlocal x
        x = "set"

    setter()
    return inner(), x


print(outer(), x)


def reads_global():
    return x


def shadows():
    x = "local"
    return reads_global(), x


print(shadows())


class Body:
    x = "class"
    y = x + "!"
    z = [x for _ in range(1)]
    w = [i for i in x]
    f = lambda self: x

    def m(self):
        return x


print(Body.y, Body.z, Body.w, Body().f(), Body().m())
funcs = [lambda: i for i in range(3)]
print([f() for f in funcs], [f() for f in [lambda i=i: i for i in range(3)]])
print([(lambda: j)() for j in range(3)], [j for j in range(3) if (lambda: j)() > 0])
try:
    j
except NameError as e:
    print(e)
for k in range(3):
    pass
print(k)


def use_before():
    print(v)
    v = 1


try:
    use_before()
except UnboundLocalError as e:
    print(e)


def conditional(flag):
    if flag:
        value = 1
    return value


print(conditional(True))
try:
    conditional(False)
except UnboundLocalError as e:
    print(type(e).__mro__[1].__name__, e)


def deleted():
    a = 1
    del a
    return a


try:
    deleted()
except UnboundLocalError as e:
    print(e)


def make_counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


c1, c2 = make_counter(), make_counter()
print(c1(), c1(5), c2(), c1.__closure__[0].cell_contents, c1.__code__.co_freevars)


def makes_global():
    global made
    made = "by function"


makes_global()
print(made)


def nested_comprehension(n):
    return [[a * b for b in range(a)] for a in range(n)]


print(nested_comprehension(4))


def walrus_scope(items):
    found = [last := item for item in items if item]
    return found, last


print(walrus_scope([1, 0, 3]))
total = 0
print([total := total + v for v in [1, 2, 3]], total)
try:

    class Inner:
        print(undefined_thing)

except NameError as e:
    print(e)


def generator_scope():
    n = 2
    g = (n * i for i in range(3))
    n = 10
    return list(g)


print(generator_scope())


def default_capture(n=x, seen=[]):
    seen.append(n)
    return len(seen)


x = "changed"
print(default_capture(), default_capture("other"), default_capture.__defaults__)
