import torch
import torch.nn.functional as F

torch.manual_seed(0)
student, teacher = torch.randn(4, 5, requires_grad=True), torch.randn(4, 5)
labels = torch.tensor([0, 1, 4, 2])
T, alpha = 2.0, 0.7
soft = F.kl_div(F.log_softmax(student / T, dim=1), F.softmax(teacher / T, dim=1), reduction='batchmean') * T * T
hard = F.cross_entropy(student, labels)
loss = alpha * soft + (1 - alpha) * hard
loss.backward()
print(f"{soft.item():.4f} {hard.item():.4f} {loss.item():.4f}")
print(student.grad.norm().item().__round__(4))
