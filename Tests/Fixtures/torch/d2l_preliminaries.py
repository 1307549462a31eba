import torch
x = torch.arange(12)
print(x, x.shape, x.numel())
X = x.reshape(3, 4); print(X)
print(torch.zeros((2, 3, 4))); print(torch.ones((2, 3, 4)))
print(torch.tensor([[2, 1, 4, 3], [1, 2, 3, 4], [4, 3, 2, 1]]))
x = torch.tensor([1.0, 2, 4, 8]); y = torch.tensor([2, 2, 2, 2])
print(x + y, x - y, x * y, x / y, x ** y); print(torch.exp(x))
X = torch.arange(12, dtype=torch.float32).reshape((3,4))
Y = torch.tensor([[2.0, 1, 4, 3], [1, 2, 3, 4], [4, 3, 2, 1]])
print(torch.cat((X, Y), dim=0), torch.cat((X, Y), dim=1)); print(X == Y); print(X.sum())
a = torch.arange(3).reshape((3, 1)); b = torch.arange(2).reshape((1, 2))
print(a, b, a + b)
print(X[-1], X[1:3]); X[1, 2] = 9; print(X); X[0:2, :] = 12; print(X)
before = id(Y); Y = Y + X; print(id(Y) == before)
Z = torch.zeros_like(Y); i = id(Z); Z[:] = X + Y; print(i == id(Z))
before = id(X); X += Y; print(id(X) == before)
a = torch.tensor([3.5]); print(a, a.item(), float(a), int(a))
A = torch.arange(20).reshape(5, 4); print(A, A.T)
B = torch.tensor([[1, 2, 3], [2, 0, 4], [3, 4, 5]]); print(B == B.T)
A = torch.arange(20, dtype=torch.float32).reshape(5, 4); B = A.clone(); print(A, A + B, A * B)
a = 2; X = torch.arange(24).reshape(2, 3, 4); print(a + X, (a * X).shape)
print(A.sum(axis=0), A.sum(axis=[0, 1]), A.mean(), A.sum() / A.numel(), A.mean(axis=0), A.sum(axis=0) / A.shape[0])
print(A / A.sum(axis=1, keepdims=True), A.cumsum(axis=0))
x = torch.arange(4, dtype=torch.float32); y = torch.ones(4, dtype = torch.float32)
print(x, y, torch.dot(x, y), torch.sum(x * y)); print(A.shape, x.shape, torch.mv(A, x)); print(torch.mm(A, torch.ones(4, 3)))
u = torch.tensor([3.0, -4.0]); print(torch.norm(u), torch.abs(u).sum(), torch.norm(torch.ones((4, 9))))
x = torch.arange(4.0); x.requires_grad_(True); print(x.grad); y = 2 * torch.dot(x, x); print(y)
y.backward(); print(x.grad, x.grad == 4 * x); x.grad.zero_(); y = x.sum(); y.backward(); print(x.grad)
x.grad.zero_(); y = x * x; y.sum().backward(); print(x.grad)
x.grad.zero_(); y = x * x; u = y.detach(); z = u * x; z.sum().backward(); print(x.grad == u)
def f(a):
    b = a * 2
    while b.norm() < 1000:
        b = b * 2
    if b.sum() > 0:
        c = b
    else:
        c = 100 * b
    return c
torch.manual_seed(0)
a = torch.randn(size=(), requires_grad=True); d = f(a); d.backward(); print(a.grad == d / a)
print(len(X), X.sum(dim=(0, 2)), X.T if False else X.permute(2, 1, 0).shape)
