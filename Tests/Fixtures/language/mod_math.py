import math
print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.sqrt(2), math.cbrt(27), math.exp(1), math.exp2(3), math.expm1(1e-5), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-5))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(1, -1))
print(math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.floor(-2.5), math.ceil(-2.5), math.floor(1e20), math.floor(5), math.fabs(-3))
print(math.factorial(0), math.factorial(10), math.factorial(30), math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.gcd(2 ** 100, 6 ** 50))
print(math.comb(5, 2), math.comb(50, 25), math.comb(3, 5), math.perm(5, 2), math.perm(5), math.perm(3, 5), math.isqrt(17), math.isqrt(10 ** 40), math.isqrt(0))
print(math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(), math.dist([0, 0], [3, 4]), math.pow(2, 0.5), math.fmod(-7, 3), math.remainder(7, 3), math.copysign(1, -0.0), math.degrees(math.pi), math.radians(180))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1, 2, 3]), math.prod([]), math.prod([2.0, 3], start=2), math.fsum([1e100, 1, -1e100]))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.frexp(10), math.ldexp(0.5, 3), math.modf(3.75), math.modf(-2.5), math.ulp(1.0), math.nextafter(1.0, 2.0), math.frexp(0))
print(math.erf(1), math.erfc(1), math.gamma(5), math.gamma(0.5), math.lgamma(10), math.gamma(10.5))
print(math.log(10 ** 400), math.log2(2 ** 2000), math.log10(10 ** 500), math.sqrt(10 ** 300), math.log(True))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.acos(2), lambda: math.sqrt("a"), lambda: math.floor(math.nan), lambda: math.floor(math.inf), lambda: math.gcd(1.5), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.fmod(1, 0), lambda: math.pow(0, -1), lambda: math.gamma(0), lambda: math.gamma(-1), lambda: math.log(10, 1), lambda: math.dist([1], [1, 2]), lambda: math.sin(math.inf), lambda: math.ldexp(1, 5000), lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.pow(10, 400), lambda: math.atanh(1), lambda: math.log1p(-1), lambda: math.nope, lambda: math.cosh(1000), lambda: math.lgamma(0), lambda: math.perm(-1), lambda: math.factorial("a"), lambda: math.prod(5), lambda: math.fsum([math.inf, -math.inf]), lambda: math.fsum(["a"]), lambda: math.remainder(1, 0), lambda: math.ceil("a"), lambda: math.trunc("a"), lambda: math.isqrt(1.5)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
