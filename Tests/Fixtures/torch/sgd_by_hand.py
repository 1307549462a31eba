import torch

torch.manual_seed(0)
w = torch.zeros(2, 1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
true_w, true_b = torch.tensor([2, -3.4]), 4.2
X = torch.normal(0, 1, (100, 2))
y = (torch.matmul(X, true_w) + true_b + torch.normal(0, 0.01, (100,))).reshape((-1, 1))
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad / batch_size
            param.grad.zero_()
for epoch in range(4):
    for i in range(0, 100, 10):
        l = (torch.matmul(X[i:i + 10], w) + b - y[i:i + 10]) ** 2 / 2
        l.sum().backward()
        sgd([w, b], 0.1, 10)
    print(f'epoch {epoch + 1}, loss {float((((X @ w + b - y) ** 2) / 2).mean()):f}'[:20])
print(f'{(true_w - w.reshape(true_w.shape)).abs().max().item():.2f} {(true_b - b).abs().item():.2f}')
