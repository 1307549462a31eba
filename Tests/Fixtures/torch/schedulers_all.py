import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
import torch.optim.lr_scheduler as S
def mk(lr=.1, n=1, mom=0.9): return torch.optim.SGD([{'params': [nn.Parameter(torch.zeros(1))]} for _ in range(n)], lr=lr, momentum=mom)
for name, f in {'step': lambda o: S.StepLR(o, 2, .5), 'multi': lambda o: S.MultiStepLR(o, [2,4], gamma=.1), 'exp': lambda o: S.ExponentialLR(o, .9),
 'lam': lambda o: S.LambdaLR(o, lambda e: .95**e), 'cos': lambda o: S.CosineAnnealingLR(o, 5), 'cosmin': lambda o: S.CosineAnnealingLR(o, 5, eta_min=.01),
 'warm': lambda o: S.CosineAnnealingWarmRestarts(o, 3, 2), 'one': lambda o: S.OneCycleLR(o, .5, total_steps=8), 'one2': lambda o: S.OneCycleLR(o, .5, epochs=2, steps_per_epoch=4, anneal_strategy='linear', three_phase=True),
 'cyc': lambda o: S.CyclicLR(o, .01, .1, step_size_up=3), 'cyc2': lambda o: S.CyclicLR(o, .01, .1, step_size_up=2, mode='triangular2'), 'cyc3': lambda o: S.CyclicLR(o, .01, .1, step_size_up=2, mode='exp_range', gamma=.9),
 'lin': lambda o: S.LinearLR(o, total_iters=4), 'const': lambda o: S.ConstantLR(o, .5, 3), 'poly': lambda o: S.PolynomialLR(o, 5, 2.), 'mul': lambda o: S.MultiplicativeLR(o, lambda e: .9),
 'seq': lambda o: S.SequentialLR(o, [S.LinearLR(o, .1, total_iters=3), S.ExponentialLR(o, .9)], milestones=[3]), 'chain': lambda o: S.ChainedScheduler([S.ConstantLR(o, .1, 2), S.ExponentialLR(o, .9)])}.items():
    o = mk(n=2)
    s = f(o)
    out = []
    for _ in range(8):
        out.append(s.get_last_lr()[0])
        o.step(); 
        if not (name.startswith('one') and len(out) == 8): s.step()
    print(name, out, o.param_groups[1].get('momentum'), s.last_epoch if hasattr(s, 'last_epoch') else None)
    sd = s.state_dict()
    print(sorted(k for k in sd if k != '_is_initial'))
o = mk(); s = S.ReduceLROnPlateau(o, 'min', factor=.5, patience=1)
for v in [1., .9, .95, .96, .97, .98, .5, .6, .7, .8]:
    s.step(v); print(o.param_groups[0]['lr'], s.num_bad_epochs, s.best, s.get_last_lr())
print(sorted(s.state_dict()))
for f in [lambda: S.StepLR(1, 2), lambda: S.StepLR(mk()), lambda: S.ReduceLROnPlateau(mk(), factor=1.), lambda: S.ReduceLROnPlateau(mk(), mode='x'), lambda: S.OneCycleLR(mk(), .1), lambda: S.OneCycleLR(mk(), .1, total_steps=-1), lambda: S.CyclicLR(mk(mom=0), .1, .2), lambda: S.CosineAnnealingWarmRestarts(mk(), 0), lambda: S.LinearLR(mk(), 0), lambda: S.LambdaLR(mk(n=2), [lambda e: 1.]), lambda: S.StepLR(mk(), 2, last_epoch=3), lambda: S.SequentialLR(mk(), [], []), lambda: S.CyclicLR(mk(), .1, .2, mode='foo'), lambda: S.MultiStepLR(mk(), 3), lambda: S.OneCycleLR(mk(), .1, total_steps=2, anneal_strategy='x')]:
    try: print(type(f()).__name__)
    except Exception as e: print(type(e).__name__, e)
o = mk(); s = S.OneCycleLR(o, .5, total_steps=2)
o.step(); s.step()
try:
    s.step(); s.step()
except Exception as e: print(type(e).__name__, e)
