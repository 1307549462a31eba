print("%d %i %s %r %%" % (5, 5.9, "s", "r"))
print("%5d|%-5d|%05d|%+d|% d|%x|%X|%o|%#x|%#o" % (42, 42, 42, 42, 42, 255, 255, 8, 255, 8))
print("%f %.2f %8.3f %-8.1f| %e %E %g %G %.3g" % (3.14159, 3.14159, 3.14159, 3.14159, 12345.678, 12345.678, 12345.678, 1e-10, 12345.678))
print("%s and %s" % ("a", 1), "%s" % [1, 2], "%s" % (1,), "%(a)s %(b)05.1f" % {"a": 1, "b": 2.5})
print("%5s|%-5s|%.2s|%c%c" % ("ab", "ab", "abcdef", "x", 65))
print("%*d|%.*f|%-*d|" % (5, 42, 2, 3.14159, 4, 7))
print("%d" % True, "%s" % None, "%r" % "é", "%a" % "é", "%d" % 10 ** 20, "%x" % 10 ** 20, "%d" % -3.7)
print("%.0f %.0f %5.1f%%" % (0.5, 1.5, 99.5), "100%%" % (), "%#.3g" % 1.0, "%+.2e" % 0.0)
for text, value in [("%d", "x"), ("%s %s", (1,)), ("%s", (1, 2)), ("%z", 1), ("%", 1), ("%(a)s", 1), ("%(a)s", {}), ("%c", "ab"), ("%c", -1), ("%x", 1.5), ("abc", 1), ("%*d", ("a", 1)), ("%f", "a")]:
    try:
        print(text % value)
    except Exception as error:
        print(type(error).__name__, error)

for letter in "ßy\x7f\x01 ~":
    try:
        print(("%" + letter) % 1)
    except (TypeError, ValueError) as error:
        print(error)
