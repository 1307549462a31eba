import torch
import torch.nn as nn

torch.manual_seed(0)
m = nn.utils.weight_norm(nn.Linear(4, 3))
print([(n, tuple(p.shape)) for n, p in m.named_parameters()])
print(torch.allclose(m.weight_g.flatten(), m.weight_v.norm(dim=1)))
nn.utils.remove_weight_norm(m)
print([n for n, _ in m.named_parameters()])
s = nn.utils.spectral_norm(nn.Linear(4, 3), n_power_iterations=20)
s(torch.randn(2, 4))
print(sorted(n for n, _ in s.named_buffers()), f"{torch.linalg.norm(s.weight @ s.weight_v).item():.3f}")
