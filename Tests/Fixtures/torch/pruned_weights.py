import torch, torch.nn as nn
import torch.nn.utils.prune as prune
torch.manual_seed(0)
m = nn.Linear(4, 3)
prune.l1_unstructured(m, name="weight", amount=0.5)
print(list(n for n, _ in m.named_parameters()), list(n for n, _ in m.named_buffers())); print(m.weight); print(m.weight_mask)
prune.remove(m, 'weight'); print(list(n for n, _ in m.named_parameters())); print(m.weight)
prune.random_unstructured(m, name='bias', amount=1); print(m.bias); prune.ln_structured(m, name="weight", amount=0.34, n=2, dim=0); print(m.weight, prune.is_pruned(m))
