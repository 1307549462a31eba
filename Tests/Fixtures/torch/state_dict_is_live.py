import torch
import torch.nn as nn

m = nn.Linear(2, 1)
sd = m.state_dict()
m.weight.data.fill_(7.0)
print(sd['weight'], sd['weight'].requires_grad)
print(m.state_dict(keep_vars=True)['bias'].requires_grad)
print(list(m.state_dict(prefix='net.')))
a = nn.Linear(2, 1)
a.load_state_dict(sd, assign=True)
print(a.weight.data_ptr() == sd['weight'].data_ptr())
