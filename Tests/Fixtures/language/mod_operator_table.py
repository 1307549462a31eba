import operator as op
print(op.add(1,2), op.concat([1],[2]), op.countOf([1,2,1],1), op.indexOf([1,2,3],2), op.iadd([1],[2]), op.length_hint([1,2]))
print(op.itemgetter(1)([1,2]), op.itemgetter(0,2)('abc'), op.attrgetter('real')(5), op.attrgetter('real','imag')(5), op.methodcaller('upper')('a'), op.methodcaller('split', ',', maxsplit=1)('a,b,c'))
print(op.itemgetter(1), op.attrgetter('a.b'), op.methodcaller('m', 1, k=2))
for f in (lambda: op.itemgetter(), lambda: op.attrgetter(1), lambda: op.methodcaller(), lambda: op.methodcaller(1), lambda: op.add(1), lambda: op.add(1,'a'), lambda: op.itemgetter(5)([1]), lambda: op.attrgetter('zz')(1), lambda: op.indexOf([1],2), lambda: op.concat(1,2), lambda: op.truediv(1,0), lambda: op.getitem([1],5), lambda: op.index(1.5), lambda: op.call(len, [1,2]), lambda: op.not_(0), lambda: op.is_not(1,2), lambda: op.setitem([], 0, 1), lambda: op.neg('a'), lambda: op.contains(5,1), lambda: op.pow(2,3), lambda: op.matmul(1,2), lambda: op.inv(5), lambda: op.isub(5,2), lambda: op.iconcat([1],[2]), lambda: op.ipow(2,3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
