import torch
import torch.nn as nn
import torch.nn.functional as F
import math

torch.manual_seed(0)
import torchvision.transforms as T
x = torch.arange(48, dtype=torch.float32).view(3,4,4)/48
print(T.Compose([T.Normalize((.5,), (.5,)), T.RandomHorizontalFlip(p=0.5)]))
print(T.Compose([T.ToTensor(), T.Normalize(mean=[.5]*3, std=[.2]*3)]))
print(T.Normalize((.5,.5,.5), (.5,.5,.5))(x))
print(T.RandomCrop(4, padding=1), T.RandomRotation(10), T.RandomErasing(), T.Lambda(lambda x: x*2), T.CenterCrop(2), T.Resize(2), T.Grayscale(), T.Pad(1), T.RandomVerticalFlip(), T.RandomAffine(10) if False else '')
print(T.RandomHorizontalFlip(1.)(x)[0], T.RandomVerticalFlip(1.)(x)[0])
print(T.RandomCrop(4, padding=1)(x)[0])
print(T.RandomCrop(2)(x)[0])
print(T.CenterCrop(2)(x)[0], T.Pad(1)(x)[0], T.RandomErasing(p=1.)(x)[0], T.Lambda(lambda x: x*2)(x)[0,0])
print(T.RandomRotation(30)(x)[0])
for f in [lambda: T.Normalize((.5,), (0.,))(x), lambda: T.Normalize((.5,.5), (.5,.5))(x), lambda: T.RandomCrop(9)(x), lambda: T.Normalize(.5,.5)(x), lambda: T.Compose([])(x).shape, lambda: T.Lambda(3), lambda: T.ToTensor()(x), lambda: T.RandomErasing(p=2), lambda: T.Normalize((.5,),(.5,))(x.long()), lambda: T.RandomRotation(-5), lambda: T.Compose(T.ToTensor())(x), lambda: T.Normalize((.5,), (.5,))(3)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
