# %% exercise="recalibrate" points=4 style="stacked"
def recalibrate(bn, batches):
    means = torch.stack([batch.mean(dim=0) for batch in batches])
    variances = torch.stack([batch.var(dim=0) for batch in batches])
    bn.running_mean = means.mean(dim=0).detach()
    bn.running_var = variances.mean(dim=0).detach()

# %% exercise="recalibrate" points=4 style="running sums"
@torch.no_grad()
def recalibrate(bn, batches):
    mean, var = torch.zeros_like(bn.running_mean), torch.zeros_like(bn.running_var)
    for batch in batches:
        mean += batch.mean(0) / len(batches)
        var += batch.var(0) / len(batches)
    bn.running_mean.copy_(mean)
    bn.running_var.copy_(var)

# %% exercise="recalibrate" points=4 style="the layer with a momentum that averages"
def recalibrate(bn, batches):
    mode, momentum = bn.training, bn.momentum
    bn.train()
    try:
        with torch.no_grad():
            for number, batch in enumerate(batches, start=1):
                bn.momentum = 1 / number
                bn(batch)
    finally:
        bn.momentum = momentum
        bn.train(mode)

# %% exercise="recalibrate" points=4 style="a layer beside it"
def recalibrate(bn, batches):
    other = nn.BatchNorm1d(bn.num_features, momentum=None).to(batches[0].dtype)
    for batch in batches:
        other(batch)
    state = bn.state_dict()
    state["running_mean"] = other.running_mean
    state["running_var"] = other.running_var
    bn.load_state_dict(state)

# %% exercise="recalibrate" points=4 style="in place, with lerp"
def recalibrate(bn, batches):
    with torch.no_grad():
        bn.running_mean.zero_()
        bn.running_var.zero_()
        for i, batch in enumerate(batches):
            bn.running_mean.lerp_(batch.mean(0), 1 / (i + 1))
            bn.running_var.lerp_(batch.var(0), 1 / (i + 1))

# %% exercise="recalibrate" points=2 style="partly: the momentum stays 0.1"
def recalibrate(bn, batches):
    mode = bn.training
    bn.reset_running_stats()
    bn.train()
    with torch.no_grad():
        for batch in batches:
            bn(batch)
    bn.train(mode)

# %% exercise="recalibrate" points=3 style="partly: left in train mode, without momentum"
def recalibrate(bn, batches):
    bn.reset_running_stats()
    bn.momentum = None
    bn.train()
    with torch.no_grad():
        for batch in batches:
            bn(batch)

# %% exercise="recalibrate" points=2 style="partly: biased variance"
def recalibrate(bn, batches):
    with torch.no_grad():
        bn.running_mean.copy_(sum(b.mean(0) for b in batches) / len(batches))
        bn.running_var.copy_(sum(b.var(0, unbiased=False) for b in batches) / len(batches))

# %% exercise="recalibrate" points=2 style="partly: all examples in one batch"
def recalibrate(bn, batches):
    together = torch.cat(batches)
    with torch.no_grad():
        bn.running_mean.copy_(together.mean(0))
        bn.running_var.copy_(together.var(0))

# %% exercise="recalibrate" points=3 style="partly: gamma and beta are made new"
def recalibrate(bn, batches):
    bn.reset_parameters()
    with torch.no_grad():
        bn.running_mean.copy_(sum(b.mean(0) for b in batches) / len(batches))
        bn.running_var.copy_(sum(b.var(0) for b in batches) / len(batches))

# %% exercise="fold" points=4 style="rsqrt"
def fold(weight, bias, bn):
    with torch.no_grad():
        scale = bn.weight * torch.rsqrt(bn.running_var + bn.eps)
        return weight * scale[:, None, None, None], scale * (bias - bn.running_mean) + bn.bias

