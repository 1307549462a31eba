class Money:
    def __init__(self, v): self.v = v
    def __format__(self, spec):
        if spec.endswith("e"):
            return format(self.v, spec[:-1] or ".2f") + " EUR"
        return f"Money({self.v})" if not spec else format(self.v, spec)
    def __str__(self): return "str money"
    def __repr__(self): return "repr money"
m = Money(12.5)
print(f"{m}", f"{m:e}", f"{m:.1fe}", f"{m:>8.2f}", f"{m!s}", f"{m!r:>12}", "{:e}".format(m), format(m, "e"), str(m), "%s" % m, "%r" % m)
class Temp(float): pass
print(f"{Temp(36.6):.2f}", Temp(36.6) + 1, f"{Temp(1.5)}")
class Named(str): pass
print(f"{Named('n'):>3}|", Named("a").upper(), f"{Named('q')!r}")
class NoFormat: pass
try:
    f"{NoFormat():>5}"
except TypeError as error:
    print(error)
