import torch
x = torch.tensor([[1.0, -2.0], [3.0, -4.0]])
print(torch.where(x > 0, x, 0.0), torch.where(x > 0, 1, 0), torch.where(x > 0, 1.0, x), torch.where(x > 0, x, torch.zeros(2)), x.where(x > 0, torch.tensor(9.0)))
m = x > 0
print(m, ~m, m & (x < 2), m | (x < -3), m ^ m, m.sum(), m.float(), m.any(), m.all(), m.int(), x[m], x[~m], (x * m), m.logical_not(), torch.logical_and(m, x < 2), torch.logical_xor(m, ~m))
print(x.clamp(-1, 2), x.clamp(min=0), x.clamp(max=0), x.clip(0, 1), torch.clamp(x, torch.tensor(-1.0), torch.tensor(1.0)), x.clamp_min(0), x.sign(), x.abs(), x.relu(), torch.maximum(x, -x), torch.minimum(x, torch.zeros(1)), torch.fmax(x, torch.tensor(0.0)))
print(torch.isnan(torch.tensor([1.0, float("nan")])), torch.isinf(torch.tensor([1.0, float("inf")])), torch.isfinite(torch.tensor([1.0, float("inf")])), torch.nan_to_num(torch.tensor([float("nan"), float("inf"), -float("inf")])), torch.nan_to_num(torch.tensor([float("nan"), 1.0]), nan=5.0))
print(torch.eq(x, 1), torch.ne(x, 1), torch.gt(x, 0), torch.ge(x, 1), torch.lt(x, 0), torch.le(x, 1), torch.equal(x, x.clone()), torch.equal(x, x.T), torch.allclose(x, x + 1e-9), torch.isclose(x, x + 0.1), x.eq(x).all())
print(torch.tril(torch.ones(3, 3)), torch.triu(torch.ones(3, 3), diagonal=1), torch.ones(2, 2).masked_fill(torch.tensor([[True, False], [False, True]]), float("-inf")), torch.ones(3, 3).tril(-1).bool())
w = torch.tensor([1.0, -1.0], requires_grad=True)
torch.where(w > 0, w * 2, w * 3).sum().backward()
print(w.grad, torch.where(torch.tensor([True, False]), w, torch.zeros(2)))