# %% exercise="fold" points=4 style="matrices"
def fold(weight, bias, bn):
    scale = (bn.weight / (bn.running_var + bn.eps).sqrt()).detach()
    flat = torch.diag(scale) @ weight.reshape(len(weight), -1)
    return flat.reshape(weight.shape), bias * scale + bn.bias.detach() - bn.running_mean * scale

# %% exercise="fold" points=4 style="einsum"
def fold(weight, bias, bn):
    scale = bn.weight.detach() / (bn.running_var + bn.eps) ** 0.5
    shift = bn.bias.detach() - bn.running_mean * scale
    return torch.einsum("kcij,k->kcij", weight, scale), torch.addcmul(shift, bias, scale)

# %% exercise="fold" points=4 style="stacked lists"
def fold(weight, bias, bn):
    weights, biases = [], []
    for k, (w, b) in enumerate(zip(weight, bias)):
        s = bn.weight[k].item() / (bn.running_var[k].item() + bn.eps) ** 0.5
        weights.append(w * s)
        biases.append((b - bn.running_mean[k]) * s + bn.bias[k].item())
    return torch.stack(weights), torch.stack(biases)

# %% exercise="fold" points=4 style="asks the layer"
def fold(weight, bias, bn):
    n = len(weight)
    with torch.no_grad():
        zero = bn(torch.zeros(1, n, 1, 1, dtype=weight.dtype)).flatten()
        one = bn(torch.ones(1, n, 1, 1, dtype=weight.dtype)).flatten()
    scale = one - zero
    return weight * scale.reshape(n, 1, 1, 1), bias * scale + zero

# %% exercise="fold" points=1 style="partly: eps is left out"
def fold(weight, bias, bn):
    scale = (bn.weight / torch.sqrt(bn.running_var)).detach()
    return weight * scale.view(-1, 1, 1, 1), (bias - bn.running_mean) * scale + bn.bias.detach()

# %% exercise="fold" points=1 style="partly: the bias is not scaled"
def fold(weight, bias, bn):
    scale = (bn.weight / torch.sqrt(bn.running_var + bn.eps)).detach()
    return weight * scale.view(-1, 1, 1, 1), bias - bn.running_mean * scale + bn.bias.detach()

# %% exercise="fold" points=1 style="partly: variance for deviation"
def fold(weight, bias, bn):
    scale = (bn.weight / (bn.running_var + bn.eps)).detach()
    return weight * scale.view(-1, 1, 1, 1), (bias - bn.running_mean) * scale + bn.bias.detach()

# %% exercise="fold" points=1 style="partly: beta is forgotten"
def fold(weight, bias, bn):
    scale = (bn.weight / torch.sqrt(bn.running_var + bn.eps)).detach()
    return weight * scale.view(-1, 1, 1, 1), (bias - bn.running_mean) * scale

# %% exercise="fold" points=3 style="partly: changes a copy, and the running mean"
def fold(weight, bias, bn):
    scale = (bn.weight / torch.sqrt(bn.running_var + bn.eps)).detach()
    new_bias = (bias - bn.running_mean) * scale + bn.bias.detach()
    result = weight * scale.view(-1, 1, 1, 1), new_bias
    bn.momentum, mean = 0.1, bn.running_mean.clone()
    with torch.no_grad():
        bn.bias += (mean * 0.5) * (bn.weight / torch.sqrt(bn.running_var + bn.eps))
        bn.running_mean += mean * 0.5
    return result

# %% exercise="backward" points=5 style="autograd"
def backward(dy, x, gamma, eps=1e-5):
    with torch.enable_grad():
        x, gamma = x.clone().requires_grad_(), gamma.clone().requires_grad_()
        beta = torch.zeros_like(gamma, requires_grad=True)
        y = gamma * (x - x.mean(0)) / torch.sqrt(x.var(0, unbiased=False) + eps) + beta
        return torch.autograd.grad(y, (x, gamma, beta), dy)

