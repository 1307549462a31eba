extension PythonSources {
    /// `torchvision.transforms` that draw.
    static let randomTransforms = #"""
        import math
        import warnings

        import torch
        from torch import nn
        from torchvision.transforms import _Image, _apply, _height_width


        class _RandomFlip(nn.Module):
            def __init__(self, p=0.5):
                super().__init__()
                self.p = p

            def forward(self, img):
                if torch.rand(1) < self.p:
                    return _apply(img, lambda t: t.flip(self._dim))
                return img

            def __repr__(self):
                return f"{type(self).__name__}(p={self.p})"


        class RandomHorizontalFlip(_RandomFlip):
            """Left and right changed, with probability p."""

            _dim = -1


        class RandomVerticalFlip(_RandomFlip):
            """Top and bottom changed, with probability p."""

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


        def _rotate(image, angle, fill):
            """Turns (C, H, W) counter-clockwise by nearest pixels about the centre."""
            height, width = image.size(-2), image.size(-1)
            turn = math.radians(angle)
            cos, sin = math.cos(turn), math.sin(turn)
            y = torch.arange(height, dtype=torch.float32).unsqueeze(1) - (height - 1) / 2
            x = torch.arange(width, dtype=torch.float32).unsqueeze(0) - (width - 1) / 2
            column = torch.round(cos * x - sin * y + (width - 1) / 2).long()
            row = torch.round(sin * x + cos * y + (height - 1) / 2).long()
            inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
            turned = image[..., row.clamp(0, height - 1), column.clamp(0, width - 1)]
            return torch.where(inside, turned, torch.full_like(turned, fill))


        class RandomRotation(nn.Module):
            """A turn by a random angle; pixels from outside are `fill`."""

            def __init__(
                self, degrees, interpolation="nearest", expand=False, center=None, fill=0
            ):
                super().__init__()
                if isinstance(degrees, (int, float)):
                    if degrees < 0:
                        raise ValueError(
                            "If degrees is a single number, it must be positive."
                        )
                    degrees = [-degrees, degrees]
                elif len(degrees) != 2:
                    raise ValueError("degrees should be a sequence of length 2.")
                for name, value, only in (
                    ("interpolation", interpolation, "nearest"),
                    ("expand", expand, False),
                    ("center", center, None),
                ):
                    if value != only:
                        raise NotImplementedError(
                            f"{name}={value!r} is not part of CNNLab's torchvision; {only!r} is"
                        )
                self.degrees = [float(d) for d in degrees]
                self.interpolation = interpolation
                self.expand = expand
                self.center = center
                self.fill = fill

            def forward(self, img):
                low, high = self.degrees
                angle = float(torch.empty(1).uniform_(low, high).item())
                return _apply(img, lambda t: _rotate(t, angle, self.fill))

            def __repr__(self):
                return (
                    f"{type(self).__name__}(degrees={self.degrees}, "
                    f"interpolation={self.interpolation}, expand={self.expand}, fill={self.fill})"
                )


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

            def forward(self, img):
                if not torch.rand(1) < self.p:
                    return img
                channels, height, width = img.size(-3), img.size(-2), img.size(-1)
                log_ratio = torch.log(torch.tensor(self.ratio))
                low, high = log_ratio[0].item(), log_ratio[1].item()
                for _ in range(10):
                    area = torch.empty(1).uniform_(self.scale[0], self.scale[1]).item()
                    area = height * width * area
                    aspect = torch.exp(torch.empty(1).uniform_(low, high)).item()
                    h = int(round(math.sqrt(area * aspect)))
                    w = int(round(math.sqrt(area / aspect)))
                    if not (h < height and w < width):
                        continue
                    if isinstance(self.value, str):
                        fill = torch.empty([channels, h, w]).normal_()
                    else:
                        values = self.value
                        if isinstance(values, (int, float)):
                            values = [values]
                        if len(values) not in (1, channels):
                            raise ValueError(
                                "If value is a sequence, it should have either a single value or "
                                f"{channels} (number of input channels)"
                            )
                        fill = torch.tensor([float(v) for v in values])[:, None, None]
                    top = torch.randint(0, height - h + 1, size=(1,)).item()
                    left = torch.randint(0, width - w + 1, size=(1,)).item()
                    if not self.inplace:
                        img = img.clone()
                    img[..., top : top + h, left : left + w] = fill
                    return img
                return img

            def __repr__(self):
                return (
                    f"{type(self).__name__}(p={self.p}, scale={self.scale}, ratio={self.ratio}, "
                    f"value={self.value}, inplace={self.inplace})"
                )
        """#
}
