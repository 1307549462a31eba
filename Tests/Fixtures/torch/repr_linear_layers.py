import torch
import torch.nn as nn

print(nn.Linear(3, 2))
print(nn.Linear(3, 2, bias=False))
print(nn.Bilinear(2, 3, 4))
print(nn.Identity(5, a=3))
print(nn.Flatten())
print(nn.Unflatten(1, (2, 3)))
print(nn.Embedding(3, 4))
print(nn.Embedding(3, 4, padding_idx=-1, max_norm=1.0))
print(nn.EmbeddingBag(4, 3, mode='sum'))
