import random, math
random.seed(1)
def matmul(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def transpose(m): return [list(r) for r in zip(*m)]
print(matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]), transpose([[1, 2, 3], [4, 5, 6]]))
class Layer:
    def __init__(self, n, m):
        self.w = [[random.gauss(0, 0.5) for _ in range(m)] for _ in range(n)]
        self.b = [0.0] * m
    def forward(self, x):
        self.x = x
        return [sum(xi * wij for xi, wij in zip(x, col)) + b for col, b in zip(zip(*self.w), self.b)]
    def backward(self, g, lr):
        gx = [sum(gj * wij for gj, wij in zip(g, row)) for row in self.w]
        for i, row in enumerate(self.w):
            for j in range(len(row)):
                row[j] -= lr * self.x[i] * g[j]
        self.b = [b - lr * gj for b, gj in zip(self.b, g)]
        return gx
l1, l2 = Layer(2, 4), Layer(4, 1)
data = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
for epoch in range(300):
    loss = 0
    for x, t in data:
        h = [math.tanh(v) for v in l1.forward(x)]
        y = l2.forward(h)[0]
        loss += (y - t) ** 2
        gh = l2.backward([2 * (y - t)], 0.1)
        l1.backward([g * (1 - v * v) for g, v in zip(gh, h)], 0.1)
    if epoch % 100 == 0:
        print(f"epoch {epoch:3d} loss {loss:.4f}")
print(f"{loss:.6f}")
