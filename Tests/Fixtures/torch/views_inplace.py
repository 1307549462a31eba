import torch
x = torch.zeros(2, 3)
v = x.view(6)
v[0] = 1
x.t()[2, 1] = 5
x[:, 1].fill_(7)
x[0].add_(1)
x.view(3, 2)[1].mul_(2)
print(x, v, x._version, v._version)
a, b = x.chunk(2)
a.zero_()
print(x)
x.diagonal().fill_(9)
x.select(1, 2).sub_(1)
x.narrow(1, 0, 1).copy_(torch.tensor([[3.0], [4.0]]))
print(x, x.T.contiguous().view(-1))
y = torch.arange(6).as_strided((2, 2), (3, 1))
print(y, y.stride(), y.is_contiguous(), y.reshape(-1), y.clone().stride())
z = torch.arange(4)
z.resize_(2, 2)
print(z, z.t_(), z.unsqueeze_(0).shape, z.squeeze_().shape, z.transpose_(0, 1))
e = torch.ones(3, 1).expand(3, 2)
try:
    e.add_(1)
except RuntimeError as err:
    print("RuntimeError:", err)
w = torch.ones(2)
w.data = torch.zeros(3)
print(w, w.shape)
w.set_ if False else None
n = torch.ones(2, 2)
n.copy_(torch.tensor([1, 2]))
n[1] = n[0]
print(n, n.fill_(2), n.zero_(), n.add_(1, alpha=3), n.mul_(2).div_(4).pow_(2), n.clamp_(max=1), n.neg_().abs_(), n.exp_().log_(), n.sqrt_(), n.floor_(), n.sigmoid_().round_())
m = torch.tensor([1, 2, 3])
m += 1
m *= 2
m //= 3
m **= 2
m -= 1
m %= 3
print(m, m.eq_(1), m.logical_not_(), m.bitwise_or_(4), m.lt_(5))
