// The classes of `collections.abc` in the learner's language: what a subclass has to define, and what it gets for that.
// They are to be inherited from, so each of their methods goes through the special methods of the subclass.

extension VirtualMachine {
    static let abstractClasses = #"""
        def _abstract(function):
            function.__isabstractmethod__ = True
            return function

        class Hashable:
            __slots__ = ()
            @_abstract
            def __hash__(self): return 0

        class Iterable:
            __slots__ = ()
            @_abstract
            def __iter__(self): yield from ()

        class Iterator(Iterable):
            __slots__ = ()
            @_abstract
            def __next__(self): raise StopIteration
            def __iter__(self): return self

        class Reversible(Iterable):
            __slots__ = ()
            @_abstract
            def __reversed__(self): yield from ()

        class Generator(Iterator):
            __slots__ = ()
            def __next__(self): return self.send(None)
            @_abstract
            def send(self, value): raise StopIteration
            @_abstract
            def throw(self, typ, val=None, tb=None):
                if val is None: val = typ() if isinstance(typ, type) else typ
                raise val if tb is None else val.with_traceback(tb)
            def close(self):
                try: self.throw(GeneratorExit)
                except (GeneratorExit, StopIteration): return
                raise RuntimeError('generator ignored GeneratorExit')

        class Sized:
            __slots__ = ()
            @_abstract
            def __len__(self): return 0

        class Container:
            __slots__ = ()
            @_abstract
            def __contains__(self, x): return False

        class Collection(Sized, Iterable, Container):
            __slots__ = ()

        class Callable:
            __slots__ = ()
            @_abstract
            def __call__(self, *args, **kwds): return False

        class Set(Collection):
            __slots__ = ()
            @classmethod
            def _from_iterable(cls, it): return cls(it)
            def __le__(self, other):
                if not isinstance(other, Set): return NotImplemented
                return len(self) <= len(other) and all(item in other for item in self)
            def __lt__(self, other):
                if not isinstance(other, Set): return NotImplemented
                return len(self) < len(other) and self.__le__(other)
            def __ge__(self, other):
                if not isinstance(other, Set): return NotImplemented
                return len(self) >= len(other) and all(item in self for item in other)
            def __gt__(self, other):
                if not isinstance(other, Set): return NotImplemented
                return len(self) > len(other) and self.__ge__(other)
            def __eq__(self, other):
                if not isinstance(other, Set): return NotImplemented
                return len(self) == len(other) and self.__le__(other)
            def __and__(self, other):
                if not isinstance(other, Iterable): return NotImplemented
                return self._from_iterable(item for item in other if item in self)
            __rand__ = __and__
            def isdisjoint(self, other): return not any(item in self for item in other)
            def __or__(self, other):
                if not isinstance(other, Iterable): return NotImplemented
                return self._from_iterable(item for part in (self, other) for item in part)
            __ror__ = __or__
            def __sub__(self, other):
                if not isinstance(other, Set):
                    if not isinstance(other, Iterable): return NotImplemented
                    other = self._from_iterable(other)
                return self._from_iterable(item for item in self if item not in other)
            def __rsub__(self, other):
                if not isinstance(other, Set):
                    if not isinstance(other, Iterable): return NotImplemented
                    other = self._from_iterable(other)
                return self._from_iterable(item for item in other if item not in self)
            def __xor__(self, other):
                if not isinstance(other, Set):
                    if not isinstance(other, Iterable): return NotImplemented
                    other = self._from_iterable(other)
                return (self - other) | (other - self)
            __rxor__ = __xor__
            def _hash(self): return hash(frozenset(self))

        class MutableSet(Set):
            __slots__ = ()
            @_abstract
            def add(self, value): raise NotImplementedError
            @_abstract
            def discard(self, value): raise NotImplementedError
            def remove(self, value):
                if value not in self: raise KeyError(value)
                self.discard(value)
            def pop(self):
                for value in self: break
                else: raise KeyError from None
                self.discard(value)
                return value
            def clear(self):
                try:
                    while True: self.pop()
                except KeyError: pass
            def __ior__(self, it):
                for value in it: self.add(value)
                return self
            def __iand__(self, it):
                for value in (self - it): self.discard(value)
                return self
            def __ixor__(self, it):
                if it is self: self.clear()
                else:
                    for value in (it if isinstance(it, Set) else self._from_iterable(it)):
                        if value in self: self.discard(value)
                        else: self.add(value)
                return self
            def __isub__(self, it):
                if it is self: self.clear()
                else:
                    for value in it: self.discard(value)
                return self

