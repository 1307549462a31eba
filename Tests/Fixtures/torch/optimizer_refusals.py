import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
for f in [lambda: torch.optim.SGD([], lr=.1), lambda: torch.optim.SGD(nn.Linear(1,1), lr=.1), lambda: torch.optim.SGD([torch.zeros(1)], lr=-.1),
  lambda: torch.optim.SGD(torch.zeros(1), lr=.1), lambda: torch.optim.SGD([1,2], lr=.1), lambda: torch.optim.SGD([nn.Parameter(torch.zeros(1))*2], lr=.1),
  lambda: torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=.1, momentum=-1), lambda: torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=.1, nesterov=True),
  lambda: torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=.1, weight_decay=-1), lambda: torch.optim.Adam([nn.Parameter(torch.zeros(1))], betas=(1.,.9)),
  lambda: torch.optim.Adam([nn.Parameter(torch.zeros(1))], lr=-1), lambda: torch.optim.Adam([nn.Parameter(torch.zeros(1))], eps=-1),
  lambda: torch.optim.SGD([{'params': []}], lr=.1).param_groups, lambda: torch.optim.SGD([{'p': []}], lr=.1),
  lambda: torch.optim.SGD([{'params': nn.Parameter(torch.zeros(1))}]), lambda: torch.optim.SGD(), lambda: torch.optim.SGD(nn.Linear(1,1).parameters(), 0.1, foo=1),
  lambda: torch.optim.SGD(nn.Linear(1,1).parameters(), lr='a'), lambda: torch.optim.RMSprop(nn.Linear(1,1).parameters(), alpha=-1),
  lambda: torch.optim.SGD(nn.Linear(1,1).named_parameters(), lr=.1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
p = nn.Parameter(torch.zeros(1))
try: torch.optim.SGD([{'params': [p]}, {'params': [p]}], lr=.1)
except Exception as e: print(type(e).__name__, e)
try: torch.optim.SGD([p, p], lr=.1)
except Exception as e: print(type(e).__name__, e)
o = torch.optim.SGD([p], lr=.1)
try: o.add_param_group({'params': [p]})
except Exception as e: print(type(e).__name__, e)
try: o.add_param_group([p])
except Exception as e: print(type(e).__name__, e)
q = nn.Parameter(torch.ones(1))
o.add_param_group({'params': q, 'lr': .5})
print(o, o.param_groups[1]['lr'])
try: o.load_state_dict(torch.optim.SGD([p], lr=.1).state_dict())
except Exception as e: print(type(e).__name__, e)
print(o.defaults)
print(o.step())
