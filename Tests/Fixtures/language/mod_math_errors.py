import math


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


names = "sqrt exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh floor ceil trunc fabs degrees radians erf erfc gamma lgamma cbrt isnan isinf isfinite factorial isqrt frexp modf ulp".split()
for name in names:
    f = getattr(math, name)
    for value in (0, 1, -1, 0.5, -0.5, 2, 10, 1000, True, "x", None, math.inf, -math.inf, math.nan, 10**400):
        try:
            print(name, repr(f(value)))
        except Exception as e:
            print(name, type(e).__name__, e)
for name in "pow fmod remainder atan2 copysign hypot ldexp comb perm gcd lcm nextafter dist isclose".split():
    f = getattr(math, name)
    for pair in ((1, 2), (0, 0), (-1, 0.5), (0, -1), (7, -3), (2.5, 1), ("a", 1), (math.inf, 0), (math.nan, 1), (5, 7), (10, 400), (3, math.inf)):
        try:
            print(name, pair, repr(f(*pair)))
        except Exception as e:
            print(name, pair, type(e).__name__, e)
attempt(lambda: math.log())
attempt(lambda: math.log(1, 2, 3))
attempt(lambda: math.log(x=1))
attempt(lambda: math.sqrt())
attempt(lambda: math.sqrt(1, 2))
attempt(lambda: math.gcd(1.0))
attempt(lambda: math.hypot("a"))
attempt(lambda: math.dist([1, 2], [1]))
attempt(lambda: math.dist((1, 2), (4, 6)))
attempt(lambda: math.prod([2, 3], start=4))
attempt(lambda: math.prod(5))
attempt(lambda: math.fsum([1e100, 1, -1e100]))
attempt(lambda: math.fsum([1, "x"]))
attempt(lambda: math.isclose(1, 1 + 1e-10, rel_tol=1e-9, abs_tol=0.0))
attempt(lambda: math.isclose(1, 2, rel_tol=-1))
attempt(lambda: math.isclose(1))
attempt(lambda: math.perm(5))
attempt(lambda: math.comb(50, 25))
attempt(lambda: math.factorial(30))
attempt(lambda: math.ldexp(1.0, 5000))
attempt(lambda: math.ldexp(1.0, -5000))
attempt(lambda: math.nothing)


class Angle:
    def __float__(self):
        return 0.5

    def __floor__(self):
        return "floor!"

    def __ceil__(self):
        return "ceil!"

    def __trunc__(self):
        return "trunc!"


print(math.sin(Angle()), math.floor(Angle()), math.ceil(Angle()), math.trunc(Angle()))
