class Base:
    def run(self): return ["Base"]
class LogMixin:
    def run(self): return ["Log"] + super().run()
class TimeMixin:
    def run(self): return ["Time"] + super().run()
class Task(LogMixin, TimeMixin, Base):
    def run(self): return ["Task"] + super().run()
print(Task().run(), [c.__name__ for c in Task.__mro__])
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C): pass
class F(D, E): pass
print([c.__name__ for c in F.mro()], issubclass(F, C), F.__bases__ == (D, E))
for bases in ((A, B), (B, B)):
    try:
        type("X", bases, {})
    except TypeError as error:
        print(error)
class Plugin:
    registry = {}
    def __init_subclass__(cls, key=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[key or cls.__name__.lower()] = cls
class Csv(Plugin): pass
class Json(Plugin, key="js"): pass
print(sorted(Plugin.registry), Plugin.registry["js"].__name__)
class ReprMixin:
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
class EqMixin:
    def __eq__(self, o): return type(self) is type(o) and vars(self) == vars(o)
class Point(ReprMixin, EqMixin):
    def __init__(self, x, y): self.x, self.y = x, y
print(Point(1, "a"), Point(1, 2) == Point(1, 2), Point(1, 2) != Point(1, 3))
