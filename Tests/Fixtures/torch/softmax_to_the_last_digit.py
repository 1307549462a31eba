# Every digit of float32: the orders in which PyTorch adds, and its kinds of exponential.
import torch
import torch.nn.functional as F

torch.manual_seed(0)
for size in [1, 2, 3, 7, 8, 10, 16, 17, 33]:
    x = (torch.randn(3, size) * 3).requires_grad_()
    weights = torch.randn(3, size)
    for f in [torch.softmax, torch.log_softmax]:
        x.grad = None
        y = f(x, 1)
        y.backward(weights)
        print(f.__name__, size, y.tolist(), x.grad.tolist())
x = torch.randn(40, 10) * 2
print(F.softmax(x, dim=1)[:4].tolist())
print(F.log_softmax(x, dim=1)[30:].tolist())
print(F.cross_entropy(x, torch.arange(40) % 10).item())
x = torch.randn(6, 20, requires_grad=True)
y = torch.log_softmax(x, 0)
y.backward(torch.randn(6, 20))
print(y.tolist(), x.grad.tolist())
x = (torch.randn(50) * 3)
for f in [torch.sigmoid, F.silu, F.gelu]:
    print(f.__name__, f(x).tolist())
