class Animal:
    sound = "..."
    def __init__(self, name): self.name = name
    def speak(self): return f"{self.name} says {self.sound}"
class Dog(Animal):
    sound = "woof"
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self): return super().speak() + "!"
class Cat(Animal):
    def __init__(self):
        super(Cat, self).__init__("cat")
    def speak(self): return Animal.speak(self).upper()
print(Dog("d").speak(), Puppy("p", 1).speak(), Cat().speak())
print(issubclass(Puppy, Animal), isinstance(Puppy("x", 1), Dog), isinstance(Cat(), Dog), issubclass(Dog, (int, Animal)))
print([c.__name__ for c in Puppy.__mro__], Puppy.__bases__[0].__name__, Dog.__subclasses__())
class A:
    def f(self): return "A"
class B(A):
    def f(self): return "B" + super().f()
class C(A):
    def f(self): return "C" + super().f()
class D(B, C):
    def f(self): return "D" + super().f()
print(D().f(), [c.__name__ for c in D.mro()])
try:
    class X(A, B): pass
except TypeError as error:
    print(error)
class L(list):
    def total(self): return sum(self)
l = L([1, 2, 3])
l.append(4)
print(l, l.total(), len(l), isinstance(l, list), L([1]) == [1], type(l[:]).__name__)
class Dct(dict):
    def __missing__(self, key): return key * 2
d = Dct(a=1)
print(d["a"], d["zz"], d, d.get("q"))
class S(str):
    def shout(self): return self.upper() + "!"
print(S("hi").shout(), S("a") + "b", S("x") == "x", {S("k"): 1}["k"])
class I(int):
    def double(self): return self * 2
print(I(5).double(), I(3) + 1, I(2) < 3, repr(I(7)))
class E(Exception): pass
class F(E):
    def __str__(self): return "F!"
try:
    raise F("x")
except E as error:
    print(error, repr(error))
try:
    class Bad(bool): pass
except TypeError as error:
    print(error)
