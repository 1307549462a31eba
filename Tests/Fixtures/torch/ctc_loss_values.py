import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
logits = torch.randn(6, 2, 4, requires_grad=True)
lp = logits.log_softmax(2)
t = torch.tensor([[1, 2, 3], [1, 1, 2]])
l = F.ctc_loss(lp, t, torch.tensor([6, 5]), torch.tensor([3, 2]))
print(l.item().__round__(4))
l.backward()
print(logits.grad[0])
print(nn.CTCLoss(reduction='sum')(lp, t, torch.tensor([6, 5]), torch.tensor([3, 2])).item().__round__(3))
