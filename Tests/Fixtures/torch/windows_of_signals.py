import torch


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for name in ["hann_window", "hamming_window", "blackman_window", "bartlett_window", "kaiser_window"]:
    window = getattr(torch, name)
    print(name)
    for n in (0, 1, 2, 7, 20):
        print(window(n))
        print(window(n, periodic=False, dtype=torch.float64))
    print(window(5, requires_grad=True))
    show(lambda: window(-1))
    show(lambda: window(4, dtype=torch.int64))
    show(lambda: window(2.5))
    show(lambda: window())
    show(lambda: window(5, beta=2.0))
    show(lambda: window(5, 3))
print(torch.hamming_window(6, True, 0.5, 0.4), torch.hamming_window(6, False, 0.6))
print(torch.kaiser_window(6, True, 2.0), torch.kaiser_window(6, False, beta=30.0))
x = torch.linspace(-3, 3, 7, requires_grad=True)
y = torch.i0(x)
print(y)
y.sum().backward()
print(x.grad)
print(torch.i0(torch.tensor([0, 1, 5])), torch.special.i0(torch.tensor([2.0], dtype=torch.float64)))
parts = torch.frexp(torch.tensor([1.0, -0.3, 0.0, float("inf"), 1024.0]))
print(parts, parts.mantissa, parts.exponent)
w = torch.tensor([3.0, 5.0], requires_grad=True)
m, e = w.frexp()
print(m, e)
m.sum().backward()
print(w.grad)
show(lambda: torch.frexp(torch.tensor([1, 2])))
