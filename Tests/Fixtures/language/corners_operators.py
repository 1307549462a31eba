"""Formats, operators, specials called by name, unpacking, and small expressions of every kind."""


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


from collections import *
import copy, functools, itertools, operator

def case():
    class A: pass; a = A(); a.x = [1]; b = copy.copy(a); c = copy.deepcopy(a)
    return (b.x is a.x, c.x is a.x, type(c).__name__)


attempt(case)
def case():
    class A:  __copy__ = lambda self: 'c'
    return copy.copy(A())


attempt(case)
def case():
    class A:  __deepcopy__ = lambda self, m: ('d', type(m).__name__)
    return copy.deepcopy([A()])


attempt(case)
attempt(lambda: '%d' % 'a')
attempt(lambda: '%d' % None)
attempt(lambda: '%x' % 1.5)
attempt(lambda: '%s %s' % 1)
attempt(lambda: '%s' % (1, 2))
attempt(lambda: '%s %s' % (1,))
attempt(lambda: '%(a)s' % {})
attempt(lambda: '%(a)s' % 5)
attempt(lambda: '%z' % 1)
attempt(lambda: '%' % 1)
attempt(lambda: 'abc' % 1)
attempt(lambda: 'abc' % {})
attempt(lambda: 'abc' % [1])
attempt(lambda: 'abc' % 'x')
attempt(lambda: '%c' % 'ab')
attempt(lambda: '%c' % -1)
attempt(lambda: '%f' % 'a')
attempt(lambda: '%.99999999999d' % 1)
attempt(lambda: '%(a' % {})
attempt(lambda: '%*d' % ('a', 1))
attempt(lambda: '%s' % {'a': 1})
attempt(lambda: '%(a)s %s' % {'a': 1})
attempt(lambda: ('{:>{w}}'.format(1, w=5), '{0[0][1]}'.format([[1, 2]]), '{a.x}'.format(a=type('T', (), {'x': 5})), '{!r:^10}'.format('a'), '{:,}'.format(-1234567), '{:_.2f}'.format(12345.678), '{:.3%}'.format(0.12345), '{:+.1e}'.format(12345), '{:g} {:g} {:g}'.format(1e5, 1e6, 1e-5), '{:010.3f}'.format(-3.14159), '{:x^10}'.format('ab'), '{:<<5}'.format(1)))
attempt(lambda: ('abc'.format_map({'a': 1}), '{a}'.format_map({'a': 1})))
attempt(lambda: '{a}'.format_map({}))
attempt(lambda: '{}'.format_map({}))
def case():
    class D(dict): __missing__ = lambda s, k: k.upper()
    return '{foo}'.format_map(D())


attempt(case)
attempt(lambda: (f'{1:{2}}', f'{"a":{"<"}{5}}|', f'{3.14159:.{2}f}', f'{[1,2]!r}', f'{1!s:>3}', f'{"x"!a}', f'{1 if True else 2}', f'{(lambda: 5)()}', f'{ {1: 2}[1] }', f"{'a' 'b'}", f'{1:>5}{2:<5}|', f'{1,2}', f'{*[1,2],}', f'{None}', f'{...}', f'{1==1}', f'{1!=2}', f'{"a" if 1 else "b"}', f'{1:}', f'{1:d}'))
def case():
    x = 5
    return f'{x=}', f'{x = }', f'{x=:>5}', f'{x=!r}', f'{x+1=}', f'{ x =}', f'{x=!s:^7}', f'{"a"=}'


attempt(case)
attempt(lambda: f'{1:s}')
attempt(lambda: f'{"a":d}')
attempt(lambda: f'{[]:5}')
attempt(lambda: f'{1:{"x"}{"y"}}')
attempt(lambda: f'{1:{None}}')
attempt(lambda: f'{1:.{-1}f}')
attempt(lambda: (int.__add__(1, 2), (5).__add__(2), (5).__radd__(2), (1).__eq__(1.0), (1.0).__eq__(1), 'a'.__add__('b'), [1].__mul__(2), (5).__lt__(3), (5).__bool__(), (5).__hash__(), (5).__repr__(), (5).__format__('03d'), (5).__divmod__(2), (5).__pow__(2), (5).__floordiv__(2), (-5).__abs__(), (5).__neg__(), (5).__index__(), (5.5).__int__(), (5.5).__trunc__(), (5.5).__round__(), 'abc'.__len__(), 'abc'.__getitem__(0), 'abc'.__contains__('a'), {1: 2}.__getitem__(1), [1, 2].__contains__(1)))
attempt(lambda: ((1).__add__('a'), 'a'.__eq__(1), (1).__lt__('a'), [].__eq__(()), {}.__or__(5)))
attempt(lambda: 'a'.__add__(1))
attempt(lambda: [].__add__(()))
attempt(lambda: object.__format__(5, 'x'))
attempt(lambda: (object.__init__(5), object.__new__(object) is not None))
attempt(lambda: object.__new__(5))
attempt(lambda: (int.__new__(int, '5'), str.__new__(str, 5), list.__new__(list), tuple.__new__(tuple, [1]), dict.__new__(dict), float.__new__(float, '1.5')))
attempt(lambda: ((lambda: 1).__name__, (lambda: 1).__qualname__, (lambda x, y=1: 1).__defaults__, (lambda *, k=1: 1).__kwdefaults__))
attempt(lambda: ([i for i in range(5) if i % 2], [(i, j) for i in range(2) for j in range(i, 2)], {i: i * i for i in range(3)}, {i % 3 for i in range(10)}, sum(i for i in range(5)), [x for xs in [[1], [2, 3]] for x in xs], [[i * j for j in range(3)] for i in range(3)]))
attempt(lambda: ([*range(3), *[4]], {**{'a': 1}, 'b': 2}, [*'ab'], (*[1, 2],), {*[1, 1]}, dict(**{'x': 1}), [*{}], [*{'a': 1}]))
def case():
    a, *b, c = range(5)
    return (a, b, c)


