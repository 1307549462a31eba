# A tensor without elements may have more rows than anyone can count: what would take a step for each of them ends.
import torch

rows = torch.zeros(2**40, 0)
print(rows.tril().shape, rows.triu(3).shape, rows.T.tril().shape)
print(rows.sum(), rows.t().topk(0).indices.shape, torch.zeros(5, 0).topk(2, dim=0).values.shape)
print(torch.zeros(0, 3).unbind(1), torch.zeros(0, 4).split(2, 1), torch.zeros(2, 0).tolist())
for shape in [(2**40, 2**40, 0), (0, 2**62, 2**62), (2**40, 2**40, 0, 2), (2**40, 0, 2**22), (2**62, 2, 0)]:
    try:
        print(torch.zeros(shape).stride())
    except RuntimeError as error:
        print(error)
