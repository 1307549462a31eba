"""set and frozenset: operators, methods, and their errors."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: {1} | {2})
attempt(lambda: {1} | [2])
attempt(lambda: {1} & {1, 2})
attempt(lambda: {1} - {1})
attempt(lambda: {1} ^ {2})
attempt(lambda: {1} + {2})
attempt(lambda: {1}.union([2], (3,)))
attempt(lambda: {1}.union(5))
attempt(lambda: {1}.intersection([1], [2]))
attempt(lambda: {1}.intersection(5))
attempt(lambda: {1}.difference([1]))
attempt(lambda: {1}.symmetric_difference([2]))
attempt(lambda: {1}.symmetric_difference())
attempt(lambda: {1}.issubset([1, 2]))
attempt(lambda: {1}.issuperset([1]))
attempt(lambda: {1}.isdisjoint([2]))
attempt(lambda: {1}.isdisjoint(5))
attempt(lambda: {1} <= {1, 2})
attempt(lambda: {1} < {1})
attempt(lambda: {1} < [1])
attempt(lambda: {1}.add())
attempt(lambda: {1}.add([]))
attempt(lambda: {1}.discard(5))
attempt(lambda: {1}.discard([]))
attempt(lambda: {1}.remove(5))
attempt(lambda: {1}.remove([]))
attempt(lambda: {1}.remove("a"))
attempt(lambda: {1}.remove((1, 2)))
attempt(lambda: {1}.pop())
attempt(lambda: set().pop())
attempt(lambda: {1}.pop(1))
attempt(lambda: {1}.update(5))
attempt(lambda: {1}.update([2], 5))
attempt(lambda: {1}[0])
attempt(lambda: {1}.foo)
attempt(lambda: {1}.add(2, 3))
attempt(lambda: [] in {1})
attempt(lambda: {1} in {frozenset([1])})
attempt(lambda: set([1, 2, 3]))
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: frozenset([1]) | {2})
attempt(lambda: {2} | frozenset([1]))
attempt(lambda: frozenset("abc") == set("abc"))
attempt(lambda: repr(set()))
attempt(lambda: repr(frozenset()))
attempt(lambda: repr(frozenset([1])))
s = {1, 2}
try:
    s |= {3}
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    s |= [3]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    s &= {1, 2}
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    s -= {1}
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    s ^= {5}
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: s)
try:
    s.foo = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: hash(s))
