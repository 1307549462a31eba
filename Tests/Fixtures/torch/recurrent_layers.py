import torch
import torch.nn as nn


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
for r in [nn.RNN(3, 4, 2), nn.GRU(3, 4), nn.RNN(3, 2, nonlinearity='relu')]:
    o, h = r(torch.randn(5, 2, 3))
    print(type(r).__name__, o.shape, h.shape, f'{o.sum().item():.3f}')
l = nn.LSTM(3, 4, bidirectional=True, batch_first=True)
o, (h, c) = l(torch.randn(2, 3, 3))
print(o.shape, h.shape, c.shape)
print([n for n, _ in l.named_parameters()])
attempt(l, torch.randn(2, 3, 4))
attempt(l, torch.randn(5))
h, c = nn.LSTMCell(2, 3)(torch.ones(1, 2))
print(h.shape, c.shape)
print(nn.GRUCell(2, 3)(torch.ones(1, 2)))
