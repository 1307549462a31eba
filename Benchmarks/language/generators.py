# A pipeline of generators, and iterators of the standard library.
from itertools import islice, chain


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(items):
    for x in items:
        if x % 2 == 0:
            yield x


def windows(items, size):
    window = []
    for x in items:
        window.append(x)
        if len(window) > size:
            window.pop(0)
        if len(window) == size:
            yield sum(window)


def nested(depth, n):
    if depth:
        yield from nested(depth - 1, n)
    else:
        yield from range(n)


def work(n):
    total = sum(windows(evens(x * 3 for x in numbers(n)), 3))
    total += sum(x for x in nested(5, n))
    total += sum(1 for a, b in zip(numbers(n), chain(range(5), numbers(n))) if a > b)
    return total, list(islice(evens(numbers(n)), 5)), sum(map(abs, filter(None, numbers(n))))
