import torch
x = torch.arange(24).reshape(2, 3, 4)
for y in (x.view(6, 4), x.view(-1), x.view(2, -1), x.t().shape if x.dim() < 3 else x.transpose(0, 1), x.permute(2, 0, 1), x.permute((2, 0, 1)), x.flatten(1), x.flatten(0, 1), x.unsqueeze(0), x.unsqueeze(-1), x.mT, x.movedim(0, -1), x.swapaxes(0, 2)):
    print(tuple(y.shape), y.stride(), y.is_contiguous(), y.storage_offset(), y._is_view())
y = x[1]
print(y.shape, y.stride(), y.storage_offset(), y._base is x, x.size(), x.size(0), x.size(-1), x.stride(1), x.numel(), x.nelement(), x.dim(), x.ndim, len(x))
print(x.data_ptr() == x.view(-1).data_ptr(), x.element_size(), x.nbytes, x.itemsize)
z = x.transpose(0, 1)
print(z.contiguous().stride(), z.is_contiguous(), z.contiguous() is z, x.contiguous() is x)
print(torch.ones(1, 3, 1).squeeze().shape, torch.ones(1, 3, 1).squeeze(0).shape, torch.ones(1, 3, 1).squeeze(1).shape, torch.ones(1, 1, 3).squeeze((0, 1)).shape)
print(torch.ones(3, 1).expand(3, 4).stride(), torch.ones(3, 1).expand(-1, 2).shape, torch.ones(2).expand(3, 2).stride(), torch.ones(3).expand_as(torch.ones(2, 3)).shape)
print(x.unflatten(2, (2, 2)).shape, x.unflatten(-1, (-1, 2)).shape, x.view_as(torch.ones(4, 6)).shape, x.reshape_as(torch.ones(24)).shape, x.ravel().shape)
print(torch.broadcast_to(torch.arange(3), (2, 3)), torch.broadcast_shapes((2, 1), (3,)), [t.shape for t in torch.broadcast_tensors(torch.ones(2, 1), torch.ones(3))])
print(torch.atleast_1d(torch.tensor(1)).shape, torch.atleast_2d(torch.ones(3)).shape, torch.ones(2, 3).T.shape, torch.arange(3).T.shape if False else "")
x.view(-1)[0] = 100
print(x[0, 0])
