import torch
from torchvision import transforms as T
from torchvision.transforms import functional as TF


def show(f):
    try:
        r = f()
        print((tuple(r.shape), r.dtype, r.reshape(-1)[:8]) if isinstance(r, torch.Tensor) else r)
    except Exception as e:
        print(type(e).__name__, e)


x = torch.arange(48.0).view(3, 4, 4) / 48
u = (x * 255).to(torch.uint8)
grey = torch.arange(784.0).view(1, 28, 28) / 784
for make in (
    lambda: T.RandomAffine(10, translate=(0.1, 0.1), scale=(0.8, 1.2), shear=5),
    lambda: T.RandomAffine((0, 30), shear=(0, 5, 0, 5), fill=1),
    lambda: T.RandomAffine(20, interpolation=T.InterpolationMode.BILINEAR),
    lambda: T.ColorJitter(0.2, 0.2, 0.2, 0.1),
    lambda: T.ColorJitter(brightness=0.5),
    lambda: T.ColorJitter(contrast=(0.5, 0.9), hue=0.5),
    lambda: T.RandomResizedCrop(3),
    lambda: T.RandomResizedCrop((5, 6), scale=(0.5, 1.0), ratio=(1.0, 1.0)),
    lambda: T.GaussianBlur(3),
    lambda: T.GaussianBlur((3, 5), 1.0),
    lambda: T.Resize(8, T.InterpolationMode.BICUBIC),
    lambda: T.ColorJitter(-1),
    lambda: T.ColorJitter(hue=0.6),
    lambda: T.ColorJitter("a"),
    lambda: T.GaussianBlur(2),
    lambda: T.GaussianBlur(3, -1),
    lambda: T.RandomAffine(-1),
    lambda: T.RandomAffine(10, translate=(2, 2)),
    lambda: T.RandomAffine(10, scale=(0, 1)),
    lambda: T.RandomAffine("a"),
):
    try:
        transform = make()
    except Exception as e:
        print(type(e).__name__, e)
        continue
    print(transform)
    for image in (x, u, grey):
        torch.manual_seed(1)
        show(lambda: transform(image))
show(lambda: TF.adjust_brightness(x, 1.5))
show(lambda: TF.adjust_contrast(u, 0.5))
show(lambda: TF.adjust_saturation(x, 2.0))
show(lambda: TF.adjust_hue(x, 0.1))
show(lambda: TF.adjust_hue(x, 0.6))
show(lambda: TF.affine(x, 10, [1, 1], 1.0, [0.0, 0.0]))
show(lambda: TF.gaussian_blur(x, 3))
show(lambda: TF.resize(x, [2, 2]))
show(lambda: TF.resized_crop(x, 0, 1, 3, 3, [2, 2]))
show(lambda: TF.erase(x, 0, 0, 2, 2, torch.tensor(0.0)))
show(lambda: TF.get_image_size(x))
show(lambda: TF.convert_image_dtype(u, torch.float))
torch.manual_seed(0)
train = T.Compose([T.RandomResizedCrop(6), T.RandomHorizontalFlip(), T.ColorJitter(0.4, 0.4, 0.4), T.Normalize([0.5] * 3, [0.25] * 3)])
print(train, train(x).shape, train(x)[0, 0])
