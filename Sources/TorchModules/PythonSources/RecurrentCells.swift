extension PythonSources {
    /// `torch.nn`: single steps of recurrent layers.
    static let recurrentCells = #"""
        import math

        import torch
        from torch.nn import Module, Parameter, _gru, functional as F, init


        class RNNCellBase(Module):
            """What the single cells share."""

            def __init__(self, input_size, hidden_size, bias, num_chunks, device=None, dtype=None):
                super().__init__()
                self.input_size = input_size
                self.hidden_size = hidden_size
                self.bias = bias
                rows = num_chunks * hidden_size
                self.weight_ih = Parameter(torch.empty((rows, input_size), device=device, dtype=dtype))
                self.weight_hh = Parameter(torch.empty((rows, hidden_size), device=device, dtype=dtype))
                if bias:
                    self.bias_ih = Parameter(torch.empty(rows, device=device, dtype=dtype))
                    self.bias_hh = Parameter(torch.empty(rows, device=device, dtype=dtype))
                else:
                    self.register_parameter("bias_ih", None)
                    self.register_parameter("bias_hh", None)
                self.reset_parameters()

            def reset_parameters(self):
                """Draws new initial values."""
                bound = 1.0 / math.sqrt(self.hidden_size) if self.hidden_size > 0 else 0
                for weight in self.parameters():
                    init.uniform_(weight, -bound, bound)

            def extra_repr(self):
                text = f"{self.input_size}, {self.hidden_size}"
                if self.bias is not True:
                    text += f", bias={self.bias}"
                if getattr(self, "nonlinearity", "tanh") != "tanh":
                    text += f", nonlinearity={self.nonlinearity}"
                return text

            def _parts(self, input, h):
                return (
                    F.linear(input, self.weight_ih, self.bias_ih),
                    F.linear(h, self.weight_hh, self.bias_hh),
                )

            def _check(self, input, states, name, count=1):
                """A batch, and the states before it: zeros if none are given."""
                if input.dim() not in (1, 2):
                    raise ValueError(
                        f"{name}: Expected input to be 1D or 2D, got {input.dim()}D instead"
                    )
                for i, hx in enumerate(states or ()):
                    if hx.dim() not in (1, 2):
                        where = f"hx[{i}]" if count == 2 else "hidden"
                        raise ValueError(f"{name}: Expected {where} to be 1D or 2D, got {hx.dim()}D instead")
                batch = input if input.dim() == 2 else input.unsqueeze(0)
                if states is None:
                    zeros = torch.zeros(batch.size(0), self.hidden_size, dtype=input.dtype)
                    states = (zeros,) * count
                else:
                    states = tuple(hx if input.dim() == 2 else hx.unsqueeze(0) for hx in states)
                if batch.size(1) != self.input_size:
                    raise RuntimeError(
                        f"input has inconsistent input_size: got {batch.size(1)} expected {self.input_size}"
                    )
                for i, hx in enumerate(states):
                    if hx.size(0) != batch.size(0):
                        raise RuntimeError(
                            f"Input batch size {batch.size(0)} doesn't match hidden{i} batch size "
                            f"{hx.size(0)}"
                        )
                    if hx.size(1) != self.hidden_size:
                        raise RuntimeError(
                            f"hidden{i} has inconsistent hidden_size: got {hx.size(1)}, expected "
                            f"{self.hidden_size}"
                        )
                return batch, *states


        class RNNCell(RNNCellBase):
            """One step of RNN."""

            def __init__(
                self, input_size, hidden_size, bias=True, nonlinearity="tanh", device=None, dtype=None
            ):
                super().__init__(input_size, hidden_size, bias, 1, device, dtype)
                self.nonlinearity = nonlinearity

            def forward(self, input, hx=None):
                batch, hx = self._check(input, None if hx is None else (hx,), "RNNCell")
                if self.nonlinearity not in ("tanh", "relu"):
                    raise RuntimeError(f"Unknown nonlinearity: {self.nonlinearity}")
                given, hidden = self._parts(batch, hx)
                out = getattr(torch, self.nonlinearity)(given + hidden)
                return out if input.dim() == 2 else out.squeeze(0)


        class LSTMCell(RNNCellBase):
            """One step of LSTM."""

            def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
                super().__init__(input_size, hidden_size, bias, 4, device, dtype)

            def forward(self, input, hx=None):
                batch, h, c = self._check(input, hx, "LSTMCell", 2)
                given, hidden = self._parts(batch, h)
                i, f, g, o = (given + hidden).chunk(4, -1)
                c = f.sigmoid() * c + i.sigmoid() * g.tanh()
                h = o.sigmoid() * c.tanh()
                return (h, c) if input.dim() == 2 else (h.squeeze(0), c.squeeze(0))


        class GRUCell(RNNCellBase):
            """One step of GRU."""

            def __init__(self, input_size, hidden_size, bias=True, device=None, dtype=None):
                super().__init__(input_size, hidden_size, bias, 3, device, dtype)

            def forward(self, input, hx=None):
                batch, hx = self._check(input, None if hx is None else (hx,), "GRUCell")
                given, hidden = self._parts(batch, hx)
                out = _gru(given, hidden, hx)
                return out if input.dim() == 2 else out.squeeze(0)
        """#
}
