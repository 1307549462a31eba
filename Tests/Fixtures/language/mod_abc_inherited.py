"""collections.abc: what a class gets for inheriting from its classes."""
from collections.abc import *
class M(MutableMapping):
    def __init__(self): self.d={}
    def __getitem__(self,k): return self.d[k]
    def __setitem__(self,k,v): self.d[k]=v
    def __delitem__(self,k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m=M(); m['a']=1; m.update(b=2); print(type(m.keys()), list(m.items()), m.pop('a'), m.get('z',3), 'b' in m, dict(m), m.setdefault('q',5), m.popitem(), m == {'b':2})
m.clear(); print(len(m))
class S(Sequence):
    def __len__(self): return 3
    def __getitem__(self,i):
        if i>=3: raise IndexError
        return i*2
s=S(); print(list(s), 4 in s, s.index(2), s.count(4), list(reversed(s)))
try: s.index(9)
except ValueError as e: print(repr(e))
class Bad(Mapping): pass
try: Bad()
except TypeError as e: print(e)
class St(Set):
    def __init__(self,x): self.x=list(x)
    def __contains__(self,v): return v in self.x
    def __iter__(self): return iter(self.x)
    def __len__(self): return len(self.x)
print(list(St([1,2])&St([2,3])), list(St([1])|[5]), St([1])<=St([1,2]), St([1]).isdisjoint([2]), list(St([1,2])-St([1])))
print(isinstance([],Sequence), isinstance({},Mapping), isinstance(5,Hashable), isinstance([],Hashable), isinstance('a',Iterable), isinstance(iter([]),Iterator), issubclass(dict,MutableMapping), isinstance(lambda:1,Callable), isinstance(range(3),Sequence), isinstance(S(),Sized), isinstance((i for i in []),Generator))

class L(MutableSequence):
    def __init__(self, *items): self.items = list(items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __len__(self): return len(self.items)
    def insert(self, i, v): self.items.insert(i, v)
l = L(3, 1, 2)
l.append(4); l.extend([5, 6]); l += [7]; l.reverse(); l.remove(1)
print(list(l), l.pop(), l.pop(0), 5 in l, l.index(5), l.count(5), list(reversed(l)))
l.clear(); print(len(l), isinstance(l, Sequence), issubclass(L, Collection))
class MS(MutableSet):
    def __init__(self, it=()): self.d = dict.fromkeys(it)
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, x): self.d[x] = None
    def discard(self, x): self.d.pop(x, None)
    def __repr__(self): return f'MS({list(self)})'
s = MS('abc'); s |= MS('d'); s -= MS('a'); s &= MS('bcd'); s ^= MS('bz'); print(s)
try: s.remove('q')
except KeyError as e: print(repr(e))
print(s.pop(), s, MS('ab') == {'a', 'b'}, MS('ab') ^ MS('bc'), {'x'} | MS('y'), MS('a') < MS('ab'), MS('ab') >= {'a'})
class It(Iterator):
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), iter(It()) is not None)
for base, name in ((Sized, 'Sized'), (MutableMapping, 'MM'), (Callable, 'C')):
    try: type(name, (base,), {})()
    except TypeError as e: print(e)
    try: base()
    except TypeError as e: print(e)
@Sequence.register
class R: pass
print(isinstance(R(), Sequence), isinstance(R(), Collection), issubclass(R, MutableSequence))
from collections import ChainMap, UserDict, UserList
print(isinstance(ChainMap(), MutableMapping), isinstance(UserDict(), Mapping), isinstance(UserList(), MutableSequence))
class Part(Mapping):
    def __getitem__(self, k): return {'a': 1}[k]
try: Part()
except TypeError as e: print(e)
class V(Mapping):
    def __getitem__(self, k): return {'a': 1, 'b': 2}[k]
    def __iter__(self): return iter('ab')
    def __len__(self): return 2
v = V(); print(dict(v), {**v}, v.keys() & {'a'}, ('a', 1) in v.items(), 2 in v.values(), v == {'a': 1, 'b': 2}, v.get('z'), sorted(v), max(v, key=v.get))
try: reversed(v)
except TypeError as e: print(e)
try: hash(v)
except TypeError as e: print(e)
