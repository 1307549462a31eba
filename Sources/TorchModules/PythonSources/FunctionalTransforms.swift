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


        def hflip(img):
            """Left and right changed."""
            return T._apply(img, lambda t: t.flip(-1))


        def vflip(img):
            """Top and bottom changed."""
            return T._apply(img, lambda t: t.flip(-2))


        def crop(img, top, left, height, width):
            """A piece of the image."""
            return T._apply(img, lambda t: t[..., top : top + height, left : left + width])


        def center_crop(img, output_size):
            """The middle of the image."""
            return T.CenterCrop(output_size)(img)


        def pad(img, padding, fill=0, padding_mode="constant"):
            """A border."""
            return T.Pad(padding, fill, padding_mode)(img)


        def resize(img, size, interpolation="bilinear", max_size=None, antialias=True):
            """An image of another size."""
            return T.Resize(size, interpolation, max_size, antialias)(img)


        def rotate(img, angle, interpolation="nearest", expand=False, center=None, fill=None):
            """The image turned counter-clockwise."""
            fill = 0 if fill is None else fill[0] if isinstance(fill, (list, tuple)) else fill
            return T._apply(img, lambda t: T._rotate(t, float(angle), fill))


        def resize(img, size, interpolation="bilinear", max_size=None, antialias=True):
            """The image in another size."""
            return T.Resize(size, interpolation, max_size, antialias)(img)


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


        def affine(
            img, angle, translate, scale, shear, interpolation="nearest", fill=None, center=None
        ):
            """The image turned, moved, scaled and sheared."""
            shear = [shear, 0.0] if isinstance(shear, (int, float)) else list(shear)
            fill = 0.0 if fill is None else fill[0] if isinstance(fill, (list, tuple)) else fill
            return T._apply(
                img,
                lambda t: T._affine(t, angle, translate, scale, shear, interpolation, float(fill)),
            )


        def gaussian_blur(img, kernel_size, sigma=None):
            """The image blurred by a bell."""
            sizes = [kernel_size] * 2 if isinstance(kernel_size, int) else list(kernel_size)
            if sigma is None:
                sigma = [size * 0.15 + 0.35 for size in sizes]
            sigmas = [float(sigma)] * 2 if isinstance(sigma, (int, float)) else list(sigma)
            return T._apply(img, lambda t: T._blur(t, sizes, sigmas))


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


        def rgb_to_grayscale(img, num_output_channels=1):
            """Grey instead of colours."""
            return T.Grayscale(num_output_channels)(img)


        def invert(img):
            """The negative of the image."""
            return T._apply(img, lambda t: (1 if t.is_floating_point() else 255) - t)
        """#
}
