import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(42)
X = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
Y = torch.tensor([[0.], [1.], [1.], [0.]])
class XOR(nn.Module):
    def __init__(self, hidden=8):
        super(XOR, self).__init__()
        self.hidden = nn.Linear(2, hidden)
        self.out = nn.Linear(hidden, 1)
    def forward(self, x):
        return torch.sigmoid(self.out(torch.tanh(self.hidden(x))))
net = XOR()
opt = torch.optim.Adam(net.parameters(), lr=0.1)
for step in range(200):
    opt.zero_grad()
    loss = F.binary_cross_entropy(net(X), Y)
    loss.backward()
    opt.step()
print(net)
print((net(X) > 0.5).int().flatten().tolist(), loss.item() < 0.05)
