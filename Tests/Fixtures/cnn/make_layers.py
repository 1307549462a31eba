"""Golden values of layers and losses, forward and backward: writes layers.safetensors.

Each case holds its inputs (`/in0`, …), output (`/out`), the gradient that goes in (`/gout`) and the gradients
that come out (`/grad0`, …). LayerTests.swift runs the operation of the same name.
"""

import torch
import torch.nn.functional as F

from golden import save

out = {}
torch.manual_seed(0)


def case(name, f, *inputs):
    leaves = [
        x.clone().requires_grad_() if x is not None and x.is_floating_point() else x for x in inputs
    ]
    y = f(*leaves)
    gout = torch.randn_like(y)
    y.backward(gout)
    out[name + "/out"], out[name + "/gout"] = y, gout
    for i, (x, leaf) in enumerate(zip(inputs, leaves)):
        if x is None:
            continue
        out[f"{name}/in{i}"] = x
        if x.is_floating_point() and leaf.grad is not None:
            out[f"{name}/grad{i}"] = leaf.grad


R = torch.randn
case("conv2d/direct", lambda x, w, b: F.conv2d(x, w, b, padding=1), R(3, 1, 9, 7), R(8, 1, 3, 3), R(8))
case("conv2d/wide", lambda x, w, b: F.conv2d(x, w, b, padding=1), R(2, 1, 5, 28), R(6, 1, 3, 3), R(6))
case("conv2d/three", lambda x, w, b: F.conv2d(x, w, b, padding=2), R(2, 3, 20, 20), R(4, 3, 5, 5), R(4))
case("conv2d/many", lambda x, w, b: F.conv2d(x, w, b, padding=1), R(2, 8, 6, 6), R(8, 8, 3, 3), R(8))
case("conv2d/stride", lambda x, w: F.conv2d(x, w, stride=(2, 3)), R(2, 3, 9, 11), R(4, 3, 3, 2))
case("conv2d/dilation", lambda x, w, b: F.conv2d(x, w, b, dilation=2, padding=1), R(2, 2, 9, 9), R(4, 2, 3, 3), R(4))
case("conv2d/groups", lambda x, w, b: F.conv2d(x, w, b, groups=2, padding=1), R(2, 4, 6, 6), R(8, 2, 3, 3), R(8))
case("conv2d/depthwise", lambda x, w, b: F.conv2d(x, w, b, groups=6, padding=1), R(2, 6, 7, 17), R(6, 1, 3, 3), R(6))
case("conv2d/same", lambda x, w: F.conv2d(x, w, padding="same"), R(2, 2, 6, 7), R(3, 2, 2, 4))
case("conv2d/pointwise", lambda x, w, b: F.conv2d(x, w, b), R(2, 8, 5, 5), R(4, 8, 1, 1), R(4))
case("conv2d/unbatched", lambda x, w: F.conv2d(x, w), R(5, 6, 6), R(4, 5, 3, 3))
case("conv2d/strided5", lambda x, w: F.conv2d(x, w, stride=2, padding=2), R(1, 6, 8, 8), R(5, 6, 5, 5))
case("conv1d", lambda x, w, b: F.conv1d(x, w, b, padding=1, stride=2), R(2, 3, 10), R(4, 3, 3), R(4))
case("conv1d/direct", lambda x, w, b: F.conv1d(x, w, b, padding=1), R(2, 2, 40), R(4, 2, 3), R(4))
case("conv_transpose2d", lambda x, w, b: F.conv_transpose2d(x, w, b, stride=2, padding=1, output_padding=1), R(2, 4, 5, 4), R(4, 3, 3, 3), R(3))
case("conv_transpose2d/groups", lambda x, w: F.conv_transpose2d(x, w, groups=2, dilation=2), R(2, 4, 4, 4), R(4, 2, 3, 3))
case("linear", F.linear, R(5, 7), R(3, 7), R(3))
case("linear/no bias", F.linear, R(5, 7), R(3, 7))
case("linear/three", F.linear, R(2, 4, 7), R(3, 7), R(3))
case("linear/one", F.linear, R(7), R(3, 7), R(3))
case("bilinear", F.bilinear, R(4, 3), R(4, 5), R(2, 3, 5), R(2))
case("max_pool2d", lambda x: F.max_pool2d(x, 2), R(2, 3, 6, 8))
case("max_pool2d/wide", lambda x: F.max_pool2d(x, 2, 2), R(2, 2, 4, 70))
case("max_pool2d/odd", lambda x: F.max_pool2d(x, 2), R(2, 3, 7, 41))
case("max_pool2d/overlap", lambda x: F.max_pool2d(x, 3, stride=2, padding=1), R(2, 3, 8, 9))
case("max_pool2d/ceil", lambda x: F.max_pool2d(x, 3, stride=2, ceil_mode=True, dilation=1), R(2, 2, 8, 8))
case("max_pool2d/dilation", lambda x: F.max_pool2d(x, 2, stride=1, dilation=2), R(1, 2, 6, 6))
case("max_pool2d/ties", lambda x: F.max_pool2d(x, 2), torch.ones(1, 1, 4, 4))
case("max_pool2d/large", lambda x: F.max_pool2d(x, 17), R(1, 2, 34, 34))
case("max_pool1d", lambda x: F.max_pool1d(x, 3, stride=2), R(2, 3, 10))
case("avg_pool2d", lambda x: F.avg_pool2d(x, 2), R(2, 3, 6, 8))
case("avg_pool2d/padding", lambda x: F.avg_pool2d(x, 3, stride=2, padding=1), R(2, 3, 7, 7))
case("avg_pool2d/ceil", lambda x: F.avg_pool2d(x, 3, stride=2, padding=1, ceil_mode=True, count_include_pad=False), R(2, 3, 8, 8))
case("avg_pool2d/divisor", lambda x: F.avg_pool2d(x, 2, divisor_override=3), R(2, 3, 6, 6))
case("avg_pool1d", lambda x: F.avg_pool1d(x, 2), R(2, 3, 8))
case("adaptive_avg_pool2d/one", lambda x: F.adaptive_avg_pool2d(x, 1), R(2, 3, 5, 6))
case("adaptive_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, (3, 4)), R(2, 3, 7, 6))
case("adaptive_max_pool2d", lambda x: F.adaptive_max_pool2d(x, (3, 4)), R(2, 3, 7, 6))
case("batch_norm/2d", lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True), R(4, 3, 5, 7) * 3 + 2, R(3), R(3))
case("batch_norm/plain", lambda x: F.batch_norm(x, None, None, training=True), R(4, 3, 9, 9))
case("batch_norm/1d", lambda x, w, b: F.batch_norm(x, None, None, w, b, training=True), R(6, 20), R(20), R(20))
case("batch_norm/eval", lambda x, m, v, w, b: F.batch_norm(x, m.detach(), v.detach(), w, b), R(4, 3, 5, 5), R(3), torch.rand(3) + 0.5, R(3), R(3))
case("batch_norm/constant", lambda x: F.batch_norm(x, None, None, training=True), torch.full((4, 2, 3), 7.0))
case("batch_norm/offset", lambda x: F.batch_norm(x, None, None, training=True), R(8, 2, 10, 10) + 1000)
case("layer_norm", lambda x, w, b: F.layer_norm(x, (6,), w, b), R(4, 5, 6), R(6), R(6))
case("layer_norm/two", lambda x: F.layer_norm(x, (5, 6)), R(4, 5, 6))
case("group_norm", lambda x, w, b: F.group_norm(x, 2, w, b), R(3, 4, 5, 5), R(4), R(4))
case("instance_norm", lambda x, w, b: F.instance_norm(x, weight=w, bias=b), R(3, 4, 5, 5), R(4), R(4))
case("log_softmax", lambda x: F.log_softmax(x, 1), R(4, 10) * 5)
case("log_softmax/middle", lambda x: F.log_softmax(x, 1), R(2, 5, 3))
case("softmax", lambda x: F.softmax(x, -1), R(4, 10) * 5)
case("softmax/first", lambda x: F.softmax(x, 0), R(4, 10))

