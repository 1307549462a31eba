extension PythonSources {
    /// `io`: files that are only in memory, for `torch.save` and for text.
    static let memoryFiles = #"""
        class _MemoryFile:
            """What both kinds of files in memory share."""

            def __init__(self, initial, empty):
                self._data = initial
                self._empty = empty
                self._place = 0
                self.closed = False

            def _check(self):
                if self.closed:
                    raise ValueError("I/O operation on closed file.")

            def read(self, size=-1, /):
                self._check()
                end = len(self._data) if size is None or size < 0 else self._place + size
                part = self._data[self._place:end]
                self._place += len(part)
                return part

            def write(self, data, /):
                self._check()
                if self._place > len(self._data):
                    self._data += self._filler * (self._place - len(self._data))
                self._data = self._data[:self._place] + data + self._data[self._place + len(data):]
                self._place += len(data)
                return len(data)

            def readline(self, size=-1, /):
                self._check()
                end = self._data.find(self._newline, self._place) + 1
                if end == 0:
                    end = len(self._data)
                if size is not None and size >= 0:
                    end = min(end, self._place + size)
                part = self._data[self._place:end]
                self._place += len(part)
                return part

            def readlines(self, hint=-1, /):
                return list(self)

            def writelines(self, lines, /):
                for line in lines:
                    self.write(line)

            def __iter__(self):
                return self

            def __next__(self):
                line = self.readline()
                if not line:
                    raise StopIteration
                return line

            def getvalue(self):
                self._check()
                return self._data

            def seek(self, offset, whence=0, /):
                self._check()
                start = (0, self._place, len(self._data))[whence]
                if start + offset < 0:
                    raise ValueError(f"negative seek value {offset}")
                self._place = start + offset
                return self._place

            def tell(self):
                self._check()
                return self._place

            def truncate(self, size=None, /):
                self._check()
                size = self._place if size is None else size
                self._data = self._data[:size]
                return size

            def flush(self):
                self._check()

            def readable(self):
                return True

            def writable(self):
                return True

            def seekable(self):
                return True

            def close(self):
                self.closed = True
                self._data = self._empty

            def __enter__(self):
                self._check()
                return self

            def __exit__(self, exc_type, exc_value, traceback):
                self.close()


        class BytesIO(_MemoryFile):
            """Bytes in memory that are read and written like a file."""

            _filler = b"\0"
            _newline = b"\n"

            def __init__(self, initial_bytes=b""):
                if not isinstance(initial_bytes, bytes):
                    raise TypeError(
                        f"a bytes-like object is required, not '{type(initial_bytes).__name__}'"
                    )
                super().__init__(initial_bytes, b"")

            def write(self, b, /):
                if not isinstance(b, bytes):
                    raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
                return super().write(b)


        class StringIO(_MemoryFile):
            """Text in memory that is read and written like a file."""

            _filler = "\0"
            _newline = "\n"

            def __init__(self, initial_value="", newline="\n"):
                if initial_value is None:
                    initial_value = ""
                if not isinstance(initial_value, str):
                    raise TypeError(
                        f"initial_value must be str or None, not {type(initial_value).__name__}"
                    )
                super().__init__(initial_value, "")

            def write(self, s, /):
                if not isinstance(s, str):
                    raise TypeError(f"string argument expected, got '{type(s).__name__}'")
                return super().write(s)
        """#
}
