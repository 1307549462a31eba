extension PythonSources {
    /// `torchvision.transforms`, for tensors and for the images that the datasets give.
    static let transforms = #"""
        import math
        import warnings

        import torch
        from torch import nn


        class InterpolationMode:
            NEAREST = "nearest"
            BILINEAR = "bilinear"
            BICUBIC = "bicubic"
            NEAREST_EXACT = "nearest-exact"
            BOX = "box"
            HAMMING = "hamming"
            LANCZOS = "lanczos"


        class _PILImage:
            """An image of bytes, grey or of three colours, in the place of PIL's; `planes` is (C, H, W)."""

            __module__ = "PIL.Image"

            def __init__(self, planes):
                self.planes = planes if planes.dim() == 3 else planes.unsqueeze(0)

            @property
            def mode(self):
                return "L" if self.planes.size(0) == 1 else "RGB"

            @property
            def size(self):
                return (self.planes.size(2), self.planes.size(1))

            @property
            def width(self):
                return self.planes.size(2)

            @property
            def height(self):
                return self.planes.size(1)

            def getbands(self):
                """The names of the channels."""
                return tuple(self.mode)

            def getpixel(self, xy):
                """The value at a place, a tuple if there are colours."""
                values = self.planes[:, xy[1], xy[0]].tolist()
                return values[0] if len(values) == 1 else tuple(values)

            def copy(self):
                """The same image again."""
                return type(self)(self.planes.clone())

            def convert(self, mode):
                """Grey ("L") or of three colours ("RGB")."""
                if mode == self.mode:
                    return self.copy()
                if mode == "RGB":
                    return type(self)(self.planes.expand(3, -1, -1).clone())
                if mode != "L":
                    raise NotImplementedError(f"convert({mode!r}) is not part of CNNLab's images")
                red, green, blue = self.planes.to(torch.int64)
                grey = (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16
                return type(self)(grey.to(torch.uint8))

            def resize(self, size, resample=None):
                """The image in another size (width, height), bicubic as PIL's."""
                from torchvision import transforms

                modes = {0: "nearest", 2: "bilinear", 3: "bicubic", None: "bicubic"}
                if resample not in modes:
                    raise NotImplementedError(f"resize(resample={resample}) is not part of CNNLab's images")
                return transforms._resized(self, (size[1], size[0]), modes[resample], True)

            def __eq__(self, other):
                return isinstance(other, _PILImage) and torch.equal(self.planes, other.planes)

            def __repr__(self):
                width, height = self.size
                return f"<PIL.Image.Image image mode={self.mode} size={width}x{height}>"


        _PILImage.__name__ = _PILImage.__qualname__ = "Image"
        _Image = _PILImage


        def _apply(image, change):
            """Changes a tensor (…, H, W), or the tensor in an image."""
            if isinstance(image, _PILImage):
                return _PILImage(change(image.planes))
            return change(image)


        def _height_width(image):
            pixels = image.planes if isinstance(image, _PILImage) else image
            if not isinstance(pixels, torch.Tensor):
                raise TypeError(f"Unexpected type {type(image)}")
            if pixels.dim() < 2:
                raise TypeError("Tensor is not a torch image.")
            return pixels.size(-2), pixels.size(-1)


        def _check_image(image, allowed="PIL Image"):
            if not isinstance(image, (torch.Tensor, _PILImage)):
                raise TypeError(f"img should be {allowed}. Got {type(image)}")
            if isinstance(image, torch.Tensor) and image.dim() < 2:
                raise TypeError("Tensor is not a torch image.")


        def _channels(image):
            _height_width(image)
            if isinstance(image, _PILImage):
                return image.planes.size(0)
            return image.size(-3) if image.dim() > 2 else 1


        class Compose:
            """One transform after the other."""

            def __init__(self, transforms):
                self.transforms = transforms

            def __call__(self, img):
                for transform in self.transforms:
                    img = transform(img)
                return img

            def __repr__(self):
                lines = [type(self).__name__ + "("]
                lines += [f"    {transform}" for transform in self.transforms]
                return "\n".join(lines) + "\n)"


        class ToTensor:
            """An image of bytes as a float tensor (C, H, W) in [0, 1]."""

            def __init__(self):
                pass

            def __call__(self, pic):
                if not isinstance(pic, _PILImage):
                    raise TypeError(f"pic should be PIL Image or ndarray. Got {type(pic)}")
                return pic.planes.to(torch.float32).div(255)

            def __repr__(self):
                return f"{type(self).__name__}()"


        class PILToTensor:
            """An image of bytes as a uint8 tensor (C, H, W)."""

            def __init__(self):
                pass

            def __call__(self, pic):
                if not isinstance(pic, _PILImage):
                    raise TypeError(f"pic should be PIL Image. Got {type(pic)}")
                return pic.planes.clone()

            def __repr__(self):
                return f"{type(self).__name__}()"


        class ConvertImageDtype(nn.Module):
            """Another dtype; bytes become [0, 1] in a float dtype."""

            def __init__(self, dtype):
                super().__init__()
                if not isinstance(dtype, torch.dtype):
                    raise TypeError("Input arg dtype should be a torch.dtype")
                self.dtype = dtype

            def forward(self, image):
                if not isinstance(image, torch.Tensor):
                    raise TypeError("Input img should be Tensor Image")
                if image.dtype == self.dtype:
                    return image
                if image.is_floating_point() and self.dtype == torch.uint8:
                    return image.mul(255 + 1.0 - 1e-3).to(self.dtype)
                if image.dtype == torch.uint8 and self.dtype.is_floating_point:
                    return image.to(self.dtype) / 255
                if image.dtype.is_floating_point and self.dtype.is_floating_point:
                    return image.to(self.dtype)
                raise RuntimeError(
                    f"the cast from {image.dtype} to {self.dtype} is not part of CNNLab's torchvision"
                )


        class Lambda:
            """Any function as a transform."""

            def __init__(self, lambd):
                if not callable(lambd):
                    raise TypeError(
                        f"Argument lambd should be callable, got {type(lambd).__name__!r}"
                    )
                self.lambd = lambd

            def __call__(self, img):
                return self.lambd(img)

            def __repr__(self):
                return f"{type(self).__name__}()"


        class Normalize(nn.Module):
            """(input - mean) / std for each channel."""

            def __init__(self, mean, std, inplace=False):
                super().__init__()
                self.mean = mean
                self.std = std
                self.inplace = inplace

            def forward(self, tensor):
                if not isinstance(tensor, torch.Tensor):
                    raise TypeError(f"img should be Tensor Image. Got {type(tensor)}")
                if tensor.dim() < 2:
                    raise TypeError("Tensor is not a torch image.")
                if not tensor.is_floating_point():
                    raise TypeError(
                        f"Input tensor should be a float tensor. Got {tensor.dtype}."
                    )
                if tensor.ndim < 3:
                    raise ValueError(
                        "Expected tensor to be a tensor image of size (..., C, H, W). "
                        f"Got tensor.size() = {tensor.size()}"
                    )
                if not self.inplace:
                    tensor = tensor.clone()
                mean = torch.as_tensor(self.mean, dtype=tensor.dtype)
                std = torch.as_tensor(self.std, dtype=tensor.dtype)
                if (std == 0).any():
                    raise ValueError(
                        f"std evaluated to zero after conversion to {tensor.dtype}, "
                        "leading to division by zero."
                    )
                if mean.ndim == 1:
                    mean = mean.view(-1, 1, 1)
                if std.ndim == 1:
                    std = std.view(-1, 1, 1)
                return tensor.sub_(mean).div_(std)

            def __repr__(self):
                return f"{type(self).__name__}(mean={self.mean}, std={self.std})"


        def _pair(size, message):
            if isinstance(size, int):
                return (size, size)
            if len(size) == 1:
                return (size[0], size[0])
            if len(size) != 2:
                raise ValueError(message)
            return tuple(size)


        def _rows(size, before, after, mode):
            """Which line each line of a border copies."""
            period = 2 * size - (2 if mode == "reflect" else 0)
            rows = []
            for i in range(-before, size + after):
                if mode == "edge":
                    i = min(max(i, 0), size - 1)
                else:
                    i = i % period if period > 0 else 0
                    if i >= size:
                        i = period - i - (1 if mode == "symmetric" else 0)
                rows.append(i)
            return rows


        def _pad(image, padding, fill, mode):
            if isinstance(padding, int):
                left = top = right = bottom = padding
            elif len(padding) == 1:
                left = top = right = bottom = padding[0]
            elif len(padding) == 2:
                left = right = padding[0]
                top = bottom = padding[1]
            elif len(padding) == 4:
                left, top, right, bottom = padding
            else:
                raise ValueError(
                    "Padding must be an int or a 1, 2, or 4 element tuple, not a "
                    f"{len(padding)} element tuple"
                )
            _check_image(image)
            if mode == "constant":
                sides = (left, right, top, bottom)
                many = isinstance(fill, (tuple, list))
                if many and not isinstance(image, _PILImage):
                    raise TypeError("Got inappropriate fill arg")
                if many and len(fill) not in (1, image.planes.size(0)):
                    raise ValueError(
                        "The number of elements in 'fill' does not match the number of channels of the "
                        f"image ({len(fill)} != {image.planes.size(0)})"
                    )

                def bordered(t):
                    if not many:
                        return nn.functional.pad(t, sides, value=float(fill))
                    parts = [
                        nn.functional.pad(t[c : c + 1], sides, value=float(fill[c % len(fill)]))
                        for c in range(t.size(0))
                    ]
                    return torch.cat(parts)

                return _apply(image, bordered)

            def copied(t):
                t = t[..., _rows(t.size(-2), top, bottom, mode), :]
                return t[..., _rows(t.size(-1), left, right, mode)]

            return _apply(image, copied)


        class Pad(nn.Module):
            """A border: constant, of the edge or mirrored."""

            def __init__(self, padding, fill=0, padding_mode="constant"):
                super().__init__()
                if not isinstance(padding, (int, float, tuple, list)):
                    raise TypeError("Got inappropriate padding arg")
                if not isinstance(fill, (int, float, str, tuple, list)):
                    raise TypeError("Got inappropriate fill arg")
                if padding_mode not in ["constant", "edge", "reflect", "symmetric"]:
                    raise ValueError(
                        "Padding mode should be either constant, edge, reflect or symmetric"
                    )
                if isinstance(padding, (tuple, list)) and len(padding) not in [1, 2, 4]:
                    raise ValueError(
                        "Padding must be an int or a 1, 2, or 4 element tuple, not a "
                        f"{len(padding)} element tuple"
                    )
                self.padding = padding
                self.fill = fill
                self.padding_mode = padding_mode

            def forward(self, img):
                return _pad(img, self.padding, self.fill, self.padding_mode)

            def __repr__(self):
                return (
                    f"{type(self).__name__}(padding={self.padding}, fill={self.fill}, "
                    f"padding_mode={self.padding_mode})"
                )
        """#
}
