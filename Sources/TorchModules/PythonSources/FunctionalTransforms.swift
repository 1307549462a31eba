extension PythonSources {
    /// `torchvision.transforms.functional`.
    static let transformsFunctional = #"""
        import torch
        from torchvision import transforms as T


        def to_tensor(pic):
            """An image of bytes as a float tensor (C, H, W) in [0, 1]."""
            return T.ToTensor()(pic)


        def to_pil_image(pic, mode=None):
            """A tensor as an image of bytes."""
            return T.ToPILImage(mode)(pic)


        def normalize(tensor, mean, std, inplace=False):
            """(tensor - mean) / std for each channel."""
            return T.Normalize(mean, std, inplace)(tensor)


        def center_crop(img, output_size):
            """The middle of the image."""
            return T.CenterCrop(output_size)(img)


        def resized_crop(
            img, top, left, height, width, size, interpolation="bilinear", antialias=True
        ):
            """A part of the image in another size."""
            return resize(crop(img, top, left, height, width), size, interpolation, None, antialias)


        def adjust_brightness(img, brightness_factor):
            """0 gives black, 1 the image, 2 twice its brightness."""
            return T._brightness(img, brightness_factor)


        def adjust_contrast(img, contrast_factor):
            """0 gives grey, 1 the image."""
            return T._contrast(img, contrast_factor)


        def adjust_saturation(img, saturation_factor):
            """0 gives the image without its colours, 1 the image."""
            return T._saturation(img, saturation_factor)


        def adjust_hue(img, hue_factor):
            """Colours turned around the circle, by at most half of it."""
            return T._hue(img, hue_factor)


        def erase(img, i, j, h, w, v, inplace=False):
            """The image with a part replaced by v."""
            made = img if inplace else img.clone()
            made[..., i : i + h, j : j + w] = v
            return made


        def get_image_size(img):
            """Width and height."""
            height, width = T._height_width(img)
            return [width, height]


        def convert_image_dtype(image, dtype=torch.float32):
            """The image in another type, its values scaled to that type's range."""
            return T.ConvertImageDtype(dtype)(image)


        def _planes(img):
            T._height_width(img)
            return img


        def pil_to_tensor(pic):
            """An image of bytes as a uint8 tensor (C, H, W)."""
            return T.PILToTensor()(pic)


        def hflip(img):
            """Left and right changed."""
            return T._apply(_planes(img), lambda t: t.flip(-1))


        def vflip(img):
            """Top and bottom changed."""
            return T._apply(_planes(img), lambda t: t.flip(-2))


        def crop(img, top, left, height, width):
            """A piece of the image, black where it reaches beyond."""
            h, w = T._height_width(img)
            sides = [max(-left, 0), max(-top, 0), max(left + width - w, 0), max(top + height - h, 0)]
            bottom, right = top + height, left + width

            def piece(t):
                t = t[..., max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]
                return t

            made = T._apply(img, piece)
            return T._pad(made, sides, 0, "constant") if any(sides) else made


        def pad(img, padding, fill=0, padding_mode="constant"):
            """A border."""
            return T.Pad(padding, fill, padding_mode)(img)


        def resize(img, size, interpolation="bilinear", max_size=None, antialias=True):
            """The image in another size."""
            return T.Resize(size, interpolation, max_size, antialias)(img)


        def five_crop(img, size):
            """The four corners and the middle."""
            return T.FiveCrop(size)(img)


        def ten_crop(img, size, vertical_flip=False):
            """The four corners and the middle, also flipped."""
            return T.TenCrop(size, vertical_flip)(img)


        def rotate(img, angle, interpolation="nearest", expand=False, center=None, fill=None):
            """The image turned counter-clockwise."""
            if not isinstance(angle, (int, float)):
                raise TypeError("Argument angle should be int or float")
            if center is not None and not isinstance(center, (list, tuple)):
                raise TypeError("Argument center should be a sequence")
            return T._turned(img, angle, interpolation, expand, center, fill)


        def affine(
            img, angle, translate, scale, shear, interpolation="nearest", fill=None, center=None
        ):
            """The image turned, moved, scaled and sheared."""
            if not isinstance(angle, (int, float)):
                raise TypeError("Argument angle should be int or float")
            if not isinstance(translate, (list, tuple)):
                raise TypeError("Argument translate should be a sequence")
            if len(translate) != 2:
                raise ValueError("Argument translate should be a sequence of length 2")
            if scale <= 0.0:
                raise ValueError("Argument scale should be positive")
            if not isinstance(shear, (int, float, list, tuple)):
                raise TypeError("Shear should be either a single value or a sequence of two values")
            shear = [shear, 0.0] if isinstance(shear, (int, float)) else list(shear)
            shear = [shear[0], shear[0]] if len(shear) == 1 else shear
            if len(shear) != 2:
                raise ValueError(f"Shear should be a sequence containing two values. Got {shear}")
            return T._moved(img, float(angle), translate, scale, shear, interpolation, fill, center)


        def perspective(img, startpoints, endpoints, interpolation="bilinear", fill=None):
            """The image seen so that the start points come to lie at the end points."""
            return T._perspective(img, startpoints, endpoints, interpolation, fill)


        def gaussian_blur(img, kernel_size, sigma=None):
            """The image blurred by a bell."""
            sizes = [kernel_size] * 2 if isinstance(kernel_size, int) else list(kernel_size)
            if sigma is None:
                sigma = [size * 0.15 + 0.35 for size in sizes]
            sigmas = [float(sigma)] * 2 if isinstance(sigma, (int, float)) else list(sigma)
            return T._apply(_planes(img), lambda t: T._blur(t, sizes, sigmas))


        def rgb_to_grayscale(img, num_output_channels=1):
            """Grey instead of colours."""
            return T._grey(img, num_output_channels)


        def to_grayscale(img, num_output_channels=1):
            """A PIL image in grey."""
            if not isinstance(img, T._PILImage):
                raise TypeError("Input should be PIL Image")
            return T._grey(img, num_output_channels)


        def invert(img):
            """The negative of the image."""
            return T._inverted(img)


        def posterize(img, bits):
            """Fewer bits a channel."""
            if not 0 <= bits <= 8:
                raise ValueError(f"The number if bits should be between 0 and 8. Got {bits}")
            return T._posterized(img, bits)


        def solarize(img, threshold):
            """The negative of what is above a threshold."""
            return T._solarized(img, threshold)


        def autocontrast(img):
            """Each channel stretched from black to full."""
            return T._autocontrasted(img)


        def equalize(img):
            """All values about equally frequent."""
            return T._equalized(img)


        def adjust_sharpness(img, sharpness_factor):
            """0 gives a soft image, 1 the image, 2 a sharper one."""
            return T._sharpened(img, sharpness_factor)


        def adjust_gamma(img, gamma, gain=1):
            """gain · image^gamma."""
            if gamma < 0:
                raise ValueError("Gamma should be a non-negative real number")
            T._height_width(img)
            if isinstance(img, T._PILImage):
                table = [int((255 + 1 - 1e-3) * gain * pow(v / 255.0, gamma)) for v in range(256)]
                table = torch.tensor([min(max(v, 0), 255) for v in table], dtype=torch.uint8)
                return T._apply(img, lambda t: table[t.long()])
            values = img if img.is_floating_point() else img.to(torch.float32) / 255
            made = (gain * values**gamma).clamp(0, 1)
            return made if img.is_floating_point() else made.mul(255.999).to(img.dtype)


        def get_dimensions(img):
            """Channels, height and width."""
            height, width = T._height_width(img)
            return [T._channels(img), height, width]


        def get_image_num_channels(img):
            """How many channels there are."""
            return T._channels(img)
        """#
}
