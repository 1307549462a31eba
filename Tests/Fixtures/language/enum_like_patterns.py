class Color:
    RED = 1
    GREEN = 2

    @classmethod
    def names(cls):
        return [n for n in vars(cls) if n.isupper()]

    @classmethod
    def name_of(cls, value):
        for name in cls.names():
            if getattr(cls, name) == value:
                return name
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")


print(Color.names(), Color.name_of(2))
try:
    Color.name_of(9)
except ValueError as e:
    print(e)


class Member:
    _all = {}

    def __init__(self, name, value):
        self.name, self.value = name, value
        Member._all[name] = self

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return hash(self.name)

    def __class_getitem__(cls, name):
        return cls._all[name]


LOW, HIGH = Member("LOW", 1), Member("HIGH", 10)
print(LOW, Member["HIGH"], LOW == Member["LOW"], {LOW: "l"}[LOW], LOW in {LOW}, LOW != HIGH)
try:
    Member["NONE"]
except KeyError as e:
    print("KeyError", e)


class Flags(int):
    def __or__(self, other):
        return Flags(int(self) | int(other))

    def __contains__(self, other):
        return int(self) & int(other) == int(other)

    def __repr__(self):
        return f"Flags({int(self):#05b})"


R, W, X = Flags(4), Flags(2), Flags(1)
rw = R | W
print(rw, R in rw, X in rw, rw == 6, rw + 1, isinstance(rw, int), sorted([W, R, X]))


class State:
    def next(self):
        raise NotImplementedError(f"{type(self).__name__}.next")


class Start(State):
    def next(self):
        return End()


class End(State):
    pass


print(type(Start().next()).__name__)
try:
    End().next()
except NotImplementedError as e:
    print("not implemented:", e)


class Abstract:
    def area(self):
        raise NotImplementedError

    def describe(self):
        return f"{self.__class__.__name__} with area {self.area():.2f}"


class Sq(Abstract):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s**2


print(Sq(3).describe())
try:
    Abstract().describe()
except NotImplementedError as e:
    print(repr(e))
