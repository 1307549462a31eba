"""Tuples, ranges, slices, and what cannot be called or subscripted."""


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: {1}.symmetric_difference([1],[2]))
attempt(lambda: ({1}.issubset([1,2]), {1}.issuperset([]), {1}.isdisjoint([2])))
attempt(lambda: {1}.issubset())
attempt(lambda: {1}.issubset(5))
attempt(lambda: {1}.issuperset(5))
attempt(lambda: {1}.issuperset([[]]))
attempt(lambda: {1}|[2])
attempt(lambda: {1}&[2])
attempt(lambda: {1}-[2])
attempt(lambda: {1}^[2])
attempt(lambda: {1}<=[2])
attempt(lambda: {1}<5)
attempt(lambda: ({1}=={1.0}, {1}==frozenset({1}), {1}=={True}, {1}==[1]))
def case():
    a={1}; a|=[2]


attempt(case)
def case():
    a={1}; a|={2}; a&={2}; a^={3}; a-={2}
    return a


attempt(case)
def case():
    a=frozenset({1}); a|={2}
    return a


attempt(case)
attempt(lambda: (frozenset({1})|{2}, {2}|frozenset({1}), type({2}|frozenset({1})), type(frozenset({1})|{2})))
attempt(lambda: frozenset({1}).add(1))
attempt(lambda: frozenset({1}).copy() is frozenset({1}))
attempt(lambda: hash({1}))
attempt(lambda: (hash(frozenset({1,2,3})), hash(frozenset()), hash(frozenset({'a'}))))
attempt(lambda: (hash((1,2)), hash(()), hash((1,(2,3))), hash('a'), hash(b'a'), hash(1.5), hash(2**61), hash(-1), hash(2**61-1), hash(1e300), hash(float('inf')), hash(-float('inf')), hash(('a','b')), hash(0.1)))
attempt(lambda: (set('hello world'), frozenset('abc'), {'a','b','c'}))
attempt(lambda: {'apple','banana','cherry','date'})
attempt(lambda: set(['日本','é','a','😀']))
attempt(lambda: ({1:2}.__contains__(1), {1:2}.__len__(), {1}.__and__({1}), {1}.__and__([1]), {1}.__contains__({1})))
attempt(lambda: (repr(set()), repr(frozenset()), str({1}), repr(frozenset({1}))))
def case():
    a=frozenset([1])
    return {a: 1}


attempt(case)
attempt(lambda: (sorted({3:1,1:2}), max({3:1,1:2}), sum({1:2,3:4}), list({1:2}), tuple({1:2})))
attempt(lambda: (1,2,3).index(4))
attempt(lambda: (1,2,3).index())
attempt(lambda: (1,2,3).count())
attempt(lambda: ((1,)*-1, ()*5, (1,2)[5:], (1,2)[::-1]))
attempt(lambda: (1,2)[2])
attempt(lambda: (1,2)['a'])
attempt(lambda: (1,2)[1.5])
def case():
    (1,2)[0]=1


attempt(case)
def case():
    del (1,2)[0]


attempt(case)
attempt(lambda: tuple(5))
attempt(lambda: tuple(1,2))
attempt(lambda: tuple(x=1))
attempt(lambda: (1,)<[1])
attempt(lambda: (1,2)<(1,'a'))
attempt(lambda: (1,)+1)
attempt(lambda: (1,)*'a')
attempt(lambda: (1,)*2.0)
attempt(lambda: 'a'*2.0)
attempt(lambda: 'a'*'b')
attempt(lambda: 'a'*None)
attempt(lambda: [1]*None)
attempt(lambda: (1)())
attempt(lambda: 'a'())
attempt(lambda: None())
attempt(lambda: []())
attempt(lambda: {}())
attempt(lambda: (1,2)())
attempt(lambda: 1.5())
attempt(lambda: 1[0])
attempt(lambda: 1.5[0])
attempt(lambda: None[0])
attempt(lambda: len[0])
attempt(lambda: int['a'])
attempt(lambda: (list[int], dict[str,int], tuple[int,...], type[int], set[int], frozenset[int]))
attempt(lambda: (list[int](), dict[str,int](a=1), list[int]==list[int], list[int]|None, list[int].__origin__, list[int].__args__, repr(list['int'])))
attempt(lambda: isinstance([], list[int]))
attempt(lambda: issubclass(list, list[int]))
attempt(lambda: len(1))
attempt(lambda: len(None))
attempt(lambda: len())
attempt(lambda: len(1,2))
attempt(lambda: len(int))
attempt(lambda: range(1.0))
attempt(lambda: range('a'))
attempt(lambda: range())
attempt(lambda: range(1,2,3,4))
attempt(lambda: range(1,2,0))
attempt(lambda: range(10)[10])
attempt(lambda: range(10)['a'])
attempt(lambda: (range(10)[2:5], range(10)[::-1], range(10)[::-2], range(0)[:], range(10)[-3:], range(1,10,3)[1:], range(10)[20:30]))
attempt(lambda: range(10).index(10))
attempt(lambda: range(10).index('a'))
attempt(lambda: (range(10).count(5), range(10).count('a'), range(10).count(5.0), 5.0 in range(10), 'a' in range(10), range(0,10,2).index(4), range(10).index(4.0)))
attempt(lambda: (range(10)==range(0,10), range(0)==range(5,5), range(0,3,2)==range(0,4,2), hash(range(3))==hash(range(0,3,1)), range(3)==[0,1,2]))
attempt(lambda: range(10)<range(5))
attempt(lambda: range(10)+range(5))
attempt(lambda: (range(10**30), len(range(10**18)), range(10**30)[10**29], range(-5,5).start, bool(range(0)), list(reversed(range(5))), range(5,0,-1)[-1]))
attempt(lambda: len(range(10**30)))
attempt(lambda: (range(True), range(True, 5)))
attempt(lambda: range(stop=5))
def case():
    range(5).start=1


attempt(case)
attempt(lambda: range(10).x)
attempt(lambda: (slice(1), slice(1,2), slice(1,2,3), slice(None), slice(1).start, slice('a','b').stop, slice(1,2)==slice(1,2), slice(1,2)<slice(1,3)))
attempt(lambda: slice())
attempt(lambda: slice(1,2,3,4))
attempt(lambda: hash(slice(1)))
attempt(lambda: (slice(1,10,2).indices(5), slice(None,None,-1).indices(5), slice(-3,None).indices(10), slice(10,0,-3).indices(5)))
attempt(lambda: slice(1,2,0).indices(5))
attempt(lambda: slice(1).indices(-1))
attempt(lambda: slice(1).indices('a'))
attempt(lambda: slice('a').indices(5))
attempt(lambda: slice(1.5).indices(5))
def case():
    slice(1,2).start=5


attempt(case)
