# What losses say of wrong shapes, types, targets and settings.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x, y, rows = torch.rand(3, 5), torch.rand(3, 5), torch.tensor([0, 1, 2])
logs = torch.rand(6, 2, 4).log_softmax(2)
labels = torch.tensor([[1, 2], [1, 3]])
for function in (
    lambda: F.binary_cross_entropy(x, y - 1),
    lambda: F.binary_cross_entropy(x + 1, y),
    lambda: F.binary_cross_entropy(x, y.double()),
    lambda: F.binary_cross_entropy(rows, rows),
    lambda: F.binary_cross_entropy(x, y, weight=torch.rand(4)),
    lambda: F.binary_cross_entropy_with_logits(x, y, weight=torch.rand(4)),
    lambda: F.binary_cross_entropy_with_logits(x, y.double()),
    lambda: F.mse_loss(x, y > 0.5),
    lambda: F.smooth_l1_loss(x, y > 0.5),
    lambda: F.cross_entropy(x, y, ignore_index=0),
    lambda: F.cross_entropy(x[0], y[0, :3]),
    lambda: F.multi_margin_loss(x, rows, p=3),
    lambda: F.multi_margin_loss(x, rows + 3),
    lambda: F.multi_margin_loss(x, rows[:2]),
    lambda: F.multi_margin_loss(x, rows, weight=torch.ones(4)),
    lambda: F.multi_margin_loss(x, y[:, 0]),
    lambda: nn.MultiMarginLoss(weight=torch.ones(2, 2)),
    lambda: F.multilabel_margin_loss(x, rows),
    lambda: F.multilabel_margin_loss(x, y),
    lambda: F.multilabel_margin_loss(x, torch.tensor([[0, 2, -1, 0, 0]] * 3)),
    lambda: F.triplet_margin_loss(x, y, y[0]),
    lambda: F.triplet_margin_loss(x, y, None),
    lambda: F.triplet_margin_loss(x, y, y, margin=-1),
    lambda: F.triplet_margin_with_distance_loss(x, y, y[0]),
    lambda: F.ctc_loss(logs, labels, (6, 6), (2, 2), blank=5),
    lambda: F.ctc_loss(logs, labels, (7, 6), (2, 2)),
    lambda: F.ctc_loss(logs, labels, (6, 6), (3, 2)),
    lambda: F.ctc_loss(logs, labels, (6,), (2, 2)),
    lambda: F.ctc_loss(logs, labels, (6, 6), (2,)),
    lambda: F.ctc_loss(logs, torch.tensor([1, 2, 1]), (6, 6), (2, 2)),
    lambda: F.ctc_loss(logs, labels, (6, 6), (2, -2)),
    lambda: F.ctc_loss(logs[:, 0], torch.tensor([1, 2]), torch.tensor(6), torch.tensor(2)),
    lambda: F.ctc_loss(logs, labels.float(), (6, 6), (2, 2)),
    lambda: F.poisson_nll_loss(None, y),
    lambda: F.soft_margin_loss(x, rows),
    lambda: F.soft_margin_loss(x, y, reduction="half"),
    lambda: nn.HuberLoss(delta=None),
    lambda: nn.MSELoss(1, 2, 3, 4),
    lambda: nn.BCELoss(bad=1),
):
    try:
        made = function()
        print(f"{made.item():.5f}", made.dtype)
    except Exception as error:
        print(type(error).__name__, error)
