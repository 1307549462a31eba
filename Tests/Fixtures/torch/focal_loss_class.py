import torch
import torch.nn as nn
import torch.nn.functional as F

class FocalLoss(nn.Module):
    def __init__(self, alpha=1, gamma=2, reduction='mean'):
        super(FocalLoss, self).__init__()
        self.alpha, self.gamma, self.reduction = alpha, gamma, reduction

    def forward(self, inputs, targets):
        ce = F.cross_entropy(inputs, targets, reduction='none')
        pt = torch.exp(-ce)
        loss = self.alpha * (1 - pt) ** self.gamma * ce
        if self.reduction == 'mean':
            return loss.mean()
        elif self.reduction == 'sum':
            return loss.sum()
        return loss

torch.manual_seed(0)
x, y = torch.randn(5, 3), torch.tensor([0, 2, 1, 1, 0])
for gamma in (0, 1, 2):
    print(gamma, FocalLoss(gamma=gamma)(x, y))
print(FocalLoss(reduction='none')(x, y), FocalLoss())
