import random, math
class Parameter:
    def __init__(self, v): self.data, self.grad = v, 0.0
    def __repr__(self): return f"Parameter({self.data:.4f})"
class Module:
    def __init__(self): self.training = True
    def parameters(self):
        for v in vars(self).values():
            if isinstance(v, Parameter):
                yield v
            elif isinstance(v, Module):
                yield from v.parameters()
    def train(self, mode=True):
        self.training = mode
        for v in vars(self).values():
            if isinstance(v, Module):
                v.train(mode)
        return self
    def eval(self): return self.train(False)
    def __call__(self, *a): return self.forward(*a)
class Linear(Module):
    def __init__(self):
        super().__init__()
        self.w, self.b = Parameter(random.uniform(-1, 1)), Parameter(0.0)
    def forward(self, x):
        self.x = x
        return self.w.data * x + self.b.data
class SGD:
    def __init__(self, params, lr=0.1):
        self.params, self.lr = list(params), lr
    def zero_grad(self):
        for p in self.params:
            p.grad = 0.0
    def step(self):
        for p in self.params:
            p.data -= self.lr * p.grad
random.seed(0)
model = Linear()
opt = SGD(model.parameters(), lr=0.05)
data = [(x / 10, 3 * x / 10 - 1) for x in range(-10, 11)]
for epoch in range(1, 31):
    random.shuffle(data)
    total = 0
    for x, y in data:
        opt.zero_grad()
        err = model(x) - y
        model.w.grad += 2 * err * x
        model.b.grad += 2 * err
        opt.step()
        total += err ** 2
    if epoch % 10 == 0:
        print(f"Epoch [{epoch}/30], Loss: {total / len(data):.6f}")
print(list(model.parameters()), model.training, model.eval().training)
