"""collections: corners of every class."""


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


import math, random, statistics, itertools, functools, operator, copy, string, time, collections, dataclasses, typing, warnings
from collections import *
from dataclasses import *
from typing import *
from functools import *
from itertools import *

attempt(lambda: (Counter('abracadabra'), Counter('abc').most_common(), Counter('aab').most_common(1), Counter(a=1,b=2), Counter({'a':1}), Counter()))
attempt(lambda: (Counter('aab')+Counter('abc'), Counter('aab')-Counter('abc'), Counter('aab')&Counter('abc'), Counter('aab')|Counter('abc'), +Counter(a=-1,b=2), -Counter(a=-1,b=2)))
attempt(lambda: (Counter('aab')==Counter('aba'), Counter('a')<Counter('aa'), Counter('a')<=Counter('ab'), Counter('ab')>Counter('a'), Counter(a=0)==Counter()))
attempt(lambda: (Counter('aab').total(), list(Counter('aab').elements()), Counter('aab')['z']))
def case():
    c=Counter('aab'); c.subtract('abc')
    return c


attempt(case)
def case():
    c=Counter('aab'); c.update('abc')
    return c


attempt(case)
def case():
    c=Counter('aab'); c.update(a=5)
    return c


attempt(case)
def case():
    c=Counter('aab'); del c['z']; del c['a']
    return c


attempt(case)
def case():
    c=Counter('aab'); c+=Counter('b')
    return c


attempt(case)
def case():
    c=Counter('aab'); c-=Counter('b')
    return c


attempt(case)
def case():
    c=Counter('aab'); c&=Counter('b')
    return c


attempt(case)
def case():
    c=Counter('aab'); c|=Counter('bbb')
    return c


attempt(case)
attempt(lambda: Counter(5))
attempt(lambda: Counter([[]]))
attempt(lambda: Counter(1,2))
attempt(lambda: Counter(None))
attempt(lambda: Counter('a')+1)
attempt(lambda: Counter('a')<1)
attempt(lambda: Counter.fromkeys('a'))
attempt(lambda: (Counter('aab').most_common(-1), Counter('aab').most_common(0), Counter('aab').most_common(10)))
attempt(lambda: Counter('aab').most_common('x'))
attempt(lambda: (Counter('aab').copy(), Counter('aab').pop('a'), Counter('aab').items()))
def case():
    class C(Counter): pass
    return C('aab'), C('a')+C('b')


attempt(case)
attempt(lambda: repr(Counter({'a':1,'b':'x'})))
attempt(lambda: Counter(a=1.5,b=2.5).most_common())
attempt(lambda: (OrderedDict(a=1,b=2), OrderedDict([('a',1)]), OrderedDict()))
def case():
    o=OrderedDict(a=1,b=2,c=3); o.move_to_end('a')
    return o


attempt(case)
def case():
    o=OrderedDict(a=1,b=2,c=3); o.move_to_end('c', last=False)
    return o


attempt(case)
def case():
    o=OrderedDict(a=1,b=2,c=3)
    return o.move_to_end('z')


attempt(case)
def case():
    o=OrderedDict(a=1,b=2,c=3)
    return o.popitem(last=False), o.popitem(), o


attempt(case)
attempt(lambda: OrderedDict().popitem())
def case():
    o=OrderedDict(a=1)
    return o.pop('z')


attempt(case)
def case():
    o=OrderedDict(a=1)
    return o.pop('z', 5), o.pop('a'), o


attempt(case)
attempt(lambda: (OrderedDict(a=1,b=2)==OrderedDict(b=2,a=1), OrderedDict(a=1,b=2)==dict(b=2,a=1), OrderedDict(a=1)|{'b':2}, {'b':2}|OrderedDict(a=1)))
attempt(lambda: (list(reversed(OrderedDict(a=1,b=2))), OrderedDict(a=1).keys(), OrderedDict(a=1).items(), OrderedDict(a=1).values()))
attempt(lambda: (OrderedDict.fromkeys('abc', 0), OrderedDict(a=1).copy(), OrderedDict(a=1).setdefault('b', 5)))
attempt(lambda: OrderedDict(5))
attempt(lambda: OrderedDict(1,2))
def case():
    o=OrderedDict(a=1,b=2)
    return [o.update({k+'x':1}) for k in o]


