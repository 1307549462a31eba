# Which schedulers warn, and of what.
import warnings
import torch
from torch.optim import SGD, lr_scheduler as S


def optimizer():
    return SGD([torch.ones(1, requires_grad=True)], lr=1.0)


def warned(steps):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        result = steps()
    print(result, [(w.category.__name__, str(w.message)[:60]) for w in seen])


def sequence():
    o = optimizer()
    s = S.SequentialLR(o, [S.LinearLR(o), S.ExponentialLR(o, 0.9)], [3])
    for _ in range(5):
        o.step()
        s.step()
    return s.get_last_lr()


def chain():
    o = optimizer()
    s = S.ChainedScheduler([S.StepLR(o, 2), S.ExponentialLR(o, 0.9)])
    for _ in range(5):
        o.step()
        s.step()
    return s.get_last_lr()


def with_epoch(make):
    def steps():
        o = optimizer()
        s = make(o)
        o.step()
        s.step(3)
        return s.get_last_lr()
    return steps


def early():
    o = optimizer()
    s = S.StepLR(o, 1)
    s.step()
    o.step()
    return s.get_last_lr()


warned(sequence)
warned(chain)
warned(with_epoch(lambda o: S.ExponentialLR(o, 0.5)))
warned(with_epoch(lambda o: S.StepLR(o, 2)))
warned(with_epoch(lambda o: S.LambdaLR(o, lambda e: 0.9**e)))
warned(with_epoch(lambda o: S.CosineAnnealingWarmRestarts(o, 4)))
warned(early)
