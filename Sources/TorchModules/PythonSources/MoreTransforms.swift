extension PythonSources {
    /// `torchvision.transforms`: sizes, colours and choices.
    static let transformsMore = #"""
        import random

        import torch
        from torch import nn
        from torchvision.transforms import _PILImage, _channels


        def _grey(img, channels):
            if isinstance(img, _PILImage):
                grey = img.convert("L")
                return grey.convert("RGB") if channels == 3 else grey
            if not isinstance(img, torch.Tensor):
                raise TypeError(f"img should be PIL Image. Got {type(img)}")
            if channels not in (1, 3):
                raise ValueError("num_output_channels should be either 1 or 3")
            if img.size(-3) not in (1, 3):
                raise TypeError(
                    f"Input image tensor permitted channel values are [1, 3], but found {img.size(-3)}"
                )
            if img.size(-3) == 3:
                red, green, blue = img.unbind(dim=-3)
                img = (0.2989 * red + 0.587 * green + 0.114 * blue).to(img.dtype).unsqueeze(-3)
                if channels == 3:
                    return img.expand(*img.shape[:-3], 3, *img.shape[-2:])
            return img.clone()


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
                channels = _channels(img)
                return _grey(img, channels) if torch.rand(1) < self.p else img

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


        class ToPILImage:
            """A tensor (C, H, W) or (H, W) of one channel or three as an image of bytes."""

            def __init__(self, mode=None):
                self.mode = mode

            def __call__(self, pic):
                if not isinstance(pic, torch.Tensor):
                    raise TypeError(f"pic should be Tensor or ndarray. Got {type(pic)}.")
                if pic.dim() not in (2, 3):
                    raise ValueError(f"pic should be 2/3 dimensional. Got {pic.dim()} dimensions.")
                planes = pic if pic.dim() == 3 else pic.unsqueeze(0)
                count = planes.size(0)
                if count > 4:
                    raise ValueError(f"pic should not have > 4 channels. Got {count} channels.")
                if count not in (1, 3):
                    raise NotImplementedError(
                        f"ToPILImage of {count} channels is not part of CNNLab's torchvision"
                    )
                if planes.is_floating_point():
                    planes = planes.mul(255).to(torch.uint8)
                if planes.dtype != torch.uint8:
                    if count == 3:
                        name = str(planes.dtype).replace("torch.", "")
                        raise TypeError(f"Input type {name} is not supported")
                    raise NotImplementedError(
                        f"ToPILImage of {planes.dtype} is not part of CNNLab's torchvision"
                    )
                right = "L" if count == 1 else "RGB"
                if self.mode is not None and self.mode != right:
                    if count == 1:
                        raise ValueError(
                            f"Incorrect mode ({self.mode}) supplied for input type <class 'numpy.dtype'>. "
                            f"Should be {right}"
                        )
                    raise NotImplementedError(
                        f"ToPILImage(mode={self.mode!r}) is not part of CNNLab's torchvision"
                    )
                return _PILImage(planes.detach())

            def __repr__(self):
                mode = "" if self.mode is None else f"mode={self.mode}"
                return f"{type(self).__name__}({mode})"


        class _Refused:
            def __init__(self, *args, **kwargs):
                raise NotImplementedError(
                    f"transforms.{type(self).__name__} is not part of CNNLab's torchvision"
                )


        class AutoAugment(_Refused):
            """Refused."""


        class RandAugment(_Refused):
            """Refused."""
        """#
}
