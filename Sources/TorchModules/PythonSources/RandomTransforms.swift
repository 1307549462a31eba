extension PythonSources {
    /// `torchvision.transforms` that draw.
    static let randomTransforms = #"""
        import math
        import warnings

        import torch
        from torch import nn
        from torchvision.transforms import _apply, _check_image


        class _RandomFlip(nn.Module):
            def __init__(self, p=0.5):
                super().__init__()
                self.p = p

            def forward(self, img):
                if torch.rand(1) < self.p:
                    _check_image(img)
                    return _apply(img, lambda t: t.flip(self._dim))
                return img

            def __repr__(self):
                return f"{type(self).__name__}(p={self.p})"


        class RandomHorizontalFlip(_RandomFlip):
            """Left and right changed, with probability p."""

            def __init__(self, p=0.5):
                super().__init__(p)

            _dim = -1


        class RandomVerticalFlip(_RandomFlip):
            """Top and bottom changed, with probability p."""

            def __init__(self, p=0.5):
                super().__init__(p)

            _dim = -2


        class RandomApply(nn.Module):
            """A list of transforms, with probability p."""

            def __init__(self, transforms, p=0.5):
                super().__init__()
                self.transforms = transforms
                self.p = p

            def forward(self, img):
                if self.p < torch.rand(1):
                    return img
                for transform in self.transforms:
                    img = transform(img)
                return img

            def __repr__(self):
                lines = [type(self).__name__ + "(", f"    p={self.p}"]
                lines += [f"    {transform}" for transform in self.transforms]
                return "\n".join(lines) + "\n)"


        class RandomErasing(nn.Module):
            """A random rectangle is overwritten, with probability p."""

            def __init__(
                self, p=0.5, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=0, inplace=False
            ):
                super().__init__()
                if not isinstance(value, (int, float, str, tuple, list)):
                    raise TypeError(
                        "Argument value should be either a number or str or a sequence"
                    )
                if isinstance(value, str) and value != "random":
                    raise ValueError("If value is str, it should be 'random'")
                if not isinstance(scale, (tuple, list)):
                    raise TypeError("Scale should be a sequence")
                if not isinstance(ratio, (tuple, list)):
                    raise TypeError("Ratio should be a sequence")
                if scale[0] > scale[1] or ratio[0] > ratio[1]:
                    warnings.warn("Scale and ratio should be of kind (min, max)")
                if scale[0] < 0 or scale[1] > 1:
                    raise ValueError("Scale should be between 0 and 1")
                if p < 0 or p > 1:
                    raise ValueError("Random erasing probability should be between 0 and 1")
                self.p = p
                self.scale = scale
                self.ratio = ratio
                self.value = value
                self.inplace = inplace

            @staticmethod
            def get_params(img, scale, ratio, value=None):
                """The corner, height and width of a rectangle, and what it is filled with."""
                channels, height, width = img.shape[-3:]
                area = height * width
                low, high = torch.log(torch.tensor(ratio)).tolist()
                for _ in range(10):
                    part = area * torch.empty(1).uniform_(scale[0], scale[1]).item()
                    aspect = torch.exp(torch.empty(1).uniform_(low, high)).item()
                    h = int(round(math.sqrt(part * aspect)))
                    w = int(round(math.sqrt(part / aspect)))
                    if not (h < height and w < width):
                        continue
                    if value is None:
                        fill = torch.empty([channels, h, w], dtype=torch.float32).normal_()
                    else:
                        fill = torch.tensor(value)[:, None, None]
                    top = torch.randint(0, height - h + 1, size=(1,)).item()
                    left = torch.randint(0, width - w + 1, size=(1,)).item()
                    return top, left, h, w, fill
                return 0, 0, height, width, img

            def forward(self, img):
                if not torch.rand(1) < self.p:
                    return img
                value = self.value
                if isinstance(value, (int, float)):
                    value = [float(value)]
                elif isinstance(value, str):
                    value = None
                else:
                    value = [float(v) for v in value]
                if value is not None and len(value) not in (1, img.shape[-3]):
                    raise ValueError(
                        "If value is a sequence, it should have either a single value or "
                        f"{img.shape[-3]} (number of input channels)"
                    )
                top, left, h, w, fill = self.get_params(img, self.scale, self.ratio, value)
                if not isinstance(img, torch.Tensor):
                    raise TypeError(f"img should be Tensor Image. Got {type(img)}")
                if not self.inplace:
                    img = img.clone()
                img[..., top : top + h, left : left + w] = fill
                return img

            def __repr__(self):
                return (
                    f"{type(self).__name__}(p={self.p}, scale={self.scale}, ratio={self.ratio}, "
                    f"value={self.value}, inplace={self.inplace})"
                )
        """#
}
