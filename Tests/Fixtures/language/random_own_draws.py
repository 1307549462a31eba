# A class derived from random.Random that draws in a way of its own.
import random


class Quarter(random.Random):
    def random(self):
        return 0.25


class Bits(random.Random):
    drawn = 0

    def getrandbits(self, k):
        self.drawn += 1
        return self.drawn * 5 % 2**k


for make in (Quarter, Bits):
    r = make(1)
    print(r.randint(1, 10), r.choice("abcd"), r.randrange(100), r.randrange(0, 50, 7))
    items = list(range(8))
    r.shuffle(items)
    print(items, r.randrange(10**25))
r = Quarter()
print(r.random(), r.uniform(1, 3), r.gauss(0, 1), r.choices([1, 2, 3], k=3), r.sample(range(10), 3))
print(r.expovariate(1), r.triangular(), r.paretovariate(2), r.weibullvariate(1, 2))
try:
    random.random(1)
except TypeError as error:
    print(error)
