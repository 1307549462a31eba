# %% exercise="formula" points=4 style="std"
def normalize(x, gamma, beta, eps=1e-5):
    deviation = x - x.mean(0)
    return deviation / (x.std(0, unbiased=False) ** 2 + eps) ** 0.5 * gamma + beta

# %% exercise="formula" points=4 style="column by column"
def normalize(x, gamma, beta, eps=1e-5):
    columns = []
    for j in range(x.shape[1]):
        column = x[:, j]
        centred = column - column.mean()
        columns.append(gamma[j] * centred / torch.sqrt((centred * centred).mean() + eps) + beta[j])
    return torch.stack(columns, dim=1)

# %% exercise="formula" points=4 style="sums by hand"
def normalize(x, gamma, beta, eps=1e-5):
    n = len(x)
    mean = sum(x) / n
    variance = sum((row - mean) ** 2 for row in x) / n
    return (x - mean) * torch.rsqrt(variance + eps) * gamma + beta

# %% exercise="formula" points=4 style="var_mean and addcmul"
def normalize(x, gamma, beta, eps=1e-5):
    variance, mean = torch.var_mean(x, dim=0, unbiased=False)
    return torch.addcmul(beta, gamma, (x - mean) / (variance + eps).sqrt())

# %% exercise="formula" points=4 style="einsum and a factor"
def normalize(x, gamma, beta, eps=1e-5):
    n = x.size(0)
    centred = x - torch.einsum("nc->c", x) / n
    factor = gamma * (torch.einsum("nc,nc->c", centred, centred) / n + eps).pow(-0.5)
    return torch.einsum("nc,c->nc", centred, factor) + beta

# %% exercise="formula" points=2 style="partly: eps is always the default"
def normalize(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(0)) / torch.sqrt(x.var(0, unbiased=False) + 1e-5) + beta

# %% exercise="formula" points=1 style="partly: unbiased"
def normalize(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(0)) / torch.sqrt(x.var(0) + eps) + beta

# %% exercise="formula" points=2 style="partly: eps outside of the root"
def normalize(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(0)) / (torch.sqrt(x.var(0, unbiased=False)) + eps) + beta

# %% exercise="formula" points=1 style="partly: no gamma, no beta"
def normalize(x, gamma, beta, eps=1e-5):
    return (x - x.mean(0)) / torch.sqrt(x.var(0, unbiased=False) + eps)

# %% exercise="formula" points=3 style="partly: writes into x"
def normalize(x, gamma, beta, eps=1e-5):
    variance = x.var(0, unbiased=False)
    x -= x.mean(0)
    return gamma * x / torch.sqrt(variance + eps) + beta

# %% exercise="whole" points=6 style="a class behind it"
class Statistics:
    def __init__(self, x):
        self.count = x.numel() // x.shape[1]
        self.mean = x.mean(dim=(0, 2, 3))
        self.var = ((x - self.mean[:, None, None]) ** 2).mean(dim=(0, 2, 3))

    def moved(self, mean, var, momentum):
        unbiased = self.var * self.count / (self.count - 1)
        return mean + momentum * (self.mean - mean), var + momentum * (unbiased - var)

def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        batch = Statistics(x)
        mean, var = batch.mean, batch.var
        running_mean, running_var = batch.moved(running_mean, running_var, momentum)
    scale = gamma / torch.sqrt(var + eps)
    shift = beta - mean * scale
    return x * scale[:, None, None] + shift[:, None, None], running_mean, running_var

# %% exercise="whole" points=6 style="channel by channel"
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    y, means, variances = torch.empty_like(x), running_mean.clone(), running_var.clone()
    for c in range(x.shape[1]):
        part = x[:, c]
        if training:
            mean, var = part.mean(), part.var(unbiased=False)
            n = part.numel()
            means[c] = means[c] * (1 - momentum) + mean * momentum
            variances[c] = variances[c] * (1 - momentum) + var * n / (n - 1) * momentum
        else:
            mean, var = running_mean[c], running_var[c]
        y[:, c] = (part - mean) / (var + eps) ** 0.5 * gamma[c] + beta[c]
    return y, means, variances

# %% exercise="whole" points=6 style="a helper for the shape"
def wide(v):
    return v.reshape(1, -1, 1, 1)

def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    mean, var = running_mean, running_var
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
        running_mean = running_mean.lerp(mean, momentum)
        running_var = running_var.lerp(x.var((0, 2, 3)), momentum)
    return wide(gamma) * (x - wide(mean)) * wide(var + eps).rsqrt() + wide(beta), running_mean, running_var

# %% exercise="whole" points=6 style="transposed"
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    flat = x.transpose(0, 1).flatten(1)
    if training:
        n = flat.shape[1]
        mean = flat.sum(1) / n
        squares = ((flat - mean[:, None]) ** 2).sum(1)
        var = squares / n
        running_mean = running_mean + momentum * (mean - running_mean)
        running_var = running_var + momentum * (squares / (n - 1) - running_var)
    else:
        mean, var = running_mean, running_var
    flat = (flat - mean[:, None]) / torch.sqrt(var + eps)[:, None]
    flat = flat * gamma[:, None] + beta[:, None]
    return flat.view(x.shape[1], x.shape[0], x.shape[2], x.shape[3]).transpose(0, 1), running_mean, running_var

# %% exercise="whole" points=6 style="var_mean and stack"
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    keep = 1 - momentum
    means, variances, planes = [], [], []
    for c, plane in enumerate(x.unbind(1)):
        if training:
            var, mean = torch.var_mean(plane, unbiased=False)
            means.append(keep * running_mean[c] + momentum * mean)
            variances.append(keep * running_var[c] + momentum * plane.var())
        else:
            mean, var = running_mean[c], running_var[c]
            means.append(mean)
            variances.append(var)
        planes.append((plane - mean).div((var + eps).sqrt()).mul(gamma[c]).add(beta[c]))
    return torch.stack(planes, dim=1), torch.stack(means), torch.stack(variances)

# %% exercise="whole" points=4 style="partly: never moves"
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
    else:
        mean, var = running_mean, running_var
    s = (1, -1, 1, 1)
    y = gamma.view(s) * (x - mean.view(s)) / torch.sqrt(var.view(s) + eps) + beta.view(s)
    return y, running_mean, running_var

# %% exercise="whole" points=4 style="partly: the running variance is biased"
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
    s = (1, -1, 1, 1)
    y = gamma.view(s) * (x - mean.view(s)) / torch.sqrt(var.view(s) + eps) + beta.view(s)
    return y, running_mean, running_var

# %% exercise="whole" points=4 style="partly: the batch's statistics in evaluation"
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
    if training:
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var((0, 2, 3))
    s = (1, -1, 1, 1)
    y = gamma.view(s) * (x - mean.view(s)) / torch.sqrt(var.view(s) + eps) + beta.view(s)
    return y, running_mean, running_var

# %% exercise="whole" points=4 style="partly: momentum the other way round"
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * x.var((0, 2, 3))
    else:
        mean, var = running_mean, running_var
    s = (1, -1, 1, 1)
    y = gamma.view(s) * (x - mean.view(s)) / torch.sqrt(var.view(s) + eps) + beta.view(s)
    return y, running_mean, running_var

# %% exercise="whole" points=2 style="partly: moves in evaluation too"
def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
    s = (1, -1, 1, 1)
    y = gamma.view(s) * (x - mean.view(s)) / torch.sqrt(var.view(s) + eps) + beta.view(s)
    return y, (1 - momentum) * running_mean + momentum * mean, running_var
