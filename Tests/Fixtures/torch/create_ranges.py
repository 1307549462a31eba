import torch
print(torch.arange(5), torch.arange(1, 4), torch.arange(1, 2.5, 0.5), torch.arange(5, 0, -1), torch.arange(0))
print(torch.arange(3.0), torch.arange(0, 10, 3), torch.arange(2, dtype=torch.float64), torch.arange(0, 1, 0.25))
print(torch.linspace(0, 1, 5), torch.linspace(-1, 1, 3), torch.linspace(0, 10, steps=1), torch.linspace(0, 1, 0), torch.linspace(1, 5, 5, dtype=torch.int64))
print(torch.logspace(0, 2, 3), torch.logspace(0, 3, 4, base=2))
print(torch.arange(6).reshape(2, 3), torch.arange(start=2, end=8, step=2), torch.range(1, 3) if False else "")
print(torch.tril_indices(3, 3), torch.triu_indices(2, 3))
print(torch.arange(0, 3, dtype=torch.int32).dtype, torch.arange(-3, 3))
