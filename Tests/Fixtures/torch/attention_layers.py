import torch
import torch.nn as nn
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
m = nn.MultiheadAttention(4, 2)
q = torch.randn(3, 1, 4)
o, w = m(q, q, q)
print(o)
print(w.sum(-1))
mask = torch.triu(torch.ones(3, 3), 1).bool()
o, w = m(q, q, q, attn_mask=mask)
print(w)
e = nn.TransformerEncoderLayer(4, 2, 8, batch_first=True).eval()
print(e(torch.randn(1, 3, 4)).shape)
attempt(nn.MultiheadAttention, 5, 2)
print(F.scaled_dot_product_attention(q.transpose(0, 1), q.transpose(0, 1), q.transpose(0, 1), is_causal=True).shape)
