// `UserDict`, `UserList` and `UserString` are there to be inherited from: each of their methods goes through the special
// methods that a subclass may define. So they are written in the learner's language itself.

extension VirtualMachine {
    /// Adds the classes to `collections`.
    func addUserCollections(to module: ModuleObject) throws {
        let globals = makeGlobals(name: "collections")
        _ = try run(
            source: Self.userCollections, filename: Self.standardLibrary, mode: .module,
            globals: globals)
        for entry in globals.entries {
            guard let type = entry.value.type, !entry.name.swiftString.hasPrefix("_") else {
                continue
            }
            type.isFrozen = true
            module.namespace[entry.name] = entry.value
        }
    }

    /// The file name of what the lab itself has in the learner's language; tracebacks do not go into it.
    static let standardLibrary = "<standard library>"

    private static let userCollections = #"""
        class _User:
            def __repr__(self): return repr(self.data)
            def __len__(self): return len(self.data)
            def __contains__(self, item): return item in self.data

        class UserDict(_User):
            def __init__(self, dict=None, /, **kwargs):
                self.data = {}
                if dict is not None: self.update(dict)
                if kwargs: self.update(kwargs)
            def __getitem__(self, key):
                if key in self.data: return self.data[key]
                if hasattr(self.__class__, '__missing__'):
                    return self.__class__.__missing__(self, key)
                raise KeyError(key)
            def __setitem__(self, key, item): self.data[key] = item
            def __delitem__(self, key): del self.data[key]
            def __iter__(self): return iter(self.data)
            def __eq__(self, other):
                if isinstance(other, UserDict): other = other.data
                return dict(self.items()) == other if isinstance(other, dict) else NotImplemented
            __hash__ = None
            def __or__(self, other):
                if isinstance(other, UserDict): return self.__class__(self.data | other.data)
                if isinstance(other, dict): return self.__class__(self.data | other)
                return NotImplemented
            def __ror__(self, other):
                if isinstance(other, dict): return self.__class__(other | self.data)
                return NotImplemented
            def __ior__(self, other):
                self.data |= other.data if isinstance(other, UserDict) else other
                return self
            def __copy__(self):
                made = self.__class__.__new__(self.__class__)
                made.__dict__.update(self.__dict__)
                made.__dict__['data'] = self.__dict__['data'].copy()
                return made
            def copy(self): return self.__copy__()
            def keys(self): return dict.fromkeys(self).keys()
            def values(self): return {key: self[key] for key in self}.values()
            def items(self): return {key: self[key] for key in self}.items()
            def get(self, key, default=None): return self[key] if key in self else default
            def pop(self, key, *default):
                if len(default) > 1:
                    raise TypeError('pop() takes from 2 to 3 positional arguments but '
                                    f'{len(default) + 2} were given')
                try: value = self[key]
                except KeyError:
                    if default: return default[0]
                    raise
                del self[key]
                return value
            def popitem(self):
                for key in self: break
                else: raise KeyError
                value = self[key]
                del self[key]
                return key, value
            def clear(self):
                try:
                    while True: self.popitem()
                except KeyError: pass
            def update(self, other=(), /, **kwds):
                if hasattr(other, 'keys'):
                    for key in other.keys(): self[key] = other[key]
                else:
                    for key, value in other: self[key] = value
                for key, value in kwds.items(): self[key] = value
            def setdefault(self, key, default=None):
                try: return self[key]
                except KeyError: self[key] = default
                return default
            @classmethod
            def fromkeys(cls, iterable, value=None):
                made = cls()
                for key in iterable: made[key] = value
                return made

        class UserList(_User):
            def __init__(self, initlist=None):
                self.data = list(_plain(initlist)) if initlist is not None else []
            def __lt__(self, other): return self.data < _plain(other)
            def __le__(self, other): return self.data <= _plain(other)
            def __eq__(self, other): return self.data == _plain(other)
            def __gt__(self, other): return self.data > _plain(other)
            def __ge__(self, other): return self.data >= _plain(other)
            __hash__ = None
            def __getitem__(self, i):
                return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]
            def __setitem__(self, i, item): self.data[i] = item
            def __delitem__(self, i): del self.data[i]
            def __add__(self, other): return self.__class__(self.data + list(_plain(other)))
            def __radd__(self, other): return self.__class__(list(_plain(other)) + self.data)
            def __iadd__(self, other):
                self.data += list(_plain(other))
                return self
            def __mul__(self, n): return self.__class__(self.data * n)
            __rmul__ = __mul__
            def __imul__(self, n):
                self.data *= n
                return self
            def append(self, item): self.data.append(item)
            def insert(self, i, item): self.data.insert(i, item)
            def pop(self, i=-1): return self.data.pop(i)
            def remove(self, item): self.data.remove(item)
            def clear(self): self.data.clear()
            def copy(self): return self.__class__(self)
            def count(self, item): return self.data.count(item)
            def index(self, item, *args): return self.data.index(item, *args)
            def reverse(self): self.data.reverse()
            def sort(self, /, *args, **kwds): self.data.sort(*args, **kwds)
            def extend(self, other): self.data.extend(_plain(other))

        class UserString(_User):
            def __init__(self, seq):
                self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)
            def __str__(self): return self.data
            def __int__(self): return int(self.data)
            def __float__(self): return float(self.data)
            def __hash__(self): return hash(self.data)
            def __eq__(self, other): return self.data == _plain(other)
            def __lt__(self, other): return self.data < _plain(other)
            def __le__(self, other): return self.data <= _plain(other)
            def __gt__(self, other): return self.data > _plain(other)
            def __ge__(self, other): return self.data >= _plain(other)
            def __contains__(self, char): return _plain(char) in self.data
            def __getitem__(self, index): return self.__class__(self.data[index])
            def __add__(self, other): return self.__class__(self.data + str(other))
            def __radd__(self, other): return self.__class__(str(other) + self.data)
            def __mul__(self, n): return self.__class__(self.data * n)
            __rmul__ = __mul__
            def __mod__(self, args): return self.__class__(self.data % args)

        def _plain(value):
            return value.data if isinstance(value, _User) else value

        def _forward(name, wraps):
            def method(self, /, *args, **kwds):
                value = getattr(self.data, name)(*map(_plain, args), **kwds)
                return self.__class__(value) if wraps else value
            method.__name__ = name
            method.__qualname__ = 'UserString.' + name
            setattr(UserString, name, method)

        for _name in ('capitalize casefold center expandtabs ljust lower lstrip replace rjust rstrip strip '
                      'swapcase title translate upper zfill removeprefix removesuffix').split():
            _forward(_name, True)
        for _name in ('count encode endswith find format format_map index isalpha isalnum isascii isdecimal '
                      'isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join '
                      'partition rfind rindex rpartition rsplit split splitlines startswith').split():
            _forward(_name, False)
        """#
}