# %% exercise="backward" points=5 style="sums over n"
def backward(dy, x, gamma, eps=1e-5):
    n = len(x)
    mean = x.mean(0)
    inverse = (x.var(0, unbiased=False) + eps).rsqrt()
    x_hat = (x - mean) * inverse
    dbeta = dy.sum(0)
    dgamma = torch.sum(dy * x_hat, 0)
    dx = gamma * inverse / n * (n * dy - dbeta - x_hat * dgamma)
    return dx, dgamma, dbeta

# %% exercise="backward" points=5 style="column by column with the Jacobian"
def backward(dy, x, gamma, eps=1e-5):
    n, c = x.shape
    dx, dgamma = torch.zeros_like(x), torch.zeros_like(gamma)
    for j in range(c):
        s = torch.sqrt(x[:, j].var(unbiased=False) + eps)
        h = (x[:, j] - x[:, j].mean()) / s
        jacobian = (torch.eye(n, dtype=x.dtype) - 1 / n - torch.outer(h, h) / n) / s
        dx[:, j] = gamma[j] * (jacobian @ dy[:, j])
        dgamma[j] = torch.dot(dy[:, j], h)
    return dx, dgamma, dy.sum(dim=0)

# %% exercise="backward" points=5 style="projections"
def backward(dy, x, gamma, eps=1e-5):
    def centred(v):
        return v - v.mean(0, keepdim=True)
    s = (centred(x).pow(2).mean(0) + eps).sqrt()
    h = centred(x).div(s)
    g = dy.mul(gamma)
    return centred(g).sub(h * (g * h).mean(0)).div(s), (dy * h).sum(0), dy.sum(0)

# %% exercise="backward" points=5 style="einsum"
def backward(dy, x, gamma, eps=1e-5):
    var, mean = torch.var_mean(x, 0, unbiased=False)
    r = 1 / torch.sqrt(var + eps)
    h = (x - mean) * r
    dgamma = torch.einsum("nc,nc->c", dy, h)
    dbeta = torch.einsum("nc->c", dy)
    dx = (dy - dbeta / x.size(0) - h * dgamma / x.size(0)) * (gamma * r)
    return dx, dgamma, dbeta

# %% exercise="backward" points=2 style="partly: the statistics are taken for constants"
def backward(dy, x, gamma, eps=1e-5):
    s = torch.sqrt(x.var(0, unbiased=False) + eps)
    h = (x - x.mean(0)) / s
    return dy * gamma / s, (dy * h).sum(0), dy.sum(0)

# %% exercise="backward" points=2 style="partly: the variance is taken for a constant"
def backward(dy, x, gamma, eps=1e-5):
    s = torch.sqrt(x.var(0, unbiased=False) + eps)
    h = (x - x.mean(0)) / s
    g = dy * gamma
    return (g - g.mean(0)) / s, (dy * h).sum(0), dy.sum(0)

# %% exercise="backward" points=3 style="partly: dgamma and dbeta are means"
def backward(dy, x, gamma, eps=1e-5):
    s = torch.sqrt(x.var(0, unbiased=False) + eps)
    h = (x - x.mean(0)) / s
    g = dy * gamma
    return (g - g.mean(0) - h * (g * h).mean(0)) / s, (dy * h).mean(0), dy.mean(0)

# %% exercise="backward" points=3 style="partly: dgamma and dbeta are swapped"
def backward(dy, x, gamma, eps=1e-5):
    s = torch.sqrt(x.var(0, unbiased=False) + eps)
    h = (x - x.mean(0)) / s
    g = dy * gamma
    return (g - g.mean(0) - h * (g * h).mean(0)) / s, dy.sum(0), (dy * h).sum(0)

# %% exercise="backward" points=2 style="partly: gamma is forgotten in dx"
def backward(dy, x, gamma, eps=1e-5):
    s = torch.sqrt(x.var(0, unbiased=False) + eps)
    h = (x - x.mean(0)) / s
    return (dy - dy.mean(0) - h * (dy * h).mean(0)) / s, (dy * h).sum(0), dy.sum(0)
