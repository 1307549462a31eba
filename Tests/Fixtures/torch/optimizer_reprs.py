import torch
import torch.nn as nn
import torch.optim as optim

w=nn.Parameter(torch.ones(1))
for o in [optim.SGD([w],0.1),optim.Adam([w]),optim.AdamW([w]),optim.RMSprop([w]),optim.Adagrad([w]),optim.Adadelta([w]),optim.NAdam([w]),optim.RAdam([w]),optim.Adamax([w])]: print(o)
