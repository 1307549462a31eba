for spec in ["", "s", "5", "<5", ">5", "^5", "*^9", ".2", "8.2", ">8.2s", "05", "é<5", "0<6"]:
    print(repr(spec), "|" + format("abc", spec) + "|")
def attempt(value, spec):
    try:
        print(repr(format(value, spec)))
    except Exception as error:
        print(repr(value), repr(spec), type(error).__name__, error)
for spec in ["d", "=5", "+", " ", "#", ",", "_", "z", "10.", "abc", "5x5", "é"]:
    attempt("x", spec)
for spec in [".3d", "+c", "#c", ",c", "s", ",,", "_,", ",_", ",x", ",b", "zd", "abc", "99999999999999999999", "y", ".", "dd", "z"]:
    attempt(1, spec)
for spec in ["d", "s", "x", "c", ",n", "_n", ".", "..2f", "abc"]:
    attempt(1.5, spec)
for value in [None, [1], (1,), {1: 2}, {1}, object, print, True, range(3)]:
    attempt(value if value is not object else type, "")  if False else None
for value in [None, [1], (1,), {1: 2}]:
    attempt(value, "5")
    attempt(value, "")
attempt(True, "5")
attempt(True, "d")
attempt(True, "s")
class F:
    def __format__(self, spec):
        return "<" + spec + ">"
print(f"{F():abc}", format(F()), "{:x y}".format(F()))
