import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
w = torch.empty(3, 5)
for f in [nn.init.uniform_, nn.init.normal_, nn.init.ones_, nn.init.zeros_, nn.init.eye_, nn.init.xavier_uniform_, nn.init.xavier_normal_, nn.init.kaiming_uniform_, nn.init.kaiming_normal_, nn.init.trunc_normal_, nn.init.orthogonal_]:
    torch.manual_seed(0); print(f.__name__, f(w))
print(nn.init.constant_(w, .3), nn.init.sparse_(w, .4), nn.init.dirac_(torch.empty(3,3,3)))
print(nn.init.calculate_gain('leaky_relu', .2), nn.init.calculate_gain('tanh'), nn.init.calculate_gain('relu'), nn.init.calculate_gain('selu'))
for f in [lambda: nn.init.calculate_gain('foo'), lambda: nn.init.xavier_uniform_(torch.empty(3)), lambda: nn.init.kaiming_normal_(w, mode='x'), lambda: nn.init.eye_(torch.empty(3)), lambda: nn.init.kaiming_uniform_(torch.empty(3)), lambda: nn.init.orthogonal_(torch.empty(3)), lambda: nn.init.normal_(3), lambda: nn.init.uniform_(w, 'a'), lambda: nn.init.dirac_(w)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
