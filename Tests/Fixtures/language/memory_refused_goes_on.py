# A request for too much memory is an error like others: what comes after it has all the time that there was.
refused = 0
for attempt in range(300):
    for make in (
        lambda: "x" * 2**50,
        lambda: [0] * 2**48,
        lambda: (1,) * 2**47,
        lambda: b"x" * 2**49,
        lambda: "%*d" % (2**40, 1),
        lambda: "x".center(2**45),
        lambda: list(range(2**50)),
    ):
        try:
            make()
        except MemoryError:
            refused += 1
print(refused)
total = 0
for i in range(20000):
    total += i
print(total)
