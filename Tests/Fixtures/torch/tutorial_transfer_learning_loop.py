import torch, torch.nn as nn, torch.optim as optim
from torch.optim import lr_scheduler
from collections import OrderedDict
import copy, time
torch.manual_seed(42)
class Backbone(nn.Module):
    def __init__(self, num_classes=10):
        super().__init__()
        self.features = nn.Sequential(OrderedDict([
            ('conv1', nn.Conv2d(3, 8, kernel_size=3, stride=2, padding=1, bias=False)),
            ('bn1', nn.BatchNorm2d(8)), ('relu1', nn.ReLU(inplace=True)),
            ('conv2', nn.Conv2d(8, 16, 3, padding='same')), ('bn2', nn.BatchNorm2d(16)), ('relu2', nn.ReLU(inplace=True)),
        ]))
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(16, num_classes)
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                nn.init.kaiming_normal_(m.weight, mode='fan_out', nonlinearity='relu')
            elif isinstance(m, (nn.BatchNorm2d, nn.GroupNorm)):
                nn.init.constant_(m.weight, 1); nn.init.constant_(m.bias, 0)
    def forward(self, x):
        x = self.features(x); x = self.avgpool(x); x = torch.flatten(x, 1)
        return self.fc(x)
model = Backbone()
for param in model.parameters():
    param.requires_grad = False
num_ftrs = model.fc.in_features
model.fc = nn.Linear(num_ftrs, 2)
criterion = nn.CrossEntropyLoss()
optimizer = optim.SGD(model.fc.parameters(), lr=0.001, momentum=0.9)
exp_lr_scheduler = lr_scheduler.StepLR(optimizer, step_size=7, gamma=0.1)
print(model)
print([n for n, p in model.named_parameters() if p.requires_grad])
total = sum(p.numel() for p in model.parameters()); trainable = sum(p.numel() for p in model.parameters() if p.requires_grad)
print(f"{total:,} total, {trainable:,} trainable ({100*trainable/total:.2f}%)")
data = {p: [(torch.randn(4,3,16,16), torch.randint(0,2,(4,))) for _ in range(3)] for p in ['train','val']}
sizes = {p: 12 for p in data}
def train_model(model, criterion, optimizer, scheduler, num_epochs=3):
    since = time.time()
    best_model_wts = copy.deepcopy(model.state_dict()); best_acc = 0.0
    for epoch in range(num_epochs):
        print(f'Epoch {epoch}/{num_epochs - 1}'); print('-' * 10)
        for phase in ['train', 'val']:
            if phase == 'train': model.train()
            else: model.eval()
            running_loss = 0.0; running_corrects = 0
            for inputs, labels in data[phase]:
                optimizer.zero_grad()
                with torch.set_grad_enabled(phase == 'train'):
                    outputs = model(inputs)
                    _, preds = torch.max(outputs, 1)
                    loss = criterion(outputs, labels)
                    if phase == 'train':
                        loss.backward(); optimizer.step()
                running_loss += loss.item() * inputs.size(0)
                running_corrects += torch.sum(preds == labels.data)
            if phase == 'train': scheduler.step()
            epoch_loss = running_loss / sizes[phase]
            epoch_acc = running_corrects.double() / sizes[phase]
            print(f'{phase} Loss: {epoch_loss:.4f} Acc: {epoch_acc:.4f}')
            if phase == 'val' and epoch_acc > best_acc:
                best_acc = epoch_acc; best_model_wts = copy.deepcopy(model.state_dict())
    time_elapsed = time.time() - since
    print(f'Training complete in {time_elapsed // 60:.0f}m')
    print(f'Best val Acc: {best_acc:4f}')
    model.load_state_dict(best_model_wts)
    return model
model = train_model(model, criterion, optimizer, exp_lr_scheduler)
print(optimizer.param_groups[0]['lr'], exp_lr_scheduler.get_last_lr(), exp_lr_scheduler.last_epoch)
print(model.features.bn1.running_mean, model.features.bn1.num_batches_tracked)
