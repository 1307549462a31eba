import torch
x = torch.tensor([-0.9, -0.3, 0.2, 0.8], dtype=torch.float64)
for n in ("abs", "neg", "exp", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "atanh", "erf", "erfc", "square", "sigmoid", "relu", "expm1", "exp2", "reciprocal", "log1p", "erfinv", "sinc", "floor", "round", "sign", "trunc", "frac", "deg2rad"):
    v = x.clone().requires_grad_()
    getattr(torch, n)(v).sum().backward()
    print(n, v.grad)
p = torch.tensor([0.1, 0.5, 0.9], dtype=torch.float64)
for n in ("log", "log2", "log10", "sqrt", "rsqrt", "lgamma", "logit"):
    v = p.clone().requires_grad_()
    getattr(torch, n)(v).sum().backward()
    print(n, v.grad)
