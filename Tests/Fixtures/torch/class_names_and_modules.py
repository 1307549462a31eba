import torch
import torch.nn as nn
import torch.optim as optim

print(nn.ReLU, nn.BatchNorm2d, nn.MSELoss, nn.Dropout, nn.Conv1d, nn.Linear, nn.MaxPool2d, nn.Sequential, nn.LayerNorm, nn.InstanceNorm2d, nn.Module, nn.Parameter)
print(optim.Adam, optim.lr_scheduler.StepLR)
print(issubclass(nn.ReLU6, nn.Hardtanh), nn.BatchNorm1d.__bases__)
print(isinstance(nn.BatchNorm2d(2), nn.modules.batchnorm._BatchNorm), isinstance(nn.Conv2d(1, 1, 1), nn.modules.conv._ConvNd))
print(nn.Linear(1, 1).__class__.__name__, type(nn.Tanh()).__name__)
