"""itertools and functools: corners of every function."""


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

attempt(lambda: namedtuple('1P','x'))
attempt(lambda: namedtuple('class','x'))
attempt(lambda: namedtuple('P','x x _y class 1', rename=True)._fields)
attempt(lambda: (namedtuple('P',['x','y'])(1,2), namedtuple('P','x,y')(1,2), namedtuple('P','x, y')(1,2), namedtuple('P','')()))
attempt(lambda: namedtuple('P', 5))
attempt(lambda: namedtuple(5, 'x'))
attempt(lambda: namedtuple('P'))
attempt(lambda: namedtuple('P','x', module='foo').__module__)
def case():
    P=namedtuple('P','x y')
    return P(1,2)+(3,), P(1,2)*2, hash(P(1,2))==hash((1,2)), sorted([P(2,1),P(1,2)]), P(1,2)<P(1,3), isinstance(P(1,2),tuple), len(P(1,2)), P(1,2).count(1), P(1,2).index(2)


attempt(case)
def case():
    P=namedtuple('P','x y'); p=P(1,2); a,b=p
    return a,b,p._fields, P.__name__, P.__qualname__, P.__mro__, P.__slots__, P.__match_args__


attempt(case)
def case():
    P=namedtuple('P','x y')
    return dir(P)


attempt(case)
def case():
    class Q(namedtuple('Q','a b')): pass
    return Q(1,2), Q(1,2)._replace(a=3), Q(1,2)._asdict()


attempt(case)
attempt(lambda: (UserDict(a=1), UserDict({'a':1})['a'], UserDict().data, UserList([1,2])+[3], UserList('ab'), UserString('abc').upper(), UserString('a')+'b', UserList([3,1,2]), UserString(5)))
attempt(lambda: UserDict()['a'])
attempt(lambda: UserList([1])[5])
attempt(lambda: list(chain(5)))
attempt(lambda: chain.from_iterable(5))
attempt(lambda: list(chain.from_iterable([5])))
attempt(lambda: accumulate(5))
attempt(lambda: list(accumulate([1,'a'])))
attempt(lambda: accumulate([1], 5, 6))
attempt(lambda: list(accumulate([1,2], 5)))
attempt(lambda: combinations('abc',-1))
attempt(lambda: combinations('abc'))
attempt(lambda: combinations('abc','a'))
attempt(lambda: combinations(5,1))
attempt(lambda: (list(combinations_with_replacement('ab',2)), list(permutations('abc',2)), list(permutations('ab')), list(permutations('ab',3)), list(permutations([],0))))
attempt(lambda: permutations('ab',-1))
attempt(lambda: permutations('ab','a'))
attempt(lambda: (list(product('ab',[1,2])), list(product('ab',repeat=2)), list(product()), list(product([],[1])), list(product('ab',repeat=0))))
attempt(lambda: product('ab',repeat=-1))
attempt(lambda: product('ab',repeat='a'))
attempt(lambda: product('ab',rep=1))
attempt(lambda: product(5))
attempt(lambda: (list(islice('abcdef',2)), list(islice('abcdef',2,4)), list(islice('abcdef',2,None)), list(islice('abcdef',0,None,2)), list(islice('abc',None)), list(islice('abc',0))))
attempt(lambda: islice('abc',-1))
attempt(lambda: islice('abc','a'))
attempt(lambda: islice('abc',1,2,0))
attempt(lambda: islice('abc',1,2,-1))
attempt(lambda: islice('abc',1,2,'a'))
attempt(lambda: islice('abc'))
attempt(lambda: islice('abc',1,2,3,4))
attempt(lambda: islice(5,1))
attempt(lambda: islice('abc', 0, -1))
attempt(lambda: islice('abc', 'x', 1))
attempt(lambda: (list(islice(count(),3)), list(islice(count(5,2),3)), list(islice(count(0.5,0.25),3)), count(), count(5), count(5,2), count(1.5), count(0, 0.5), repr(count(1,-1))))
attempt(lambda: count('a'))
attempt(lambda: count(1,'a'))
attempt(lambda: count(1,2,3))
attempt(lambda: cycle(5))
attempt(lambda: cycle())
attempt(lambda: (list(repeat(1,3)), repeat(1), repeat(1,3), list(repeat(1,0)), list(repeat(1,-1)), list(repeat(object=1,times=2))))
attempt(lambda: repeat())
attempt(lambda: repeat(1,'a'))
attempt(lambda: repeat(1,2,3))
attempt(lambda: len(repeat(1)))
attempt(lambda: (operator.length_hint(repeat(1,5)), operator.length_hint([1]), operator.length_hint(iter([1,2])), operator.length_hint(5), operator.length_hint(5, 10)))
attempt(lambda: (list(compress('abc',[1,0,1])), list(dropwhile(lambda x:x<2,[1,2,1])), list(takewhile(lambda x:x<2,[1,2,1])), list(filterfalse(None,[0,1])), list(filterfalse(lambda x:x>1,[1,2])), list(starmap(pow,[(2,3),(3,2)])), list(pairwise('abc')), list(pairwise('a'))))
attempt(lambda: list(starmap(pow,[5])))
attempt(lambda: list(starmap(5,[(1,)])))
attempt(lambda: compress('a'))
attempt(lambda: compress(5,1))
attempt(lambda: dropwhile(1))
attempt(lambda: list(dropwhile(1,[1])))
attempt(lambda: zip_longest(5))
attempt(lambda: zip_longest('a', fill=1))
attempt(lambda: ([(k,list(g)) for k,g in groupby('aabbc')], [(k,list(g)) for k,g in groupby([1,2,3,4],key=lambda x:x%2)], list(groupby([]))))
attempt(lambda: groupby(5))
attempt(lambda: groupby())
attempt(lambda: groupby('a', 1, 2))
attempt(lambda: next(groupby('a', 5)))
def case():
    a,b=tee([1,2,3])
    return list(a),list(b),len(tee([1],3)),tee([1],0)


