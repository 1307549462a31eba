import torch
import torch.nn as nn

x = torch.arange(8.0).view(1, 1, 8)
for c in [nn.MaxPool1d(2), nn.MaxPool1d(3, 2, 1), nn.MaxPool1d(2, return_indices=True), nn.AvgPool1d(3), nn.AvgPool1d(3, 2, 1, count_include_pad=False), nn.LPPool1d(2, 2)]:
    print(c(x))
p = nn.MaxPool1d(2, return_indices=True)
y, i = p(torch.tensor([[[3.0, 1.0, 2.0, 5.0, 4.0, 4.0]]]))
print(nn.MaxUnpool1d(2)(y, i))
