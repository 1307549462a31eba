# a comment
x = 1  # after code
y = (1 +
     2)  # joined inside brackets
z = 1 + \
    2
s = "# not a comment"
print(x, y, z, s)
a = [
    1,  # one
    2,
]

if True:

    # a comment in a block

    print(a)
b = 1; c = 2; print(b, c)
d = {
    "k":
        "v",
}
print(d)
def f(a,
      b,
      ):
    return a + b
print(f(1,
        2))
if x == 1: print("same line"); print("twice")
