import torch, torch.nn as nn, random
torch.manual_seed(0)
def mixup_data(x, y, lam):
    batch_size = x.size()[0]
    index = torch.randperm(batch_size)
    mixed_x = lam * x + (1 - lam) * x[index, :]
    y_a, y_b = y, y[index]
    return mixed_x, y_a, y_b, lam
def mixup_criterion(criterion, pred, y_a, y_b, lam):
    return lam * criterion(pred, y_a) + (1 - lam) * criterion(pred, y_b)
beta = torch.distributions.Beta(0.4, 0.4) if hasattr(torch, 'distributions') else None
x = torch.randn(6, 4); y = torch.randint(3, (6,)); m = nn.Linear(4, 3)
mx, ya, yb, lam = mixup_data(x, y, .3)
print(mx, ya, yb); print(mixup_criterion(nn.CrossEntropyLoss(), m(mx), ya, yb, lam))
def cutout(img, n_holes=1, length=4):
    h, w = img.size(1), img.size(2)
    mask = torch.ones(h, w)
    for n in range(n_holes):
        y = torch.randint(h, (1,)).item(); x = torch.randint(w, (1,)).item()
        y1 = max(0, y - length // 2); y2 = min(h, y + length // 2); x1 = max(0, x - length // 2); x2 = min(w, x + length // 2)
        mask[y1: y2, x1: x2] = 0.
    mask = mask.expand_as(img)
    return img * mask
print(cutout(torch.ones(2, 8, 8)))
