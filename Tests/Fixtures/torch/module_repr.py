import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 16, kernel_size=3, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(16),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2),
        )
        self.drop = nn.Dropout(p=0.25)
        self.head = nn.Linear(64, 10, bias=False)
        self.flatten = nn.Flatten()


print(Net())
print(nn.Linear(2, 3))
print(nn.Sequential())
print(nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1), nn.Sigmoid()))
for m in [nn.Conv2d(1, 2, 3), nn.Conv2d(1, 2, (3, 5), (1, 2), (0, 1)), nn.Conv2d(4, 4, 3, groups=2, dilation=2),
          nn.Conv2d(1, 2, 3, padding='same'), nn.Conv1d(1, 2, 3, padding=1), nn.ConvTranspose2d(2, 3, 2, stride=2),
          nn.BatchNorm1d(4), nn.BatchNorm2d(4, eps=1e-3, momentum=0.01, affine=False, track_running_stats=False),
          nn.LayerNorm(4), nn.LayerNorm((2, 3), elementwise_affine=False), nn.GroupNorm(2, 4), nn.InstanceNorm2d(3),
          nn.LocalResponseNorm(2), nn.Dropout(), nn.Dropout2d(0.2), nn.Dropout1d(), nn.AlphaDropout(0.1), nn.Dropout(0.1, inplace=True),
          nn.MaxPool2d(2, 2), nn.MaxPool2d(3, stride=2, padding=1), nn.MaxPool1d(2), nn.AvgPool2d(2), nn.AvgPool1d(3),
          nn.AdaptiveAvgPool2d((1, 1)), nn.AdaptiveAvgPool2d(1), nn.AdaptiveMaxPool2d(2), nn.AdaptiveAvgPool1d(4),
          nn.ReLU(), nn.LeakyReLU(), nn.LeakyReLU(0.2), nn.PReLU(), nn.ELU(), nn.SELU(), nn.GELU(), nn.SiLU(), nn.Sigmoid(), nn.Tanh(),
          nn.Softmax(dim=1), nn.LogSoftmax(dim=-1), nn.Softplus(), nn.Hardtanh(), nn.Identity(), nn.Flatten(), nn.Unflatten(1, (2, 3)),
          nn.Bilinear(2, 3, 4), nn.Embedding(10, 3), nn.CrossEntropyLoss(), nn.NLLLoss(), nn.MSELoss(), nn.L1Loss(), nn.SmoothL1Loss(),
          nn.BCELoss(), nn.BCEWithLogitsLoss(), nn.KLDivLoss(), nn.ReLU(True)]:
    print(m)
print(nn.ModuleList([nn.Linear(1, 1), nn.Linear(1, 2)]))
print(nn.ModuleList([nn.Linear(1, 1), nn.Linear(1, 1), nn.Linear(1, 1)]))
print(nn.ModuleDict({"a": nn.Linear(1, 1), "b": nn.ReLU()}))


class Scaled(nn.Module):
    def __init__(self, k):
        super().__init__()
        self.k = k

    def extra_repr(self):
        return f"k={self.k}"


print(Scaled(3), repr(Scaled(4)))
