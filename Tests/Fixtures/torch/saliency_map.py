import torch
import torch.nn as nn

torch.manual_seed(0)
net = nn.Sequential(nn.Conv2d(1, 2, 3, padding=1), nn.ReLU(), nn.Flatten(), nn.Linear(32, 3)).eval()
image = torch.rand(1, 1, 4, 4, requires_grad=True)
score, index = net(image).max(1)
score.backward()
saliency = image.grad.abs().max(dim=1)[0]
print(index, saliency.shape)
print(saliency.argmax().item(), saliency.max() > 0)
adversarial = (image + 0.1 * image.grad.sign()).clamp(0, 1).detach()
print(net(adversarial).max(1)[0] > score)
