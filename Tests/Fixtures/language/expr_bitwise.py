print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 10, 1024 >> 3)
print(-1 >> 10, -5 >> 1, -5 & 0xff, -5 | 2, -5 ^ 3)
print(1 << 100, (1 << 100) >> 98, (1 << 70) & (1 << 70) - 1)
print(True & False, True | False, True ^ True, True & 3)
print(-(1 << 70) & 0xffff, -(1 << 70) | 1, -(1 << 70) ^ 5, ~(1 << 70))
print(-(1 << 70) >> 3, 0b1010, 0o17, 0xff, 1_000_000)
print(5 & 3 | 4 ^ 1 << 2)
x = 6
x &= 3
print(x)
x |= 8
x ^= 1
x <<= 4
x >>= 1
print(x)
