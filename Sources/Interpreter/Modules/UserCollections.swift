// `UserDict`, `UserList`, `UserString` and `ChainMap` are there to be inherited from: each of their methods goes through
// the special methods that a subclass may define. So they are written in the learner's language itself.

extension VirtualMachine {
    /// Adds the classes to `collections`.
    func addUserCollections(to module: ModuleObject) throws {
        let globals = makeGlobals(name: "collections")
        for (name, type) in try abstractTypes() where name.hasPrefix("Mutable") {
            globals[intern("_" + name)] = .object(type)
        }
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

        class UserDict(_User, _MutableMapping):
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
            def get(self, key, default=None): return self[key] if key in self else default
            @classmethod
            def fromkeys(cls, iterable, value=None):
                made = cls()
                for key in iterable: made[key] = value
                return made

        class ChainMap(_MutableMapping):
            def __init__(self, *maps): self.maps = list(maps) or [{}]
            def __missing__(self, key): raise KeyError(key)
            def __getitem__(self, key):
                for mapping in self.maps:
                    try: return mapping[key]
                    except KeyError: pass
                return self.__missing__(key)
            def get(self, key, default=None): return self[key] if key in self else default
            def __len__(self): return len(set().union(*self.maps))
            def __iter__(self):
                order = {}
                for mapping in reversed(self.maps): order.update(dict.fromkeys(mapping))
                return iter(order)
            def __contains__(self, key): return any(key in mapping for mapping in self.maps)
            def __bool__(self): return any(self.maps)
            def __repr__(self): return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'
            @classmethod
            def fromkeys(cls, iterable, *args): return cls(dict.fromkeys(iterable, *args))
            def copy(self): return self.__class__(self.maps[0].copy(), *self.maps[1:])
            __copy__ = copy
            def new_child(self, m=None, **kwargs):
                if m is None: m = kwargs
                elif kwargs: m.update(kwargs)
                return self.__class__(m, *self.maps)
            @property
            def parents(self): return self.__class__(*self.maps[1:])
            def __setitem__(self, key, value): self.maps[0][key] = value
            def __delitem__(self, key):
                try: del self.maps[0][key]
                except KeyError: raise KeyError(f'Key not found in the first mapping: {key!r}')
            def popitem(self):
                try: return self.maps[0].popitem()
                except KeyError: raise KeyError('No keys found in the first mapping.')
            def pop(self, key, *args):
                try: return self.maps[0].pop(key, *args)
                except KeyError: raise KeyError(f'Key not found in the first mapping: {key!r}')
            def clear(self): self.maps[0].clear()
            def __ior__(self, other):
                self.maps[0].update(other)
                return self
            def __or__(self, other):
                if not hasattr(other, 'keys'): return NotImplemented
                made = self.copy()
                made.maps[0].update(other)
                return made
            def __ror__(self, other):
                if not hasattr(other, 'keys'): return NotImplemented
                merged = dict(other)
                for mapping in reversed(self.maps): merged.update(mapping)
                return self.__class__(merged)

        class UserList(_User, _MutableSequence):
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
