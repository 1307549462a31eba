import torch
x = torch.tensor([-1.5, -0.5, 0.0, 0.5, 1.5])
p = torch.tensor([0.1, 0.5, 0.9])
for n in ("abs", "neg", "exp", "sin", "cos", "tan", "atan", "sinh", "cosh", "tanh", "asinh", "erf", "erfc", "floor", "ceil", "round", "trunc", "frac", "sign", "square", "sigmoid", "relu", "expm1", "exp2", "reciprocal", "sinc", "deg2rad", "rad2deg", "positive", "isnan", "signbit"):
    print(n, getattr(torch, n)(x))
for n in ("log", "log2", "log10", "log1p", "sqrt", "rsqrt", "asin", "acos", "atanh", "erfinv", "logit", "lgamma", "digamma"):
    print(n, getattr(torch, n)(p))
print(torch.round(torch.tensor([0.5, 1.5, 2.5, -0.5])), torch.round(torch.tensor([1.2345]), decimals=2), torch.log(torch.tensor([0.0, -1.0])), torch.sqrt(torch.tensor(-1.0)), torch.tensor(1.0) / 0, torch.tensor(0.0) / 0, torch.exp(torch.tensor(1000.0)))
i = torch.tensor([1, 4])
print(i.sqrt(), i.sigmoid(), i.float().log(), i.abs(), i.neg(), i.square(), i.sign(), i.floor(), i.reciprocal(), torch.sin(torch.tensor([True])), i.tanh().dtype)
