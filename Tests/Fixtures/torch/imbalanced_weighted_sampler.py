import torch
import torch.nn as nn
from torch.utils.data import TensorDataset, DataLoader, WeightedRandomSampler

torch.manual_seed(0)
targets = torch.tensor([0] * 90 + [1] * 10)
counts = torch.bincount(targets)
weights = 1.0 / counts.float()
sample_weights = weights[targets]
sampler = WeightedRandomSampler(sample_weights, num_samples=len(sample_weights), replacement=True)
loader = DataLoader(TensorDataset(torch.arange(100), targets), batch_size=20, sampler=sampler)
for x, y in loader:
    print(x[:5].tolist(), torch.bincount(y, minlength=2).tolist())
criterion = nn.CrossEntropyLoss(weight=weights / weights.sum())
print(criterion.weight, f"{criterion(torch.zeros(4, 2), torch.tensor([0, 1, 1, 0])).item():.4f}")