attempt(case)
attempt(lambda: (defaultdict(int), defaultdict(list, a=1), defaultdict(None), defaultdict()))
attempt(lambda: defaultdict(5))
attempt(lambda: (defaultdict(int)['a'], defaultdict(list)['a']))
attempt(lambda: defaultdict(None)['a'])
def case():
    d=defaultdict(int); d['x']+=1
    return d


attempt(case)
def case():
    d=defaultdict(int,{'a':1})
    return d.get('z'), d.copy(), d|{'b':2}, {'b':2}|d, d.default_factory, 'z' in d


attempt(case)
def case():
    d=defaultdict(int); d.default_factory=None
    return d['x']


attempt(case)
def case():
    d=defaultdict(int)
    return d.__missing__('q'), d


attempt(case)
def case():
    d=defaultdict(list); d['a'].append(1); d['b'].append(2)
    return dict(d), d.items(), repr(d), d==({'a':[1],'b':[2]})


attempt(case)
def case():
    class D(defaultdict): pass
    return D(int)


attempt(case)
def case():
    d=defaultdict(lambda x: 1)
    return d['a']


attempt(case)
def case():
    d=defaultdict(1)


attempt(case)
attempt(lambda: defaultdict(int, 5))
attempt(lambda: defaultdict(int, [(1,2)], a=3))
attempt(lambda: (deque([1,2,3]), deque([1,2,3], maxlen=2), deque('abc', 5), deque(maxlen=0), deque()))
attempt(lambda: deque([1], -1))
attempt(lambda: deque([1], 'a'))
attempt(lambda: deque([1], maxlen=1.5))
attempt(lambda: deque(5))
attempt(lambda: deque(1,2,3))
def case():
    d=deque([1,2,3]); d.rotate(1); d.rotate(-2); d.rotate()
    return d


attempt(case)
def case():
    d=deque([1,2,3])
    return d.rotate('a')


attempt(case)
def case():
    d=deque([1,2,3], 3); d.append(4); d.appendleft(0)
    return d


attempt(case)
def case():
    d=deque([1,2,3], 3)
    return d.insert(0, 5)


attempt(case)
def case():
    d=deque([1,2,3]); d.insert(1, 5); d.insert(-1, 6); d.insert(100,7)
    return d


attempt(case)
def case():
    d=deque([1,2,3]); d.extend([4]); d.extendleft([0,-1])
    return d


attempt(case)
def case():
    d=deque([1,2,3]); d.extend(d)
    return d


attempt(case)
def case():
    d=deque([1,2,3]); d.extendleft(d)
    return d


attempt(case)
def case():
    d=deque([1,2,3]); d.remove(2)
    return d.remove(5)


attempt(case)
def case():
    d=deque([1,2,3])
    return d.index(5)


attempt(case)
def case():
    d=deque([1,2,3])
    return d.index(2), d.index(3, 1), d.count(1), d.reverse(), d, d.copy(), d.maxlen, len(d)


attempt(case)
def case():
    d=deque([1,2,3])
    return d.index(1,1)


attempt(case)
attempt(lambda: deque().pop())
attempt(lambda: deque().popleft())
def case():
    d=deque([1,2,3])
    return d[3]


attempt(case)
def case():
    d=deque([1,2,3])
    return d['a']


attempt(case)
def case():
    d=deque([1,2,3])
    return d[0:1]


attempt(case)
def case():
    d=deque([1,2,3]); d[0]=5; del d[1]
    return d[-1], d


attempt(case)
def case():
    d=deque([1,2,3]); d[5]=1


attempt(case)
def case():
    d=deque([1,2,3]); del d[5]


