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


        class _Image:
            """A grey image of bytes, in the place of PIL's; `pixels` is (height, width)."""

            mode = "L"

            def __init__(self, pixels):
                self.pixels = pixels

            @property
            def size(self):
                return (self.pixels.size(1), self.pixels.size(0))

            @property
            def width(self):
                return self.pixels.size(1)

            @property
            def height(self):
                return self.pixels.size(0)

            def __repr__(self):
                return f"<PIL.Image.Image image mode=L size={self.width}x{self.height}>"


        def _apply(image, change):
            """Changes a tensor (…, H, W), or the tensor in an image."""
            if isinstance(image, _Image):
                return _Image(change(image.pixels.unsqueeze(0)).squeeze(0))
            return change(image)


        def _height_width(image):
            pixels = image.pixels if isinstance(image, _Image) else image
            return pixels.size(-2), pixels.size(-1)


        def _check_image(image):
            if not isinstance(image, (torch.Tensor, _Image)):
                raise TypeError(f"img should be PIL Image or ndarray. Got {type(image)}")


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
                if not isinstance(pic, _Image):
                    raise TypeError(f"pic should be PIL Image or ndarray. Got {type(pic)}")
                return pic.pixels.unsqueeze(0).to(torch.float32).div(255)

            def __repr__(self):
                return f"{type(self).__name__}()"


        class PILToTensor:
            """An image of bytes as a uint8 tensor (C, H, W)."""

            def __init__(self):
                pass

            def __call__(self, pic):
                if not isinstance(pic, _Image):
                    raise TypeError(f"pic should be PIL Image. Got {type(pic)}")
                return pic.pixels.unsqueeze(0).clone()

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
                if image.dtype == self.dtype:
                    return image
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
            sides = (left, right, top, bottom)
            if mode == "constant":
                return _apply(image, lambda t: nn.functional.pad(t, sides, value=float(fill)))
            if mode not in ("edge", "reflect"):
                raise NotImplementedError(
                    f"padding_mode={mode!r} is not part of CNNLab's torchvision; 'constant', 'edge' and "
                    "'reflect' are"
                )
            mode = "replicate" if mode == "edge" else mode
            return _apply(image, lambda t: nn.functional.pad(t, sides, mode=mode))


        class Pad(nn.Module):
            """A border of a constant value."""

            def __init__(self, padding, fill=0, padding_mode="constant"):
                super().__init__()
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


        class CenterCrop(nn.Module):
            """The middle of the image."""

            def __init__(self, size):
                super().__init__()
                self.size = _pair(size, "Please provide only two dimensions (h, w) for size.")

            def forward(self, img):
                height, width = _height_width(img)
                h, w = self.size
                if h > height or w > width:
                    left = (w - width) // 2 if w > width else 0
                    top = (h - height) // 2 if h > height else 0
                    right = (w - width + 1) // 2 if w > width else 0
                    bottom = (h - height + 1) // 2 if h > height else 0
                    img = _pad(img, [left, top, right, bottom], 0, "constant")
                    height, width = _height_width(img)
                top = int(round((height - h) / 2.0))
                left = int(round((width - w) / 2.0))
                return _apply(img, lambda t: t[..., top : top + h, left : left + w])

            def __repr__(self):
                return f"{type(self).__name__}(size={self.size})"


        class RandomCrop(nn.Module):
            """A piece of the image at a random place."""

            def __init__(
                self, size, padding=None, pad_if_needed=False, fill=0, padding_mode="constant"
            ):
                super().__init__()
                self.size = _pair(size, "Please provide only two dimensions (h, w) for size.")
                self.padding = padding
                self.pad_if_needed = pad_if_needed
                self.fill = fill
                self.padding_mode = padding_mode

            def forward(self, img):
                if self.padding is not None:
                    img = _pad(img, self.padding, self.fill, self.padding_mode)
                height, width = _height_width(img)
                h, w = self.size
                if self.pad_if_needed and width < w:
                    img = _pad(img, [w - width, 0], self.fill, self.padding_mode)
                if self.pad_if_needed and height < h:
                    img = _pad(img, [0, h - height], self.fill, self.padding_mode)
                height, width = _height_width(img)
                if height < h or width < w:
                    raise ValueError(
                        f"Required crop size {(h, w)} is larger than input image size "
                        f"{(height, width)}"
                    )
                if (height, width) == (h, w):
                    return img
                top = torch.randint(0, height - h + 1, size=(1,)).item()
                left = torch.randint(0, width - w + 1, size=(1,)).item()
                return _apply(img, lambda t: t[..., top : top + h, left : left + w])

            def __repr__(self):
                return f"{type(self).__name__}(size={self.size}, padding={self.padding})"
        """#
}
