import torch
import torch.nn as nn
import torch.optim as optim

S = optim.lr_scheduler
o = optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1, momentum=0.9)
for s in [S.StepLR(o, 2), S.MultiStepLR(o, [2, 5]), S.LambdaLR(o, lambda e: 1.0), S.ReduceLROnPlateau(o)]:
    print(s.state_dict())
s = S.StepLR(o, 2)
for i in range(3):
    o.step()
    s.step()
t = S.StepLR(optim.SGD([nn.Parameter(torch.ones(1))], lr=0.1), 9)
t.load_state_dict(s.state_dict())
print(t.step_size, t.last_epoch)
