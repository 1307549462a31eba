import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
# accuracy meters, metrics
def accuracy(output, target, topk=(1,)):
    with torch.no_grad():
        maxk = max(topk)
        batch_size = target.size(0)
        _, pred = output.topk(maxk, 1, True, True)
        pred = pred.t()
        correct = pred.eq(target.view(1, -1).expand_as(pred))
        res = []
        for k in topk:
            correct_k = correct[:k].reshape(-1).float().sum(0, keepdim=True)
            res.append(correct_k.mul_(100.0 / batch_size))
        return res
print(accuracy(torch.randn(8,5), torch.randint(5,(8,)), (1,3)))
class AverageMeter(object):
    def __init__(self, name, fmt=':f'):
        self.name = name; self.fmt = fmt; self.reset()
    def reset(self):
        self.val = 0; self.avg = 0; self.sum = 0; self.count = 0
    def update(self, val, n=1):
        self.val = val; self.sum += val * n; self.count += n; self.avg = self.sum / self.count
    def __str__(self):
        fmtstr = '{name} {val' + self.fmt + '} ({avg' + self.fmt + '})'
        return fmtstr.format(**self.__dict__)
a = AverageMeter('Loss', ':.4e'); a.update(.5, 3); a.update(.25); print(a)
t = torch.tensor([0,1,1,0]); p = torch.tensor([0,1,0,0])
tp = ((t==1)&(p==1)).sum(); print(tp, tp.item()/(t==1).sum().item(), (t==p).float().mean().item(), (t!=p).sum(), torch.logical_xor(t,p).any())
