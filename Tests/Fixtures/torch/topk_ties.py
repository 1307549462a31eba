# Which of several equal elements topk takes, and in which order, for few of many, for most, and with NaN.
import torch

torch.manual_seed(3)
for n in [1, 3, 4, 6, 17, 40, 80]:
    for dtype in [torch.float32, torch.int64]:
        t = torch.randint(0, 5, (2, n)).to(dtype)
        for k in {0, 1, n // 3, n - 1, n}:
            for largest in [True, False]:
                print(n, k, t.topk(k, largest=largest).indices.tolist())
x = torch.tensor([1.0, float("nan"), 2.0, 2.0, float("nan"), float("inf"), 2.0])
for k in [1, 2, 4, 7]:
    print(x.topk(k), x.topk(k, largest=False))
print(torch.arange(40).remainder(3).topk(11, sorted=False).indices)
m = torch.randint(0, 3, (4, 5, 3)).float()
print(m.topk(2, dim=0).indices.tolist(), m.topk(2, dim=1).indices.tolist())
print(m.transpose(0, 2).topk(2, 1).values.stride(), torch.tensor(3.0).topk(1), torch.zeros(0, 4).topk(2).indices.shape)
ordered = torch.arange(1000) // 50
print(ordered.topk(30).indices.tolist(), ordered.flip(0).topk(400, largest=False).indices.tolist())
v = torch.tensor([1.0, 3.0, 3.0, 2.0, 3.0], requires_grad=True)
(v.topk(2).values * torch.tensor([1.0, 2.0])).sum().backward()
print(v.grad)
