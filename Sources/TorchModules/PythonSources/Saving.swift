extension PythonSources {
    /// `torch.save` and `torch.load`.
    static let saving = #"""
        import copy

        _saved = {}


        def save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True):
            """Keeps a copy of an object under a name, for load; in memory, as cells have no files."""
            _saved[str(f)] = copy.deepcopy(obj)


        def load(
            f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args
        ):
            """A copy of what save kept under a name in this session."""
            if str(f) not in _saved:
                raise FileNotFoundError(f"[Errno 2] No such file or directory: {str(f)!r}")
            return copy.deepcopy(_saved[str(f)])
        """#
}
