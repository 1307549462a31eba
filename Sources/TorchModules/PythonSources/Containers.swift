extension PythonSources {
    /// `torch.nn`: containers.
    static let containers = #"""
        import itertools
        import operator
        from collections import OrderedDict

        from torch.nn import Module


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
                if index < 0:
                    index += n
                for i in range(n, index, -1):
                    self._modules[str(i)] = self._modules[str(i - 1)]
                self._modules[str(index)] = module
                return self

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
                kind = "ParametersDict" if kind == "ParameterDict" else kind
                raise TypeError(
                    f"{kind}.update should be called with an "
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
        """#

    /// `torch.nn.DataParallel`: what it is on a machine without other devices.
    static let dataParallel = #"""
        from torch.nn import Module


        class DataParallel(Module):
            """A module whose batches several devices would share; here the CPU has all of them."""

            __module__ = "torch.nn.parallel.data_parallel"

            def __init__(self, module, device_ids=None, output_device=None, dim=0):
                super().__init__()
                self.module = module
                self.device_ids = []

            def forward(self, *inputs, **kwargs):
                return self.module(*inputs, **kwargs)
        """#
}
