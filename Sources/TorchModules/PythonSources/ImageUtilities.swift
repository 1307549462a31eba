extension PythonSources {
    /// `torchvision.utils`: images beside one another.
    static let imageUtilities = #"""
        import torch


        def _batch(tensor):
            # What make_grid is given, as images of three channels (or as many as there are): N, C, H, W.
            if isinstance(tensor, list):
                for image in tensor:
                    if not isinstance(image, torch.Tensor):
                        raise TypeError(f"tensor or list of tensors expected, got a list containing {type(image)}")
                tensor = torch.stack(tensor, dim=0)
            elif not isinstance(tensor, torch.Tensor):
                raise TypeError(f"tensor or list of tensors expected, got {type(tensor)}")
            if tensor.dim() == 2:
                tensor = tensor.unsqueeze(0)
            if tensor.dim() == 3:
                tensor = tensor.unsqueeze(0)
            if tensor.dim() == 4 and tensor.size(1) == 1:
                tensor = torch.cat((tensor, tensor, tensor), 1)
            return tensor


        def _stretch(image, value_range):
            low, high = value_range if value_range is not None else (float(image.min()), float(image.max()))
            image.clamp_(min=low, max=high)
            image.sub_(low).div_(max(high - low, 1e-5))


        @torch.no_grad()
        def make_grid(
            tensor, nrow=8, padding=2, normalize=False, value_range=None, scale_each=False, pad_value=0.0
        ):
            """Images (N, C, H, W) beside one another in one image, nrow a row, with a border around each."""
            images = _batch(tensor)
            if normalize is True:
                images = images.clone()
                if value_range is not None and not isinstance(value_range, tuple):
                    raise TypeError(
                        "value_range has to be a tuple (min, max) if specified. min and max are numbers"
                    )
                for part in images if scale_each is True else [images]:
                    _stretch(part, value_range)
            if images.size(0) == 1:
                return images.squeeze(0)
            count, channels, height, width = images.shape
            across = min(nrow, count)
            down = -(-count // across)
            height, width = height + padding, width + padding
            grid = images.new_full((channels, height * down + padding, width * across + padding), pad_value)
            for number in range(count):
                top = (number // across) * height + padding
                left = (number % across) * width + padding
                grid[:, top : top + height - padding, left : left + width - padding] = images[number]
            return grid


        def save_image(tensor, fp, format=None, **kwargs):
            """Refused: cells have no files."""
            raise NotImplementedError(
                "save_image() writes a file, which cells cannot; plt.imshow(make_grid(images).permute(1, 2, 0)) shows it"
            )
        """#
}
