def numbers():
    for i in range(1, 100):
        print("make", i)
        yield i
def evens(source):
    return (x for x in source if x % 2 == 0)
def squares(source):
    for x in source:
        yield x * x
p = squares(evens(numbers()))
print(next(p))
print(next(p))
words = ["a", "bb", "ccc"]
lengths = (len(w) for w in words)
words = []
print(list(lengths))
first = next((x for x in range(100) if x * x > 50), None)
print(first)
def chunk(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]
print(list(chunk(list(range(7)), 3)))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
g = fib()
print([next(g) for _ in range(10)])
print(sum(i for i in range(10) if i % 3 == 0), any(print(i) for i in range(2)))
