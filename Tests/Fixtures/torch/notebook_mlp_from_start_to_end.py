import torch, torch.nn as nn, torch.nn.functional as F, math, time, random, copy
from collections import OrderedDict, defaultdict, namedtuple
from typing import List, Optional, Tuple, Callable, Any
from dataclasses import dataclass
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:400])
def seed_everything(seed=42):
    random.seed(seed); torch.manual_seed(seed); torch.cuda.manual_seed(seed); torch.cuda.manual_seed_all(seed); torch.backends.cudnn.deterministic = True; torch.backends.cudnn.benchmark = False
t(seed_everything)
torch.manual_seed(0)
@dataclass
class Config:
    lr: float = 1e-3
    epochs: int = 2
    hidden: Tuple[int, ...] = (8, 4)
cfg = Config(); print(cfg)
class MLP(nn.Module):
    def __init__(self, sizes: List[int], p: float = 0.5, norm: bool = True) -> None:
        super().__init__()
        layers: List[nn.Module] = []
        for i, (a, b) in enumerate(zip(sizes[:-1], sizes[1:])):
            layers += [nn.Linear(a, b)]
            if i < len(sizes) - 2: layers += [nn.BatchNorm1d(b)] * norm + [nn.ReLU(inplace=True), nn.Dropout(p)]
        self.net = nn.Sequential(*layers)
        self.apply(self._init)
    @staticmethod
    def _init(m):
        if type(m) == nn.Linear: nn.init.xavier_uniform_(m.weight); m.bias.data.fill_(0.01)
    def forward(self, x: torch.Tensor) -> torch.Tensor: return self.net(x)
    @torch.no_grad()
    def predict(self, x): self.eval(); return self(x).argmax(-1)
    @property
    def device(self): return next(self.parameters()).device
m = MLP([6, *cfg.hidden, 3]); print(m, m.device, sum(p.numel() for p in m.parameters()))
def norms(m): return {n: round(p.grad.norm().item(), 4) if p.grad is not None else None for n, p in m.named_parameters()}
opt = torch.optim.AdamW([{'params': [p for n, p in m.named_parameters() if p.ndim > 1], 'weight_decay': .1}, {'params': [p for n, p in m.named_parameters() if p.ndim <= 1], 'weight_decay': 0.}], lr=cfg.lr); print(opt)
x = torch.randn(12, 6); y = torch.randint(0, 3, (12,))
for e in range(3):
    m.train(); opt.zero_grad(); loss = F.cross_entropy(m(x), y); l1 = sum(p.abs().sum() for p in m.parameters()); (loss + 1e-4 * l1).backward()
    total = torch.nn.utils.clip_grad_norm_(m.parameters(), max_norm=1.0); opt.step(); print(f"{e} {loss:.4f} {l1:.3f} {total:.4f}")
print(norms(m)); print(m.predict(x)); print(m.training)
t(lambda: torch.nn.utils.clip_grad_value_(m.parameters(), .01)); t(lambda: torch.nn.utils.clip_grad_norm_([], 1.)); t(lambda: torch.nn.utils.clip_grad_norm_(m.parameters(), float('inf')))
for n, p in m.named_parameters():
    if 'net.0' in n: p.requires_grad_(False)
print([n for n, p in m.named_parameters() if not p.requires_grad])
for mod in m.modules():
    if isinstance(mod, nn.Dropout): mod.train()
    if isinstance(mod, nn.BatchNorm1d): mod.eval(); mod.momentum = 0.01
print([(type(q).__name__, q.training) for q in m.net])
with torch.no_grad(): preds = torch.stack([m(x).softmax(-1) for _ in range(5)]); print(preds.mean(0)[0], preds.std(0)[0], preds.shape)
print(m.net[0].weight.grad is None, m.net[0].weight.is_leaf, m.net[1].running_mean[:2])
fresh = copy.deepcopy(m); fresh.load_state_dict(m.state_dict()); print(all(torch.equal(a, b) for a, b in zip(fresh.state_dict().values(), m.state_dict().values())))
start = time.time(); print(time.time() - start < 5, time.perf_counter() > 0)
hist = defaultdict(list); hist['a'].append(1.5); print(dict(hist))
print(torch.__version__[:1], torch.get_default_dtype(), torch.is_tensor(x), torch.numel(x), torch.cuda.is_available())
print("{:.3f} {:>8.2e} {!r}".format(loss.item(), loss.item(), y[0])); print(f"{loss}", f"{loss.item():.3f}", f"{y[0]}", str(y[:2]), repr(loss.detach()))
try:
    from tqdm import tqdm
    for i in tqdm(range(2)): pass
    print('tqdm')
except ImportError as e: print('ImportError', e)
writer = None
model = nn.ModuleDict({'a': nn.Linear(2, 2), 'b': nn.ModuleList([nn.Linear(2, 1)])}); print(model, [k for k in model], 'a' in model)
print(nn.Sequential(OrderedDict([('c', nn.Conv2d(1, 2, 3)), ('r', nn.ReLU())])).c.weight.shape)
w = nn.utils.parametrizations.weight_norm(nn.Linear(3, 2)); print(w, list(w.state_dict()))
print(torch.nn.utils.parameters_to_vector(m.parameters()).shape, torch.nn.utils.vector_to_parameters(torch.zeros(sum(p.numel() for p in m.parameters())), m.parameters()))
def count(model): return f"{sum(p.numel() for p in model.parameters() if p.requires_grad):,}"
print(count(m)); print(*(f"{n:<20}{tuple(p.shape)!s:>12}" for n, p in m.named_parameters()), sep="\n")
acc = (m(x).argmax(1) == y).float().mean(); print(f"Accuracy: {acc:.2%}", acc * 100, round(acc.item(), 3))
print(torch.allclose(torch.tensor([.1 + .2]), torch.tensor([.3])), torch.topk(torch.tensor([1., 3., 2.]), 2), torch.tensor([1, 2]).float().std(), torch.randperm(5))
