class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__.lower()] = cls


class Csv(Plugin):
    pass


class Json(Plugin, key="js"):
    pass


print(sorted(Plugin.registry), Plugin.registry["js"].__name__)


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__ if isinstance(item, type) else item!r}]"


print(Box[int], Box[1, 2])


class Counted:
    instances = 0

    def __new__(cls, *args, **kwargs):
        cls.instances += 1
        made = super().__new__(cls)
        made.serial = cls.instances
        return made

    def __init__(self, name="x"):
        self.name = name


print([(c.serial, c.name) for c in (Counted("a"), Counted(), Counted(name="b"))])


class Singleton:
    _it = None

    def __new__(cls):
        if cls._it is None:
            cls._it = super().__new__(cls)
        return cls._it


print(Singleton() is Singleton())


class Celsius(float):
    def __new__(cls, value):
        return super().__new__(cls, value + 0.5)

    def __repr__(self):
        return f"{float(self)}C"


print(Celsius(1), Celsius(1) + 1, [Celsius(2)])


class Upper(str):
    def __new__(cls, text):
        return str.__new__(cls, text.upper())


print(Upper("abc"), type(Upper("a") + "b").__name__, Upper("x") == "X")


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


print(Pair(1, 2), Pair(1, 2).first, len(Pair(3, 4)), Pair(1, 2) == (1, 2))


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(Other())


class NoKeywords:
    def __init_subclass__(cls):
        pass


try:

    class Sub(NoKeywords, flag=True):
        pass

except TypeError as e:
    print(e)
try:

    class Sub2(flag=True):
        pass

except TypeError as e:
    print(e)
