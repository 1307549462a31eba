import torch, torch.nn as nn
model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(4*36, 3))
decay, no_decay = [], []
for name, param in model.named_parameters():
    if not param.requires_grad: continue
    if len(param.shape) == 1 or name.endswith(".bias"):
        no_decay.append(param)
    else: decay.append(param)
print(len(decay), len(no_decay))
opt = torch.optim.AdamW([{'params': no_decay, 'weight_decay': 0.}, {'params': decay, 'weight_decay': 1e-2, 'lr': 1e-4}], lr=1e-3)
print(opt)
print([len(g['params']) for g in opt.param_groups], [g['lr'] for g in opt.param_groups])
print(opt.state_dict()['param_groups'])
def split(model):
    bn_params = [p for m in model.modules() if isinstance(m, (nn.BatchNorm2d, nn.BatchNorm1d)) for p in m.parameters(recurse=False)]
    ids = set(map(id, bn_params))
    other = [p for p in model.parameters() if id(p) not in ids]
    return bn_params, other
bn, other = split(model)
opt = torch.optim.SGD([{'params': bn}, {'params': other, 'weight_decay': 5e-4}], lr=.1, momentum=.9, nesterov=True)
print(opt)
try: opt.add_param_group({'params': bn})
except ValueError as e: print(e)
try: torch.optim.SGD([{'params': bn}, {'params': bn}], lr=.1)
except ValueError as e: print(e)
opt.add_param_group({'params': torch.zeros(2, requires_grad=True), 'lr': 1.})
print(len(opt.param_groups), opt.param_groups[-1])
for bad in (dict(lr=-1), dict(momentum=-1), dict(weight_decay=-.1), dict(nesterov=True)):
    try: torch.optim.SGD(other, **bad)
    except ValueError as e: print(e)
for bad in (dict(lr=-1), dict(betas=(1., .9)), dict(betas=(.9, 1.)), dict(eps=-1), dict(weight_decay=-1)):
    try: torch.optim.Adam(other, **bad)
    except ValueError as e: print(e)
for bad in ([], 5, torch.zeros(2, requires_grad=True), [1, 2], ["a"], [torch.zeros(2)*1, torch.zeros(1, requires_grad=True) * 2]):
    try: torch.optim.Adam(bad)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
