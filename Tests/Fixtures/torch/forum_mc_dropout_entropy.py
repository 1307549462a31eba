import torch, torch.nn as nn
torch.manual_seed(0)
def enable_dropout(model):
    for m in model.modules():
        if m.__class__.__name__.startswith('Dropout'):
            m.train()
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Dropout(p=0.2), nn.Linear(16, 3), nn.Softmax(dim=1))
model.eval(); enable_dropout(model)
x = torch.randn(2, 4)
samples = torch.stack([model(x) for _ in range(20)])
print(samples.shape, samples.mean(0), samples.var(0), samples.std(dim=0))
mean = samples.mean(dim=0)
ent = -torch.sum(mean * torch.log(mean + 1e-12), dim=-1)
mi = ent - torch.mean(torch.sum(-samples * torch.log(samples + 1e-12), dim=-1), dim=0)
print(ent, mi)
print(model[2].training, model.training, model)
q = torch.quantile(samples, torch.tensor([.05, .5, .95]), dim=0)
print(q)
