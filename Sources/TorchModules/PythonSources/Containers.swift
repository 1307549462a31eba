extension PythonSources {
    /// `torch.nn`: containers.
    static let containers = #"""
        import itertools
        import operator
        from collections import OrderedDict

        import torch
        from torch import Tensor
        from torch.nn import Module, Parameter


        class Sequential(Module):
            """Modules one after the other."""

            def __init__(self, *args):
                super().__init__()
                if len(args) == 1 and isinstance(args[0], OrderedDict):
                    for name, module in args[0].items():
                        self.add_module(name, module)
                else:
                    for i, module in enumerate(args):
                        self.add_module(str(i), module)

            def _name_at(self, idx):
                names = list(self._modules)
                idx = operator.index(idx)
                if not -len(names) <= idx < len(names):
                    raise IndexError(f"index {idx} is out of range")
                return names[idx]

            def __getitem__(self, idx):
                if isinstance(idx, slice):
                    return type(self)(OrderedDict(list(self._modules.items())[idx]))
                return self._modules[self._name_at(idx)]

            def __setitem__(self, idx, module):
                setattr(self, self._name_at(idx), module)

            def __delitem__(self, idx):
                names = list(self._modules)[idx] if isinstance(idx, slice) else [self._name_at(idx)]
                for name in names:
                    del self._modules[name]
                self._renumber()

            def _renumber(self):
                modules = list(self._modules.values())
                self._modules.clear()
                for i, module in enumerate(modules):
                    self._modules[str(i)] = module

            def __len__(self):
                return len(self._modules)

            def __iter__(self):
                return iter(self._modules.values())

            def _check_sequential(self, other):
                if not isinstance(other, Sequential):
                    raise ValueError(
                        "add operator supports only objects of Sequential class, "
                        f"but {type(other)} is given."
                    )

            def __add__(self, other):
                self._check_sequential(other)
                return Sequential().extend(self).extend(other)

            def __iadd__(self, other):
                self._check_sequential(other)
                return self.extend(list(other))

            def __mul__(self, other):
                if not isinstance(other, int):
                    raise TypeError(
                        f"unsupported operand type(s) for *: {type(self)} and {type(other)}"
                    )
                if other <= 0:
                    raise ValueError(
                        f"Non-positive multiplication factor {other} for {type(self)}"
                    )
                return Sequential().extend(list(self) * other)

            def __rmul__(self, other):
                return self * other

            def forward(self, input):
                for module in self._modules.values():
                    input = module(input)
                return input

            def append(self, module):
                """Adds a module at the end."""
                self.add_module(str(len(self)), module)
                return self

            def insert(self, index, module):
                """Adds a module before the one at index."""
                if not isinstance(module, Module):
                    raise AssertionError(f"module should be of type: {Module}")
                n = len(self)
                if not -n <= index <= n:
                    raise IndexError(f"Index out of range: {index}")
                modules = list(self)
                modules.insert(index + n if index < 0 else index, module)
                self._modules.clear()
                return self.extend(modules)

            def extend(self, sequential):
                """Adds modules at the end."""
                for module in sequential:
                    self.append(module)
                return self

            def pop(self, key):
                """Takes a module out."""
                module = self[key]
                del self[key]
                return module


        class ModuleList(Module):
            """A list of modules that the module knows as its children."""

            def __init__(self, modules=None):
                super().__init__()
                if modules is not None:
                    self.extend(modules)

            def _name_at(self, idx):
                idx = operator.index(idx)
                if not -len(self) <= idx < len(self):
                    raise IndexError(f"index {idx} is out of range")
                return str(idx + len(self) if idx < 0 else idx)

            def __getitem__(self, idx):
                if isinstance(idx, slice):
                    return type(self)(list(self._modules.values())[idx])
                return self._modules[self._name_at(idx)]

            def __setitem__(self, idx, module):
                setattr(self, self._name_at(idx), module)

            def __delitem__(self, idx):
                modules = list(self)
                del modules[idx]
                self._replace(modules)

            def _replace(self, modules):
                self._modules.clear()
                for i, module in enumerate(modules):
                    self.add_module(str(i), module)

            def __len__(self):
                return len(self._modules)

            def __iter__(self):
                return iter(self._modules.values())

            def __iadd__(self, modules):
                return self.extend(modules)

            def __add__(self, other):
                return ModuleList(itertools.chain(self, other))

            def __repr__(self):
                runs = []
                for i, text in enumerate(repr(module) for module in self):
                    if runs and runs[-1][2] == text:
                        runs[-1][1] = i
                    else:
                        runs.append([i, i, text])
                if not runs:
                    return self._get_name() + "()"
                lines = []
                for first, last, text in runs:
                    if first == last:
                        line = f"({first}): {text}"
                    else:
                        line = f"({first}-{last}): {last - first + 1} x {text}"
                    lines.append(line.replace("\n", "\n  "))
                return self._get_name() + "(\n  " + "\n  ".join(lines) + "\n)"

            def insert(self, index, module):
                """Adds a module before the one at index."""
                modules = list(self)
                modules.insert(index, module)
                self._replace(modules)

            def append(self, module):
                """Adds a module at the end."""
                self.add_module(str(len(self)), module)
                return self

            def pop(self, key):
                """Takes a module out."""
                module = self[key]
                del self[key]
                return module

            def extend(self, modules):
                """Adds modules at the end."""
                if not hasattr(modules, "__iter__"):
                    raise TypeError(
                        "ModuleList.extend should be called with an iterable, but got "
                        + type(modules).__name__
                    )
                for module in list(modules):
                    self.append(module)
                return self


        class ModuleDict(Module):
            """A dictionary of modules that the module knows as its children."""

            def __init__(self, modules=None):
                super().__init__()
                if modules is not None:
                    self.update(modules)

            def __getitem__(self, key):
                return self._modules[key]

            def __setitem__(self, key, module):
                self.add_module(key, module)

            def __delitem__(self, key):
                del self._modules[key]

            def __len__(self):
                return len(self._modules)

            def __iter__(self):
                return iter(self._modules)

            def __contains__(self, key):
                return key in self._modules

            def clear(self):
                """Forgets all modules."""
                self._modules.clear()

            def pop(self, key):
                """Takes a module out."""
                return self._modules.pop(key)

            def keys(self):
                """The names."""
                return self._modules.keys()

            def items(self):
                """Names and modules."""
                return self._modules.items()

            def values(self):
                """The modules."""
                return self._modules.values()

            def update(self, modules):
                """Adds the modules of another dictionary or of pairs."""
                for key, module in _pairs("ModuleDict", modules):
                    self[key] = module


        def _pairs(kind, given):
            """The entries of a mapping or of an iterable of pairs, checked."""
            if hasattr(given, "items"):
                return list(given.items())
            if not hasattr(given, "__iter__"):
                raise TypeError(
                    f"{kind}{'s' if kind == 'ParametersDict' else ''}.update should be called with an "
                    f"iterable of key/value pairs, but got {type(given).__name__}"
                )
            result = []
            for i, pair in enumerate(given):
                if not hasattr(pair, "__iter__"):
                    raise TypeError(
                        f"{kind} update sequence element #{i} should be Iterable; is{type(pair).__name__}"
                    )
                if len(pair) != 2:
                    raise ValueError(
                        f"{kind} update sequence element #{i} has length {len(pair)}; 2 is required"
                    )
                result.append(tuple(pair))
            return result


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
                for key, value in _pairs("ParameterDict", parameters):
                    self[key] = value

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
