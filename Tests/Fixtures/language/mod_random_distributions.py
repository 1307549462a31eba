import random


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


random.seed(2024)
print([random.random() for _ in range(3)])
print([random.uniform(-1, 1) for _ in range(3)])
print([random.randint(-5, 5) for _ in range(10)])
print([random.randrange(0, 100, 7) for _ in range(5)], random.randrange(5), random.randrange(10, 0, -3))
print([random.gauss(0, 1) for _ in range(4)])
print([random.normalvariate(1, 2) for _ in range(3)])
print([random.triangular(0, 10, 3) for _ in range(3)], random.triangular())
print([random.betavariate(2, 3) for _ in range(3)])
print([random.expovariate(2) for _ in range(3)])
print([random.gammavariate(a, 2) for a in (0.5, 1, 2.5)])
print([random.lognormvariate(0, 0.5) for _ in range(2)])
print([random.vonmisesvariate(1, k) for k in (0, 2, 5)])
print([random.paretovariate(2) for _ in range(2)], [random.weibullvariate(1, 2) for _ in range(2)])
print(random.choice("abcdef"), random.choice(range(100)), random.choice((1, 2, 3)))
print(random.choices("abc", k=8), random.choices("abc", weights=[1, 0, 5], k=8), random.choices("abc", cum_weights=[1, 2, 10], k=4))
print(random.sample(range(1000), 5), random.sample("abcdefgh", 8), random.sample([1, 2, 3], counts=[2, 1, 3], k=4))
deck = list(range(20))
random.shuffle(deck)
print(deck)
print(random.getrandbits(1), random.getrandbits(32), random.getrandbits(65), random.getrandbits(200), random.randbytes(6))
for seed in (0, 1, -1, 12345678901234567890, "text", b"bytes", 3.5, True, None if False else 7):
    random.seed(seed)
    print(seed, random.random(), random.randint(0, 10**20))
state = random.getstate()
a = [random.random(), random.gauss(0, 1)]
random.setstate(state)
print(a == [random.random(), random.gauss(0, 1)], state[0], len(state[1]), state[2])
r1, r2 = random.Random(42), random.Random(42)
print(r1.random() == r2.random(), r1.sample(range(50), 4) == r2.sample(range(50), 4), r1.choice([1, 2, 3]), r1.gauss(5, 1), r1.shuffle(deck), deck[:4])


class Mine(random.Random):
    def twice(self):
        return self.random() * 2


print(Mine(3).twice() == random.Random(3).random() * 2)
attempt(lambda: random.choice([]))
attempt(lambda: random.sample([1], 2))
attempt(lambda: random.sample({1, 2}, 1))
attempt(lambda: random.sample(5, 1))
attempt(lambda: random.randint(2, 1))
attempt(lambda: random.randrange(0))
attempt(lambda: random.randrange(1, 5, 0))
attempt(lambda: random.choices([], k=2))
attempt(lambda: random.choices([1], weights=[1, 2]))
attempt(lambda: random.choices([1], weights=[0]))
attempt(lambda: random.choices([1, 2], 3))
attempt(lambda: random.getrandbits(-1))
attempt(lambda: random.shuffle("abc"))
attempt(lambda: random.seed([1]))
attempt(lambda: random.expovariate(0))
attempt(lambda: random.gammavariate(-1, 1))
attempt(lambda: random.randint(1))
attempt(lambda: random.uniform())
attempt(lambda: random.randint(1, 2, 3))
attempt(lambda: random.gauss(1, 2, 3))
attempt(lambda: random.choices("ab", weights=[1, 1], cum_weights=[1, 2]))
attempt(lambda: random.choice(None))
