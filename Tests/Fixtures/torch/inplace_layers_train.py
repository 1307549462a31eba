import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
for act in [nn.LeakyReLU(.2, True), nn.ELU(inplace=True), nn.SELU(True), nn.CELU(inplace=True), nn.SiLU(True), nn.Hardtanh(inplace=True), nn.ReLU6(True), nn.Mish(True), nn.Hardswish(True), nn.Hardsigmoid(True), nn.Threshold(.1, 0., True), nn.Dropout(.5, True), nn.Dropout2d(.5, True), nn.AlphaDropout(.5, True), nn.FeatureAlphaDropout(.5, True)]:
    torch.manual_seed(0)
    m = nn.Sequential(nn.Conv2d(1,2,3), act, nn.Flatten(), nn.Linear(2*6*6, 2))
    x = torch.randn(2,1,8,8)
    l = m(x).pow(2).sum(); l.backward()
    print(act, f'{l.item():.4f}', m[0].weight.grad.abs().sum())
