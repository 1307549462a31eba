import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# save load in memory
import io, copy
model = nn.Sequential(nn.Linear(2,3), nn.BatchNorm1d(3), nn.ReLU(), nn.Linear(3,1))
print("Model's state_dict:")
for param_tensor in model.state_dict():
    print(param_tensor, "\t", model.state_dict()[param_tensor].size())
optimizer = torch.optim.SGD(model.parameters(), lr=0.001, momentum=0.9)
print("Optimizer's state_dict:")
for var_name in optimizer.state_dict():
    print(var_name, "\t", optimizer.state_dict()[var_name])
buf = io.BytesIO()
torch.save(model.state_dict(), buf)
buf.seek(0)
m2 = nn.Sequential(nn.Linear(2,3), nn.BatchNorm1d(3), nn.ReLU(), nn.Linear(3,1))
print(m2.load_state_dict(torch.load(buf, weights_only=True)))
print(all(torch.equal(a,b) for a,b in zip(model.state_dict().values(), m2.state_dict().values())))
