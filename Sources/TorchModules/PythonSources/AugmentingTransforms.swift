extension PythonSources {
    /// `torchvision.transforms` that make more of few images: other places, sizes, colours and sharpness.
    static let transformsAugmenting = #"""
        import math

        import torch
        from torch import nn
        from torch.nn import functional as F
        from torchvision.transforms import (
            _apply,
            _autocontrasted,
            _check_image,
            _equalized,
            _height_width,
            _inverted,
            _posterized,
            _sharpened,
            _solarized,
        )


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

            @staticmethod
            def get_params(sigma_min, sigma_max):
                """The width of the bell."""
                return torch.empty(1).uniform_(sigma_min, sigma_max).item()

            def forward(self, img):
                sigma = self.get_params(*self.sigma)
                _check_image(img, "PIL Image or Tensor")
                return _apply(img, lambda t: _blur(t, self.kernel_size, (sigma, sigma)))

            def __repr__(self):
                return f"{type(self).__name__}(kernel_size={self.kernel_size}, sigma={self.sigma})"


        class _AtRandom(nn.Module):
            """A change of colours with probability p."""

            def forward(self, img):
                return self._change(img) if torch.rand(1).item() < self.p else img


        class RandomInvert(_AtRandom):
            """The negative of the image, with probability p."""

            def __init__(self, p=0.5):
                super().__init__()
                self.p = p

            def _change(self, img):
                return _inverted(img)

            def __repr__(self):
                return f"{type(self).__name__}(p={self.p})"


        class RandomPosterize(_AtRandom):
            """Fewer bits a channel, with probability p."""

            def __init__(self, bits, p=0.5):
                super().__init__()
                self.bits = bits
                self.p = p

            def _change(self, img):
                return _posterized(img, self.bits)

            def __repr__(self):
                return f"{type(self).__name__}(bits={self.bits},p={self.p})"


        class RandomSolarize(_AtRandom):
            """The negative of what is above a threshold, with probability p."""

            def __init__(self, threshold, p=0.5):
                super().__init__()
                self.threshold = threshold
                self.p = p

            def _change(self, img):
                return _solarized(img, self.threshold)

            def __repr__(self):
                return f"{type(self).__name__}(threshold={self.threshold},p={self.p})"


        class RandomAdjustSharpness(_AtRandom):
            """Sharper or softer, with probability p."""

            def __init__(self, sharpness_factor, p=0.5):
                super().__init__()
                self.sharpness_factor = sharpness_factor
                self.p = p

            def _change(self, img):
                return _sharpened(img, self.sharpness_factor)

            def __repr__(self):
                return f"{type(self).__name__}(sharpness_factor={self.sharpness_factor},p={self.p})"


        class RandomAutocontrast(_AtRandom):
            """Each channel stretched from black to full, with probability p."""

            def __init__(self, p=0.5):
                super().__init__()
                self.p = p

            def _change(self, img):
                return _autocontrasted(img)

            def __repr__(self):
                return f"{type(self).__name__}(p={self.p})"


        class RandomEqualize(_AtRandom):
            """All values about equally frequent, with probability p."""

            def __init__(self, p=0.5):
                super().__init__()
                self.p = p

            def _change(self, img):
                return _equalized(img)

            def __repr__(self):
                return f"{type(self).__name__}(p={self.p})"
        """#
}
