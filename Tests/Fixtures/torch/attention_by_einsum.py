import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# attention einsum
q = torch.randn(2, 4, 3, 8); k = torch.randn(2, 4, 5, 8); v = torch.randn(2, 4, 5, 8)
s = torch.einsum('bhqd,bhkd->bhqk', q, k) / math.sqrt(8)
mask = torch.tril(torch.ones(3, 5)).bool()
s = s.masked_fill(~mask, float('-inf'))
a = torch.softmax(s, dim=-1)
o = torch.einsum('bhqk,bhkd->bhqd', a, v)
print(a[0,0], o.shape, o[0,0])
print(torch.allclose(o, F.scaled_dot_product_attention(q, k, v, attn_mask=mask), atol=1e-6))
