import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


I = nn.init
for n in ['linear', 'conv2d', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'selu', 'foo']:
    attempt(I.calculate_gain, n)
attempt(I.calculate_gain, 'leaky_relu', 0.2)
attempt(I.xavier_uniform_, torch.empty(3))
attempt(I.kaiming_normal_, torch.empty(3, 3), mode='x')
attempt(I.eye_, torch.empty(3))
attempt(I.orthogonal_, torch.empty(3))
attempt(I.sparse_, torch.empty(3), 0.1)
attempt(I.dirac_, torch.empty(3, 3))
print(I.dirac_(torch.empty(2, 2, 3)))
print(I.ones_(nn.Parameter(torch.empty(2))))
torch.manual_seed(0)
w = I.orthogonal_(torch.empty(4, 3))
print(torch.allclose(w.t() @ w, torch.eye(3), atol=1e-05))
