import torch
import torch.nn as nn
import torch.nn.functional as F

class LeNet5(nn.Module):
    def __init__(self, n_classes=10):
        super().__init__()
        self.feature_extractor = nn.Sequential(
            nn.Conv2d(1, 6, kernel_size=5, stride=1), nn.Tanh(), nn.AvgPool2d(kernel_size=2),
            nn.Conv2d(6, 16, kernel_size=5, stride=1), nn.Tanh(), nn.AvgPool2d(kernel_size=2),
            nn.Conv2d(16, 120, kernel_size=5, stride=1), nn.Tanh())
        self.classifier = nn.Sequential(
            nn.Linear(in_features=120, out_features=84), nn.Tanh(),
            nn.Linear(in_features=84, out_features=n_classes))
    def forward(self, x):
        x = self.feature_extractor(x)
        x = torch.flatten(x, 1)
        logits = self.classifier(x)
        return logits, F.softmax(logits, dim=1)
torch.manual_seed(0)
model = LeNet5()
print(model)
logits, probs = model(torch.randn(2, 1, 32, 32))
print(logits.shape, probs.sum(1))
print(sum(p.numel() for p in model.parameters() if p.requires_grad))
