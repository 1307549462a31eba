import torch
import torch.nn as nn

I = nn.init
for f in [lambda w: I.uniform_(w), lambda w: I.uniform_(w, -1, 2), lambda w: I.normal_(w, 1, 0.1), lambda w: I.constant_(w, 3), lambda w: I.eye_(w), lambda w: I.xavier_uniform_(w), lambda w: I.xavier_uniform_(w, gain=I.calculate_gain('relu')), lambda w: I.xavier_normal_(w), lambda w: I.kaiming_uniform_(w), lambda w: I.kaiming_uniform_(w, a=1, mode='fan_out'), lambda w: I.kaiming_normal_(w, nonlinearity='relu'), lambda w: I.trunc_normal_(w), lambda w: I.sparse_(w, 0.5), lambda w: I.orthogonal_(w)]:
    torch.manual_seed(3)
    print(f(torch.empty(2, 3)))
