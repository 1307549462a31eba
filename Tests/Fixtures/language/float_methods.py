print((2.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (2.5).hex(), float.fromhex("0x1.4p+1"), (1.5).conjugate())
print(float("nan") != float("nan"), float("-inf"), float("1_0.5"), float("  3.5\n"), float(10 ** 20), float(True))
print((3.7).__floor__(), (3.2).__ceil__(), (-3.7).__trunc__(), (2.675).__round__(2), (1.0).real, (1.0).imag)
print((0.1).as_integer_ratio(), (1e-5).hex(), (-0.0).hex(), float("inf").hex())
for f in (lambda: float("x"), lambda: float(None), lambda: float("nan").as_integer_ratio(), lambda: float("inf").as_integer_ratio(), lambda: int(float("inf")), lambda: round(float("nan")), lambda: float.fromhex("zz")):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
