import torch
import torchvision.transforms as T


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__ + ":", error)


torch.manual_seed(0)
x = torch.arange(16.0).view(1, 4, 4) / 16
for t in [T.Normalize((0.5,), (0.5,)), T.CenterCrop(2), T.CenterCrop(6), T.Pad(1), T.RandomHorizontalFlip(1.0), T.RandomVerticalFlip(1.0), T.RandomCrop(2), T.RandomCrop(4, padding=1), T.RandomErasing(p=1.0), T.Lambda(lambda x: x * 2), T.Pad((1, 0), fill=3), T.Pad(1, padding_mode='reflect'), T.Resize(2), T.Resize((3, 3))]:
    print(t(x))
attempt(T.ToTensor(), x)
attempt(T.Normalize((0.5,), (0.0,)), x)
attempt(T.Normalize((0.5,), (0.5,)), x.long())
attempt(T.RandomCrop(8), x)
attempt(T.RandomRotation, -1)
attempt(T.CenterCrop, (1, 2, 3))
attempt(T.Lambda, 3)
