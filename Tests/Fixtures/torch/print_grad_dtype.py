import torch
x = torch.tensor([1.0, 2.0], requires_grad=True)
print(x, x * 2, (x * 2).sum(), x.double(), x.detach(), (x > 1), x.view(2, 1))
print(torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True) @ torch.ones(2, 1))
print(torch.tensor(1.0, dtype=torch.float64, requires_grad=True), torch.ones(2, dtype=torch.int32), torch.tensor([1, 2], dtype=torch.uint8), torch.tensor(True), torch.tensor([True, False]))
print((torch.ones(30, requires_grad=True) * 1.5), torch.zeros(2, 0, requires_grad=True), torch.nn.Parameter(torch.ones(2)), torch.nn.Parameter(torch.zeros(2, 2)), torch.nn.Parameter(torch.tensor(1.5), requires_grad=False))
print(torch.ones(3, 25, requires_grad=True) + 0.5)
print(torch.full((3, 3), 1e-7, requires_grad=True) * 3, torch.full((2,), 1e12, dtype=torch.float64) * x.double())
