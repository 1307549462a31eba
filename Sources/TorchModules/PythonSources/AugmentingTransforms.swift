extension PythonSources {
    /// `torchvision.transforms` that make more of few images: other places, sizes, colours and sharpness.
    static let transformsAugmenting = #"""
        import math

        import torch
        from torch import nn
        from torch.nn import functional as F
        from torchvision.transforms import _Image, _apply, _grey, _height_width, _resized


        def _blend(image, other, ratio):
            bound = 1.0 if image.is_floating_point() else 255.0
            return (ratio * image + (1.0 - ratio) * other).clamp(0, bound).to(image.dtype)


        def _hsv(image):
            """Hue, saturation and value of red, green and blue."""
            r, g, b = image.unbind(dim=-3)
            high, low = image.max(dim=-3).values, image.min(dim=-3).values
            same = high == low
            spread = high - low
            one = torch.ones_like(high)
            saturation = spread / torch.where(same, one, high)
            divisor = torch.where(same, one, spread)
            rc, gc, bc = (high - r) / divisor, (high - g) / divisor, (high - b) / divisor
            hue = (high == r) * (bc - gc)
            hue = hue + ((high == g) & (high != r)) * (2.0 + rc - bc)
            hue = hue + ((high != g) & (high != r)) * (4.0 + gc - rc)
            return torch.fmod(hue / 6.0 + 1.0, 1.0), saturation, high


        def _rgb(h, s, v):
            """Red, green and blue of hue, saturation and value."""
            sector = torch.floor(h * 6.0)
            f = h * 6.0 - sector
            p = (v * (1.0 - s)).clamp(0.0, 1.0)
            q = (v * (1.0 - s * f)).clamp(0.0, 1.0)
            t = (v * (1.0 - s * (1.0 - f))).clamp(0.0, 1.0)
            sector = sector.to(torch.int64) % 6
            parts = []
            for row in ((v, q, p, p, t, v), (t, v, v, q, p, p), (p, p, t, v, v, q)):
                parts.append(torch.stack(row, 0).gather(0, sector.unsqueeze(0)).squeeze(0))
            return torch.stack(parts, -3)


        def _brightness(image, factor):
            return _apply(image, lambda t: _blend(t, torch.zeros_like(t), factor))


        def _contrast(image, factor):
            def change(t):
                kind = t.dtype if t.is_floating_point() else torch.float32
                grey = _grey(t, 1) if t.size(-3) == 3 else t
                return _blend(t, grey.to(kind).mean((-3, -2, -1), keepdim=True), factor)

            return _apply(image, change)


        def _saturation(image, factor):
            return _apply(image, lambda t: t if t.size(-3) == 1 else _blend(t, _grey(t, 1), factor))


        def _hue(image, factor):
            if not -0.5 <= factor <= 0.5:
                raise ValueError(f"hue_factor ({factor}) is not in [-0.5, 0.5].")

            def change(t):
                if t.size(-3) == 1:
                    return t
                h, s, v = _hsv(t if t.is_floating_point() else t.to(torch.float32) / 255)
                made = _rgb((h + factor) % 1.0, s, v)
                return made if t.is_floating_point() else made.mul(255.999).to(t.dtype)

            return _apply(image, change)


        class ColorJitter(nn.Module):
            """Brightness, contrast, saturation and hue changed at random, in random order."""

            def __init__(self, brightness=0, contrast=0, saturation=0, hue=0):
                super().__init__()
                self.brightness = self._range(brightness, "brightness")
                self.contrast = self._range(contrast, "contrast")
                self.saturation = self._range(saturation, "saturation")
                self.hue = self._range(hue, "hue", 0, (-0.5, 0.5), False)

            def _range(self, value, name, center=1, bound=(0, float("inf")), clip=True):
                if isinstance(value, (int, float)):
                    if value < 0:
                        raise ValueError(f"If {name} is a single number, it must be non negative.")
                    value = [center - float(value), center + float(value)]
                    if clip:
                        value[0] = max(value[0], 0.0)
                elif isinstance(value, (tuple, list)) and len(value) == 2:
                    value = [float(value[0]), float(value[1])]
                else:
                    raise TypeError(f"{name} should be a single number or a list/tuple with length 2.")
                if not bound[0] <= value[0] <= value[1] <= bound[1]:
                    raise ValueError(f"{name} values should be between {bound}, but got {value}.")
                return None if value[0] == value[1] == center else tuple(value)

            def forward(self, img):
                order = torch.randperm(4).tolist()
                ranges = (self.brightness, self.contrast, self.saturation, self.hue)
                factors = [
                    None if r is None else float(torch.empty(1).uniform_(r[0], r[1])) for r in ranges
                ]
                for index in order:
                    if factors[index] is not None:
                        change = (_brightness, _contrast, _saturation, _hue)[index]
                        img = change(img, factors[index])
                return img

            def __repr__(self):
                return (
                    f"{type(self).__name__}(brightness={self.brightness}, contrast={self.contrast}, "
                    f"saturation={self.saturation}, hue={self.hue})"
                )


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
                self.interpolation = interpolation
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


        def _affine(image, angle, translate, scale, shear, interpolation, fill):
            """(C, H, W) turned, moved, scaled and sheared about its centre."""
            height, width = image.size(-2), image.size(-1)
            turn, sx, sy = (math.radians(x) for x in (angle, *shear))
            a = math.cos(turn - sy) / math.cos(sy)
            b = -math.cos(turn - sy) * math.tan(sx) / math.cos(sy) - math.sin(turn)
            c = math.sin(turn - sy) / math.cos(sy)
            d = -math.sin(turn - sy) * math.tan(sx) / math.cos(sy) + math.cos(turn)
            rows = [[d / scale, -b / scale, 0.0], [-c / scale, a / scale, 0.0]]
            for row in rows:
                row[2] = -row[0] * translate[0] - row[1] * translate[1]
            kind = image.dtype if image.is_floating_point() else torch.float32
            theta = torch.tensor(rows, dtype=kind)
            x = torch.linspace(-width * 0.5 + 0.5, width * 0.5 - 0.5, width, dtype=kind)
            y = torch.linspace(-height * 0.5 + 0.5, height * 0.5 - 0.5, height, dtype=kind)
            places = torch.stack(
                [x.expand(height, width), y.view(-1, 1).expand(height, width),
                 torch.ones(height, width, dtype=kind)], -1
            ).view(-1, 3)
            grid = places @ (theta.t() / torch.tensor([0.5 * width, 0.5 * height], dtype=kind))
            batch = image.to(kind).reshape(-1, 1, height, width)
            batch = torch.cat([batch, torch.ones_like(batch)], 1)
            grid = grid.view(1, height, width, 2).expand(batch.size(0), -1, -1, -1)
            moved = F.grid_sample(batch, grid, mode=interpolation, align_corners=False)
            values, inside = moved[:, :1], moved[:, 1:]
            if interpolation == "nearest":
                values = torch.where(inside < 0.5, torch.full_like(values, fill), values)
            else:
                values = values * inside + (1.0 - inside) * fill
            values = values.reshape(image.shape)
            return values if image.is_floating_point() else values.round().to(image.dtype)


        class RandomAffine(nn.Module):
            """Turned, moved, scaled and sheared at random, the centre fixed."""

            def __init__(
                self, degrees, translate=None, scale=None, shear=None, interpolation="nearest", fill=0,
                center=None
            ):
                super().__init__()
                self.degrees = self._angles(degrees, "degrees", (2,))
                if translate is not None:
                    if not isinstance(translate, (list, tuple)):
                        raise TypeError("translate should be a sequence of length 2.")
                    if len(translate) != 2:
                        raise ValueError("translate should be a sequence of length 2.")
                    if not all(0.0 <= t <= 1.0 for t in translate):
                        raise ValueError("translation values should be between 0 and 1")
                self.translate = translate
                if scale is not None:
                    if not isinstance(scale, (list, tuple)):
                        raise TypeError("scale should be a sequence of length 2.")
                    if len(scale) != 2:
                        raise ValueError("scale should be a sequence of length 2.")
                    if not all(s > 0 for s in scale):
                        raise ValueError("scale values should be positive")
                self.scale = scale
                self.shear = None if shear is None else self._angles(shear, "shear", (2, 4))
                if center is not None:
                    raise NotImplementedError("center= is not part of CNNLab's torchvision")
                self.interpolation = interpolation
                self.fill = fill
                self.center = center

            @staticmethod
            def _angles(value, name, sizes):
                if isinstance(value, (int, float)):
                    if value < 0:
                        raise ValueError(f"If {name} is a single number, it must be positive.")
                    value = [-value, value]
                elif not isinstance(value, (list, tuple, str)):
                    shown = " or ".join(str(n) for n in sizes)
                    raise TypeError(f"{name} should be a sequence of length {shown}.")
                elif len(value) not in sizes:
                    shown = " or ".join(str(n) for n in sizes)
                    raise ValueError(f"{name} should be a sequence of length {shown}.")
                return [float(d) for d in value]

            def forward(self, img):
                def draw(low, high):
                    return float(torch.empty(1).uniform_(float(low), float(high)).item())

                height, width = _height_width(img)
                angle = draw(*self.degrees)
                moved = (0, 0)
                if self.translate is not None:
                    dx, dy = float(self.translate[0] * width), float(self.translate[1] * height)
                    moved = (int(round(draw(-dx, dx))), int(round(draw(-dy, dy))))
                scale = 1.0 if self.scale is None else draw(*self.scale)
                sheared = [0.0, 0.0]
                if self.shear is not None:
                    sheared[0] = draw(*self.shear[:2])
                    if len(self.shear) == 4:
                        sheared[1] = draw(*self.shear[2:])
                return _apply(
                    img,
                    lambda t: _affine(
                        t, angle, moved, scale, sheared, self.interpolation, float(self.fill)
                    ),
                )

            def __repr__(self):
                text = f"{type(self).__name__}(degrees={self.degrees}"
                text += f", translate={self.translate}" if self.translate is not None else ""
                text += f", scale={self.scale}" if self.scale is not None else ""
                text += f", shear={self.shear}" if self.shear is not None else ""
                if self.interpolation != "nearest":
                    text += f", interpolation={self.interpolation}"
                text += f", fill={self.fill}" if self.fill != 0 else ""
                return text + ")"


        def _blur(image, sizes, sigmas):
            """(C, H, W) with each pixel a weighted mean of those around it."""

            def bell(size, sigma):
                half = (size - 1) * 0.5
                x = torch.linspace(-half, half, size)
                weights = torch.exp(-0.5 * (x / sigma).pow(2))
                return weights / weights.sum()

            kind = image.dtype if image.is_floating_point() else torch.float32
            kernel = torch.mm(bell(sizes[1], sigmas[1])[:, None], bell(sizes[0], sigmas[0])[None, :])
            height, width = image.size(-2), image.size(-1)
            flat = image.to(kind).reshape(-1, 1, height, width)
            borders = (sizes[0] // 2, sizes[0] // 2, sizes[1] // 2, sizes[1] // 2)
            flat = F.conv2d(F.pad(flat, borders, mode="reflect"), kernel.to(kind)[None, None])
            blurred = flat.reshape(image.shape)
            return blurred if image.is_floating_point() else blurred.round().to(image.dtype)


        class GaussianBlur(nn.Module):
            """Blurred by a bell of random width."""

            def __init__(self, kernel_size, sigma=(0.1, 2.0)):
                super().__init__()
                sizes = (kernel_size, kernel_size) if isinstance(kernel_size, int) else kernel_size
                if len(sizes) != 2:
                    raise ValueError("Kernel size should be a tuple/list of two integers")
                if any(size <= 0 or size % 2 == 0 for size in sizes):
                    raise ValueError("Kernel size value should be an odd and positive number.")
                if isinstance(sigma, (int, float)):
                    if sigma <= 0:
                        raise ValueError("If sigma is a single number, it must be positive.")
                    sigma = (sigma, sigma)
                elif not 0.0 < sigma[0] <= sigma[1]:
                    raise ValueError(
                        "sigma values should be positive and of the form (min, max). Got "
                        f"{tuple(sigma)}"
                    )
                self.kernel_size = tuple(sizes)
                self.sigma = tuple(float(s) for s in sigma)

            def forward(self, img):
                sigma = torch.empty(1).uniform_(*self.sigma).item()
                return _apply(img, lambda t: _blur(t, self.kernel_size, (sigma, sigma)))

            def __repr__(self):
                return f"{type(self).__name__}(kernel_size={self.kernel_size}, sigma={self.sigma})"
        """#
}
