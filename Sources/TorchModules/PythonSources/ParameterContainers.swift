extension PythonSources {
    /// `torch.nn`: containers of parameters.
    static let parameterContainers = #"""
        import operator
        from collections import OrderedDict

        import torch
        from torch import Tensor
        from torch.nn import Module, Parameter, _pairs


        class Buffer:
            """A tensor that a module registers as a buffer when it is assigned."""

            __module__ = "torch.nn.parameter"

            def __new__(cls, data=None, *, persistent=True):
                made = torch.empty(0) if data is None else data.detach()
                made.requires_grad_(False if data is None else data.requires_grad)
                made._is_buffer = True
                made.persistent = persistent
                made._persistent_buffer = persistent
                return made


        class ParameterList(Module):
            """A list of parameters that the module knows as its own."""

            def __init__(self, values=None):
                super().__init__()
                self._size = 0
                if values is not None:
                    self.extend(values)

            def _name_at(self, idx):
                idx = operator.index(idx)
                if not -self._size <= idx < self._size:
                    raise IndexError(f"index {idx} is out of range")
                return str(idx + self._size if idx < 0 else idx)

            def __getitem__(self, idx):
                if isinstance(idx, slice):
                    return type(self)([self[i] for i in range(*idx.indices(self._size))])
                return getattr(self, self._name_at(idx))

            def __setitem__(self, idx, param):
                if isinstance(param, Tensor) and not isinstance(param, Parameter):
                    param = Parameter(param)
                setattr(self, self._name_at(idx), param)

            def __len__(self):
                return self._size

            def __iter__(self):
                return iter([self[i] for i in range(self._size)])

            def __iadd__(self, parameters):
                return self.extend(parameters)

            def append(self, value):
                """Adds a parameter at the end."""
                self._size += 1
                self[self._size - 1] = value
                return self

            def extend(self, values):
                """Adds parameters at the end."""
                if isinstance(values, Tensor) or not hasattr(values, "__iter__"):
                    raise TypeError(
                        "ParameterList.extend should be called with an iterable, but got "
                        + type(values).__name__
                    )
                for value in values:
                    self.append(value)
                return self

            def extra_repr(self):
                lines = []
                for i, p in enumerate(self):
                    if isinstance(p, Tensor):
                        size = "x".join(str(n) for n in p.size())
                        kind = "Parameter" if isinstance(p, Parameter) else "Tensor"
                        lines.append(f"  ({i}): {kind} containing: [{p.dtype} of size {size}]")
                    else:
                        lines.append(f"  ({i}): Object of type: {type(p).__name__}")
                return "\n".join(lines)

            def __call__(self, *args, **kwargs):
                raise RuntimeError("ParameterList should not be called.")


        class ParameterDict(Module):
            """A dictionary of parameters that the module knows as its own."""

            def __init__(self, parameters=None):
                super().__init__()
                self._keys = {}
                if parameters is not None:
                    self.update(parameters)

            def _name(self, key):
                if not isinstance(key, str):
                    raise TypeError(
                        "Index given to ParameterDict cannot be used as a key as it is not a string "
                        f"(type is '{type(key).__name__}'). Open an issue on github if you need "
                        "non-string keys."
                    )
                return key

            def __getitem__(self, key):
                return getattr(self, self._name(key))

            def __setitem__(self, key, value):
                name = self._name(key)
                self._keys[key] = None
                if isinstance(value, Tensor) and not isinstance(value, Parameter):
                    value = Parameter(value)
                setattr(self, name, value)

            def __delitem__(self, key):
                name = self._name(key)
                del self._keys[key]
                delattr(self, name)

            def __len__(self):
                return len(self._keys)

            def __iter__(self):
                return iter(self._keys)

            def __reversed__(self):
                return reversed(list(self._keys))

            def __contains__(self, key):
                return key in self._keys

            def copy(self):
                """Another dictionary of the same parameters."""
                return ParameterDict(OrderedDict((key, self[key]) for key in self._keys))

            def setdefault(self, key, default=None):
                """The value at key, which default becomes if there is none."""
                if key not in self:
                    self[key] = default
                return self[key]

            def clear(self):
                """Forgets all parameters."""
                for key in list(self._keys):
                    del self[key]

            def pop(self, key):
                """Takes a parameter out."""
                value = self[key]
                del self[key]
                return value

            def popitem(self):
                """Takes the last parameter out."""
                key = list(self._keys)[-1]
                return key, self.pop(key)

            def get(self, key, default=None):
                """The parameter at key, or default."""
                return self[key] if key in self else default

            def fromkeys(self, keys, default=None):
                """A dictionary with these keys."""
                return ParameterDict((key, default) for key in keys)

            def keys(self):
                """The names."""
                return self._keys.keys()

            def items(self):
                """Names and parameters."""
                return ((key, self[key]) for key in self._keys)

            def values(self):
                """The parameters."""
                return (self[key] for key in self._keys)

            def update(self, parameters):
                """Adds the parameters of another dictionary or of pairs."""
                pairs = _pairs("ParameterDict", parameters)
                # As PyTorch does: a plain dictionary's come in the order of their names.
                if isinstance(parameters, dict) and not isinstance(parameters, OrderedDict):
                    pairs.sort()
                for key, value in pairs:
                    self[key] = value

            def __or__(self, other):
                joined = self.copy()
                joined.update(other)
                return joined

            def __ror__(self, other):
                joined = other.copy()
                joined.update(self)
                return joined

            def __ior__(self, other):
                self.update(other)
                return self

            def extra_repr(self):
                lines = []
                for key, value in self.items():
                    if isinstance(value, Tensor):
                        size = "x".join(str(n) for n in value.size())
                        kind = "Parameter" if isinstance(value, Parameter) else "Tensor"
                        lines.append(f"  ({key}): {kind} containing: [{torch.typename(value)} of size {size}]")
                    else:
                        lines.append(f"  ({key}): Object of type: {type(value).__name__}")
                return "\n".join(lines)

            def __call__(self, input):
                raise RuntimeError("ParameterDict should not be called.")
        """#
}
