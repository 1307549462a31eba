import collections
d = collections.UserDict({'a': 1}, b=2)
print(d, d['a'], len(d), 'a' in d, list(d), d.get('z', 0), d.data)
class MD(collections.UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
m = MD(x=1); m['y'] = 2; m.update(z=3); print(m, m.pop('X'), m.setdefault('q', 4), sorted(m.items()))
try: d['zz']
except KeyError as e: print(repr(e))
l = collections.UserList([3,1,2]); l.append(5); l.sort(); print(l, l[1:], l + [1], len(l), l.data)
s = collections.UserString("abc"); print(s, s.upper(), s + "d", len(s), s[1], repr(s))
# ---
from collections import UserDict, UserList, UserString
class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
    def __getitem__(self, key):
        return super().__getitem__(key.lower())
    def __contains__(self, key):
        return key.lower() in self.data
d = Lower(A=1)
d.update({'B': 2}, C=3)
print(d, d['a'], 'b' in d, d.get('Z', 'none'), list(d.items()), d.copy() == d, d | {'D': 4})
print(d.pop('A'), d.pop('A', 'gone'), d.popitem(), len(d), bool(d), d.fromkeys('XY', 0))  ### "KeyError: 'A'"
class Missing(UserDict):
    def __missing__(self, key): return f'no {key}'
print(Missing()['k'])
class Total(UserList):
    def append(self, item):
        super().append(item)
        self.total = sum(self)
t = Total([1, 2])
t.append(3)
print(t, t.total, t[0], t[1:], type(t[1:]).__name__, t + [4], [0] + t, t * 2, t == [1, 2, 3], 2 in t)
t += [9]; t.insert(0, 7); t.remove(2); t.reverse(); print(t, t.index(7), t.count(9), sorted(t))
u = UserString('Hello')
print(u, u + ' you', u * 2, u[1:3], len(u), u.lower(), u.split('l'), u == 'Hello', hash(u) == hash('Hello'), u.startswith('He'), 'ell' in u, type(u.upper()).__name__)
for f in (lambda: UserDict(5), lambda: UserDict()['x'], lambda: UserList(5), lambda: UserList([1])[3], lambda: UserList().pop(), lambda: UserString('a') + 1, lambda: UserDict().popitem(), lambda: hash(UserDict()), lambda: UserDict(a=1).pop()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
