def nothing(): pass
def early(x):
    if x:
        return "early"
    return
def many(): return 1, 2, 3
def nested():
    for i in range(5):
        for j in range(5):
            if i * j == 6:
                return i, j
def star(): return *[1, 2], 3
print(nothing(), early(1), early(0), many(), nested(), star())
def in_with():
    try:
        return "value"
    finally:
        print("finally runs")
print(in_with())
def gen():
    yield 1
    return 2
print(list(gen()))
def rec(n): return [] if n == 0 else [n] + rec(n - 1)
print(rec(4))
