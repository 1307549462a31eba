for n in (0, 7, 255, 1024, -1, 10 ** 12):
    print(f"{n:>15,} {n:>15_} {n:x} {n:o} {n:b} {n:e} {n:g}")
for x in (0.0, 0.1, 1 / 3, 2.5, 1e-10, 123456.789, 1e21, -0.5):
    print(f"{x!r:>22} {x:.3f} {x:10.4g} {x:e} {x:%} {round(x, 2)} {int(x)}")
def human(n):
    for unit in ["B", "KB", "MB", "GB"]:
        if abs(n) < 1024:
            return f"{n:.1f}{unit}"
        n /= 1024
    return f"{n:.1f}TB"
print([human(v) for v in (10, 2048, 5 * 1024 ** 2, 3.5 * 1024 ** 3, 1024 ** 5)])
def roman(n):
    out = ""
    for v, s in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        while n >= v:
            out += s
            n -= v
    return out
print([roman(n) for n in (1, 4, 9, 14, 1994, 2024)])
def base(n, b):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while n:
        n, r = divmod(n, b)
        out = digits[r] + out
    return out or "0"
print([base(255, b) for b in (2, 8, 16, 36)], all(int(base(n, 7), 7) == n for n in range(1, 200)))
