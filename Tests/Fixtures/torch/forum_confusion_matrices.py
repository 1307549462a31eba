import torch, torch.nn.functional as F
torch.manual_seed(0)
preds = torch.randint(0, 3, (20,)); targets = torch.randint(0, 3, (20,))
cm = torch.zeros(3, 3, dtype=torch.int64)
for t, p in zip(targets.view(-1), preds.view(-1)): cm[t.long(), p.long()] += 1
print(cm, cm.diag() / cm.sum(1), cm.diag().float() / cm.sum(0))
cm2 = torch.bincount(targets * 3 + preds, minlength=9).reshape(3, 3); print(torch.equal(cm, cm2))
cm3 = torch.zeros(9).scatter_add_(0, targets * 3 + preds, torch.ones(20)).view(3, 3); print(cm3)
cm4 = F.one_hot(targets, 3).T @ F.one_hot(preds, 3); print(cm4)
cm5 = torch.zeros(3, 3, dtype=torch.long).index_put_((targets, preds), torch.ones(20, dtype=torch.long), accumulate=True); print(cm5)
tp = cm.diag(); prec = tp / cm.sum(0); rec = tp / cm.sum(1); f1 = 2 * prec * rec / (prec + rec); print(prec, rec, f1, f1.mean())
print(cm / cm.sum(dim=1, keepdim=True), cm.sum(), cm.trace().item() / cm.sum().item())
def topk_acc(output, target, topk=(1,)):
    with torch.no_grad():
        maxk = max(topk); batch_size = target.size(0)
        _, pred = output.topk(maxk, 1, True, True); pred = pred.t(); correct = pred.eq(target.view(1, -1).expand_as(pred))
        res = []
        for k in topk:
            correct_k = correct[:k].reshape(-1).float().sum(0, keepdim=True); res.append(correct_k.mul_(100.0 / batch_size))
        return res
print(topk_acc(torch.randn(16, 10), torch.randint(10, (16,)), (1, 3, 5)))
for bad in (torch.tensor([-1, 2]), torch.tensor([1.5]), torch.zeros(2, 2, dtype=torch.long)):
    try: torch.bincount(bad)
    except RuntimeError as e: print(e)
try: F.one_hot(torch.tensor([3]), 2)
except RuntimeError as e: print(e)
try: F.one_hot(torch.tensor([-1]))
except RuntimeError as e: print(e)
try: F.one_hot(torch.tensor([1.]))
except RuntimeError as e: print(e)
print(torch.bincount(torch.tensor([0, 1, 1, 3]), weights=torch.tensor([.5, 1, 2, 3])), torch.histc(torch.tensor([1., 2, 1]), bins=4, min=0, max=3))
