# `.Nf` is rounded from the exact value, ties to even, as far as digits go.
values = [0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.375, 0.25, 0.75, 1.005, 2.675, 1e-5, 9.995, 99.5, 999999.5, 0.1, 1 / 3, -2 / 3]
values += [2.0**52 + 0.5, 2.0**53, 2.0**63, 2.0**64, 2.0**64 - 2048, 1e15 + 0.3, 1e16, 1e17, 1e22, 1e300, 5e-324, 2.2250738585072014e-308]
values += [float("inf"), float("-inf"), float("nan")]
for value in values:
    print(value, [f"{value:.{places}f}" for places in (0, 1, 2, 3, 6, 9, 15, 19, 20)], f"{value:.0f} {value:.1f} {value:.2f} {value:.9f}")
    print("%.2f" % value, "%.0f" % value, "%8.3f|%-9.1f|%+.2f" % (value, value, value), "{:.4f}".format(value), f"{value:9.2f}|{value:,.1f}")
for k in range(1, 40):
    print(f"{(2 * k + 1) / 2**k:.3f} {(2 * k + 1) / 2**(k + 1):.{k % 10}f} {10.0**k / 7:.2f} {7 / 10.0**k:.9f}", round(k / 8, 2), round(k * 1.005, 2))

# What the short ways of reading numbers must not take for numbers.
for text in ["1.5", "-1.5", ".5", "5.", "-.5", "0.1", "123456789012.345", "1.", "-0.0", "00.10", "9.999999999999999", "99999999.99999999",
             "1e5", "1_0.5", "+1.5", " 1.5 ", "1.5.2", ".", "-.", "--1.", "1.a", "", "-", "١.٥", "1_.5"]:
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(error)
for text in ["1", "-1", "12345678901234567", "123456789012345678", "1234567890123456789", "-999999999999999999", "9223372036854775808",
             "0", "-0", "007", "+5", " 5", "1_0", "_1", "a", "1a", "", "-", "--1", "٣", "0x10"]:
    try:
        print(repr(text), int(text), int(text, 10))
    except ValueError as error:
        print(error)
