# Function calls: recursion, defaults, keywords, closures, unpacked arguments.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def scaled(x, factor=2, *, offset=0):
    return x * factor + offset


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def many(*args, **kwargs):
    return len(args) + len(kwargs)


def work(n):
    total = fib(16)
    step = counter()
    for i in range(n):
        total += scaled(i) + scaled(i, offset=1) + scaled(i, 3)
        total += step() + step(2)
        total += many(i, i, k=i)
    return total
