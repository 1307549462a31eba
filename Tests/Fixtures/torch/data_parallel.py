import torch
from torch import nn

torch.manual_seed(0)
model = nn.DataParallel(nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2)))
print(model)
print(type(model), model.device_ids)
print(list(model.state_dict()))
x = torch.randn(4, 3)
print(model(x))
print(model(input=x).shape)
print(model.module[0].weight)
plain = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
try:
    plain.load_state_dict(model.state_dict())
except RuntimeError as error:
    print(error)
print(plain.load_state_dict({k.removeprefix("module."): v for k, v in model.state_dict().items()}))
print(model.eval().training, model.module[1].training)
