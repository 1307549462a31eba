"""Statements and scopes together: with, unpacking, comprehensions, closures, order of evaluation."""

def t(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
class CM:
    def __init__(self, name, sup=False): self.name, self.sup = name, sup
    def __enter__(self): print('enter', self.name); return self
    def __exit__(self, t, v, tb): print('exit', self.name, t and t.__name__, v, tb is not None); return self.sup
with CM('a') as a, CM('b') as b: print(a.name, b.name)
with CM('a', True): raise ValueError('x')
try:
    with CM('o'), CM('i'): raise KeyError('k')
except KeyError as e: print(repr(e))
with (CM('p') as p, CM('q')): pass
def f():
    with CM('r'): return 5
print(f())
for i in range(3):
    with CM(i):
        if i == 1: continue
        if i == 2: break
class Bad:
    def __enter__(self): raise RuntimeError('enter fails')
    def __exit__(self, *a): print('never')
try:
    with CM('out'), Bad(): pass
except RuntimeError as e: print(e)
with CM('t') as (x): print(x.name)
class T:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
with T() as (x, [y, z]): print(x, y, z)
d = {}
with T() as d['k']: pass
print(d)
# match-like tests of star-unpacking
a, *b = 'abc'; print(a, b)
*a, b = (1,); print(a, b)
a, (b, *c), d = 1, 'xyz', 3; print(a, b, c, d)
[a, b] = 1, 2; (a), b = 3, 4; print(a, b)
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k)
x = y = z = []; x.append(1); print(y, z is x)
a = [1, 2, 3]; a[0], a[1] = a[1], a[0]; print(a)
i = 0; i, a[i] = 2, 9; print(i, a)
def swap(): a, b = 1, 2; a, b = b, a; return a, b
print(swap())
print([*range(3), *'ab'], {*[1, 2], 3}, {**{'a': 1}, 'b': 2, **{'a': 3}}, (*[1], 2))
def g(*a, **k): return a, k
print(g(*[1, 2], 3, *(4,), x=1, **{'y': 2}), g(*'ab', **{}))
t(lambda: g(**{'a': 1}, **{'a': 2}))
t(lambda: g(a=1, **{'a': 2}))
t(lambda: [*5]); t(lambda: {**5}); t(lambda: {**[1]}); t(lambda: (*None,)); t(lambda: {*5})
# comprehension scopes
x = 'outer'; [x for x in range(3)]; print(x)
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])
class S:
    n = 3
    lst = [i for i in range(n)]
    try: bad = [n for _ in range(1)]
    except NameError as e: print(e)
print(S.lst)
print({i: j for i, j in zip('ab', range(2))}, {c for c in 'aab'} == {'a', 'b'}, [i for i in range(10) if i % 2 if i > 3], [[j for j in range(i)] for i in range(3)], [y := 5, y ** 2], y)
if (n := len('abc')) > 2: print(n)
print([last := i for i in range(3)], last)
while (line := next(iter_ := iter([1]), None)) and line < 0: pass
print((lambda a, *b, c=1, **d: (a, b, c, d))(1, 2, 3, c=4, e=5), (lambda: (yield))().__class__.__name__)
# closures
def outer():
    n = 0
    def inc():
        nonlocal n; n += 1; return n
    def get(): return n
    return inc, get
inc, get = outer(); inc(); inc(); print(get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars)
def late(): return undefined_later
undefined_later = 5; print(late())
def default(x=[]): x.append(1); return x
default(); print(default(), default.__defaults__)
def rec(n): return 1 if n == 0 else n * rec(n - 1)
print(rec(20))
def outer2():
    def a(): return b()
    def b(): return 'b'
    return a
print(outer2()())
g_ = 10
def mod():
    global g_, new_g; g_ += 1; new_g = 5
mod(); print(g_, new_g)
def shadow():
    print = lambda *a: None
    print('hidden')
shadow()
del g_
t(lambda: g_)
def deleted():
    x = 1; del x
    return x
t(deleted)
def cond(c):
    if c: v = 1
    return v
t(cond, False)
def exc_scope():
    try: 1/0
    except ZeroDivisionError as e: pass
    return e
t(exc_scope)
# chained comparison evaluation
def trace(v): print('ev', v); return v
print(trace(1) < trace(2) < trace(0) < trace(5), 1 < 2 > 1 != 3 in [3], not 1 == 2, 1 if 0 else 2 if 0 else 3)
print(trace(0) and trace(1) or trace(2), trace(1) or trace(2))
d = {trace('k1'): trace('v1'), trace('k2'): trace('v2')}
def args(*a, **k): return 'args'
print(args(trace(1), *trace([2]), k=trace(3), **trace({})))
lst = [trace(0)]; lst[trace(0)] = trace(9); lst[trace(0)] += trace(1); print(lst)
print(trace(2) ** trace(3), trace(5) - trace(2) * trace(1), -2 ** 2, 2 ** -1, not True or True, 1 + 1 == 2 and 'y')
print('a' 'b' f'{1}' 'c', "x" if 1 else "y", 5 .__class__.__name__, 1_000, 0xff, 0o17, 0b11, 1e3, .5, 5.)
for i in range(3):
    for j in range(3):
        if j == 1: break
    else: print('no')
    if i == 1: break
else: print('never')
while True:
    break
else: print('never')
for _ in []: pass
else: print('empty else')
n = 3
while n: n -= 1
else: print('while else', n)
try: pass
except: pass
else: print('try else')
finally: print('finally')
def ret():
    for i in range(5):
        try:
            if i == 2: return i
        finally: print('f', i)
print(ret())
assert True, 'no'
t(lambda: (_ for _ in ()).throw(ValueError('thrown')))
print(*[1, 2], sep='-', end='!\n'); print(); print(None, True, ..., 1.0, [None], 'a', sep=', '); print('a', 'b', sep='')
print(f'{1 + 1} {"nested"} {[1, 2][0]} {{}} {3.14159:.2f} {"x":>5}|{"x":<5}|{"x":^5}| {10:,} {255:#x} {1e10:e} {True} {None} {5!r} {"é"!a} {x=} {1+1=} {x = !s} {3.14:{10}.{3}}')
print(f"{'a' if True else 'b'} {(lambda x: x*2)(3)} {dict(a=1)['a']} { {'k': 1}['k'] } {[i for i in range(3)]}")
print(f'{1:{"0"}>{5}}', f'{"a":*^{7}}', f'{12345.678:,.1f}', f'{0.5:%}', f'{-5:+d}', f'{5: d}', f'{"abc"[::-1]}', f'''{
1}''')
print(rf'\d{1}', fr'\n{2}', b'abc'[0], 'a\
b', """multi
line""", 'tab\there', '\x41\u0042\U00000043\103\N{BULLET}')
