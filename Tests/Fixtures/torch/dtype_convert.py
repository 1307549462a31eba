import torch
x = torch.tensor([1.7, -1.7, 0.0, 255.9])
for d in (torch.int64, torch.int32, torch.float64, torch.bool):
    print(x.to(d), x.type(d).dtype)
print(x.long(), x.int(), x.double(), x.bool(), x.float() is x, x.to(torch.float32) is x, x.abs().byte())
print(x.type(), x.type("torch.DoubleTensor"), x.type(torch.FloatTensor).dtype, x.type_as(torch.ones(1, dtype=torch.int64)))
print(x.to("cpu") is x, x.to(x.int()).dtype, x.to(torch.device("cpu"), torch.float64).dtype, x.to(dtype=torch.int64).dtype, x.cpu() is x)
print(x.is_floating_point(), torch.is_floating_point(x.long()), torch.is_tensor(x), torch.is_tensor([1]), x.is_complex())
print(isinstance(x, torch.Tensor), type(x), x.dtype == torch.float, x.device)
print(float(x[0]), int(x[0]), bool(x[0]), x[0].item(), x.tolist(), x.bool().tolist(), x.int().tolist())
