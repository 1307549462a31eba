import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Dropout(0.5), nn.Linear(16, 2))
x = torch.randn(4, 3)
model.eval()
def enable_dropout(model):
    for m in model.modules():
        if m.__class__.__name__.startswith('Dropout'):
            m.train()
enable_dropout(model)
with torch.no_grad():
    samples = torch.stack([F.softmax(model(x), dim=1) for _ in range(20)])
print(samples.shape)
print(samples.mean(0))
print(samples.std(0))
