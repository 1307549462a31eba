# Widths at the ends of what a C integer holds ask for nothing, or for more than there is.
for width in (-2**63, -2**62, -1, 0, 2):
    print("x".center(width, "*"), "x".ljust(width, "*"), "x".rjust(width), "x".zfill(width))
print(round(30, -30), round(-7, -1), round(25, -1), round(35, -1))