attempt(case)
attempt(lambda: tee(5))
attempt(lambda: tee([1],-1))
attempt(lambda: tee([1],'a'))
attempt(lambda: tee())
attempt(lambda: (reduce(operator.add,[1,2,3]), reduce(operator.add,[],5), reduce(operator.add,[1]), reduce(lambda a,b:a*b,[1,2,3],10)))
attempt(lambda: reduce(operator.add,[]))
attempt(lambda: reduce(operator.add,5))
attempt(lambda: reduce(operator.add))
attempt(lambda: reduce(5,[1,2]))
attempt(lambda: reduce(lambda a: a,[1,2]))
def case():
    p=partial(pow,2)
    return p(3), p.func, p.args, p.keywords, p


attempt(case)
def case():
    p=partial(print,'a',sep='-')
    return p, p.keywords


attempt(case)
attempt(lambda: partial())
attempt(lambda: partial(5))
attempt(lambda: partial(lambda a,b:a)(1,2,3))
attempt(lambda: (partial(partial(pow,2),3)(), partial(partial(pow,2),3)))
attempt(lambda: (partial(int,base=2)('101'), partial(int, base=2)))
def case():
    p=partial(int); p.x=1
    return p.x, p.__dict__, p.__doc__[:20]


attempt(case)
def case():
    f=lru_cache(maxsize=1)(lambda x:x)
    return f(1),f(2),f(1),f.cache_info(), f.cache_info().hits


attempt(case)
def case():
    f=lru_cache(maxsize=None)(lambda x:x)
    return f(1),f(1.0),f.cache_info()


attempt(case)
def case():
    f=lru_cache(maxsize=None,typed=True)(lambda x:x)
    return f(1),f(1.0),f.cache_info(), f.cache_parameters()


attempt(case)
def case():
    f=lru_cache(maxsize=0)(lambda x:x)
    return f(1),f(1),f.cache_info()


attempt(case)
def case():
    f=lru_cache(maxsize=-5)(lambda x:x)
    return f.cache_info()


attempt(case)
attempt(lambda: lru_cache(maxsize='a'))
def case():
    f=lru_cache()(lambda x:x)
    return f([])


attempt(case)
def case():
    f=cache(lambda *a,**k:(a,k))
    return f(1,a=2), f(1,a=2), f.cache_info()


attempt(case)
attempt(lambda: cmp_to_key(lambda a,b:b-a)(1) < cmp_to_key(lambda a,b:b-a)(2))
attempt(lambda: sorted([1,3,2],key=cmp_to_key(lambda a,b:b-a)))
def case():
    k=cmp_to_key(lambda a,b:b-a)
    return k(1)<5


attempt(case)
def case():
    k=cmp_to_key(lambda a,b:b-a)
    return hash(k(1))


attempt(case)
