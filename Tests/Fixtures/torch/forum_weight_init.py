import torch, torch.nn as nn
torch.manual_seed(0)
def weights_init(m):
    classname = m.__class__.__name__
    if classname.find('Conv') != -1: nn.init.kaiming_normal_(m.weight.data, mode='fan_out', nonlinearity='relu')
    elif classname.find('BatchNorm') != -1: nn.init.normal_(m.weight.data, 1.0, 0.02); nn.init.constant_(m.bias.data, 0)
    elif isinstance(m, nn.Linear):
        torch.nn.init.xavier_uniform_(m.weight); m.bias.data.fill_(0.01)
net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Flatten(), nn.Linear(8, 3))
net.apply(weights_init)
for n, p in net.named_parameters(): print(n, p)
w = torch.empty(3, 5)
for f, kw in [(nn.init.uniform_, {}), (nn.init.normal_, {}), (nn.init.constant_, dict(val=.3)), (nn.init.ones_, {}), (nn.init.zeros_, {}), (nn.init.eye_, {}), (nn.init.xavier_uniform_, dict(gain=nn.init.calculate_gain('relu'))), (nn.init.xavier_normal_, {}), (nn.init.kaiming_uniform_, dict(mode='fan_in', nonlinearity='relu')), (nn.init.kaiming_normal_, dict(a=.1)), (nn.init.trunc_normal_, dict(std=.02)), (nn.init.orthogonal_, {}), (nn.init.sparse_, dict(sparsity=.4))]:
    print(f.__name__, f(w, **kw))
print(nn.init.dirac_(torch.empty(3, 2, 3)))
for f, a in [(nn.init.xavier_uniform_, torch.empty(3)), (nn.init.kaiming_normal_, torch.empty(2)), (nn.init.eye_, torch.empty(2, 2, 2)), (nn.init.dirac_, w), (nn.init.orthogonal_, torch.empty(3)), (nn.init.sparse_, torch.empty(2, 2, 2))]:
    try: f(a) if f is not nn.init.sparse_ else f(a, .1)
    except Exception as e: print(type(e).__name__, e)
for n in ('linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'selu', 'conv2d'): print(n, nn.init.calculate_gain(n))
try: nn.init.calculate_gain('gelu')
except ValueError as e: print(e)
try: nn.init.kaiming_normal_(w, mode='fan')
except ValueError as e: print(e)
