import torch

torch.manual_seed(0)
preds, labels = torch.randint(0, 3, (30,)), torch.randint(0, 3, (30,))
cm = torch.zeros(3, 3, dtype=torch.int64)
for t, p in zip(labels.view(-1), preds.view(-1)):
    cm[t.long(), p.long()] += 1
print(cm)
precision = cm.diag().float() / cm.sum(0)
recall = cm.diag().float() / cm.sum(1)
print(precision, recall)
print(2 * precision * recall / (precision + recall))
print(torch.bincount(labels * 3 + preds, minlength=9).reshape(3, 3).equal(cm))
