import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# confusion matrix
num_classes = 4
t = torch.randint(0, 4, (50,)); p = torch.randint(0, 4, (50,))
cm = torch.zeros(num_classes, num_classes, dtype=torch.int64)
for a, b in zip(t.view(-1), p.view(-1)):
    cm[a.long(), b.long()] += 1
print(cm)
print(cm.diag()/cm.sum(1))
cm2 = torch.bincount(t * num_classes + p, minlength=num_classes**2).reshape(num_classes, num_classes)
print(torch.equal(cm, cm2))
stacked = torch.stack((t, p), dim=1)
print(stacked.shape, stacked[:3])
tl, pl = stacked[0].tolist()
cm3 = torch.zeros(4,4)
cm3.index_put_((t,p), torch.ones(50), accumulate=True)
print(cm3)
oh = F.one_hot(t, num_classes)
print(oh.sum(0), oh.dtype)
prec = cm.diag().float() / cm.sum(0).clamp(min=1)
rec = cm.diag().float() / cm.sum(1).clamp(min=1)
f1 = 2*prec*rec/(prec+rec)
print(prec, rec, f1, f1.mean().item())
