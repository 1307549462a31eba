extension PythonSources {
    /// The methods of `torch.nn.Module` about its state dictionary.
    static let moduleState = #"""
        from collections import OrderedDict, namedtuple

        import torch
        from torch import Tensor
        from torch.nn import Module


        class _IncompatibleKeys(namedtuple("IncompatibleKeys", ["missing_keys", "unexpected_keys"])):
            def __repr__(self):
                if not self.missing_keys and not self.unexpected_keys:
                    return "<All keys matched successfully>"
                return (
                    f"_IncompatibleKeys(missing_keys={self.missing_keys!r}, "
                    f"unexpected_keys={self.unexpected_keys!r})"
                )

            __str__ = __repr__


        class ModuleState:
            def _own_hooks(self, name):
                # Without making the tables that nobody has asked for.
                return self._plain_attributes().get(name, {}).values()

            def register_state_dict_pre_hook(self, hook):
                """hook(module, prefix, keep_vars) runs before state_dict."""
                return self._register(self._state_dict_pre_hooks, hook)

            def register_state_dict_post_hook(self, hook):
                """hook(module, state_dict, prefix, local_metadata) runs after state_dict."""
                return self._register(self._state_dict_hooks, (hook, False))

            def _register_state_dict_hook(self, hook):
                return self._register(self._state_dict_hooks, (hook, True))

            def register_load_state_dict_pre_hook(self, hook):
                """hook(module, state_dict, prefix, …) runs before the module loads its part."""
                return self._register(
                    self._load_state_dict_pre_hooks, lambda *args: hook(self, *args)
                )

            def _register_load_state_dict_pre_hook(self, hook, with_module=False):
                if with_module:
                    return self.register_load_state_dict_pre_hook(hook)
                return self._register(self._load_state_dict_pre_hooks, hook)

            def register_load_state_dict_post_hook(self, hook):
                """hook(module, incompatible_keys) runs after the module has loaded its part."""
                return self._register(self._load_state_dict_post_hooks, hook)

            def get_extra_state(self):
                """What state_dict keeps beside parameters and buffers; for classes that define it."""
                raise RuntimeError(
                    "Reached a code path in Module.get_extra_state() that should never be called. "
                    "Please file an issue at "
                    "https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml to report "
                    "this bug."
                )

            def set_extra_state(self, state):
                """Takes what get_extra_state gave."""
                raise RuntimeError(
                    "Reached a code path in Module.set_extra_state() that should never be called. "
                    "Please file an issue at "
                    "https://github.com/pytorch/pytorch/issues/new?template=bug-report.yml to report "
                    "this bug."
                )

            def _save_to_state_dict(self, destination, prefix, keep_vars):
                for name, value in self._parameters.items():
                    if value is not None:
                        destination[prefix + name] = value if keep_vars else value.detach()
                for name, value in self._buffers.items():
                    if value is not None and name not in self._non_persistent_buffers_set:
                        destination[prefix + name] = value if keep_vars else value.detach()
                if type(self).get_extra_state is not torch.nn.Module.get_extra_state:
                    destination[prefix + "_extra_state"] = self.get_extra_state()

            _version = 1

            def state_dict(self, *args, destination=None, prefix="", keep_vars=False):
                """All parameters and buffers by their paths."""
                if args:
                    given = (*args, *(destination, prefix, keep_vars)[len(args) :])
                    destination, prefix, keep_vars = given[:3]
                if destination is None:
                    destination = OrderedDict()
                    destination._metadata = OrderedDict()
                metadata = dict(version=self._version)
                if hasattr(destination, "_metadata"):
                    destination._metadata[prefix[:-1]] = metadata
                for hook in list(self._own_hooks("_state_dict_pre_hooks")):
                    hook(self, prefix, keep_vars)
                self._save_to_state_dict(destination, prefix, keep_vars)
                for name, module in self._modules.items():
                    if module is not None:
                        module.state_dict(
                            destination=destination, prefix=prefix + name + ".", keep_vars=keep_vars
                        )
                for hook, replaces in list(self._own_hooks("_state_dict_hooks")):
                    result = hook(self, destination, prefix, metadata)
                    if result is not None:
                        if not replaces:
                            raise RuntimeError("state_dict post-hook must return None")
                        destination = result
                return destination

            def _load_from_state_dict(
                self,
                state_dict,
                prefix,
                local_metadata,
                strict,
                missing_keys,
                unexpected_keys,
                error_msgs,
            ):
                for hook in list(self._own_hooks("_load_state_dict_pre_hooks")):
                    hook(
                        state_dict, prefix, local_metadata, strict, missing_keys, unexpected_keys,
                        error_msgs
                    )
                own = {k: v for k, v in self._parameters.items() if v is not None}
                for name, buffer in self._buffers.items():
                    if buffer is not None and name not in self._non_persistent_buffers_set:
                        own[name] = buffer
                for name, target in own.items():
                    key = prefix + name
                    if key not in state_dict:
                        if strict:
                            missing_keys.append(key)
                        continue
                    source = state_dict[key]
                    if not isinstance(source, Tensor):
                        error_msgs.append(
                            f'While copying the parameter named "{key}", expected torch.Tensor or '
                            f"Tensor-like object from checkpoint but received {type(source)}"
                        )
                        continue
                    if len(target.shape) == 0 and tuple(source.shape) == (1,):
                        source = source[0]
                    if source.shape != target.shape:
                        error_msgs.append(
                            f"size mismatch for {key}: copying a param with shape {source.shape} "
                            f"from checkpoint, the shape in current model is {target.shape}."
                        )
                        continue
                    if local_metadata.get("assign_to_params_buffers"):
                        if isinstance(target, torch.nn.Parameter):
                            if isinstance(source, torch.nn.Parameter):
                                source.requires_grad_(target.requires_grad)
                            else:
                                source = torch.nn.Parameter(
                                    source, requires_grad=target.requires_grad
                                )
                        setattr(self, name, source)
                    else:
                        with torch.no_grad():
                            target.copy_(source)
                extra = type(self).set_extra_state is not torch.nn.Module.set_extra_state
                if extra and prefix + "_extra_state" in state_dict:
                    self.set_extra_state(state_dict[prefix + "_extra_state"])
                elif extra and strict:
                    missing_keys.append(prefix + "_extra_state")
                if not strict:
                    return
                for key in state_dict:
                    if not key.startswith(prefix) or (extra and key == prefix + "_extra_state"):
                        continue
                    first, dot, _ = key[len(prefix) :].partition(".")
                    if first not in (self._modules if dot else own):
                        unexpected_keys.append(key)

            def load_state_dict(self, state_dict, strict=True, assign=False):
                """Copies the values of a state dict into the parameters and buffers."""
                if not isinstance(state_dict, dict):
                    raise TypeError(f"Expected state_dict to be dict-like, got {type(state_dict)}.")
                missing, unexpected, errors = [], [], []
                versions = getattr(state_dict, "_metadata", None) or {}

                def load(module, state, prefix):
                    metadata = dict(versions.get(prefix[:-1], {}))
                    if assign:
                        metadata["assign_to_params_buffers"] = True
                    module._load_from_state_dict(
                        state, prefix, metadata, True, missing, unexpected, errors
                    )
                    for name, child in module._modules.items():
                        if child is not None:
                            path = prefix + name + "."
                            below = {k: v for k, v in state.items() if k.startswith(path)}
                            load(child, below, path)
                    for hook in list(module._own_hooks("_load_state_dict_post_hooks")):
                        keys = _IncompatibleKeys(missing, unexpected)
                        if hook(module, keys) is not None:
                            raise AssertionError(
                                "Hooks registered with ``register_load_state_dict_post_hook`` are not "
                                "expected to return new values, if incompatible_keys need to be modified, "
                                "it should be done inplace."
                            )

                load(self, OrderedDict(state_dict), "")
                if strict:
                    lists = (("Unexpected", unexpected), ("Missing", missing))
                    for kind, keys in lists:
                        if keys:
                            quoted = ", ".join(f'"{key}"' for key in keys)
                            errors.insert(0, f"{kind} key(s) in state_dict: {quoted}. ")
                if errors:
                    raise RuntimeError(
                        f"Error(s) in loading state_dict for {type(self).__name__}:\n\t"
                        + "\n\t".join(errors)
                    )
                return _IncompatibleKeys(missing, unexpected)
        """#
}
