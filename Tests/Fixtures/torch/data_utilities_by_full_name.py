import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
torch.utils.data.DataLoader
ds = torch.utils.data.TensorDataset(torch.arange(6.).view(6,1), torch.arange(6))
for xb, yb in torch.utils.data.DataLoader(ds, batch_size=4, shuffle=True): print(xb.squeeze(), yb)
tr, va = torch.utils.data.random_split(ds, [4, 2], generator=torch.Generator().manual_seed(0))
print([int(b[1]) for b in tr], len(va))
