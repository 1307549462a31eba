# obj.__class__ = Other, and classes asked through their instances.
class A:
    name = "A"

    def __init__(self):
        self.x = 1


class B:
    name = "B"

    def show(self):
        return self.name, self.x


a = A()
a.__class__ = B
print(type(a), a.show(), isinstance(a, A), a.__dict__)
a.y = 2
a.__class__ = A
print(a.name, a.x, a.y, hasattr(a, "show"))


class Slotted:
    __slots__ = ("x",)


class L(list):
    pass


class M(list):
    def total(self):
        return sum(self)


m = L([1, 2])
m.__class__ = M
print(m.total(), m)
for value, other in ((a, int), (a, 3), (a, Slotted), (1, A), (Slotted(), A), (m, A), ([], M)):
    try:
        value.__class__ = other
        print("changed", type(value))
    except TypeError as error:
        print(error)


class Check:
    def __instancecheck__(self, instance):
        print("instance?", instance)
        return instance == 1

    def __subclasscheck__(self, cls):
        print("subclass?", cls)
        return []


print(isinstance(1, Check()), isinstance(2, Check()), issubclass(int, Check()), isinstance(1, Check))
