import torch
for data in (1, 1.0, True, [1, 2], [1, 2.5], [True, False], [[1], [2]], (1, 2), [], [[]], range(4), [True, 1], [1, True, 2.0]):
    t = torch.tensor(data)
    print(t, t.dtype, t.shape)
print(torch.tensor([1, 2], dtype=torch.float64), torch.tensor([1.9, -1.9], dtype=torch.int64), torch.tensor([0, 2], dtype=torch.bool))
print(torch.tensor([torch.tensor(1.0), torch.tensor(2.0)]), torch.tensor([[torch.tensor(1), 2], [3, 4]]))
print(torch.Tensor([1, 2]), torch.Tensor(2, 3).shape, torch.Tensor([[1, 2], [3, 4]]), torch.Tensor())
print(torch.FloatTensor([1, 2]), torch.LongTensor([1, 2]), torch.DoubleTensor([1.5]), torch.IntTensor([3]), torch.ByteTensor([255]), torch.BoolTensor([True, False]))
print(torch.FloatTensor(2, 2).shape, torch.LongTensor(3).shape)
a = torch.tensor([1.0, 2.0])
b = torch.tensor(a.tolist())
print(a is torch.as_tensor(a), torch.as_tensor([1, 2]), torch.as_tensor(a, dtype=torch.int64), b)
print(torch.scalar_tensor(3.5), torch.tensor(3.0, requires_grad=True), torch.tensor([1.0], requires_grad=True))
