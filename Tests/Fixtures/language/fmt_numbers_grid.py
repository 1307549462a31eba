values = [0, 1, -1, 42, -42, 255, 1234567, -1234567, 10**20, True]
specs = ["", "d", "5", "<8", ">8", "^8", "08", "+", " ", "-", ",", "_", "x", "#x", "X", "#o", "b", "#b", "_b", "_x", "e", ".2e", "f", ".1f", ",.2f", "g", "%", ".1%", "c", "n", "*^12", "=+9", "0=8", "+,", "#_x", "010,", "s"]
for spec in specs:
    row = []
    for v in values:
        try:
            row.append(format(v, spec))
        except (ValueError, OverflowError) as e:
            row.append(str(e))
    print(repr(spec), row)
floats = [0.0, -0.0, 1.0, -1.5, 3.14159265, 1e10, 1e-10, 123456789.123, 1e100, float("inf"), float("-inf"), float("nan"), 0.1, 2.675, 1e16, 1e15, 0.00001234]
fspecs = ["", "10", "<10", "+", " ", "f", ".0f", ".3f", "#.0f", "e", ".0e", ".3E", "g", ".3g", "#.3g", "G", "%", ".0%", ",", ",.1f", "_.2f", "010.2f", "+.1e", "z.0f", "^+12.2f", "n", ".10", ".1", "#", "*>12.1f", "=12.1f", "012", "z", "5.", "d", "x", "s"]
for spec in fspecs:
    row = []
    for v in floats:
        try:
            row.append(format(v, spec))
        except (ValueError, OverflowError) as e:
            row.append(str(e))
    print(repr(spec), row)
for v in floats:
    print(repr(v), str(v), f"{v}", "%s %r %g %e %.3f" % (v, v, v, v, v), v.hex())
