import torch
x = torch.arange(24).reshape(2, 3, 4)
print(x[0], x[0, 1], x[0, 1, 2], x[-1, -1, -1])
print(x[:, 1], x[..., 0], x[0, ..., 1], x[:, :, 1:3], x[:, ::2, ::3])
print(x[None].shape, x[:, None].shape, x[..., None].shape, x[None, ..., None].shape)
print(x[[0, 1]].shape, x[[0, 1], [1, 2]], x[torch.tensor([1, 0])].shape, x[:, [0, 2]].shape, x[0, [0, 1], [2, 3]])
print(x[x > 20], x[x % 2 == 0].shape, x[torch.tensor([True, False])], x[:, torch.tensor([True, False, True])].shape)
print(x[torch.tensor([[0, 1], [1, 0]])].shape, x[[0, 1], :, [0, 1]].shape, x[:, [0, 1], [0, 1]].shape, x[0, torch.tensor(1)], x[torch.tensor(1)].shape)
print(x[0:0].shape, x[2:].shape, x[-1:].shape, x[1, 5:].shape, x[()].shape, x[True].shape, x[False].shape)
print(x[(0, 1)], x[[True, False]].shape, x[range(2)].shape, x[slice(0, 1)].shape, x[0][1][2])
m = x[0] > 5
print(x[0][m], x[0][~m].sum(), m.nonzero().tolist(), x[0].masked_select(m))
i = torch.tensor([2, 0])
print(x[0, i], x[0, i, None].shape, x[1, :, i], x[1, i, i], x.index_select(1, i).shape, x.take(i))
for row in x[0]:
    print(row.tolist(), end=" ")
print()
a, b = x
print(a.shape, b[0, 0])
print([t.item() for t in torch.arange(3)], 5 in x, 100 in x)
