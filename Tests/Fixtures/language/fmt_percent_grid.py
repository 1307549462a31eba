values = [0, 5, -5, 255, 3.7, -3.7, 1e20, True, "s", None, [1], (), 10**25]
convs = ["%d", "%i", "%u", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%x", "%#x", "%X", "%o", "%#o", "%e", "%.2E", "%f", "%.0f", "%#.0f", "%10.3f|", "%-10.3f|", "%010.2f", "%g", "%.3g", "%#g", "%c", "%s", "%r", "%a", "%10s|", "%-10s|", "%.1s", "%5.1s|", "%%"]
for c in convs:
    row = []
    for v in values:
        try:
            row.append(c % (v,) if c != "%%" else c % ())
        except (TypeError, ValueError, OverflowError) as e:
            row.append(type(e).__name__ + " " + str(e))
    print(c, row)
print("%(n)s is %(v)5.2f" % {"n": "pi", "v": 3.14159}, "%(a)s%(a)s" % {"a": 1, "b": 2})
print("%s and %s" % ("a", "b"), "%s" % (1,), "%s" % [1, 2], "%*d|%-*d|%.*f" % (5, 1, 5, 2, 1, 3.14159))
for f, a in [("%s %s", (1,)), ("%s", (1, 2)), ("%(a)s", 5), ("%(a)s", {}), ("%z", 1), ("%", 1), ("%d %s", 1), ("%(a", {}), ("%*d", ("x", 1)), ("x", 1), ("%c", "ab"), ("%c", -1), ("%s", ())]:
    try:
        print(f % a)
    except Exception as e:
        print(type(e).__name__, e)


class F:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __float__(self):
        return 1.5

    def __index__(self):
        return 7


print("%s %r %a %f %x %d" % ((F(),) * 6) if False else "%s %r %a %f %x" % ((F(),) * 5))
