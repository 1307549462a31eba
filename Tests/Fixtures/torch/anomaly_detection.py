import torch
with torch.autograd.set_detect_anomaly(True):
    x = torch.ones(2, requires_grad=True); print((x * 2).sum().backward(), x.grad)
torch.autograd.set_detect_anomaly(False)
print(torch.is_anomaly_enabled())
x = torch.zeros(1, requires_grad=True)
try:
    with torch.autograd.detect_anomaly(): (torch.sqrt(x) * 0).backward()
except RuntimeError as e: print(e)
