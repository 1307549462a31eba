import torch
import torchvision.transforms as T

for t in [T.Compose([T.ToTensor(),T.Normalize((0.5,),(0.5,))]),T.RandomCrop(28,padding=4),T.RandomHorizontalFlip(p=0.3),T.RandomVerticalFlip(),T.RandomRotation(10),T.RandomErasing(),T.Lambda(lambda x:x),T.Resize(32),T.Resize((28,28)),T.CenterCrop(20),T.Pad(2),T.Grayscale(),T.RandomApply([T.RandomHorizontalFlip()],p=0.2),T.RandomChoice([T.CenterCrop(2)]),T.RandomOrder([T.CenterCrop(2)]),T.ConvertImageDtype(torch.float32),T.RandomGrayscale(),T.FiveCrop(2),T.RandomInvert()]: print(t)
