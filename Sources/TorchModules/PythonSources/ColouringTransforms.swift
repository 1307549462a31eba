extension PythonSources {
    /// `torchvision.transforms` of colours, brightness and contrast.
    static let transformsColouring = #"""
        import math

        import torch
        from torch import nn
        from torch.nn import functional as F
        from torchvision.transforms import _PILImage, _apply, _channels, _check_image, _grey, _height_width


        def _bound(image):
            return 1.0 if image.is_floating_point() else 255


        def _blend(image, other, ratio):
            """Between two images, or beyond the first."""
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


        def _blended(image, other, factor):
            """As PIL blends bytes: cut off, not rounded."""
            factor = torch.tensor(factor, dtype=torch.float32)
            other = other.to(torch.float32)
            made = other + factor * (image.planes.to(torch.float32) - other)
            return _PILImage(made.clamp(0, 255).to(torch.uint8))


        def _positive(factor, name):
            if factor < 0:
                raise ValueError(f"{name} ({factor}) is not non-negative.")


        def _brightness(image, factor):
            _check_image(image)
            if isinstance(image, _PILImage):
                return _blended(image, torch.zeros_like(image.planes), factor)
            _positive(factor, "brightness_factor")
            return _blend(image, torch.zeros_like(image), factor)


        def _contrast(image, factor):
            _check_image(image)
            if isinstance(image, _PILImage):
                grey = image.convert("L").planes.to(torch.float64)
                mean = int(grey.mean().item() + 0.5)
                return _blended(image, torch.full_like(image.planes, mean), factor)
            _positive(factor, "contrast_factor")
            kind = image.dtype if image.is_floating_point() else torch.float32
            grey = _grey(image, 1) if image.size(-3) == 3 else image
            return _blend(image, grey.to(kind).mean((-3, -2, -1), keepdim=True), factor)


        def _saturation(image, factor):
            _check_image(image)
            if isinstance(image, _PILImage):
                grey = image.convert("L").planes
                return _blended(image, grey.expand(image.planes.shape), factor)
            _positive(factor, "saturation_factor")
            return image if image.size(-3) == 1 else _blend(image, _grey(image, 1), factor)


        def _hue(image, factor):
            if not -0.5 <= factor <= 0.5:
                raise ValueError(f"hue_factor ({factor}) is not in [-0.5, 0.5].")
            _check_image(image)
            if _channels(image) == 1:
                return image
            if isinstance(image, _PILImage):
                raise NotImplementedError("the hue of a PIL image is not part of CNNLab's torchvision")
            h, s, v = _hsv(image if image.is_floating_point() else image.to(torch.float32) / 255)
            made = _rgb((h + factor) % 1.0, s, v)
            return made if image.is_floating_point() else made.mul(255.999).to(image.dtype)


        def _inverted(image):
            _check_image(image)
            return _apply(image, lambda t: (1 if t.is_floating_point() else 255) - t)


        def _posterized(image, bits):
            if isinstance(image, torch.Tensor) and image.dtype != torch.uint8:
                raise TypeError(f"Only torch.uint8 image tensors are supported, but found {image.dtype}")
            _check_image(image)
            return _apply(image, lambda t: t & (256 - 2 ** (8 - bits)))


        def _solarized(image, threshold):
            _check_image(image)
            if isinstance(image, torch.Tensor) and threshold > _bound(image):
                raise TypeError("Threshold should be less than bound of img.")
            return _apply(
                image,
                lambda t: torch.where(t >= threshold, (1 if t.is_floating_point() else 255) - t, t),
            )


        def _autocontrasted(image):
            _check_image(image)

            def stretched(t):
                bound = _bound(t)
                kind = t.dtype if t.is_floating_point() else torch.float32
                low = t.amin((-2, -1), keepdim=True).to(kind)
                high = t.amax((-2, -1), keepdim=True).to(kind)
                scale = bound / (high - low)
                flat = scale.isfinite().logical_not()
                low = low.masked_fill(flat, 0)
                scale = scale.masked_fill(flat, 1)
                return ((t - low) * scale).clamp(0, bound).to(t.dtype)

            return _apply(image, stretched)


        def _equalized(image):
            if isinstance(image, torch.Tensor) and image.dtype != torch.uint8:
                raise TypeError(f"Only torch.uint8 image tensors are supported, but found {image.dtype}")
            _check_image(image)

            def channel(t):
                counts = torch.bincount(t.reshape(-1).long(), minlength=256)
                step = int(counts[counts != 0][:-1].sum()) // 255
                if step == 0:
                    return t
                table = (counts.cumsum(0) + step // 2) // step
                table = F.pad(table, [1, 0])[:-1].clamp(0, 255)
                return table[t.long()].to(torch.uint8)

            def every(t):
                flat = t.reshape(-1, *t.shape[-2:])
                return torch.stack([channel(plane) for plane in flat]).view(t.shape)

            return _apply(image, every)


        def _sharpened(image, factor):
            _positive(factor, "sharpness_factor")
            _check_image(image)
            height, width = _height_width(image)
            if height <= 2 or width <= 2:
                return image

            def change(t):
                kind = t.dtype if t.is_floating_point() else torch.float32
                kernel = torch.ones(3, 3, dtype=kind)
                kernel[1, 1] = 5.0
                kernel = kernel / kernel.sum()
                smooth = F.conv2d(t.to(kind).reshape(-1, 1, height, width), kernel[None, None])
                if not t.is_floating_point():
                    smooth = smooth.round().to(t.dtype)
                soft = t.clone()
                soft[..., 1:-1, 1:-1] = smooth.reshape(*t.shape[:-2], height - 2, width - 2)
                return _blend(t, soft, factor)

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

            @staticmethod
            def get_params(brightness, contrast, saturation, hue):
                """The order of the changes, and their factors."""
                order = torch.randperm(4)
                factors = [
                    None if r is None else float(torch.empty(1).uniform_(r[0], r[1]))
                    for r in (brightness, contrast, saturation, hue)
                ]
                return order, *factors

            def forward(self, img):
                order, *factors = self.get_params(
                    self.brightness, self.contrast, self.saturation, self.hue
                )
                for index in order.tolist():
                    if factors[index] is not None:
                        change = (_brightness, _contrast, _saturation, _hue)[index]
                        img = change(img, factors[index])
                return img

            def __repr__(self):
                return (
                    f"{type(self).__name__}(brightness={self.brightness}, contrast={self.contrast}, "
                    f"saturation={self.saturation}, hue={self.hue})"
                )
        """#
}
