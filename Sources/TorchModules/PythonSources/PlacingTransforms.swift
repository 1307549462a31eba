extension PythonSources {
    /// `torchvision.transforms` that put pixels elsewhere at random.
    static let transformsPlacing = #"""
        import math

        import torch
        from torch import nn
        from torchvision.transforms import (
            _apply,
            _channels,
            _height_width,
            _mode,
            _moved,
            _perspective,
            _resized,
            _turned,
        )


        def _sized(value, name, sizes):
            shown = " or ".join(str(n) for n in sizes)
            if not isinstance(value, (list, tuple, str)):
                raise TypeError(f"{name} should be a sequence of length {shown}.")
            if len(value) not in sizes:
                raise ValueError(f"{name} should be a sequence of length {shown}.")


        def _angles(value, name, sizes=(2,)):
            if isinstance(value, (int, float)):
                if value < 0:
                    raise ValueError(f"If {name} is a single number, it must be positive.")
                value = [-value, value]
            else:
                _sized(value, name, sizes)
            return [float(d) for d in value]


        def _checked_fill(fill):
            if fill is None:
                return 0
            if not isinstance(fill, (int, float, tuple, list, str)):
                raise TypeError("Fill should be either a sequence or a number.")
            return fill


        def _tensor_fill(img, fill):
            """A fill for each channel of a tensor."""
            _channels(img)
            if not isinstance(img, torch.Tensor):
                return fill
            if isinstance(fill, (int, float)):
                return [float(fill)] * _channels(img)
            return [float(f) for f in fill]


        def _draw(low, high):
            return float(torch.empty(1).uniform_(float(low), float(high)).item())


        class RandomRotation(nn.Module):
            """A turn by a random angle; pixels from outside are `fill`."""

            def __init__(
                self, degrees, interpolation="nearest", expand=False, center=None, fill=0
            ):
                super().__init__()
                self.degrees = _angles(degrees, "degrees")
                if center is not None:
                    _sized(center, "center", (2,))
                self.center = center
                self.interpolation = _mode(interpolation)
                self.expand = expand
                self.fill = _checked_fill(fill)

            @staticmethod
            def get_params(degrees):
                """The angle of a turn."""
                return _draw(degrees[0], degrees[1])

            def forward(self, img):
                fill = _tensor_fill(img, self.fill)
                angle = self.get_params(self.degrees)
                return _turned(img, angle, self.interpolation, self.expand, self.center, fill)

            def __repr__(self):
                text = f"{type(self).__name__}(degrees={self.degrees}, interpolation={self.interpolation}"
                text += f", expand={self.expand}"
                text += f", center={self.center}" if self.center is not None else ""
                return text + f", fill={self.fill})"


        class RandomAffine(nn.Module):
            """Turned, moved, scaled and sheared at random, the centre fixed."""

            def __init__(
                self, degrees, translate=None, scale=None, shear=None, interpolation="nearest", fill=0,
                center=None
            ):
                super().__init__()
                self.degrees = _angles(degrees, "degrees")
                if translate is not None:
                    _sized(translate, "translate", (2,))
                    if not all(0.0 <= t <= 1.0 for t in translate):
                        raise ValueError("translation values should be between 0 and 1")
                self.translate = translate
                if scale is not None:
                    _sized(scale, "scale", (2,))
                    if not all(s > 0 for s in scale):
                        raise ValueError("scale values should be positive")
                self.scale = scale
                self.shear = None if shear is None else _angles(shear, "shear", (2, 4))
                self.interpolation = _mode(interpolation)
                self.fill = _checked_fill(fill)
                if center is not None:
                    _sized(center, "center", (2,))
                self.center = center

            @staticmethod
            def get_params(degrees, translate, scale_ranges, shears, img_size):
                """The angle, the move, the scale and the shear of a change."""
                angle = _draw(degrees[0], degrees[1])
                moved = (0, 0)
                if translate is not None:
                    dx, dy = float(translate[0] * img_size[0]), float(translate[1] * img_size[1])
                    moved = (int(round(_draw(-dx, dx))), int(round(_draw(-dy, dy))))
                scale = 1.0 if scale_ranges is None else _draw(scale_ranges[0], scale_ranges[1])
                x = y = 0.0
                if shears is not None:
                    x = _draw(shears[0], shears[1])
                    if len(shears) == 4:
                        y = _draw(shears[2], shears[3])
                return angle, moved, scale, (x, y)

            def forward(self, img):
                fill = _tensor_fill(img, self.fill)
                height, width = _height_width(img)
                angle, moved, scale, shear = self.get_params(
                    self.degrees, self.translate, self.scale, self.shear, [width, height]
                )
                return _moved(
                    img, angle, moved, scale, shear, self.interpolation, fill, self.center
                )

            def __repr__(self):
                text = f"{type(self).__name__}(degrees={self.degrees}"
                text += f", translate={self.translate}" if self.translate is not None else ""
                text += f", scale={self.scale}" if self.scale is not None else ""
                text += f", shear={self.shear}" if self.shear is not None else ""
                if self.interpolation != "nearest":
                    text += f", interpolation={self.interpolation}"
                text += f", fill={self.fill}" if self.fill != 0 else ""
                text += f", center={self.center}" if self.center is not None else ""
                return text + ")"


        class RandomPerspective(nn.Module):
            """Seen from aside, with probability p."""

            def __init__(self, distortion_scale=0.5, p=0.5, interpolation="bilinear", fill=0):
                super().__init__()
                self.p = p
                self.interpolation = _mode(interpolation)
                self.distortion_scale = distortion_scale
                self.fill = _checked_fill(fill)

            @staticmethod
            def get_params(width, height, distortion_scale):
                """The corners, and where they come to lie."""
                across = int(distortion_scale * (width // 2))
                down = int(distortion_scale * (height // 2))

                def draw(low, high):
                    return int(torch.randint(low, high, size=(1,)).item())

                end = [
                    [draw(0, across + 1), draw(0, down + 1)],
                    [draw(width - across - 1, width), draw(0, down + 1)],
                    [draw(width - across - 1, width), draw(height - down - 1, height)],
                    [draw(0, across + 1), draw(height - down - 1, height)],
                ]
                start = [[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]]
                return start, end

            def forward(self, img):
                fill = _tensor_fill(img, self.fill)
                if not torch.rand(1) < self.p:
                    return img
                height, width = _height_width(img)
                start, end = self.get_params(width, height, self.distortion_scale)
                return _perspective(img, start, end, self.interpolation, fill)

            def __repr__(self):
                return f"{type(self).__name__}(p={self.p})"


        class RandomResizedCrop(nn.Module):
            """A part of random size and shape, brought to one size."""

            def __init__(
                self, size, scale=(0.08, 1.0), ratio=(3.0 / 4.0, 4.0 / 3.0), interpolation="bilinear",
                antialias=True
            ):
                super().__init__()
                if isinstance(size, int):
                    size = (size, size)
                elif len(size) == 1:
                    size = (size[0], size[0])
                elif len(size) != 2:
                    raise ValueError("Please provide only two dimensions (h, w) for size.")
                if not isinstance(scale, (tuple, list)):
                    raise TypeError("Scale should be a sequence")
                if not isinstance(ratio, (tuple, list)):
                    raise TypeError("Ratio should be a sequence")
                self.size = tuple(size)
                self.scale = scale
                self.ratio = ratio
                self.interpolation = _mode(interpolation)
                self.antialias = antialias

            @staticmethod
            def get_params(img, scale, ratio):
                """The corner, the height and the width of a part."""
                height, width = _height_width(img)
                low, high = torch.log(torch.tensor(ratio)).tolist()
                for _ in range(10):
                    area = height * width * torch.empty(1).uniform_(scale[0], scale[1]).item()
                    shape = torch.exp(torch.empty(1).uniform_(low, high)).item()
                    w = int(round(math.sqrt(area * shape)))
                    h = int(round(math.sqrt(area / shape)))
                    if 0 < w <= width and 0 < h <= height:
                        i = torch.randint(0, height - h + 1, size=(1,)).item()
                        j = torch.randint(0, width - w + 1, size=(1,)).item()
                        return i, j, h, w
                whole = float(width) / float(height)
                w, h = width, height
                if whole < min(ratio):
                    h = int(round(w / min(ratio)))
                elif whole > max(ratio):
                    w = int(round(h * max(ratio)))
                return (height - h) // 2, (width - w) // 2, h, w

            def forward(self, img):
                i, j, h, w = self.get_params(img, self.scale, self.ratio)
                part = _apply(img, lambda t: t[..., i : i + h, j : j + w])
                return _resized(part, self.size, self.interpolation, self.antialias)

            def __repr__(self):
                return (
                    f"{type(self).__name__}(size={self.size}, "
                    f"scale={tuple(round(s, 4) for s in self.scale)}, "
                    f"ratio={tuple(round(r, 4) for r in self.ratio)}, "
                    f"interpolation={self.interpolation}, antialias={self.antialias})"
                )
        """#
}
