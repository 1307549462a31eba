print()
print(1, "a", None, [1, "x"], {"k": (1,)})
print(1, 2, sep="-", end="!\n")
print("a", "b", sep="")
print(*range(3), sep=", ")
print("x", end="")
print("y", flush=True)
print(sep="z")
print("a\nb", "tab\tx")
print(1, 2, sep=None, end=None)
try:
    print(1, sep=5)
except TypeError as error:
    print(error)
try:
    print(1, end=5)
except TypeError as error:
    print(error)
try:
    print(1, nope=5)
except TypeError as error:
    print(error)
print("é€😀", "\u00e9")
print(True, False, 1e10, -0.0, 10 ** 20, ..., NotImplemented)
