import torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(0)
class LabelSmoothing(nn.Module):
    def __init__(self, smoothing=0.0):
        super().__init__()
        self.confidence = 1.0 - smoothing
        self.smoothing = smoothing
    def forward(self, x, target):
        logprobs = torch.nn.functional.log_softmax(x, dim=-1)
        nll_loss = -logprobs.gather(dim=-1, index=target.unsqueeze(1))
        nll_loss = nll_loss.squeeze(1)
        smooth_loss = -logprobs.mean(dim=-1)
        loss = self.confidence * nll_loss + self.smoothing * smooth_loss
        return loss.mean()
x = torch.randn(6, 5, requires_grad=True); y = torch.randint(0, 5, (6,))
print(LabelSmoothing(.1)(x, y), F.cross_entropy(x, y, label_smoothing=.1), nn.CrossEntropyLoss(label_smoothing=.1, reduction='sum')(x, y))
w = torch.rand(5)
print(F.cross_entropy(x, y, weight=w, label_smoothing=.2), F.cross_entropy(x, y, weight=w, label_smoothing=.2, reduction='none'))
print(F.cross_entropy(x, y, ignore_index=2, label_smoothing=.2))
oh = F.one_hot(y, 5).float() * .9 + .02
print(F.cross_entropy(x, oh), (-(oh * F.log_softmax(x, 1)).sum(1)).mean())
F.cross_entropy(x, oh, weight=w, label_smoothing=.1).backward(); print(x.grad)
for ls in (-.1, 1.1):
    try: F.cross_entropy(x, y, label_smoothing=ls)
    except Exception as e: print(type(e).__name__, e)
print(nn.CrossEntropyLoss(weight=w), nn.CrossEntropyLoss(), nn.NLLLoss(), nn.CrossEntropyLoss().__dict__['label_smoothing'])
def smooth_one_hot(true_labels, classes, smoothing=0.0):
    confidence = 1.0 - smoothing
    label_shape = torch.Size((true_labels.size(0), classes))
    with torch.no_grad():
        true_dist = torch.empty(size=label_shape, device=true_labels.device)
        true_dist.fill_(smoothing / (classes - 1))
        true_dist.scatter_(1, true_labels.data.unsqueeze(1), confidence)
    return true_dist
print(smooth_one_hot(y, 5, .1))
kl = nn.KLDivLoss(reduction='batchmean'); print(kl(F.log_softmax(x, 1), smooth_one_hot(y, 5, .1)))
