def grade(x):
    return "A" if x > 90 else "B" if x > 80 else "C"
print([grade(x) for x in (95, 85, 10)])
print((1 if True else 2) + 1, 1 if False else 2 + 1)
x = [] or {} or 0 or "end"
print(x)
print(1 < 2 and 2 < 3, not 1 == 2, not (1 == 1))
print(True == (1 == 1), 1 == 1 in [True], (1 == 1) in [True])
