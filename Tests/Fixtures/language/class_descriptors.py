class Logged:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        print("get", self.name)
        return getattr(obj, self.name, "unset")

    def __set__(self, obj, value):
        print("set", self.name, value)
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        print("delete", self.name)
        delattr(obj, self.name)


class Point:
    x = Logged()
    y = Logged()

    def __init__(self, x):
        self.x = x


p = Point(3)
print(p.x, p.y)
p.y = 5
print(p.__dict__)
p.__dict__["x"] = "hidden"
print(p.x)
del p.x
print(p.x)
print(isinstance(Point.x, Logged))


class NonData:
    def __get__(self, obj, owner):
        return "computed"


class Holder:
    attr = NonData()


h = Holder()
print(h.attr)
h.attr = "own"
print(h.attr, Holder.attr)
del h.attr
print(h.attr)


class ReadOnly:
    def __get__(self, obj, owner):
        return 1

    def __set__(self, obj, value):
        raise AttributeError("read only")


class R:
    v = ReadOnly()


try:
    R().v = 3
except AttributeError as e:
    print(e)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        return obj.__dict__[self.name] if obj is not None else self

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.name] = value


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


print(vars(Person("Ann", 5)))
try:
    Person("Ann", "five")
except TypeError as e:
    print(e)


class OnlySet:
    def __set__(self, obj, value):
        obj.__dict__["q"] = value * 2


class Q:
    q = OnlySet()


q = Q()
print(type(q.q).__name__)
q.q = 4
print(q.q)
