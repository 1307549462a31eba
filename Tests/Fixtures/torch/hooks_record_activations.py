from collections import OrderedDict

import torch
import torch.nn as nn

class FeatureExtractor:
    def __init__(self, model, layers):
        self.features = {}
        self.handles = [dict(model.named_modules())[name].register_forward_hook(self.save(name)) for name in layers]
    def save(self, name):
        def fn(module, inputs, output):
            self.features[name] = output.detach()
        return fn
    def close(self):
        for h in self.handles:
            h.remove()
torch.manual_seed(0)
net = nn.Sequential(OrderedDict([('conv', nn.Conv2d(1, 2, 3)), ('bn', nn.BatchNorm2d(2)), ('relu', nn.ReLU()), ('flat', nn.Flatten()), ('fc', nn.Linear(18, 4))]))
ex = FeatureExtractor(net, ['bn', 'relu', 'fc'])
net(torch.randn(6, 1, 5, 5))
for name, value in ex.features.items():
    print(f"{name:5s} {tuple(value.shape)} std {value.std():.4f}")
ex.close()
ex.features.clear()
net(torch.randn(6, 1, 5, 5))
print(ex.features)
