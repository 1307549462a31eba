import random
random.seed(42)
print(random.random(), random.random())
print(random.randint(1, 100), random.randint(0, 1), random.randrange(10), random.randrange(5, 50, 5), random.randint(1, 10 ** 30))
print(random.choice("abcdef"), random.choice([1, 2, 3]), random.choice(range(100)))
l = list(range(10))
random.shuffle(l)
print(l)
print(random.sample(range(100), 5), random.sample([1, 2, 3, 4, 5], 5), random.sample(range(1000000), 3), random.sample("abc", 2), random.sample(["a", "b"], counts=[3, 2], k=4))
print(random.uniform(1, 5), random.gauss(0, 1), random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.gauss())
print(random.choices([1, 2, 3], k=5), random.choices("ab", weights=[9, 1], k=5), random.choices("ab", cum_weights=[1, 10], k=3))
print(random.expovariate(1.5), random.betavariate(2, 3), random.gammavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(1, 1), random.triangular(0, 10, 3), random.triangular())
print(random.lognormvariate(0, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 4))
print(random.getrandbits(10), random.getrandbits(100), random.randbytes(4))
for seed in (0, 1, -5, 123456789, 2 ** 40, 10 ** 30, "text", 3.5, True, b"bytes", ""):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(32))
r = random.Random(7)
s = random.Random(7)
print(r.random() == s.random(), r.randint(1, 6), r.choice("xyz"), [r.gauss(0, 1) for _ in range(2)])
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)])
random.seed(1)
print([random.randint(0, 9) for _ in range(20)], random.sample(range(20), 15))
for f in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[0]), lambda: random.sample({1}, 1), lambda: random.seed([]), lambda: random.randint(1.5, 2), lambda: random.choices([1], [1, 2]), lambda: random.getrandbits(-1), lambda: random.shuffle((1, 2)), lambda: random.randrange(1, 5, 0)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
