extension PythonSources {
    /// `torchvision.transforms`: pieces of images.
    static let transformsCropping = #"""
        import torch
        from torch import nn
        from torchvision.transforms import _apply, _height_width, _pad, _pair


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

            @staticmethod
            def get_params(img, output_size):
                """The corner, the height and the width of a piece."""
                height, width = _height_width(img)
                h, w = output_size
                if height < h or width < w:
                    raise ValueError(
                        f"Required crop size {(h, w)} is larger than input image size "
                        f"{(height, width)}"
                    )
                if (height, width) == (h, w):
                    return 0, 0, h, w
                top = torch.randint(0, height - h + 1, size=(1,)).item()
                left = torch.randint(0, width - w + 1, size=(1,)).item()
                return top, left, h, w

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
                top, left, h, w = self.get_params(img, self.size)
                return _apply(img, lambda t: t[..., top : top + h, left : left + w])

            def __repr__(self):
                return f"{type(self).__name__}(size={self.size}, padding={self.padding})"


        def _corners(img, size):
            (height, width), (h, w) = _height_width(img), size
            if w > width or h > height:
                raise ValueError(
                    f"Requested crop size {size} is bigger than input size {(height, width)}"
                )
            middle = (int(round((height - h) / 2.0)), int(round((width - w) / 2.0)))
            places = [(0, 0), (0, width - w), (height - h, 0), (height - h, width - w), middle]
            return tuple(
                _apply(img, lambda t, y=y, x=x: t[..., y : y + h, x : x + w]) for y, x in places
            )


        class FiveCrop(nn.Module):
            """The four corners and the middle."""

            def __init__(self, size):
                super().__init__()
                self.size = _pair(size, "Please provide only two dimensions (h, w) for size.")

            def forward(self, img):
                return _corners(img, self.size)

            def __repr__(self):
                return f"{type(self).__name__}(size={self.size})"


        class TenCrop(nn.Module):
            """The four corners and the middle, and the same of the flipped image."""

            def __init__(self, size, vertical_flip=False):
                super().__init__()
                self.size = _pair(size, "Please provide only two dimensions (h, w) for size.")
                self.vertical_flip = vertical_flip

            def forward(self, img):
                first = _corners(img, self.size)
                dim = -2 if self.vertical_flip else -1
                return first + _corners(_apply(img, lambda t: t.flip(dim)), self.size)

            def __repr__(self):
                return f"{type(self).__name__}(size={self.size}, vertical_flip={self.vertical_flip})"
        """#
}
