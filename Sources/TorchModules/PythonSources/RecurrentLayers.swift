extension PythonSources {
    /// `torch.nn`: recurrent layers.
    static let recurrent = #"""
        import math
        import warnings

        import torch
        from _cnnlab import rename
        from torch.nn import Module, Parameter, functional as F, init


        class RNNBase(Module):
            """What RNN, LSTM and GRU share: layers of cells, in one or both directions."""

            _gates = 1

            def __init__(
                self, mode, input_size, hidden_size, num_layers=1, bias=True, batch_first=False,
                dropout=0.0, bidirectional=False, proj_size=0, device=None, dtype=None
            ):
                super().__init__()
                self.mode = mode
                self.input_size = input_size
                self.hidden_size = hidden_size
                self.num_layers = num_layers
                self.bias = bias
                self.batch_first = batch_first
                self.dropout = float(dropout)
                self.bidirectional = bidirectional
                self.proj_size = proj_size
                if isinstance(dropout, bool) or not 0 <= dropout <= 1:
                    raise ValueError(
                        "dropout should be a number in range [0, 1] representing the probability of an "
                        "element being zeroed"
                    )
                if dropout > 0 and num_layers == 1:
                    warnings.warn(
                        "dropout option adds dropout after all but last recurrent layer, so non-zero "
                        f"dropout expects num_layers greater than 1, but got dropout={dropout} and "
                        f"num_layers={num_layers}",
                        stacklevel=2,
                    )
                for name, value, kind in (
                    ("bias", bias, bool), ("batch_first", batch_first, bool),
                    ("input_size", input_size, int), ("hidden_size", hidden_size, int),
                ):
                    if not isinstance(value, kind):
                        raise TypeError(
                            f"{name} should be of type {kind.__name__}, got: {type(value).__name__}"
                        )
                    if kind is int and value <= 0:
                        raise ValueError(f"{name} must be greater than zero")
                if num_layers <= 0:
                    raise ValueError("num_layers must be greater than zero")
                if proj_size < 0:
                    raise ValueError(
                        "proj_size should be a positive integer or zero to disable projections"
                    )
                if proj_size >= hidden_size:
                    raise ValueError("proj_size has to be smaller than hidden_size")
                gates = self._gates * hidden_size
                out = proj_size or hidden_size
                self._suffixes = [""] + (["_reverse"] if bidirectional else [])
                for layer in range(num_layers):
                    width = input_size if layer == 0 else out * len(self._suffixes)
                    for suffix in self._suffixes:
                        shapes = [("weight_ih", (gates, width)), ("weight_hh", (gates, out))]
                        if bias:
                            shapes += [("bias_ih", (gates,)), ("bias_hh", (gates,))]
                        if proj_size:
                            shapes.append(("weight_hr", (proj_size, hidden_size)))
                        for name, shape in shapes:
                            tensor = torch.empty(shape, device=device, dtype=dtype)
                            setattr(self, f"{name}_l{layer}{suffix}", Parameter(tensor))
                self.reset_parameters()

            def reset_parameters(self):
                """Draws new initial values."""
                bound = 1.0 / math.sqrt(self.hidden_size)
                for weight in self.parameters():
                    init.uniform_(weight, -bound, bound)

            def flatten_parameters(self):
                """Nothing to do: that is for GPUs."""

            @property
            def all_weights(self):
                """The weights, a list for each layer and direction."""
                names = [name for name, _ in self.named_parameters()]
                size = len(names) // (self.num_layers * len(self._suffixes))
                parameters = list(self.parameters())
                return [parameters[i : i + size] for i in range(0, len(names), size)]

            def _weights(self, layer, suffix):
                def get(name):
                    return self._parameters.get(f"{name}_l{layer}{suffix}")

                return tuple(get(n) for n in ("weight_ih", "weight_hh", "bias_ih", "bias_hh", "weight_hr"))

            def _start(self, batch, size, like):
                layers = self.num_layers * len(self._suffixes)
                return torch.zeros(layers, batch, size, dtype=like.dtype)

            def _check_hidden(self, hx, batch, size, message="Expected hidden size {}, got {}"):
                expected = (self.num_layers * len(self._suffixes), batch, size)
                if tuple(hx.size()) != expected:
                    raise RuntimeError(message.format(expected, list(hx.size())))

            def _run(self, input, states):
                """(L, N, H) and the first states of all layers → outputs and last states."""
                if input.size(0) == 0:
                    raise RuntimeError("Expected sequence length to be larger than 0 in RNN")
                last = []
                for layer in range(self.num_layers):
                    outputs = []
                    for d, suffix in enumerate(self._suffixes):
                        weights = self._weights(layer, suffix)
                        state = tuple(s[layer * len(self._suffixes) + d] for s in states)
                        steps = range(input.size(0))
                        seen = [None] * input.size(0)
                        given = F.linear(input, weights[0], weights[2])
                        for t in reversed(steps) if suffix else steps:
                            state = self._cell(given[t], state, weights)
                            seen[t] = state[0]
                        outputs.append(torch.stack(seen))
                        if self.mode == "LSTM" and not self.proj_size and input.dtype == torch.float32:
                            rename(outputs[-1], "MkldnnRnnLayerBackward0")
                        last.append(state)
                    input = outputs[0] if len(outputs) == 1 else torch.cat(outputs, -1)
                    if self.dropout > 0 and layer < self.num_layers - 1:
                        input = F.dropout(input, self.dropout, self.training)
                return input, tuple(torch.stack(parts) for parts in zip(*last))

            def _forward(self, input, hx, kind):
                if input.dim() not in (2, 3):
                    tensor = " tensor" if kind == "RNN" else ""
                    raise ValueError(
                        f"{kind}: Expected input to be 2D or 3D, got {input.dim()}D{tensor} instead"
                    )
                batched = input.dim() == 3
                time = 1 if self.batch_first and batched else 0
                if not batched:
                    input = input.unsqueeze(1)
                elif time == 1:
                    input = input.transpose(0, 1)
                if input.dtype != self.weight_ih_l0.dtype:
                    kinds = (input.dtype, self.weight_ih_l0.dtype)
                    raise ValueError(
                        f"RNN input dtype ({kinds[0]}) does not match weight dtype ({kinds[1]}). Convert "
                        f"input: input.to({kinds[1]}), or convert model: model.to({kinds[0]})"
                    )
                if input.size(-1) != self.input_size:
                    raise RuntimeError(
                        "input.size(-1) must be equal to input_size. Expected "
                        f"{self.input_size}, got {input.size(-1)}"
                    )
                batch, out = input.size(1), self.proj_size or self.hidden_size
                if kind == "LSTM":
                    if hx is None:
                        states = (
                            self._start(batch, out, input), self._start(batch, self.hidden_size, input)
                        )
                    else:
                        self._check_dims(batched, hx, kind)
                        states = hx if batched else tuple(h.unsqueeze(1) for h in hx)
                        self._check_hidden(states[0], batch, out, "Expected hidden[0] size {}, got {}")
                        self._check_hidden(
                            states[1], batch, self.hidden_size, "Expected hidden[1] size {}, got {}"
                        )
                elif hx is None:
                    states = (self._start(batch, out, input),)
                else:
                    self._check_dims(batched, (hx,), kind)
                    states = (hx if batched else hx.unsqueeze(1),)
                    self._check_hidden(states[0], batch, out)
                output, last = self._run(input, states)
                if not batched:
                    output, last = output.squeeze(1), tuple(h.squeeze(1) for h in last)
                elif time == 1:
                    output = self._batch_first(output)
                return output, last if kind == "LSTM" else last[0]

            def _batch_first(self, output):
                # PyTorch turns the other two in place, which the name of the step shows.
                return output.transpose(0, 1) if self.mode == "LSTM" else output.transpose_(0, 1)

            def _check_dims(self, batched, states, kind):
                wanted = 3 if batched else 2
                if all(h.dim() == wanted for h in states):
                    return
                word = "batched 3-D" if batched else "unbatched 2-D"
                if kind == "LSTM":
                    raise RuntimeError(
                        f"For {word} input, hx and cx should also be {wanted}-D but got "
                        f"({states[0].dim()}-D, {states[1].dim()}-D) tensors"
                    )
                raise RuntimeError(
                    f"For {word} input, hx should also be {wanted}-D but got {states[0].dim()}-D tensor"
                )

            def extra_repr(self):
                text = f"{self.input_size}, {self.hidden_size}"
                if self.proj_size:
                    text += f", proj_size={self.proj_size}"
                if self.num_layers != 1:
                    text += f", num_layers={self.num_layers}"
                if self.bias is not True:
                    text += f", bias={self.bias}"
                if self.batch_first is not False:
                    text += f", batch_first={self.batch_first}"
                if self.dropout != 0:
                    text += f", dropout={self.dropout}"
                if self.bidirectional is not False:
                    text += f", bidirectional={self.bidirectional}"
                return text


        class RNN(RNNBase):
            """h′ = tanh(W x + b + U h + c), layer by layer."""

            def __init__(self, *args, **kwargs):
                if "proj_size" in kwargs:
                    raise ValueError(
                        "proj_size argument is only supported for LSTM, not RNN or GRU"
                    )
                if len(args) > 3:
                    self.nonlinearity = args[3]
                    args = args[:3] + args[4:]
                else:
                    self.nonlinearity = kwargs.pop("nonlinearity", "tanh")
                if self.nonlinearity not in ("tanh", "relu"):
                    raise ValueError(
                        f"Unknown nonlinearity '{self.nonlinearity}'. Select from 'tanh' or 'relu'."
                    )
                super().__init__("RNN_" + self.nonlinearity.upper(), *args, **kwargs)

            def _cell(self, given, state, weights):
                total = given + F.linear(state[0], weights[1], weights[3])
                return (total.tanh() if self.nonlinearity == "tanh" else total.relu(),)

            def forward(self, input, hx=None):
                return self._forward(input, hx, "RNN")


        class LSTM(RNNBase):
            """Long short-term memory."""

            _gates = 4

            def __init__(self, *args, **kwargs):
                super().__init__("LSTM", *args, **kwargs)

            def _cell(self, given, state, weights):
                i, f, g, o = (given + F.linear(state[0], weights[1], weights[3])).chunk(4, -1)
                c = f.sigmoid() * state[1] + i.sigmoid() * g.tanh()
                h = o.sigmoid() * c.tanh()
                if weights[4] is not None:
                    h = F.linear(h, weights[4])
                return h, c

            def forward(self, input, hx=None):
                return self._forward(input, hx, "LSTM")


        class GRU(RNNBase):
            """Gated recurrent units."""

            _gates = 3

            def __init__(self, *args, **kwargs):
                if "proj_size" in kwargs:
                    raise ValueError(
                        "proj_size argument is only supported for LSTM, not RNN or GRU"
                    )
                super().__init__("GRU", *args, **kwargs)

            def _cell(self, given, state, weights):
                return (_gru(given, F.linear(state[0], weights[1], weights[3]), state[0]),)

            def forward(self, input, hx=None):
                return self._forward(input, hx, "GRU")


        def _gru(given, hidden, h):
            (gr, gz, gn), (hr, hz, hn) = given.chunk(3, -1), hidden.chunk(3, -1)
            r, z = (gr + hr).sigmoid(), (gz + hz).sigmoid()
            n = (gn + r * hn).tanh()
            return (h - n) * z + n
        """#
}
