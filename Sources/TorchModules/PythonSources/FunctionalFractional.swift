extension PythonSources {
    /// `torch.nn.functional`: pools whose windows begin at random places.
    static let functionalFractional = #"""
        import torch
        from _cnnlab import composite
        from torch.nn.functional import _largest


        def _fractional_starts(sample, size, windows, kernel):
            """Where windows begin that are spread over a line at random."""
            if windows < 2:
                return [size - kernel] * windows
            alpha = torch.tensor(size - kernel, dtype=sample.dtype) / (windows - 1)
            steps = torch.arange(windows - 1, dtype=sample.dtype) + sample
            starts = (steps * alpha).to(torch.int64) - (sample * alpha).to(torch.int64)
            return starts.tolist() + [size - kernel]


        def _fractional(name, input, kernel_size, output_size, output_ratio, samples, dims):
            """Maxima of windows at random places, and the places of the maxima."""
            if output_size is None and output_ratio is None:
                raise ValueError(
                    f"fractional_max_pool{dims}d requires specifying either an output_size or an "
                    "output_ratio"
                )
            if output_size is None:
                ratio = _many(output_ratio, dims)
                output_size = [int(input.size(d - dims) * ratio[d]) for d in range(dims)]
            if samples is None:
                batch = 1 if input.dim() == dims + 1 else input.size(0)
                samples = torch.rand(batch, input.size(-dims - 1), dims, dtype=input.dtype)
            kernel, out = _many(kernel_size, dims), _many(output_size, dims)
            if input.dim() not in (dims + 1, dims + 2):
                raise RuntimeError(
                    f"{name}(): Expected {dims + 1}D or {dims + 2}D tensor, but got: {list(input.shape)}"
                )
            for d in range(1 if input.dim() == dims + 2 else 0, input.dim()):
                if input.shape[d] == 0:
                    raise RuntimeError(
                        f"{name}(): Expected input to have non-zero size for non-batch dimensions, but "
                        f"got{list(input.shape)} with dimension {d} being empty."
                    )
            words = ("height", "width") if dims == 2 else ("time", "height", "width")
            for word, n, m, k in zip(words, input.shape[-dims:], out, kernel):
                if m + k - 1 > n:
                    raise RuntimeError(
                        f"{name}(): pool {word} {k} too large relative to input {word} {n}"
                    )
            lead = input.shape[: -dims]
            volumes = input.detach().reshape(-1, *(1,) * (3 - dims), *input.shape[-dims:])
            found = []
            for volume, draws in zip(volumes, samples.reshape(-1, dims)):
                # The first draw is that of the width in planes, of the time in volumes.
                draws = draws.flip(0) if dims == 2 else draws
                taps = [torch.zeros(1, 1, dtype=torch.int64)] * (3 - dims)
                for draw, n, m, k in zip(draws, input.shape[-dims:], out, kernel):
                    starts = torch.tensor(_fractional_starts(draw, n, m, k), dtype=torch.int64)
                    taps.append(starts.unsqueeze(1) + torch.arange(k))
                found.append(_largest(volume, taps))
            shape = (*lead, *out)
            places = torch.stack(found).view(shape) if found else torch.empty(shape, dtype=torch.int64)
            step = f"FractionalMaxPool{dims}DBackward0"
            pooled = composite(
                step, lambda v: v.flatten(-dims).gather(-1, places.flatten(-dims)).view(shape), input
            )
            return pooled, places


        def _many(value, n):
            if isinstance(value, (tuple, list)):
                return tuple(value) * n if len(value) == 1 else tuple(value)
            return (value,) * n


        def fractional_max_pool2d_with_indices(
            input, kernel_size, output_size=None, output_ratio=None, return_indices=False,
            _random_samples=None
        ):
            """Maxima of windows at random places of (N, C, H, W), and the places of the maxima."""
            return _fractional(
                "fractional_max_pool2d", input, kernel_size, output_size, output_ratio,
                _random_samples, 2
            )


        def fractional_max_pool3d_with_indices(
            input, kernel_size, output_size=None, output_ratio=None, return_indices=False,
            _random_samples=None
        ):
            """Maxima of windows at random places of (N, C, D, H, W), and the places of the maxima."""
            return _fractional(
                "fractional_max_pool3d", input, kernel_size, output_size, output_ratio,
                _random_samples, 3
            )


        def fractional_max_pool2d(
            input, kernel_size, output_size=None, output_ratio=None, return_indices=False,
            _random_samples=None
        ):
            """Maxima of windows at random places of (N, C, H, W)."""
            made = fractional_max_pool2d_with_indices(
                input, kernel_size, output_size, output_ratio, return_indices, _random_samples
            )
            return made if return_indices else made[0]


        def fractional_max_pool3d(
            input, kernel_size, output_size=None, output_ratio=None, return_indices=False,
            _random_samples=None
        ):
            """Maxima of windows at random places of (N, C, D, H, W)."""
            made = fractional_max_pool3d_with_indices(
                input, kernel_size, output_size, output_ratio, return_indices, _random_samples
            )
            return made if return_indices else made[0]
        """#
}
