import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(2, 3, 2, 2)
y = torch.randint(0, 3, (2, 2, 2))
print(F.cross_entropy(x, y))
print(F.cross_entropy(x, y, reduction='none'))
print(F.cross_entropy(x[0, :, 0, 0], torch.tensor(1)))
print(F.nll_loss(torch.log_softmax(x, 1), y, reduction='sum'))
print(F.cross_entropy(torch.randn(2, 3, 4), torch.randint(0, 3, (2, 4))))
