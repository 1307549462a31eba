import torch, torch.nn as nn, torch.optim as optim, torch.nn.functional as F
torch.manual_seed(0)
dtype = torch.float32
device = torch.device('cuda') if torch.cuda.is_available() else torch.device('cpu')
print_every = 2
def flatten(x):
    N = x.shape[0]
    return x.view(N, -1)
def test_flatten():
    x = torch.arange(12).view(2, 1, 3, 2)
    print('Before flattening: ', x); print('After flattening: ', flatten(x))
test_flatten()
def random_weight(shape):
    if len(shape) == 2: fan_in = shape[0]
    else: fan_in = torch.prod(torch.tensor(shape[1:])).item()
    w = torch.randn(shape, device=device, dtype=dtype) * (2. / fan_in) ** 0.5
    w.requires_grad = True
    return w
def zero_weight(shape):
    return torch.zeros(shape, device=device, dtype=dtype, requires_grad=True)
print(random_weight((3, 5)))
def three_layer_convnet(x, params):
    conv_w1, conv_b1, conv_w2, conv_b2, fc_w, fc_b = params
    h = F.relu(F.conv2d(x, conv_w1, conv_b1, padding=2)); h = F.relu(F.conv2d(h, conv_w2, conv_b2, padding=1))
    return flatten(h).mm(fc_w) + fc_b
x = torch.zeros((64, 3, 32, 32), dtype=dtype)
ps = [torch.zeros((6, 3, 5, 5)), torch.zeros((6,)), torch.zeros((9, 6, 3, 3)), torch.zeros((9,)), torch.zeros((9 * 32 * 32, 10)), torch.zeros(10)]
print(three_layer_convnet(x, ps).size())
loader = [(torch.randn(8, 3, 8, 8), torch.randint(0, 10, (8,))) for _ in range(6)]
def train_part2(model_fn, params, learning_rate):
    for t, (x, y) in enumerate(loader):
        scores = model_fn(x, params); loss = F.cross_entropy(scores, y); loss.backward()
        with torch.no_grad():
            for w in params:
                w -= learning_rate * w.grad
                w.grad.zero_()
        if t % print_every == 0: print('Iteration %d, loss = %.4f' % (t, loss.item()))
train_part2(three_layer_convnet, [random_weight((6,3,5,5)), zero_weight((6,)), random_weight((9,6,3,3)), zero_weight((9,)), random_weight((9*64,10)), zero_weight((10,))], 3e-3)
class Flatten(nn.Module):
    def forward(self, x): return flatten(x)
def check_accuracy_part34(loader, model):
    num_correct = 0; num_samples = 0
    model.eval()
    with torch.no_grad():
        for x, y in loader:
            x = x.to(device=device, dtype=dtype); y = y.to(device=device, dtype=torch.long)
            _, preds = model(x).max(1)
            num_correct += (preds == y).sum(); num_samples += preds.size(0)
        acc = float(num_correct) / num_samples
        print('Got %d / %d correct (%.2f)' % (num_correct, num_samples, 100 * acc))
model = nn.Sequential(nn.Conv2d(3, 8, 5, padding=2), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout2d(0.1), Flatten(), nn.Linear(8*16, 10))
optimizer = optim.SGD(model.parameters(), lr=1e-2, momentum=0.9, nesterov=True)
model = model.to(device=device)
for e in range(2):
    for t, (x, y) in enumerate(loader):
        model.train(); scores = model(x); loss = F.cross_entropy(scores, y)
        optimizer.zero_grad(); loss.backward(); optimizer.step()
        if t % print_every == 0:
            print('Iteration %d, loss = %.4f' % (t, loss.item())); check_accuracy_part34(loader, model); print()
