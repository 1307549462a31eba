import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
rnn = nn.LSTM(3, 4, 2, batch_first=True); print(rnn)
o, (h, c) = rnn(torch.randn(2,5,3)); print(o.shape, h.shape, c.shape, o[0,0])
g = nn.GRU(3,4); print(g(torch.randn(5,2,3))[0][-1])
mha = nn.MultiheadAttention(8, 2, batch_first=True); print(mha); q = torch.randn(2,3,8); a, w = mha(q,q,q); print(a.shape, w)
enc = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, batch_first=True), 2); print(enc); print(enc(q).shape)
