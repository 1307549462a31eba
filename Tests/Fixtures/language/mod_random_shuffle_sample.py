import random
for seed in range(5):
    random.seed(seed)
    a = list("abcdefghij")
    random.shuffle(a)
    print("".join(a), random.sample(range(50), 4), random.choices("xyz", k=4), random.randrange(0, 100, 7), round(random.gauss(0, 1), 12), random.randint(-5, 5))
random.seed(10)
print([random.randint(1, 6) for _ in range(12)], [round(random.uniform(-1, 1), 6) for _ in range(4)], random.choice([10, 20, 30]))
def monte(n):
    random.seed(0)
    return sum(random.random() ** 2 + random.random() ** 2 < 1 for _ in range(n)) * 4 / n
print(monte(2000))
random.seed("hello")
print(random.random(), random.sample(range(1000), 10))
r = random.Random(3)
x = [[r.gauss(0, 1) for _ in range(3)] for _ in range(2)]
print(x)
