class A:
    def __repr__(self): return "A-repr"
class B(A):
    def __str__(self): return "B-str"
print(A(), str(A()), repr(B()), B(), [B()], f"{B()} {B()!r}", "%s %r" % (B(), B()), "{} {!r}".format(B(), B()))
class C:
    def __repr__(self): return 5
try:
    repr(C())
except TypeError as error:
    print(error)
class D:
    def __str__(self): return None
try:
    str(D())
except TypeError as error:
    print(error)
class F:
    def __format__(self, spec): return f"fmt[{spec}]"
print(f"{F():>10}", format(F(), "x"))
class G:
    def __bool__(self): return 1
try:
    bool(G())
except TypeError as error:
    print(error)
class H:
    def __hash__(self): return "x"
try:
    hash(H())
except TypeError as error:
    print(error)
class I:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 8
    def __round__(self, n=None): return "r"
    def __trunc__(self): return 9
    def __floor__(self): return "fl"
    def __ceil__(self): return "ce"
import math
print(int(I()), float(I()), round(I()), hex(I()), math.floor(I()), math.ceil(I()), math.sqrt(I()) > 2.7, math.trunc(I()))
