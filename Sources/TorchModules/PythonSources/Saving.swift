extension PythonSources {
    /// `torch.save` and `torch.load`.
    static let saving = #"""
        import collections
        import copy
        import itertools

        import torch


        class PickleError(Exception):
            __module__ = "_pickle"


        class UnpicklingError(PickleError):
            __module__ = "_pickle"


        # What a file may hold that is loaded with weights_only.
        _allowed = {
            bool, bytes, collections.Counter, collections.OrderedDict, dict, float, int, list, set, str, torch.Size,
            torch.Tensor, torch.device, torch.dtype, torch.layout, tuple, type(None),
        }

        _saved = {}
        _latest = {}
        _numbers = itertools.count()


        def _copy(obj):
            # A result in a checkpoint is kept as a leaf: its graph is not saved.
            memo = {}
            held = []
            seen = set()
            waiting = [obj]
            while waiting:
                part = waiting.pop()
                if isinstance(part, torch.Tensor):
                    if not part.is_leaf:
                        apart = part.detach()
                        # As long as the memo is in use, no other object may have its id.
                        held.append(apart)
                        leaf = copy.deepcopy(apart, memo)
                        memo[id(part)] = leaf.requires_grad_(part.requires_grad)
                elif isinstance(part, (dict, list, tuple)) and id(part) not in seen:
                    seen.add(id(part))
                    waiting.extend(part.values() if isinstance(part, dict) else part)
            return copy.deepcopy(obj, memo)


        def save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True):
            """Keeps a copy of an object under a name, for load; in memory, as cells have no files."""
            if hasattr(f, "write"):
                # What is written stands for the copy, which the file holds. The latest copies are found by
                # their numbers, too: another file may be made of the same bytes.
                place = f.tell()
                number = next(_numbers)
                f.write(b"cnnlab" + str(number).rjust(10, "0").encode())
                kept = getattr(f, "_kept", None)
                if kept is None:
                    f._kept = kept = {}
                kept[place] = _latest[number] = _copy(obj)
                if len(_latest) > 16:
                    del _latest[next(iter(_latest))]
                return
            _saved[str(f)] = _copy(obj)


        def add_safe_globals(safe_globals):
            """Lets load with weights_only take objects of these types too."""
            _allowed.update(safe_globals)


        class safe_globals:
            """Lets load take objects of these types inside a `with`."""

            def __init__(self, safe_globals):
                self._added = set(safe_globals) - _allowed

            def __enter__(self):
                _allowed.update(self._added)

            def __exit__(self, *error):
                _allowed.difference_update(self._added)


        def _check(obj):
            _allowed.add(torch.nn.Parameter)
            seen = set()
            waiting = [obj]
            while waiting:
                part = waiting.pop()
                kind = type(part)
                if kind not in _allowed:
                    named = part if isinstance(part, type) or kind is type(len) else kind
                    if named in _allowed:
                        continue
                    module = "" if named.__module__ == "builtins" else named.__module__ + "."
                    _refuse(module + named.__qualname__)
                if isinstance(part, (dict, list, tuple, set)) and id(part) not in seen:
                    seen.add(id(part))
                    if isinstance(part, dict):
                        waiting.extend(reversed(part.values()))
                    waiting.extend(reversed([*part]))


        def _refuse(name):
            raise UnpicklingError(
                "Weights only load failed. This file can still be loaded, to do so you have two options, "
                "\x1b[1mdo those steps only if you trust the source of the checkpoint\x1b[0m. \n"
                "\t(1) In PyTorch 2.6, we changed the default value of the `weights_only` argument in `torch.load` from "
                "`False` to `True`. Re-running `torch.load` with `weights_only` set to `False` will likely succeed, but it "
                "can result in arbitrary code execution. Do it only if you got the file from a trusted source.\n"
                "\t(2) Alternatively, to load with `weights_only=True` please check the recommended steps in the following "
                "error message.\n"
                f"\tWeightsUnpickler error: Unsupported global: GLOBAL {name} was not an allowed global by default. Please "
                f"use `torch.serialization.add_safe_globals([{name}])` or the `torch.serialization.safe_globals([{name}])` "
                "context manager to allowlist this global if you trust this class/function.\n\n"
                "Check the documentation of torch.load to learn more about types accepted by default with weights_only "
                "https://pytorch.org/docs/stable/generated/torch.load.html."
            )


        def load(
            f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args
        ):
            """A copy of what save kept under a name in this session."""
            obj = _found(f)
            if weights_only is None or weights_only:
                _check(obj)
            return copy.deepcopy(obj)


        def _found(f):
            if hasattr(f, "read"):
                place = f.tell()
                written = f.read(16)
                if not written:
                    raise EOFError("Ran out of input")
                kept = getattr(f, "_kept", {})
                if place in kept:
                    return kept[place]
                number = written[6:].decode("ascii", "replace") if written[:6] == b"cnnlab" else ""
                if not number.isdigit() or int(number) not in _latest:
                    raise RuntimeError("the file holds nothing that torch.save has written")
                return _latest[int(number)]
            if str(f) not in _saved:
                raise FileNotFoundError(f"[Errno 2] No such file or directory: {str(f)!r}")
            return _saved[str(f)]
        """#

    /// `torch._dynamo`: what `torch.compile` makes of a module.
    static let compiledModules = #"""
        from torch.nn import Module


        class OptimizedModule(Module):
            """A module under the name that PyTorch's compiler gives it; there is nothing to make faster."""

            __module__ = "torch._dynamo.eval_frame"

            def __init__(self, mod):
                super().__init__()
                self._orig_mod = mod
                self.training = mod.training

            def forward(self, *args, **kwargs):
                return self._orig_mod(*args, **kwargs)

            def __getattr__(self, name):
                if name == "_orig_mod":
                    return self._modules["_orig_mod"]
                return getattr(self._orig_mod, name)
        """#
}
