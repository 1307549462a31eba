import math

import torch
import torch.nn.functional as F

def masked_softmax(X, valid_lens):
    if valid_lens is None:
        return F.softmax(X, dim=-1)
    mask = torch.arange(X.size(-1))[None, :] < valid_lens[:, None]
    return F.softmax(X.masked_fill(~mask[:, None, :], -1e6), dim=-1)
torch.manual_seed(0)
q, k, v = torch.randn(2, 3, 4), torch.randn(2, 5, 4), torch.randn(2, 5, 4)
scores = torch.bmm(q, k.transpose(1, 2)) / math.sqrt(4)
weights = masked_softmax(scores, torch.tensor([2, 5]))
print(weights)
out = torch.bmm(weights, v)
mask = torch.arange(5)[None, None, :] < torch.tensor([2, 5])[:, None, None]
print(torch.allclose(out, F.scaled_dot_product_attention(q, k, v, attn_mask=mask), atol=1e-5))