        class Mapping(Collection):
            __slots__ = ()
            @_abstract
            def __getitem__(self, key): raise KeyError
            def get(self, key, default=None):
                try: return self[key]
                except KeyError: return default
            def __contains__(self, key):
                try: self[key]
                except KeyError: return False
                return True
            def keys(self): return KeysView(self)
            def items(self): return ItemsView(self)
            def values(self): return ValuesView(self)
            def __eq__(self, other):
                if not isinstance(other, Mapping): return NotImplemented
                return dict(self.items()) == dict(other.items())
            __reversed__ = None

        class MappingView(Sized):
            __slots__ = ('_mapping',)
            def __init__(self, mapping): self._mapping = mapping
            def __len__(self): return len(self._mapping)
            def __repr__(self): return f'{self.__class__.__name__}({self._mapping!r})'

        class KeysView(MappingView, Set):
            __slots__ = ()
            @classmethod
            def _from_iterable(cls, it): return set(it)
            def __contains__(self, key): return key in self._mapping
            def __iter__(self): yield from self._mapping

        class ItemsView(MappingView, Set):
            __slots__ = ()
            @classmethod
            def _from_iterable(cls, it): return set(it)
            def __contains__(self, item):
                key, value = item
                try: found = self._mapping[key]
                except KeyError: return False
                return found is value or found == value
            def __iter__(self):
                for key in self._mapping: yield key, self._mapping[key]

        class ValuesView(MappingView, Collection):
            __slots__ = ()
            def __contains__(self, value):
                return any(found is value or found == value for found in self)
            def __iter__(self):
                for key in self._mapping: yield self._mapping[key]

        class MutableMapping(Mapping):
            __slots__ = ()
            @_abstract
            def __setitem__(self, key, value): raise KeyError
            @_abstract
            def __delitem__(self, key): raise KeyError
            def pop(self, key, default=_missing):
                try: value = self[key]
                except KeyError:
                    if default is _missing: raise
                    return default
                del self[key]
                return value
            def popitem(self):
                for key in self: break
                else: raise KeyError from None
                value = self[key]
                del self[key]
                return key, value
            def clear(self):
                try:
                    while True: self.popitem()
                except KeyError: pass
            def update(self, other=(), /, **kwds):
                if isinstance(other, Mapping):
                    for key in other: self[key] = other[key]
                elif hasattr(other, 'keys'):
                    for key in other.keys(): self[key] = other[key]
                else:
                    for key, value in other: self[key] = value
                for key, value in kwds.items(): self[key] = value
            def setdefault(self, key, default=None):
                try: return self[key]
                except KeyError: self[key] = default
                return default

        class Sequence(Reversible, Collection):
            __slots__ = ()
            @_abstract
            def __getitem__(self, index): raise IndexError
            def __iter__(self):
                index = 0
                try:
                    while True:
                        yield self[index]
                        index += 1
                except IndexError: return
            def __contains__(self, value):
                return any(item is value or item == value for item in self)
            def __reversed__(self):
                for index in reversed(range(len(self))): yield self[index]
            def index(self, value, start=0, stop=None):
                if start is not None and start < 0: start = max(len(self) + start, 0)
                if stop is not None and stop < 0: stop += len(self)
                index = start
                while stop is None or index < stop:
                    try: item = self[index]
                    except IndexError: break
                    if item is value or item == value: return index
                    index += 1
                raise ValueError
            def count(self, value): return sum(1 for item in self if item is value or item == value)

        class ByteString(Sequence):
            __slots__ = ()

        class MutableSequence(Sequence):
            __slots__ = ()
            @_abstract
            def __setitem__(self, index, value): raise IndexError
            @_abstract
            def __delitem__(self, index): raise IndexError
            @_abstract
            def insert(self, index, value): raise IndexError
            def append(self, value): self.insert(len(self), value)
            def clear(self):
                try:
                    while True: self.pop()
                except IndexError: pass
            def reverse(self):
                count = len(self)
                for index in range(count // 2):
                    last = count - index - 1
                    self[index], self[last] = self[last], self[index]
            def extend(self, values):
                for value in (list(values) if values is self else values): self.append(value)
            def pop(self, index=-1):
                value = self[index]
                del self[index]
                return value
            def remove(self, value): del self[self.index(value)]
            def __iadd__(self, values):
                self.extend(values)
                return self
        """#
}
