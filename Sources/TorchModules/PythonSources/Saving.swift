extension PythonSources {
    /// `torch.save` and `torch.load`.
    static let saving = #"""
        import copy

        _saved = {}


        def save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True):
            """Keeps a copy of an object under a name, for load; in memory, as cells have no files."""
            if hasattr(f, "write"):
                # What is written stands for the copy, which the file holds.
                place = f.tell()
                f.write(b"cnnlab")
                kept = getattr(f, "_kept", None)
                if kept is None:
                    f._kept = kept = {}
                kept[place] = copy.deepcopy(obj)
                return
            _saved[str(f)] = copy.deepcopy(obj)


        def load(
            f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args
        ):
            """A copy of what save kept under a name in this session."""
            if hasattr(f, "read"):
                place = f.tell()
                if not f.read(6):
                    raise EOFError("Ran out of input")
                kept = getattr(f, "_kept", {})
                if place not in kept:
                    raise RuntimeError("the file holds nothing that torch.save has written")
                return copy.deepcopy(kept[place])
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
