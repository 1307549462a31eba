"""str.format: numbering, names, attributes, items, conversions, and their errors."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: "{} {}".format(1, 2))
attempt(lambda: "{} {}".format(1))
attempt(lambda: "{0} {1}".format(1))
attempt(lambda: "{a}".format())
attempt(lambda: "{a}".format(b=1))
attempt(lambda: "{a.b}".format(a=1))
attempt(lambda: "{a[0]}".format(a=[5]))
attempt(lambda: "{a[5]}".format(a=[5]))
attempt(lambda: "{a[x]}".format(a=[5]))
attempt(lambda: "{a[x]}".format(a={}))
attempt(lambda: "{".format())
attempt(lambda: "}".format())
attempt(lambda: "{{}}".format())
attempt(lambda: "{0".format(1))
attempt(lambda: "{0!r}".format("a"))
attempt(lambda: "{0!x}".format("a"))
attempt(lambda: "{0!ra}".format("a"))
attempt(lambda: "{} {0}".format(1))
attempt(lambda: "{0} {}".format(1))
attempt(lambda: "{a} {}".format(1, a=2))
attempt(lambda: "{.real}".format(5))
attempt(lambda: "{0.}".format(5))
attempt(lambda: "{0[}".format(5))
attempt(lambda: "{0[]}".format([5]))
attempt(lambda: "{0[0]x}".format([5]))
attempt(lambda: "{:}".format([]))
attempt(lambda: "{0}".format(*[1]))
attempt(lambda: "{a}".format_map({}))
attempt(lambda: "{}".format_map({}))
attempt(lambda: "{a}".format_map(5))
