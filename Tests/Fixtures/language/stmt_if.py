def sign(x):
    if x > 0:
        return "pos"
    elif x < 0:
        return "neg"
    else:
        return "zero"
print(sign(1), sign(-1), sign(0))
if 1: print("one line")
if []: print("no")
elif "": print("no")
else: print("else")
x = 5
if x > 3 and x < 10 or x == 100:
    if x == 5:
        pass
    print("nested")
