import torch
import torch.nn.functional as F


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


x = torch.ones(3, requires_grad=True)
with torch.inference_mode():
    q = x * 2
    eye = torch.eye(3)
for f in (
    lambda: q * x, lambda: q + x, lambda: q - x, lambda: x / q, lambda: q / x, lambda: torch.where(q > 1, x, x),
    lambda: eye @ x, lambda: F.linear(x, eye), lambda: torch.dot(q, x), lambda: F.mse_loss(x, q),
    lambda: F.l1_loss(x, q), lambda: torch.cat([x, q]), lambda: x.masked_fill(q > 1, 0.0), lambda: x**q,
    lambda: torch.maximum(x, q), lambda: F.layer_norm(q, (3,), x), lambda: torch.stack([q, x]),
    lambda: x.clone().mul_(q), lambda: F.relu(q) * 1 + x, lambda: x * q.clone(), lambda: x[q.long() - 1],
    lambda: q.view(3, 1) * x, lambda: F.prelu(q, x[:1]), lambda: x.expand(2, 3) + q,
    lambda: torch.einsum("i,i->", x, q),
):
    attempt(f)
z = x.clone()
attempt(lambda: z.mul_(q))
print(z)


class Scaled(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(b)
        return a * b

    @staticmethod
    def backward(ctx, gradient):
        (b,) = ctx.saved_tensors
        return gradient * b, None


attempt(lambda: Scaled.apply(x, q))
print((x * 2).sum())
