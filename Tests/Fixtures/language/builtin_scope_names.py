# scope functions
def f(a, *args, b=1, **kw):
    c = 3
    def inner(): return c
    for i in range(2): pass
    print(locals().keys(), sorted(vars()), dir())
    return [sorted(locals()) for _ in [0]]
print(f(1, 2, d=4))
class K:
    a = 1
    def m(self): return locals()
    print(dir())
print(list(K().m()))
print("%(x)s-%(y)d" % (lambda x, y: locals())("q", 5))
name = "z"
def fmt():
    name = "n"; v = 2
    return "{name} {v}".format(**locals())
print(fmt())
try: locals(1)
except TypeError as e: print(e)
try: vars(1, 2)
except TypeError as e: print(e)
try: dir(1, 2)
except TypeError as e: print(e)
try: vars(5)
except TypeError as e: print(e)
class V:
    def __init__(self): self.q = 1
print(vars(V()), vars(V)['__module__'], 'q' in dir(V()), '__init__' in dir(V))
class W:
    def __dir__(self): return ['b', 'a']
print(dir(W()))
class W2:
    def __dir__(self): return 5
try: dir(W2())
except TypeError as e: print(e)
print([m for m in dir([]) if callable(getattr([], m)) and m[0] != '_'])
print([m for m in dir(5) if not m.startswith('__')], [m for m in dir("") if m[0] != '_'][:5])
print(dir(object()) == sorted(dir(object())), '__lt__' in dir(V), V() .__lt__(5), (5).__lt__(6), object().__ge__(1))
