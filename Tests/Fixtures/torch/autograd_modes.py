import torch
def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

x = torch.ones(2, requires_grad=True)
print(torch.is_grad_enabled(), torch.is_inference_mode_enabled())
with torch.no_grad():
    print(torch.is_grad_enabled(), (x * 2).requires_grad)
    with torch.enable_grad():
        print(torch.is_grad_enabled(), (x * 2).requires_grad)
    with torch.set_grad_enabled(True):
        print((x * 2).requires_grad)
    new = torch.ones(1, requires_grad=True)
    print(new.requires_grad, (new * 2).requires_grad)
print(torch.is_grad_enabled())
with torch.inference_mode():
    y = x * 2
    print(y.requires_grad, y.is_inference(), torch.is_inference_mode_enabled(), torch.is_grad_enabled())
show(lambda: (y * x).sum().backward())
show(lambda: y.add_(1))
show(lambda: y.requires_grad_())
print((y + 1).requires_grad, (y + 1).is_inference(), y.clone().is_inference())
@torch.no_grad()
def f(t):
    return t * 2
@torch.inference_mode()
def g(t):
    return t * 2
@torch.enable_grad()
def h(t):
    return t * 2
@torch.no_grad
def k(t):
    return t * 3
print(f(x).requires_grad, g(x).requires_grad, h(x).requires_grad, k(x).requires_grad, f.__name__)
prev = torch.set_grad_enabled(False)
print((x * 2).requires_grad)
torch.set_grad_enabled(True)
print((x * 2).requires_grad)
try:
    with torch.no_grad():
        raise ValueError("stop")
except ValueError:
    print(torch.is_grad_enabled())
with torch.inference_mode(False):
    print((x * 2).requires_grad)
def gen():
    with torch.no_grad():
        yield torch.is_grad_enabled()
print(list(gen()), torch.is_grad_enabled())
with torch.autograd.no_grad():
    print((x * 2).requires_grad)
class Net:
    @torch.no_grad()
    def predict(self, t):
        return (t * 2).requires_grad
print(Net().predict(x))
