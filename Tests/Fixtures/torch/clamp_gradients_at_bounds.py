import torch, torch.nn.functional as F
x=torch.tensor([0.,1.,-1.],requires_grad=True)
for f in [lambda x: x.clamp_min(0), lambda x: x.clamp(min=0), lambda x: x.clamp(0,2), lambda x: (x*1).clamp_min_(0), lambda x: (x*1).clamp_(min=0), lambda x: x.clamp_max(0), lambda x: x.clamp(max=0), lambda x: x.relu(), lambda x: F.margin_ranking_loss(x, torch.zeros(3), -torch.ones(3), reduction='sum'), lambda x: F.relu6(x), lambda x: F.hardtanh(x), lambda x: F.hardtanh(x,0,1)]:
    x.grad=None; f(x).sum().backward(); print(x.grad.tolist())
