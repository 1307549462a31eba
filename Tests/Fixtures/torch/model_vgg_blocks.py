import torch
import torch.nn as nn

def vgg_block(num_convs, in_channels, out_channels):
    layers = []
    for _ in range(num_convs):
        layers.append(nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1))
        layers.append(nn.BatchNorm2d(out_channels))
        layers.append(nn.ReLU(inplace=True))
        in_channels = out_channels
    layers.append(nn.MaxPool2d(kernel_size=2, stride=2))
    return nn.Sequential(*layers)
cfg = [(1, 4), (2, 8)]
blocks, channels = [], 3
for n, c in cfg:
    blocks.append(vgg_block(n, channels, c))
    channels = c
torch.manual_seed(3)
net = nn.Sequential(*blocks, nn.AdaptiveAvgPool2d((2, 2)), nn.Flatten(), nn.Linear(32, 16), nn.ReLU(True), nn.Dropout(), nn.Linear(16, 5))
print(net)
x = torch.randn(2, 3, 16, 16)
for layer in net:
    x = layer(x)
    print(layer.__class__.__name__, 'output shape:\t', x.shape)
