import torch
import torch.nn as nn

def count_parameters(model):
    total_params = 0
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        params = parameter.numel()
        print(f"{name:<16}{str(tuple(parameter.shape)):>16}{params:>8}")
        total_params += params
    print(f"Total Trainable Params: {total_params}")
    return total_params

net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.Flatten(), nn.Linear(8 * 26 * 26, 10))
count_parameters(net)
size = sum(p.nelement() * p.element_size() for p in net.parameters())
print(f"{size / 1024:.1f} kB")
