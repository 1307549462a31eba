texts = ["0", "-0", "+7", " 42 ", "\t1\n", "1_000", "1__0", "_1", "1_", "0x1F", "0b11", "0o17", "017", "1e3", "1.0", "", " ", "+", "--1", "١٢", "½", "a", "z", "ff", "FF", "0xff", "1 2"]
for base in (None, 10, 0, 2, 8, 16, 36):
    row = []
    for t in texts:
        try:
            row.append(int(t) if base is None else int(t, base))
        except ValueError as e:
            row.append("E")
    print(base, row)
for t in texts:
    for f in (int, float):
        try:
            print(f.__name__, repr(t), repr(f(t)))
        except ValueError as e:
            print(e)
for t in ["1e5", "1E-5", ".5", "5.", "-.5e1", "inf", "-Infinity", "nan", "1e309", "1e-400", "0x1p3", "1_0.5_5", "1._5", "1e", "e5", "infinit", " 1.5\n", "1,5"]:
    try:
        print(repr(t), repr(float(t)))
    except ValueError as e:
        print(e)
for f in (lambda: int("1", 1), lambda: int("1", 37), lambda: int(1, 10), lambda: int("1", 2.0), lambda: int(1.9), lambda: int(-1.9), lambda: int(1e30), lambda: int(float("nan")), lambda: int(float("inf")), lambda: int([]), lambda: int(None), lambda: float(None), lambda: float("1" * 400), lambda: float(10**309), lambda: bool("False"), lambda: int(True), lambda: str(10**50), lambda: int("9" * 30) + 1):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
print(bin(10), oct(64), hex(-255), f"{255:b} {255:o} {255:x}", (255).to_bytes(2, "little"), int.from_bytes(b"\x01\x00", "big"), (-5).bit_length(), (7).bit_count())
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999999999999996)], [round(x, 1) for x in (0.25, 0.35, 0.45, -0.25)], [round(x, -1) for x in (5, 15, 25, 26, -15)], round(2.675, 2), round(1e22, -21), round(5.5e15))
print(divmod(7, -2), divmod(-7, 2), divmod(7.5, -2), -7 // 2, -7 % 2, 7 // -2, 7 % -2, -7.5 // 2, -7.5 % 2, 0 % 5, -0.0 % 5, 5 % float("inf"), -5 % float("inf"))
print(2**100, (-2) ** 3, 2**-2, 0**0, 0.0**0, (-8) ** 3, 10**-3, pow(3, -1, 7), pow(2, 1000, 1009), 1 << 70, -1 >> 5, ~5, 6 & 3, 6 | 3, 6 ^ 3, -6 & 3, -6 | 3)
