import torch
import torch.nn.functional as F


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
q = F.log_softmax(torch.randn(3, 4), 1)
p = F.softmax(torch.randn(3, 4), 1)
for kw in [dict(reduction='batchmean'), dict(reduction='sum'), dict(reduction='none')]:
    print(F.kl_div(q, p, **kw))
print(F.kl_div(q, p.log(), reduction='batchmean', log_target=True))
print(F.poisson_nll_loss(torch.tensor([0.1, 1.0]), torch.tensor([1.0, 3.0])), F.poisson_nll_loss(torch.tensor([0.1, 1.0]), torch.tensor([1.0, 3.0]), full=True))
print(F.gaussian_nll_loss(torch.tensor([1.0, 2.0]), torch.tensor([1.5, 2.0]), torch.tensor([1.0, 0.5])))
attempt(F.gaussian_nll_loss, torch.tensor([1.0]), torch.tensor([1.5]), torch.tensor([-1.0]))