index = torch.randint(0, 5, (6,))
case("cross_entropy", F.cross_entropy, R(6, 5), index)
case("cross_entropy/sum", lambda x, t: F.cross_entropy(x, t, reduction="sum"), R(6, 5), index)
case("cross_entropy/none", lambda x, t: F.cross_entropy(x, t, reduction="none"), R(6, 5), index)
case("cross_entropy/weight", lambda x, t, w: F.cross_entropy(x, t, w.detach()), R(6, 5), index, torch.rand(5))
case("cross_entropy/ignore", lambda x, t: F.cross_entropy(x, t, ignore_index=2), R(6, 5), torch.tensor([0, 2, 1, 2, 4, 3]))
case("cross_entropy/smooth", lambda x, t: F.cross_entropy(x, t, label_smoothing=0.1), R(6, 5), index)
case("cross_entropy/everything", lambda x, t, w: F.cross_entropy(x, t, w.detach(), label_smoothing=0.2, ignore_index=2), R(6, 5), torch.tensor([0, 2, 1, 2, 4, 3]), torch.rand(5))
case("cross_entropy/places", F.cross_entropy, R(2, 5, 3, 4), torch.randint(0, 5, (2, 3, 4)))
case("cross_entropy/one", F.cross_entropy, R(5), torch.tensor(3))
case("cross_entropy/probabilities", F.cross_entropy, R(6, 5), torch.rand(6, 5).softmax(1))
case("cross_entropy/probabilities weight", lambda x, t, w: F.cross_entropy(x, t.detach(), w.detach(), label_smoothing=0.1), R(6, 5), torch.rand(6, 5).softmax(1), torch.rand(5))
case("nll_loss", F.nll_loss, R(6, 5), index)
case("mse_loss", F.mse_loss, R(4, 3), R(4, 3))
case("mse_loss/sum", lambda x, t: F.mse_loss(x, t, reduction="sum"), R(4, 3), R(4, 3))
case("l1_loss", F.l1_loss, R(4, 3), R(4, 3))
case("smooth_l1_loss", F.smooth_l1_loss, R(4, 3) * 2, R(4, 3))
case("smooth_l1_loss/beta", lambda x, t: F.smooth_l1_loss(x, t, beta=0.3), R(4, 3), R(4, 3))
case("huber_loss", lambda x, t: F.huber_loss(x, t, delta=0.7), R(4, 3) * 2, R(4, 3))
case("bce", F.binary_cross_entropy, torch.rand(4, 3), torch.rand(4, 3))
case("bce/weight", lambda x, t, w: F.binary_cross_entropy(x, t.detach(), w.detach()), torch.rand(4, 3), torch.rand(4, 3), torch.rand(4, 3))
case("bce_logits", F.binary_cross_entropy_with_logits, R(4, 3) * 4, torch.rand(4, 3))
case("bce_logits/pos", lambda x, t, p: F.binary_cross_entropy_with_logits(x, t.detach(), pos_weight=p.detach()), R(4, 3), torch.rand(4, 3), torch.rand(3) + 0.5)
case("kl_div", lambda x, t: F.kl_div(x, t, reduction="batchmean"), R(4, 3).log_softmax(1), R(4, 3).softmax(1))
case("kl_div/log", lambda x, t: F.kl_div(x, t, reduction="sum", log_target=True), R(4, 3).log_softmax(1), R(4, 3).log_softmax(1))
case("embedding", F.embedding, torch.tensor([[0, 2], [2, 3]]), R(5, 3))
case("embedding/padding", lambda i, w: F.embedding(i, w, padding_idx=2), torch.tensor([[0, 2], [2, 3]]), R(5, 3))
case("local_response_norm", lambda x: F.local_response_norm(x, 3), R(2, 5, 3, 3))

for name, f in {
    "relu": F.relu, "leaky_relu": lambda x: F.leaky_relu(x, 0.2), "elu": lambda x: F.elu(x, 1.5),
    "selu": F.selu, "celu": lambda x: F.celu(x, 0.7), "gelu": F.gelu, "gelu/tanh": lambda x: F.gelu(x, approximate="tanh"),
    "silu": F.silu, "mish": F.mish, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "softplus": F.softplus,
    "softplus/beta": lambda x: F.softplus(x, 2.0, 1.0), "hardtanh": lambda x: F.hardtanh(x, -0.5, 0.8),
    "relu6": F.relu6, "hardsigmoid": F.hardsigmoid, "hardswish": F.hardswish, "softsign": F.softsign,
    "logsigmoid": F.logsigmoid, "threshold": lambda x: F.threshold(x, 0.1, 20.0),
}.items():
    case("activation/" + name, f, R(3, 7) * 3)
case("activation/prelu", F.prelu, R(3, 4, 2), R(4))

save("layers.safetensors", out)
