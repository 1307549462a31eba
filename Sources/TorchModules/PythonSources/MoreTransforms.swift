extension PythonSources {
    /// `torchvision.transforms`: sizes, colours and choices.
    static let transformsMore = #"""
        import math
        import random

        import torch
        from torch import nn
        from torch.nn import functional as F
        from torchvision.transforms import _Image, _apply, _height_width, _pad, _rotate


        def _table(size, out, antialias):
            """The weights of a linear resampling, the triangle widened where it shrinks."""
            scale = size / out
            wide = max(scale, 1.0) if antialias else 1.0
            table = torch.zeros(out, size, dtype=torch.float64)
            for i in range(out):
                centre = scale * (i + 0.5)
                if antialias:
                    low = max(int(centre - wide + 0.5), 0)
                    high = min(int(centre + wide + 0.5), size)
                    weights = [max(1 - abs((j - centre + 0.5) / wide), 0.0) for j in range(low, high)]
                    total = sum(weights)
                    for j, weight in zip(range(low, high), weights):
                        table[i, j] = weight / total
                else:
                    at = max(centre - 0.5, 0.0)
                    low = min(int(at), size - 1)
                    table[i, low] += 1 - (at - low)
                    table[i, min(low + 1, size - 1)] += at - low
            return table


        def _resized(image, size, interpolation, antialias):
            height, width = _height_width(image)
            if isinstance(size, int) or len(size) == 1:
                edge = size if isinstance(size, int) else size[0]
                short, long = min(height, width), max(height, width)
                other = int(edge * long / short)
                size = (edge, other) if height <= width else (other, edge)
            if tuple(size) == (height, width):
                return image

            def change(t):
                if interpolation == "nearest":
                    rows = [int(i * height / size[0]) for i in range(size[0])]
                    columns = [int(i * width / size[1]) for i in range(size[1])]
                    return t[..., rows, :][..., columns]
                kind = t.dtype if t.is_floating_point() else torch.float32
                values = t.to(kind)
                if interpolation == "bicubic":
                    batch = values.reshape(-1, 1, height, width)
                    values = F.interpolate(
                        batch, size=tuple(size), mode="bicubic", antialias=antialias
                    ).reshape(*t.shape[:-2], *size)
                    return (
                        values if t.is_floating_point() else values.round().clamp(0, 255).to(t.dtype)
                    )
                across = _table(width, size[1], antialias).to(kind)
                down = _table(height, size[0], antialias).to(kind)
                values = down @ (values @ across.t())
                return values if t.is_floating_point() else values.round().clamp(0, 255).to(t.dtype)

            return _apply(image, change)


        class Resize(nn.Module):
            """An image of another size, by bilinear interpolation."""

            def __init__(self, size, interpolation="bilinear", max_size=None, antialias=True):
                super().__init__()
                if not isinstance(size, (int, list, tuple)):
                    raise TypeError(f"Size should be int or sequence. Got {type(size)}")
                if isinstance(size, (list, tuple)) and len(size) not in (1, 2):
                    raise ValueError("If size is a sequence, it should have 1 or 2 values")
                if interpolation not in ("bilinear", "nearest", "bicubic") or max_size is not None:
                    raise NotImplementedError(
                        f"Resize(interpolation={interpolation!r}, max_size={max_size}) is not part of "
                        "CNNLab's torchvision"
                    )
                self.size = size
                self.max_size = max_size
                self.interpolation = interpolation
                self.antialias = antialias

            def forward(self, img):
                return _resized(img, self.size, self.interpolation, self.antialias)

            def __repr__(self):
                return (
                    f"{type(self).__name__}(size={self.size}, interpolation={self.interpolation}, "
                    f"max_size={self.max_size}, antialias={self.antialias})"
                )


        def _grey(img, channels):
            if isinstance(img, _Image):
                return img
            if img.size(-3) not in (1, 3):
                raise TypeError(
                    f"Input image tensor permitted channel values are [1, 3], but found {img.size(-3)}"
                )
            if img.size(-3) == 3:
                red, green, blue = img.unbind(dim=-3)
                img = (0.2989 * red + 0.587 * green + 0.114 * blue).to(img.dtype).unsqueeze(-3)
            return img.expand(*img.shape[:-3], 3, *img.shape[-2:]) if channels == 3 else img


        class Grayscale(nn.Module):
            """Grey instead of colours."""

            def __init__(self, num_output_channels=1):
                super().__init__()
                self.num_output_channels = num_output_channels

            def forward(self, img):
                return _grey(img, self.num_output_channels)

            def __repr__(self):
                return f"{type(self).__name__}(num_output_channels={self.num_output_channels})"


        class RandomGrayscale(nn.Module):
            """Grey instead of colours, with probability p."""

            def __init__(self, p=0.1):
                super().__init__()
                self.p = p

            def forward(self, img):
                channels = 1 if isinstance(img, _Image) else img.size(-3)
                return _grey(img, channels) if torch.rand(1) < self.p else img

            def __repr__(self):
                return f"{type(self).__name__}(p={self.p})"


        class RandomInvert(nn.Module):
            """The negative of the image, with probability p."""

            def __init__(self, p=0.5):
                super().__init__()
                self.p = p

            def forward(self, img):
                if torch.rand(1).item() < self.p:
                    return _apply(img, lambda t: (1 if t.is_floating_point() else 255) - t)
                return img

            def __repr__(self):
                return f"{type(self).__name__}(p={self.p})"


        class _Several:
            def __init__(self, transforms):
                if not isinstance(transforms, (list, tuple)):
                    raise TypeError("Argument transforms should be a sequence")
                self.transforms = transforms

            def __repr__(self):
                lines = [type(self).__name__ + "("] + [f"    {t}" for t in self.transforms]
                return "\n".join(lines) + "\n)"


        class RandomChoice(_Several):
            """One of several transforms."""

            def __init__(self, transforms, p=None):
                super().__init__(transforms)
                if p is not None and not isinstance(p, (list, tuple)):
                    raise TypeError("Argument p should be a sequence")
                self.p = p

            def __call__(self, *args):
                return random.choices(self.transforms, weights=self.p)[0](*args)

            def __repr__(self):
                return super().__repr__() + f"(p={self.p})"


        class RandomOrder(_Several):
            """Several transforms in random order."""

            def __call__(self, img):
                order = list(range(len(self.transforms)))
                random.shuffle(order)
                for i in order:
                    img = self.transforms[i](img)
                return img


        class FiveCrop(nn.Module):
            """The four corners and the middle."""

            def __init__(self, size):
                super().__init__()
                self.size = (size, size) if isinstance(size, int) else tuple(size)

            def forward(self, img):
                (height, width), (h, w) = _height_width(img), self.size
                if w > width or h > height:
                    raise ValueError(
                        f"Requested crop size {self.size} is bigger than input size {(height, width)}"
                    )
                middle = (int(round((height - h) / 2.0)), int(round((width - w) / 2.0)))
                corners = [(0, 0), (0, width - w), (height - h, 0), (height - h, width - w), middle]
                return tuple(
                    _apply(img, lambda t, y=y, x=x: t[..., y : y + h, x : x + w]) for y, x in corners
                )

            def __repr__(self):
                return f"{type(self).__name__}(size={self.size})"


        class ToPILImage:
            """A tensor (1, H, W) or (H, W) as an image of bytes."""

            def __init__(self, mode=None):
                self.mode = mode

            def __call__(self, pic):
                if not isinstance(pic, torch.Tensor):
                    raise TypeError(f"pic should be Tensor or ndarray. Got {type(pic)}.")
                if pic.ndimension() not in (2, 3):
                    raise ValueError(
                        f"pic should be 2/3 dimensional. Got {pic.ndimension()} dimensions."
                    )
                if pic.ndimension() == 3 and pic.size(0) != 1:
                    raise NotImplementedError(
                        "ToPILImage of several channels is not part of CNNLab's torchvision"
                    )
                pixels = pic[0] if pic.ndimension() == 3 else pic
                return _Image(pixels.mul(255).to(torch.uint8) if pixels.is_floating_point() else pixels)

            def __repr__(self):
                mode = "" if self.mode is None else f"mode={self.mode}"
                return f"{type(self).__name__}({mode})"


        class _Refused:
            def __init__(self, *args, **kwargs):
                raise NotImplementedError(
                    f"transforms.{type(self).__name__} is not part of CNNLab's torchvision"
                )


        class RandomPerspective(_Refused):
            """Refused."""


        class AutoAugment(_Refused):
            """Refused."""


        class RandAugment(_Refused):
            """Refused."""
        """#
}
