class Trace:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattribute__(self, name):
        if not name.startswith("_") and name != "log":
            object.__getattribute__(self, "log").append("get " + name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        if name.startswith("auto"):
            return name[4:]
        raise AttributeError(f"no {name} here")

    def __setattr__(self, name, value):
        self.log.append(f"set {name}={value}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append("del " + name)
        super().__delattr__(name)


t = Trace()
t.a = 1
t.a += 2
print(t.a, t.autoX)
del t.a
try:
    t.a
except AttributeError as e:
    print(e)
try:
    del t.zzz
except AttributeError as e:
    print(e)
print(t.log)
print(hasattr(t, "auto1"), hasattr(t, "b"), getattr(t, "b", "fallback"))


class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target

    def __getattr__(self, name):
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        setattr(self.target, name, value)


class Target:
    pass


p = Proxy(Target())
p.value = 3
print(p.value, p.target.__dict__, "value" in p.__dict__)


class Fields:
    def __getattr__(self, name):
        value = self.__dict__[name] = len(name)
        return value


f = Fields()
print(f.abc, f.__dict__, f.abc)


class Frozen:
    def __setattr__(self, name, value):
        raise AttributeError("can't set " + name)


try:
    Frozen().x = 1
except AttributeError as e:
    print(e)


class BadGet:
    def __getattr__(self, name):
        return 1 / 0


try:
    BadGet().x
except ZeroDivisionError as e:
    print(e)
try:
    hasattr(BadGet(), "x")
except ZeroDivisionError as e:
    print("hasattr passes", e)


class Dir:
    def __dir__(self):
        return ["b", "a"]


print(dir(Dir()))


class PropertyError:
    @property
    def x(self):
        return self.missing

    def __getattr__(self, name):
        return "from getattr " + name


print(PropertyError().x)
