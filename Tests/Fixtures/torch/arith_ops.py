import torch
a = torch.tensor([7, -7, 5, 0])
b = torch.tensor([2, 2, -3, 4])
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, -a, abs(a), +a)
print(10 - a, 10 / b, 10 // b, 10 % b, 2 ** b.abs(), a & b, a | b, a ^ b, ~a)
f = torch.tensor([1.5, -2.5, 0.0, 3.0])
print(f + 1, f - 1, f * 2, f / 2, f // 2, f % 2, f ** 2, f ** 0.5, 2 ** f, 1 / f)
print(torch.add(a, b, alpha=2), a.add(1, alpha=3), torch.sub(a, b, alpha=2), torch.mul(a, 3), torch.div(a, b, rounding_mode="floor"), torch.div(a, b, rounding_mode="trunc"), torch.fmod(a, 3), torch.remainder(a, 3))
print(torch.true_divide(a, 2), torch.floor_divide(a, 2), a.div(2), torch.rsub(a, 1), torch.float_power(a, 2))
print(a == b, a != b, a < b, a <= b, a > b, a >= b, a == 7, f < 0)
c = f.clone()
c += 1
c *= 2
c -= 0.5
c /= 2
c **= 2
c //= 1
c %= 3
print(c)
d = a.clone()
d += b
d *= 2
d -= 1
d //= 2
d %= 5
d &= 3
d |= 8
d ^= 1
d <<= 1
d >>= 1
print(d)
print(torch.ones(2, 1) + torch.ones(3), (torch.ones(2, 1, 3) * torch.arange(4).reshape(4, 1)).shape)
print(a.pow(2), torch.pow(2, b.abs()), torch.pow(f, 2), f.square(), torch.sqrt(torch.tensor([4.0, 9.0])), torch.rsqrt(torch.tensor([4.0])))
print(True + a, a * True, a + torch.tensor(0.5), torch.tensor(2) + torch.tensor(0.5), torch.tensor(1) / torch.tensor(2))
