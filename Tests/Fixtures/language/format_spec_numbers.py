for spec in ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", " ", "-", "+05", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010b", ",", "_", "_x", "08,", "010,", "c", "e", ".2f", "g", "%", "*^9", "#_b", "_b", "n", "0=+8", "x>6"]:
    print(repr(spec), "|" + format(97, spec) + "|", "|" + (format(-97, spec) if spec != "c" else "") + "|")
for spec in ["", "f", ".0f", ".3f", "10.2f", "<10.2f|", "e", ".2e", "E", "g", ".3g", "#.3g", "G", "%", ".1%", ",.2f", "_.2f", "010.2f", "+.1f", " .1f", "n", ".4", ".1", "^12.1f", "#.0f", "#.0e", "012,.1f", "z.0f", ".10g", ".17g", ".20f"]:
    for value in [0.0, 1.0, -1.5, 1234567.891, 1e-7, 1e20, -0.0001]:
        try:
            print(repr(spec), repr(value), "|" + format(value, spec) + "|")
        except ValueError as error:
            print(repr(spec), error)
for value in [float("inf"), float("-inf"), float("nan")]:
    for spec in ["", "f", "F", "e", "E", "g", "G", "%", "08.1f", "+", "<8", "08,"]:
        print(repr(spec), "|" + format(value, spec) + "|")
