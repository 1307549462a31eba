import torch
x = torch.zeros(3, 4)
x[0] = 1
x[1, 2] = 5.5
x[:, 3] = torch.tensor([7.0, 8.0, 9.0])
print(x)
x[x > 6] = -1
x[2, :2] = torch.tensor([1, 2])
x[[0, 1], [1, 1]] = 3
print(x)
x[1:, ::2] += 10
x[0, 0] *= 4
x[...] = x + 1
print(x)
x[:, [0, 2]] = torch.tensor([[1.0, 2.0]])
x[torch.tensor([True, False, True])] = 0
print(x)
x[None, 1] = 2
x[1][0] = 9
x[2] = torch.arange(4)
x[-1, -1] = True
print(x)
y = torch.arange(6)
y[2:4] = torch.tensor([-1, -2])
y[y < 0] = 100
y[[0, 5]] = torch.tensor([7, 8])
y[1] = 3.9
print(y)
z = torch.zeros(2, 3, dtype=torch.bool)
z[0, 1] = True
z[1] = torch.tensor([1, 0, 2])
print(z)
w = torch.zeros(4)
w[[0, 0, 1]] += 1
print(w)
w.index_add_(0, torch.tensor([0, 0, 1]), torch.ones(3))
print(w)
q = torch.zeros(2, 2)
q[0], q[1] = torch.ones(2), torch.full((2,), 2.0)
q.T[0, 1] = 5
print(q)
