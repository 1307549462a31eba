# Transforms of tensors and of PIL images, exact: places, fills, draws and texts.
import random

import torch
import torchvision.transforms.functional as TF
from torchvision import transforms as T
from torchvision.transforms import InterpolationMode

g = torch.Generator().manual_seed(7)
images = {
    "floats": torch.rand(3, 9, 12, generator=g),
    "bytes": torch.randint(0, 256, (3, 9, 12), generator=g, dtype=torch.uint8),
    "grey": torch.rand(1, 9, 9, generator=g),
}
square = torch.randint(0, 256, (1, 11, 11), generator=g, dtype=torch.uint8)
images["pil"] = TF.to_pil_image(square)
images["pil of colours"] = TF.to_pil_image(images["bytes"])


def show(made):
    if isinstance(made, (tuple, list)):
        return [show(part) for part in made]
    if not isinstance(made, torch.Tensor):
        return made.mode, made.size, show(TF.pil_to_tensor(made))
    places = torch.arange(made.numel()).view(made.shape)
    return tuple(made.shape), str(made.dtype)[6:], f"{(made.double() * places).sum().item():.4g}"


bilinear = InterpolationMode.BILINEAR
for transform in (
    T.Grayscale(3), T.RandomRotation(30), T.RandomRotation(45, expand=True, fill=5),
    T.RandomRotation(45, bilinear, center=(2, 3), fill=0.5), T.RandomRotation((90, 90)),
    T.RandomPerspective(p=1.0), T.RandomPerspective(0.3, 1.0, InterpolationMode.NEAREST, fill=3),
    T.RandomResizedCrop(8), T.RandomResizedCrop((5, 7), (0.5, 1.0), (1.0, 1.0)),
    T.ColorJitter(0.4, 0.4, 0.4), T.Pad((1, 2), fill=7), T.Pad(3, padding_mode="symmetric"),
    T.Pad((1, 2, 3, 4), padding_mode="edge"), T.RandomApply([T.RandomRotation(30)], p=0.6),
    T.RandomChoice([T.Pad(1), T.CenterCrop(5)]), T.RandomOrder([T.Pad(1), T.CenterCrop(5)]),
    T.RandomCrop((8, 9), padding=(1, 2), padding_mode="reflect"), T.TenCrop(4),
    T.RandomAffine(20, (0.1, 0.2), (0.8, 1.2), 10), T.GaussianBlur(3), T.Resize(6),
    T.Resize((14, 14), InterpolationMode.BICUBIC), T.Resize(20, InterpolationMode.NEAREST),
    T.RandomInvert(1.0), T.RandomPosterize(3, p=1.0), T.RandomAdjustSharpness(2.0, p=1.0),
    T.RandomAutocontrast(p=1.0), T.RandomEqualize(p=1.0), T.RandomSolarize(0.5, p=1.0),
):
    print(transform)
    for name, image in images.items():
        torch.manual_seed(3)
        random.seed(3)
        try:
            print("  ", name, show(transform(image)))
        except Exception as error:
            print("  ", name, type(error).__name__, error)
for function in (
    lambda x: TF.rotate(x, -20, bilinear), lambda x: TF.rotate(x, 30, expand=True),
    lambda x: TF.affine(x, 10.0, [1, 2], 0.9, [3.0, 4.0], fill=2),
    lambda x: TF.crop(x, -1, 5, 4, 20), lambda x: TF.adjust_gamma(x, 2.0),
    lambda x: TF.adjust_brightness(x, 1.5), lambda x: TF.equalize(x), TF.get_dimensions,
    lambda x: TF.perspective(x, [[0, 0], [8, 0], [8, 8], [0, 8]], [[1, 1], [7, 0], [8, 8], [0, 7]]),
):
    for name, image in images.items():
        try:
            made = function(image)
            print(name, made if isinstance(made, list) else show(made))
        except Exception as error:
            print(name, type(error).__name__, error)
for function in (
    lambda: T.RandomRotation(-5), lambda: T.RandomRotation((1, 2, 3)), lambda: T.Pad(1, padding_mode="x"),
    lambda: T.Pad((1, 2, 3)), lambda: T.RandomAffine(1, (2, 2)), lambda: T.ColorJitter(hue=0.9),
    lambda: T.RandomCrop(99)(images["grey"]), lambda: T.RandomHorizontalFlip(1.0)([1]),
    lambda: T.RandomRotation(5)([1]), lambda: T.RandomErasing(1.0)(images["pil"]),
    lambda: T.Resize(5, max_size=4)(images["grey"]), lambda: T.ToPILImage()(torch.rand(5, 3, 3)),
    lambda: T.RandomRotation(5, fill=(1, 2))(images["floats"]), lambda: T.ToTensor()(torch.rand(2)),
):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)
