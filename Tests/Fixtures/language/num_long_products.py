"""Products of long integers, by length: each is checked by its hash, its ends and by dividing again."""

import math
import random

random.seed(5)
lengths = [1, 7, 8, 9, 39, 40, 41, 64, 79, 80, 81, 82, 120, 161, 200, 333]
for n in lengths:
    for m in lengths:
        a = random.getrandbits(64 * n) | 1 << 64 * n - 1
        b = random.getrandbits(64 * m) | 1 << 64 * m - 1
        p = a * b
        print(n, m, hash(p), p & 0xFFFFFFFF, p >> 64 * (n + m) - 40, p // b == a, -a * b == -p, a * a == a ** 2)
ones = (1 << 64 * 100) - 1
print(hash(ones * ones), ones * ones == (1 << 12800) - (1 << 6401) + 1, hash(ones ** 5))
holes = sum(1 << 64 * i for i in range(0, 200, 3))
print(hash(holes * holes), hash(holes * ones), hash(holes * (holes >> 64 * 90)))
for n in (0, 1, 15, 16, 17, 20, 21, 25, 100, 1000, 5000):
    print(n, hash(math.factorial(n)), math.factorial(n).bit_length(), hash(math.perm(n, n // 2)), hash(math.comb(n, n // 3)))
print(hash(3 ** 20000), hash((-7) ** 3001), hash(math.prod(range(1, 2000))))
