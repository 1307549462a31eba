extension PythonSources {
    /// `torch.save` and `torch.load`.
    static let saving = #"""
        import copy
        import itertools

        import torch

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


        def load(
            f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args
        ):
            """A copy of what save kept under a name in this session."""
            if hasattr(f, "read"):
                place = f.tell()
                written = f.read(16)
                if not written:
                    raise EOFError("Ran out of input")
                kept = getattr(f, "_kept", {})
                if place in kept:
                    return copy.deepcopy(kept[place])
                number = written[6:].decode("ascii", "replace") if written[:6] == b"cnnlab" else ""
                if not number.isdigit() or int(number) not in _latest:
                    raise RuntimeError("the file holds nothing that torch.save has written")
                return copy.deepcopy(_latest[int(number)])
            if str(f) not in _saved:
                raise FileNotFoundError(f"[Errno 2] No such file or directory: {str(f)!r}")
            return copy.deepcopy(_saved[str(f)])
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
