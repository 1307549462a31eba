extension PythonSources {
    /// `torch.nn`: normalization across the channels of images, as Torch had it.
    static let crossMaps = #"""
        import torch
        from torch.autograd import Function
        from torch.nn import Module


        def _cross_map():
            """The step, whose window and gradient are a channel off here and there, as PyTorch's are."""

            class CrossMapLRN2d(Function):
                @staticmethod
                def forward(ctx, input, size, alpha=1e-4, beta=0.75, k=1):
                    if input.dim() != 4:
                        raise ValueError(
                            f"CrossMapLRN2d: Expected input to be 4D, got {input.dim()}D instead."
                        )
                    channels = input.size(1)
                    reach = int((size - 1) / 2 + 1)
                    squares = input.pow(2).unbind(1)
                    total = torch.zeros_like(input[:, 0])
                    for square in squares[:reach]:
                        total = total + square
                    sums = [total]
                    for c in range(1, channels):
                        if c < channels - reach + 1:
                            total = total + squares[c + reach - 1]
                        if c > reach:
                            total = total - squares[c - reach]
                        sums.append(total)
                    scale = torch.stack(sums, 1).mul(alpha / size).add(k)
                    output = scale.pow(-beta).mul(input)
                    ctx.settings = size, alpha, beta
                    ctx.scale = scale
                    ctx.save_for_backward(input, output)
                    return output

                @staticmethod
                def backward(ctx, grad_output):
                    input, output = ctx.saved_tensors
                    size, alpha, beta = ctx.settings
                    channels = input.size(1)
                    shape = (input.size(0), channels + size - 1, *input.shape[2:])
                    ratio = torch.zeros(shape, dtype=input.dtype)
                    middle = ratio.narrow(1, int(size - (size - 1) / 2), channels)
                    middle.copy_(grad_output * output / ctx.scale)
                    rows = ratio.unbind(1)
                    near = ratio.narrow(1, 0, size - 1).sum(1)
                    parts = []
                    for c in range(channels):
                        near = near + rows[c + size - 1]
                        parts.append(input[:, c] * near)
                        near = near - rows[c]
                    spread = torch.stack(parts, 1) * (2 * alpha * beta / size)
                    return ctx.scale.pow(-beta) * grad_output - spread, None, None, None, None

            return CrossMapLRN2d


        class CrossMapLRN2d(Module):
            """Divides by a power of the neighbouring channels' mean square, as Torch did it."""

            def __init__(self, size, alpha=1e-4, beta=0.75, k=1):
                super().__init__()
                self.size = size
                self.alpha = alpha
                self.beta = beta
                self.k = k

            def forward(self, input):
                return _cross_map().apply(input, self.size, self.alpha, self.beta, self.k)

            def extra_repr(self):
                return f"{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}"
        """#
}
