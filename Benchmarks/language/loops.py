# Integers and floats in nested loops.
def work(n):
    total = 0
    i = 0
    while i < n:
        for j in range(20):
            if (i + j) % 3 == 0:
                total += i * j
            elif j > 10:
                total -= 1
        i += 1
    x = 0.0
    for k in range(n * 4):
        x = x * 0.5 + k
    return total, round(x, 3)
