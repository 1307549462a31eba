import torch
import torch.nn as nn

torch.manual_seed(0)
for c, sh in [(nn.Conv1d(2, 3, 3), (2, 2, 5)), (nn.Conv1d(2, 4, 3, stride=2, padding=1, dilation=2, groups=2), (2, 2, 9)), (nn.Conv2d(2, 3, 3, padding='same', dilation=2), (1, 2, 5, 5)), (nn.Conv2d(2, 2, (2, 3), stride=(1, 2), padding=(0, 1)), (2, 5, 6))]:
    x = torch.randn(*sh, requires_grad=True)
    y = c(x)
    y.pow(2).sum().backward()
    print(y.shape, f'{y.sum().item():.3f} {x.grad.sum().item():.3f}')
    print(c.bias.grad)