attempt(case)
attempt(lambda: (deque([1])+deque([2]), deque([1])*3, 2*deque([1]), deque([1,2],2)+deque([3]), deque([1,2,3],3)*2))
attempt(lambda: deque([1])+[2])
attempt(lambda: deque([1])*'a')
def case():
    d=deque([1]); d+=[2]; d*=2
    return d


attempt(case)
attempt(lambda: (deque([1])==[1], deque([1])==deque([1]), deque([1])<deque([2]), deque([1],5)==deque([1])))
attempt(lambda: deque([1])<[2])
attempt(lambda: hash(deque()))
def case():
    d=deque(); d.append(d)
    return d


attempt(case)
def case():
    d=deque([1]); d.maxlen=5


attempt(case)
attempt(lambda: (deque([1]).__class__, deque([1,2]).clear(), deque.__name__))
def case():
    class D(deque): pass
    return D([1]), D([1],2)


attempt(case)
attempt(lambda: (ChainMap({'a':1},{'b':2}), ChainMap(), ChainMap({'a':1},{'a':2})['a'], list(ChainMap({'a':1},{'b':2})), dict(ChainMap({'a':1},{'a':2,'c':3})), len(ChainMap({'a':1},{'a':2,'c':3}))))
attempt(lambda: ChainMap({'a':1})['z'])
def case():
    c=ChainMap({'a':1},{'b':2}); c['b']=5
    return c, c.maps, c.parents, c.new_child(), c.new_child({'z':1}), c.get('q', 5), 'b' in c


attempt(case)
def case():
    c=ChainMap({'a':1},{'b':2}); del c['b']


attempt(case)
def case():
    c=ChainMap({'a':1},{'b':2})
    return c.pop('b')


attempt(case)
def case():
    c=ChainMap({'a':1},{'b':2})
    return c.pop('a'), c.pop('a', None), c


attempt(case)
def case():
    c=ChainMap({},{'b':2})
    return c.popitem()


attempt(case)
def case():
    c=ChainMap({'a':1},{'b':2}); c.clear()
    return c, c.keys(), c.values(), c.items(), c|{'x':1}, {'x':1}|c


attempt(case)
def case():
    c=ChainMap({'a':1},{'b':2})
    return c==dict(a=1,b=2), bool(ChainMap()), c.copy(), c.fromkeys('ab',1)


attempt(case)
def case():
    c=ChainMap({'a':1},{'b':2})
    return c.new_child(x=1), c.setdefault('n',1), c.update(b=9), c


attempt(case)
attempt(lambda: ChainMap(5)['a'])
def case():
    P=namedtuple('P','x y')
    return P(1,2), P(x=1,y=2), P._fields, P(1,2)._asdict(), P(1,2)._replace(x=5), P._make([1,2]), P(1,2)==(1,2), P(1,2)[0], P(1,2).x, P.x, P.__doc__, P.x.__doc__


attempt(case)
def case():
    P=namedtuple('P','x y')
    return P(1)


attempt(case)
def case():
    P=namedtuple('P','x y')
    return P(1,2,3)


attempt(case)
def case():
    P=namedtuple('P','x y')
    return P(1,z=3)


attempt(case)
def case():
    P=namedtuple('P','x y')
    return P._make([1])


attempt(case)
def case():
    P=namedtuple('P','x y')
    return P(1,2)._replace(z=1)


attempt(case)
def case():
    P=namedtuple('P','x y')
    return P(1,2).z


attempt(case)
def case():
    P=namedtuple('P','x y'); P(1,2).x=5


attempt(case)
def case():
    P=namedtuple('P','x y')
    return P(1,2)[5]


attempt(case)
def case():
    P=namedtuple('P','x y', defaults=[5,6,7])


attempt(case)
attempt(lambda: namedtuple('P','x x'))
attempt(lambda: namedtuple('P','x class'))
attempt(lambda: namedtuple('P','x _y'))
attempt(lambda: namedtuple('P','x 1y'))
