extension PythonSources {
    /// The methods of `torch.nn.Module` that find what is in it.
    static let moduleWalks = #"""
        import torch


        class ModuleWalks:
            def get_submodule(self, target):
                """The module at a dotted path."""
                module = self
                for name in target.split(".") if target else []:
                    if not hasattr(module, name):
                        raise AttributeError(f"{module._get_name()} has no attribute `{name}`")
                    module = getattr(module, name)
                    if not isinstance(module, torch.nn.Module):
                        raise AttributeError(f"`{name}` is not an nn.Module")
                return module

            def set_submodule(self, target, module, strict=False):
                """Replaces the module at a dotted path."""
                if target == "":
                    raise ValueError("Cannot set the submodule without a target name!")
                if not isinstance(module, torch.nn.Module):
                    raise ValueError(f"`module` is not an nn.Module, found {type(module)}")
                path, _, name = target.rpartition(".")
                parent = self.get_submodule(path)
                if strict and not hasattr(parent, name):
                    raise AttributeError(f"{parent._get_name()} has no attribute `{name}`")
                if hasattr(parent, name):
                    if not isinstance(getattr(parent, name), torch.nn.Module):
                        raise AttributeError(f"`{name}` is not an nn.Module")
                setattr(parent, name, module)

            def _get_member(self, target):
                path, _, name = target.rpartition(".")
                module = self.get_submodule(path)
                if not hasattr(module, name):
                    raise AttributeError(f"{module._get_name()} has no attribute `{name}`")
                return module, name, getattr(module, name)

            def get_parameter(self, target):
                """The parameter at a dotted path."""
                _, name, value = self._get_member(target)
                if not isinstance(value, torch.nn.Parameter):
                    raise AttributeError(f"`{name}` is not an nn.Parameter")
                return value

            def get_buffer(self, target):
                """The buffer at a dotted path."""
                module, name, value = self._get_member(target)
                if name not in module._buffers:
                    raise AttributeError(f"`{name}` is not a buffer")
                return value

            def named_modules(self, memo=None, prefix="", remove_duplicate=True):
                """This module and all below it with their paths."""
                if memo is None:
                    memo = set()
                if self in memo:
                    return
                if remove_duplicate:
                    memo.add(self)
                yield prefix, self
                for name, module in self._modules.items():
                    if module is not None:
                        path = prefix + ("." if prefix else "") + name
                        yield from module.named_modules(memo, path, remove_duplicate)

            def modules(self, remove_duplicate=True):
                """This module and all below it."""
                for _, module in self.named_modules(remove_duplicate=remove_duplicate):
                    yield module

            def named_children(self):
                """The direct children with their names."""
                seen = set()
                for name, module in self._modules.items():
                    if module is not None and module not in seen:
                        seen.add(module)
                        yield name, module

            def children(self):
                """The direct children."""
                for _, module in self.named_children():
                    yield module

            def _named_members(self, members, prefix="", recurse=True, remove_duplicate=True):
                seen = set()
                if recurse:
                    modules = self.named_modules(prefix=prefix, remove_duplicate=remove_duplicate)
                else:
                    modules = [(prefix, self)]
                for path, module in modules:
                    for name, value in members(module):
                        if value is None or value in seen:
                            continue
                        if remove_duplicate:
                            seen.add(value)
                        yield path + ("." if path else "") + name, value

            def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
                """The parameters with their paths."""
                yield from self._named_members(
                    lambda module: module._parameters.items(), prefix, recurse, remove_duplicate
                )

            def parameters(self, recurse=True):
                """The parameters, as an optimizer wants them."""
                for _, parameter in self.named_parameters(recurse=recurse):
                    yield parameter

            def named_buffers(self, prefix="", recurse=True, remove_duplicate=True):
                """The buffers with their paths."""
                yield from self._named_members(
                    lambda module: module._buffers.items(), prefix, recurse, remove_duplicate
                )

            def buffers(self, recurse=True):
                """The buffers."""
                for _, buffer in self.named_buffers(recurse=recurse):
                    yield buffer
        """#
}
