import torch
from torch import nn

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3
after = y.grad_fn.register_hook(lambda inputs, outputs: print("after", inputs, outputs))
before = y.grad_fn.register_prehook(lambda outputs: print("before", outputs))
y.sum().backward()
after.remove()
before.remove()
(x * 3).sum().backward()
print(x.grad)

y = x * x
y.grad_fn.register_prehook(lambda outputs: (outputs[0] * 2,))
y.grad_fn.register_hook(lambda inputs, outputs: (inputs[0] * 10, None))
x.grad = None
y.sum().backward()
print(x.grad)

y = x * x
y.grad_fn.register_hook(lambda inputs, outputs: (inputs[0],))
try:
    y.sum().backward()
except RuntimeError as error:
    print(error)

leaf = (x * 1).grad_fn.next_functions[0][0]
print(leaf.name(), leaf.variable is x)
hook = leaf.register_hook(lambda inputs, outputs: print("accumulated", inputs, outputs))
x.grad = None
(x * 2).sum().backward()
hook.remove()
print(x.grad)

y = x.exp()
z = x.pow(2)
print(y.grad_fn._saved_result, z.grad_fn._saved_self, (x * y).grad_fn._saved_other)
y.sum().backward()
for f in (lambda: y.grad_fn._saved_result, lambda: z.grad_fn._saved_nothing):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, str(error)[:80])

# Gradients that are recorded, and what their steps are called.
torch.manual_seed(0)
linear = nn.Linear(3, 2)
inputs = torch.randn(4, 3, requires_grad=True)
found = torch.autograd.grad(linear(inputs).pow(2).sum(), [linear.weight, linear.bias, inputs], create_graph=True)
print(*found, sep="\n")
weight = torch.randn(2, 3, requires_grad=True)
print(*torch.autograd.grad((inputs @ weight.t()).pow(2).sum(), [weight, inputs], create_graph=True), sep="\n")
for module in (nn.LayerNorm(3), nn.PReLU(), nn.BatchNorm1d(3)):
    found = torch.autograd.grad(module(inputs).pow(3).sum(), [*module.parameters()][:1], create_graph=True)
    print(type(module).__name__, found[0].grad_fn.name() if found[0].grad_fn.name()[:3] != "Sum" else "Sum")
