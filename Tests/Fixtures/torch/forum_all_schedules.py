import torch
from torch.optim.lr_scheduler import *
def opt(lr=.1): return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=lr)
def show(name, mk, n=8, lr=.1):
    o = opt(lr); s = mk(o); out = []
    for i in range(n): out.append(round(o.param_groups[0]['lr'], 6)); o.step(); s.step()
    print(name, out, s.get_last_lr(), getattr(s, "last_epoch", None))
show('step', lambda o: StepLR(o, 2, .5)); show('multi', lambda o: MultiStepLR(o, [2, 5], .1)); show('exp', lambda o: ExponentialLR(o, .9)); show('cos', lambda o: CosineAnnealingLR(o, 4, eta_min=.01)); show('warmr', lambda o: CosineAnnealingWarmRestarts(o, 3, 2)); show('lam', lambda o: LambdaLR(o, lambda e: .95 ** e)); show('mul', lambda o: MultiplicativeLR(o, lambda e: .5)); show('lin', lambda o: LinearLR(o, .1, total_iters=4)); show('const', lambda o: ConstantLR(o, .5, 3)); show('poly', lambda o: PolynomialLR(o, 6, 2.)); show('one', lambda o: OneCycleLR(o, .5, total_steps=10)); show('onelin', lambda o: OneCycleLR(o, .5, epochs=2, steps_per_epoch=5, anneal_strategy='linear', three_phase=True)); show('cyc', lambda o: CyclicLR(o, .01, .1, 3, mode='triangular2')); show('cycx', lambda o: CyclicLR(o, .01, .1, 2, 3, mode='exp_range', gamma=.9, cycle_momentum=False)); show('seq', lambda o: SequentialLR(o, [ConstantLR(o, .1, 2), ExponentialLR(o, .9)], [3])); show('chain', lambda o: ChainedScheduler([ConstantLR(o, .1, 2), ExponentialLR(o, .9)]))
o = opt(); s = ReduceLROnPlateau(o, 'min', factor=.5, patience=1, threshold=1e-3, cooldown=1, min_lr=.01)
for v in (1, .9, .9, .9, .9, .9, .9, .9, .9): s.step(v); print(o.param_groups[0]['lr'], s.num_bad_epochs, s.best, end='; ')
print(s.state_dict()); print(StepLR(opt(), 3).state_dict())
for mk in (lambda: ReduceLROnPlateau(opt(), factor=1.), lambda: ReduceLROnPlateau(opt(), mode='x'), lambda: StepLR(5, 2), lambda: OneCycleLR(opt(), .1), lambda: CyclicLR(opt(), .1, .2, mode='q'), lambda: CosineAnnealingWarmRestarts(opt(), 0), lambda: LambdaLR(opt(), [lambda e: 1, lambda e: 2]), lambda: StepLR(opt(), 2, last_epoch=3), lambda: OneCycleLR(opt(), .1, total_steps=3, pct_start=2), lambda: CyclicLR(torch.optim.Adagrad([torch.zeros(1, requires_grad=True)]), .1, .2), lambda: LinearLR(opt(), start_factor=2.)):
    try: mk(); print('ok')
    except Exception as e: print(type(e).__name__, e)
o = opt(); s = OneCycleLR(o, .1, total_steps=2)
for i in range(2): o.step(); s.step() if i < 1 else None
s.step()
try: s.step()
except ValueError as e: print(e)
