"""Lists: methods, indices, slices and operators, right and wrong."""


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: [1,2,3].index(4))
attempt(lambda: [1,2,3].index(1,1))
attempt(lambda: [1,2,3].index(1,'a'))
attempt(lambda: [1].remove(2))
attempt(lambda: [].pop())
attempt(lambda: [1].pop(5))
attempt(lambda: [1].pop(-2))
attempt(lambda: [1].pop('a'))
attempt(lambda: [1].pop(1.0))
attempt(lambda: [1].insert(1))
attempt(lambda: [1].insert('a', 1))
def case():
    a=[1]; a.insert(10**30, 5)
    return a


attempt(case)
def case():
    a=[1]; a.insert(-10**30, 5)
    return a


attempt(case)
attempt(lambda: ([1]*(-1), [1]*0, 2*[1]))
attempt(lambda: [1]*1.5)
attempt(lambda: [1]+(1,))
attempt(lambda: (1,)+[1])
attempt(lambda: [1]+'a')
attempt(lambda: 'a'+[1])
attempt(lambda: 'a'+1)
attempt(lambda: 1+'a')
attempt(lambda: b'a'+'a')
attempt(lambda: 'a'+b'a')
def case():
    a=[1]; a+='bc'
    return a


attempt(case)
def case():
    a=[1]; a+=5


attempt(case)
def case():
    a=[1]; a+=None


attempt(case)
def case():
    a=[1]; a*='x'


attempt(case)
def case():
    a=[3,1,2]; a.sort(reverse=True)
    return a


attempt(case)
def case():
    a=[3,1,2]
    return a.sort(lambda x:x)


attempt(case)
def case():
    a=[3,1,2]
    return a.sort(key=5)


attempt(case)
def case():
    a=[3,1,2]; a.sort(key=None, reverse='x')
    return a


attempt(case)
def case():
    a=[3,1,2]; a.sort(reverse=[])
    return a


attempt(case)
def case():
    a=[3,1,2]; a.sort(reverse=1.5)
    return a


attempt(case)
def case():
    a=[3,1,2]
    return a.sort(foo=1)


attempt(case)
def case():
    a=[3,'a']
    return a.sort()


attempt(case)
def case():
    a=[None,None]
    return a.sort()


attempt(case)
def case():
    a=[(1,None),(1,2)]
    return a.sort()


attempt(case)
def case():
    a=[{},{}]
    return a.sort()


attempt(case)
def case():
    a=[1,2,3]
    return a[1.0]


attempt(case)
def case():
    a=[1,2,3]
    return a['x']


attempt(case)
def case():
    a=[1,2,3]
    return a[3]


attempt(case)
def case():
    a=[1,2,3]
    return a[-4]


attempt(case)
def case():
    a=[1,2,3]; a[3]=1


attempt(case)
def case():
    a=[1,2,3]; del a[3]


attempt(case)
def case():
    a=[1,2,3]; a['x']=1


attempt(case)
def case():
    a=[1,2,3]; del a['x']


attempt(case)
def case():
    a=[1,2,3]
    return a[10**30]


attempt(case)
def case():
    a=[1,2,3]
    return a[::0]


attempt(case)
def case():
    a=[1,2,3]
    return a['a':]


attempt(case)
def case():
    a=[1,2,3]
    return a[1.0:]


attempt(case)
def case():
    a=[1,2,3]; a[::2]=[1]


attempt(case)
def case():
    a=[1,2,3]; a[::2]=5


attempt(case)
def case():
    a=[1,2,3]; a[0:1]=5


attempt(case)
def case():
    a=[1,2,3]; a[::-1]=[4,5,6]
    return a


attempt(case)
def case():
    a=[1,2,3]; a[5:2]=[9]
    return a


attempt(case)
def case():
    a=list(range(10)); del a[::3]
    return a


attempt(case)
def case():
    a=list(range(10)); del a[::-3]
    return a


attempt(case)
def case():
    a=list(range(10)); del a[8:2:-2]
    return a


attempt(case)
def case():
    a=[1,2]
    return a.extend(5)


attempt(case)
def case():
    a=[1,2]
    return a.extend()


attempt(case)
def case():
    a=[1,2]
    return a.append()


attempt(case)
def case():
    a=[1,2]
    return a.append(1,2)


attempt(case)
def case():
    a=[1,2]; a.extend(a)
    return a


attempt(case)
def case():
    a=[1,2]
    return a.count()


attempt(case)
def case():
    a=[1,2]
    return a.copy(1)


attempt(case)
def case():
    a=[1,2]
    return a.clear(1)


attempt(case)
def case():
    a=[1,2]
    return a.reverse(1)


attempt(case)
attempt(lambda: list(5))
attempt(lambda: list(1,2))
attempt(lambda: list(x=1))
attempt(lambda: list(iterable=[1]))
attempt(lambda: ([1,2]<[1,3], [1]<[1,0], [1,2]==[1,2.0], []<[0]))
attempt(lambda: [1]<(1,))
attempt(lambda: [1]<'a')
attempt(lambda: [1]<None)
attempt(lambda: None<1)
attempt(lambda: [1,'a']<[1,2])
def case():
    a=[]; a.append(a)
    return repr(a)


attempt(case)
def case():
    a={}; a['x']=a
    return repr(a)


attempt(case)
def case():
    a=[1]; a.__init__([2,3])
    return a


attempt(case)
attempt(lambda: [1].__getitem__('a'))
attempt(lambda: ([1].__contains__(1), [1].__len__(), [1].__add__([2]), [1].__mul__(2), [1].__rmul__(2), [1].__eq__(1), [1].__lt__(1), [1].__iadd__([2])))
attempt(lambda: [1].__add__(1))
attempt(lambda: [1].__delitem__(5))
attempt(lambda: list.append([], 1, 2))
attempt(lambda: list.append(1, 2))
attempt(lambda: list.append())
attempt(lambda: list.__len__(1))
attempt(lambda: ([].__class__, [].__hash__, list.__hash__))
attempt(lambda: hash([]))
attempt(lambda: {[]:1})
attempt(lambda: {{}})
attempt(lambda: {[1]})
