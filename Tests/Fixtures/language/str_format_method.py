print("{} {}".format(1, 2), "{1} {0}".format(1, 2), "{a} {b}".format(a=1, b=2), "{{}}".format())
print("{0[1]} {1[key]} {2.real}".format([1, 2], {"key": "v"}, 5))
print("{:>5}|{:<5}|{:^5}|{:*^7}".format("a", "b", "c", "d"))
print("{:{}}|{:{w}.{p}f}".format("x", 4, 3.14159, w=8, p=2))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}".format("x"))
print("{:,} {:_} {:e} {:.3g} {:%}".format(1234567, 1234567, 12345.678, 12345.678, 0.25))
print("{:+d} {: d} {:05d} {:x} {:#x} {:b} {:#o} {:c}".format(5, 5, 5, 255, 255, 5, 8, 65))
print("{a.b}".format(a=type("T", (), {"b": 7})))
print("{}".format(None), "{}".format([1]), "{:s}".format("s"))
for text, args in [("{} {1}", (1, 2)), ("{", ()), ("}", ()), ("{0", ()), ("{}", ()), ("{a}", ()), ("{:d}", ("x",)), ("{0.x}", (1,)), ("{!x}", (1,)), ("{0[}", ([1],))]:
    try:
        print(text.format(*args))
    except Exception as error:
        print(type(error).__name__, error)
print("{x} {y}".format_map({"x": 1, "y": 2}))
