import torch
import torch.nn as nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3), nn.Dropout(0.2))
compiled = torch.compile(model, backend="eager")
print(compiled, type(compiled).__name__, isinstance(compiled, nn.Module))
print(list(compiled.state_dict()))
print([n for n, _ in compiled.named_parameters()], compiled.training)
compiled.eval()
print(model.training, compiled.training)
print(compiled(torch.ones(2, 4)))
print(torch.equal(compiled(torch.ones(2, 4)), model(torch.ones(2, 4))))
print(torch.compile(model, disable=True) is model)


@torch.compile(backend="eager")
def square(x):
    return x * x + 1


print(square(torch.arange(3.0)))
fast = torch.compile(lambda x: x.relu(), backend="eager")
print(fast(torch.tensor([-1.0, 2.0])))
model.compile(backend="eager")
print(model(torch.ones(1, 4)).shape)
torch.set_float32_matmul_precision("high")
print(torch.get_float32_matmul_precision())
torch.set_float32_matmul_precision("highest")
print(torch.get_float32_matmul_precision(), torch.is_autocast_enabled())
h = model[0].register_forward_hook(lambda m, i, o: None)
t = torch.ones(2, requires_grad=True).register_hook(lambda g: g)
print(type(h), isinstance(h, torch.utils.hooks.RemovableHandle), isinstance(t, torch.utils.hooks.RemovableHandle))


class Double(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, g):
        return g * 2


y = Double.apply(torch.ones(1, requires_grad=True))
print(str(y.grad_fn).split(" at ")[0], type(y.grad_fn), y)
