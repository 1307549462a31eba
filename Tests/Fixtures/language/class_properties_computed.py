class Temperature:
    def __init__(self, c=0): self.celsius = c
    @property
    def celsius(self): return self._c
    @celsius.setter
    def celsius(self, v):
        if v < -273.15:
            raise ValueError("below absolute zero")
        self._c = v
    @property
    def fahrenheit(self): return self.celsius * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, v): self.celsius = (v - 32) * 5 / 9
t = Temperature(25)
print(t.fahrenheit)
t.fahrenheit = 212
print(t.celsius, vars(t), Temperature.celsius.fget(t))
try:
    t.celsius = -300
except ValueError as error:
    print(error)
try:
    Temperature(-300)
except ValueError as error:
    print(error)
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner):
        if obj is None:
            return self
        v = obj.__dict__[self.name] = self.f(obj)
        return v
class Data:
    loads = 0
    @Lazy
    def table(self):
        Data.loads += 1
        return [1, 2, 3]
d = Data()
print(d.table, d.table, Data.loads, type(Data.table).__name__)
class Positive:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner=None): return getattr(obj, self.name)
    def __set__(self, obj, v):
        if v <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(obj, self.name, v)
class Box:
    w, h = Positive(), Positive()
    def __init__(self, w, h): self.w, self.h = w, h
print(Box(2, 3).w * Box(2, 3).h)
try:
    Box(1, -1)
except ValueError as error:
    print(error)
