"""Dicts, their views and sets, with arguments of every kind."""


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: {1:2}[[1]])
attempt(lambda: {1:2}['a'])
attempt(lambda: {1:2}[3])
attempt(lambda: {1:2}[(1,2)])
def case():
    del {1:2}[3]


attempt(case)
attempt(lambda: {1:2}.pop(3))
attempt(lambda: ({1:2}.pop(3,None), {1:2}.pop(1)))
attempt(lambda: {1:2}.pop())
attempt(lambda: {1:2}.pop(1,2,3))
attempt(lambda: {1:2}.pop('k', d=1))
attempt(lambda: {}.popitem())
attempt(lambda: {1:2,3:4}.popitem())
attempt(lambda: ({1:2}.get(1), {1:2}.get(2), {1:2}.get(2,3)))
attempt(lambda: {1:2}.get())
attempt(lambda: {1:2}.get([]))
attempt(lambda: {1:2}.get(1,2,3))
attempt(lambda: {1:2}.get(1,default=3))
attempt(lambda: ({1:2}.setdefault(2), {1:2}.setdefault(2,5)))
attempt(lambda: {1:2}.setdefault())
attempt(lambda: {1:2}.setdefault([]))
attempt(lambda: {1:2}.update(5))
attempt(lambda: {1:2}.update([1]))
attempt(lambda: {1:2}.update([(1,)]))
attempt(lambda: {1:2}.update([(1,2,3)]))
attempt(lambda: {1:2}.update(['ab','cd']))
attempt(lambda: {1:2}.update(['abc']))
attempt(lambda: {1:2}.update([1,2],[3]))
def case():
    a={}; a.update(['ab'], x=1)
    return a


attempt(case)
def case():
    a={}; a.update({1:2}, **{'a':3})
    return a


attempt(case)
def case():
    a={}
    return a.update(None)


attempt(case)
attempt(lambda: dict(5))
attempt(lambda: dict([1]))
attempt(lambda: dict([(1,2,3)]))
attempt(lambda: dict('ab'))
attempt(lambda: dict(['ab','cd'],e=1))
attempt(lambda: dict(1,2))
attempt(lambda: dict(None))
attempt(lambda: dict({1:2}, a=1))
attempt(lambda: dict(**{1:2}))
attempt(lambda: dict(**5))
attempt(lambda: dict(a=1, **{'a':2}))
attempt(lambda: print(**{1:2}))
attempt(lambda: print(*5))
attempt(lambda: print(*None))
attempt(lambda: (dict.fromkeys('ab'), dict.fromkeys('ab',1), dict.fromkeys([])))
attempt(lambda: dict.fromkeys())
attempt(lambda: dict.fromkeys(5))
attempt(lambda: dict.fromkeys([[]]))
attempt(lambda: ({1:2}|{3:4}, {1:2}|{1:3}))
attempt(lambda: {1:2}|[(3,4)])
def case():
    a={1:2}; a|=[(3,4)]
    return a


attempt(case)
def case():
    a={1:2}; a|=5


attempt(case)
def case():
    a={1:2}; a|=[5]


attempt(case)
attempt(lambda: {1:2}+{3:4})
attempt(lambda: {1:2}<{3:4})
attempt(lambda: ({1:2}==[(1,2)], {1:2}=={1:2.0}))
attempt(lambda: ({1:2}.keys()&{1}, {1:2}.keys()|[3], {1:2}.keys()-{1}, {1:2}.keys()^{3}, {1:2}.items()&{(1,2)}, {1,3}&{1:2}.keys()))
attempt(lambda: ({1:2}.keys()<{1,2}, {1:2}.keys()=={1}, {1:2}.keys()<=[1]))
attempt(lambda: ({1:2}.values()==[2], {1:2}.values()&{1}))
attempt(lambda: {1:2}.keys()[0])
attempt(lambda: {1:[]}.items()|{1})
attempt(lambda: {1:[]}.items()&{1})
attempt(lambda: ({1:2}.keys().isdisjoint([1]), {1:2}.keys().isdisjoint([2]), {1:2}.items().isdisjoint([])))
attempt(lambda: {1:2}.keys().isdisjoint(5))
attempt(lambda: {1:2}.keys()&5)
attempt(lambda: ({1:2}.keys().mapping, {1:2}.items().mapping))
def case():
    {1:2}.keys().mapping[1]=2


attempt(case)
attempt(lambda: (len({1:2}.keys()), 1 in {1:2}.keys(), (1,2) in {1:2}.items(), [1,2] in {1:2}.items(), 2 in {1:2}.values()))
def case():
    a={1:2}
    return [a.update({k+1:1}) for k in a]


attempt(case)
def case():
    a={1:2,2:3}
    return [a.pop(k) for k in list(a)]


attempt(case)
def case():
    a={1:2,2:3}
    return [a.pop(k) for k in a]


attempt(case)
def case():
    a={1,2}
    return [a.add(k+10) for k in a]


attempt(case)
def case():
    from collections import deque; a=deque([1,2])
    return [a.append(1) for k in a]


attempt(case)
def case():
    a={1:2}
    return a.__missing__


attempt(case)
def case():
    a={1:2}
    return a.__getitem__(5)


attempt(case)
attempt(lambda: {1:2}.copy(1))
attempt(lambda: {1:2}.keys(1))
attempt(lambda: {1:2}.clear(1))
attempt(lambda: set(5))
attempt(lambda: set([[]]))
attempt(lambda: set(1,2))
attempt(lambda: set(x=1))
attempt(lambda: {1}.remove(2))
attempt(lambda: {1}.remove([]))
attempt(lambda: {1}.remove({1}))
attempt(lambda: {frozenset({1})}.remove({1}))
attempt(lambda: ({frozenset({1})}.discard({1}), {1} in {frozenset({1})}))
attempt(lambda: {1} in {1})
attempt(lambda: [] in {1})
attempt(lambda: {1}.discard([]))
attempt(lambda: {1}.add([]))
attempt(lambda: set().pop())
attempt(lambda: {1}.update(5))
def case():
    a={1}; a.update([2],(3,),'x')
    return sorted(map(str,a))


attempt(case)
def case():
    a={1}; a.update()
    return a


attempt(case)
attempt(lambda: {1}.union(5))
attempt(lambda: ({1}.union([2],[3]), {1}.union(), {1,2}.intersection([1],[1]), {1}.intersection(), {1,2}.difference([1],[2]), {1}.difference()))
attempt(lambda: {1}.intersection(5))
attempt(lambda: {1}.intersection([[]]))
attempt(lambda: {1}.difference([[]]))
attempt(lambda: {1}.difference(5))
attempt(lambda: {1}.symmetric_difference([1,2]))
attempt(lambda: {1}.symmetric_difference())
