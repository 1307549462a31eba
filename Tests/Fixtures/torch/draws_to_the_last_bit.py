import torch
import torch.nn as nn


def bits(name, make):
    torch.manual_seed(3)
    values = [x.hex() for x in make().detach().double().reshape(-1).tolist()]
    digest = 0
    for value in values:
        for character in value:
            digest = (digest * 31 + ord(character)) % 1000003
    print(name, values[:2], values[-1], digest)


for dtype in (torch.float32, torch.float64):
    for n in (7, 100, 1000):
        bits(f"uniform {dtype} {n}", lambda: torch.empty(n, dtype=dtype).uniform_(-0.3, 0.8))
        bits(f"rand {dtype} {n}", lambda: torch.rand(n, dtype=dtype))
        bits(f"normal few {dtype}", lambda: torch.empty(7, dtype=dtype).normal_(1.3, 0.7))
        bits(f"trunc {dtype} {n}", lambda: nn.init.trunc_normal_(torch.empty(n, dtype=dtype), std=0.02))
        bits(f"xavier {dtype} {n}", lambda: nn.init.xavier_uniform_(torch.empty(n, 3, dtype=dtype)))
for layer in (
    lambda: nn.Linear(5, 7), lambda: nn.Conv2d(3, 5, 3), lambda: nn.LSTM(3, 4), lambda: nn.Bilinear(2, 3, 4),
    lambda: nn.ConvTranspose2d(2, 3, 3), lambda: nn.GRUCell(3, 4),
):
    torch.manual_seed(0)
    made = layer()
    for name, parameter in made.named_parameters():
        bits(type(made).__name__ + " " + name, lambda: parameter)
