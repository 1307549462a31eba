import torch
import torch.nn as nn

m = nn.Linear(2, 2)
m.register_state_dict_pre_hook(lambda m, p, k: print('pre', repr(p), k))
m.register_state_dict_post_hook(lambda m, sd, p, l: print('post', list(sd)))
sd = m.state_dict()
m.register_load_state_dict_post_hook(lambda m, k: print('loaded', k))
m.load_state_dict(sd)
h = m.register_load_state_dict_pre_hook(lambda module, *a: print(type(module).__name__, len(a)))
m.load_state_dict(sd)
h.remove()
m.load_state_dict(sd)
