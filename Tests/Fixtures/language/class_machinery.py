"""What classes do when they are made and asked: hooks, slots, refusals, super()."""
def t(f, *a, **k):
    try: print('ok', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag
class B(A, tag=5): pass
print(B.tag)
def f():
    class C(A, foo=1): pass
t(f)
class D:
    def __set_name__(self, owner, name): print('set', owner, name); self.name = name
    def __get__(self, obj, owner=None): return (self.name, obj is None, owner)
class E: x = D(); y = D()
print(E.x, E().x)
class F:
    def __set_name__(self, owner, name): raise ValueError('no')
def f():
    class G: x = F()
t(f)
try:
    class G: x = F()
except RuntimeError as e: print(repr(e), repr(e.__cause__))
class H:
    def __class_getitem__(cls, item): return (cls, item)
print(H[5], H['a', 1])
class I:
    def __getattribute__(self, n):
        if n == 'zz': raise AttributeError('nope')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return 'fallback ' + n
print(I().zz, I().other)
class J:
    def __getattr__(self, n): raise AttributeError(n)
t(lambda: J().foo)
print(hasattr(J(), 'x'), getattr(J(), 'x', 5))
class K:
    def __setattr__(self, n, v): print('set', n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print('del', n); super().__delattr__(n)
k = K(); k.a = 1; del k.a
t(lambda: delattr(k, 'a'))
class L:
    @property
    def x(self): return 1
def f(): L().x = 5
t(f)
def f(): del L().x
t(f)
class M:
    __slots__ = ('a',)
def f(): M().b = 1
t(f)
t(lambda: M().a)
class N(M): pass
N().b = 1
t(lambda: M().__dict__)
class O:
    __slots__ = ('a', 'a2', '__dict__')
o = O(); o.z = 1; print(o.__dict__)
def f():
    class P: __slots__ = ('x',); x = 1
t(f)
def f():
    class P(int, str): pass
t(f)
def f():
    class P(bool): pass
t(f)
def f():
    class P(type(None)): pass
t(f)
def f():
    class P(5): pass
t(f)
def f():
    class X: pass
    class Y(X): pass
    class Z(X, Y): pass
t(f)
def f():
    class X: pass
    class Z(X, X): pass
t(f)
t(lambda: type('Q', (), {'a': 1})().a)
t(lambda: type('Q', (int,), {})(5))
t(lambda: type('Q', 5, {}))
t(lambda: type('Q', (), 5))
t(lambda: type(5, (), {}))
t(lambda: type('Q', (5,), {}))
t(lambda: type())
t(lambda: type(1, 2))
t(lambda: object(1))
t(lambda: object().x)
def f(): object().x = 1
t(f)
def f(): int.x = 1
t(f)
def f(): (5).real = 1
t(f)
def f(): 'a'.x = 1
t(f)
def f(): [].x = 1
t(f)
def f(): len.x = 1
t(f)
def f(): None.x = 1
t(f)
def g(): pass
g.x = 5; print(g.__dict__, g.x)
def f(): g.__name__ = 5
t(f)
def f(): g.__defaults__ = 5
t(f)
g.__doc__ = 'doc'; print(g.__doc__)
print(g.__module__, g.__kwdefaults__, g.__annotations__, g.__closure__)
# ---
class A:
    def f(self): return 'A.f'
    @classmethod
    def c(cls): return cls
    @staticmethod
    def s(): return 's'
class B(A):
    def f(self): return 'B' + super().f()
    @classmethod
    def c(cls): return super().c()
    @staticmethod
    def s(): return 'B' + A.s()
print(B().f(), B.c(), B().c(), B.s(), B().s())
def t(f, *a, **k):
    try: print('ok', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: super())
t(lambda: super(B))
t(lambda: super(B, 5))
t(lambda: super(5, B()))
t(lambda: super(B, A()))
t(lambda: super(B, B()).zzz)
class C(A):
    def g(): return super().f()
    def h(self):
        def inner(): return super().f()
        return inner()
    def l(self): return [super().f() for _ in range(1)]
    def m(self): return (lambda: super().f())()
    def n(self):
        self = 5
        return super().f()
    def o(self):
        del self
        return super().f()
    def p(*args): return super().f()
    x = property(lambda self: super().f())
t(C.g)
t(C().h)
t(C().l)
t(C().m)
t(C().n)
t(C().o)
t(C().p)
t(lambda: C().x)
print(A.__name__, A.__qualname__, A.__module__, A.__bases__, A.__mro__, A.__dict__.keys(), A.__class__, B.__base__, A.__subclasses__())
print(A().f == A().f, A.f is A.f)
a = A(); print(a.f == a.f, a.f is a.f, hash(a.f) == hash(a.f))
# ---
class A:
    def __eq__(self, o): return True
print(A.__hash__)
try: hash(A())
except TypeError as e: print(e)
try: {A()}
except TypeError as e: print(e)
class B(A):
    __hash__ = None
class C(A):
    def __hash__(self): return 5
print(hash(C()), C() in {C()}, A() != A(), A() == 5, 5 == A())
class D:
    def __lt__(self, o): return NotImplemented
try: D() < D()
except TypeError as e: print(e)
try: D() < 5
except TypeError as e: print(e)
class E:
    __slots__ = []
    def __getattr__(self, n): return n
print(E().foo)
class F(dict):
    def __missing__(self, k): return k * 2
f = F(); print(f['a'], f, f.get('b'))
class G(list):
    def __getitem__(self, i): return 'got'
    def append(self, x): super().append(x * 2)
g = G([1]); g.append(2); print(g, g[0], list(g), len(g))
class H(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
    def __len__(self): return 99
print(H('abc'), len(H('abc')), repr(H('a')), H('a') + 'b', type(H('a') + 'b'), type(H('a').lower()))
class I(int):
    def __add__(self, o): return I(int(self) + int(o) + 1)
    def __repr__(self): return f'I({int(self)})'
print(I(1) + 2, 2 + I(1), [I(5)], str(I(5)), f'{I(5)}', I(5) * 2, '%d' % I(5))
class J(float): pass
print(J(1.5), J(1.5) + 1, type(J(1.5) + 1), repr(J(2)), J('3').is_integer())
class K(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(K(1, 2), K(1, 2)[0], K(1) + (2,), type(K(1)[:]))
class L(set): pass
print(L([1]), L([1]) | {2}, type(L([1]) | {2}), type(L([1]).copy()))
class M(Exception):
    def __init__(self, a, b): self.a = a
try: raise M(1, 2)
except M as e: print(e, e.args, repr(e))
class N(Exception):
    def __init__(self, a): super().__init__('msg', a)
try: raise N(1)
except N as e: print(e, e.args, repr(e))
class O(KeyError): pass
print(str(O('a')), repr(O('a', 1)), str(KeyError()), str(KeyError('a', 'b')))
# ---
class Cell:
    def __init__(self, v): self._v = v
    @property
    def v(self):
        "the doc"
        return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): del self._v

c = Cell(1); del c.v
try: c.v
except AttributeError as e: print(e, e.name, e.obj is c)
try: property(1, 2, 3, 4, 5)
except TypeError as e: print(e)
try: Cell.v.fget = 5
except AttributeError as e: print(e)
class P:
    x = property()
    y = property(lambda s: 1, doc='yd')
for n in ('get', 'set', 'del'):
    try:
        if n == 'get': P().x
        elif n == 'set': P().x = 1
        else: del P().x
    except AttributeError as e: print(e)
print(P.y.__doc__, P.y.__get__(P()), P.y.__get__(None, P) is P.y)
class Desc:
    def __get__(self, i, o): return 'get'
    def __set__(self, i, v): print('set', v)
    def __delete__(self, i): print('delete')
class U:
    d = Desc()
u = U(); u.d = 1; del u.d; print(u.d); u.__dict__['d'] = 5; print(u.d)
class ND:
    def __get__(self, i, o): return 'nd'
class W: d = ND()
w = W(); print(w.d); w.d = 1; print(w.d, W.d)
class RO:
    def __set__(self, i, v): raise AttributeError('ro')
class X: d = RO()
x = X(); print(x.d.__class__)
try: x.d = 1
except AttributeError as e: print(e)
try: del x.d
except AttributeError as e: print(e)
# ---
def f(a, b=1, /, c=2, *args, d, e=3, **kw): 
    "Doc."
    return locals()
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7))
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_name, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__doc__)
for call in (lambda: f(), lambda: f(1), lambda: f(d=1), lambda: f(a=1, d=2), lambda: f(1, b=2, d=3), lambda: f(1, d=1, **{'d': 2}), lambda: f(1, **{'a': 2}, d=1), lambda: f(*[1], *(2,), **{'d': 1}), lambda: f(1, 2, c=3, d=4), lambda: f(1, 2, 3, c=3, d=4), lambda: f(1, **{1: 2}), lambda: f(1, d=1, *[2, 3])):
    try: print(call())
    except TypeError as e: print(e)
def g(a, b, c): pass
def h(*, a, b): pass
def i(a, *, b): pass
def j(a=1): pass
def k(): pass
def l(a, b, /): pass
for call in (lambda: g(), lambda: g(1), lambda: g(1, 2), lambda: g(1,2,3,4), lambda: g(a=1), lambda: g(1,2,3,d=4), lambda: g(1, a=2), lambda: h(), lambda: h(1), lambda: h(a=1), lambda: h(a=1,b=2,c=3), lambda: i(), lambda: i(1,2), lambda: i(1, 2, b=3), lambda: j(1,2), lambda: j(b=1), lambda: k(1), lambda: k(a=1), lambda: k(1,2,a=3), lambda: l(1,b=2), lambda: l(a=1,b=2), lambda: l()):
    try: print(call())
    except TypeError as e: print(e)
