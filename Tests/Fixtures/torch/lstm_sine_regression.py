import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(input_size=1, hidden_size=6, batch_first=True)
        self.linear = nn.Linear(6, 1)
    def forward(self, x):
        out, (h, c) = self.lstm(x)
        return self.linear(out[:, -1])
torch.manual_seed(0)
t = torch.linspace(0, 6.28, 24)
series = torch.sin(t)
x = torch.stack([series[i:i + 5] for i in range(18)]).unsqueeze(-1)
y = series[5:23].unsqueeze(-1)
model = Model()
opt = optim.Adam(model.parameters(), lr=0.05)
for epoch in range(6):
    opt.zero_grad()
    loss = F.mse_loss(model(x), y)
    loss.backward()
    opt.step()
    print(f"{loss.item():.4f}")
print(model)