attempt(case)
def case():
    (a, b), c = [1, 2], 3
    return (a, b, c)


attempt(case)
def case():
    a = b = []
    return a is b


attempt(case)
def case():
    *a, = 'abc'
    return a


attempt(case)
def case():
    a, b = b, a = 1, 2
    return (a, b)


attempt(case)
def case():
    a, b = {1: 2, 3: 4}
    return (a, b)


attempt(case)
def case():
    a, b = 'xy'
    return (a, b)


attempt(case)
def case():
    a, b = range(2)
    return (a, b)


attempt(case)
def case():
    a, b = 1, 2, 3


attempt(case)
def case():
    a, b = [1]


attempt(case)
def case():
    a, b = 5


attempt(case)
def case():
    a, b = None


attempt(case)
def case():
    a, *b = []


attempt(case)
def case():
    *a, b, c = [1]


attempt(case)
def case():
    [a, b] = {1, 2}
    return a + b


attempt(case)
def case():
    a = [1, 2, 3]; a[1:2] = [9, 9, 9]
    return a


attempt(case)
def case():
    a = [1, 2, 3]; a[:] = []
    return a


attempt(case)
def case():
    a = [1, 2, 3, 4]; a[::2] = [7, 8]
    return a


attempt(case)
def case():
    a = [1, 2, 3]; a[len(a):] = [4]
    return a


attempt(case)
def case():
    a = [1, 2, 3]; a[-1:] = 'xy'
    return a


attempt(case)
def case():
    a = [3, 1, 2]; a.sort(); a.insert(1, 9); a.pop(0); a.reverse()
    return a


attempt(case)
def case():
    a = list('hello'); a.remove('l')
    return a.count('l'), a.index('o'), a


attempt(case)
def case():
    a = [[0] * 2] * 2; a[0][0] = 1
    return a


attempt(case)
def case():
    a = {}; a.setdefault('x', []).append(1); a.setdefault('x', []).append(2)
    return a


attempt(case)
def case():
    a = dict(a=1); a |= {'b': 2}
    return a


attempt(case)
def case():
    a = {'a': 1, 'b': 2}; del a['a']; a['c'] = 3; a['b'] = 9
    return list(a.items())


attempt(case)
def case():
    a = {1, 2, 3}; a -= {1}; a |= {5}; a ^= {2}; a &= {3, 5, 7}
    return a


attempt(case)
def case():
    d = {1: 'a', 1.0: 'b', True: 'c'}
    return d


attempt(case)
def case():
    d = {(1, 2): 3}
    return d[1, 2]


attempt(case)
def case():
    d = {'b': 1, 'a': 2}
    return sorted(d), sorted(d.values()), sorted(d.items(), key=lambda kv: kv[1]), max(d, key=d.get), min(d.items()), list(reversed(d)), dict(sorted(d.items())), {v: k for k, v in d.items()}


attempt(case)
attempt(lambda: ('a' < 'b' < 'c', 1 < 2 > 1, 1 == 1.0 == True, not 1 == 2, 1 in [1] == True, (1 in [1]) == True, 'a' in 'abc' in ['abc'], 1 < 3 < 2, None is None, [] is not [], 1 is not None))
attempt(lambda: (1 and 2, 0 or 'x', None or [], [] and 1, not [], not 'a', 1 or 1 / 0, 0 and 1 / 0, (1, 2) and {}, '' or 0 or None))
attempt(lambda: (1 if [] else 2, (1, 2)[True], [1, 2, 3][-1], 'abc'[::-1], 'abc'[-2:], 'abcdef'[1:5:2], [1, 2, 3][5:], 'abc'[10:], (1, 2, 3)[::-2], range(10)[2:8:3], 'abc'[None:None], [0, 1, 2][slice(1, None)]))
