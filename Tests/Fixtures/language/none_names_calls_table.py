"""None, unpacking, unknown names, and calls of what cannot be called."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: None.foo)
attempt(lambda: None())
attempt(lambda: None[0])
attempt(lambda: None + 1)
attempt(lambda: None < 1)
attempt(lambda: -None)
attempt(lambda: len(None))
attempt(lambda: None == None)
attempt(lambda: None is None)
try:
    for x in None: pass
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    a, b = None
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    a, b = 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    a, b = [1]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    a, b = "abc"
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    a, b, *c = [1]
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    (a, b), c = 1, 2
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    a, b = {1: 2}
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    *a, = 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    [a, b] = range(3)
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    a = b = c = 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: a)
try:
    del zzz
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: zzz)
attempt(lambda: zzz())
attempt(lambda: zzz.foo)
try:
    zzz += 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: 1())
attempt(lambda: 1.5())
attempt(lambda: "a"())
attempt(lambda: (1, 2)())
attempt(lambda: []())
attempt(lambda: {}())
attempt(lambda: 1[0])
attempt(lambda: 1.5[0])
attempt(lambda: 1["a"])
attempt(lambda: 1 .foo)
try:
    (1).foo = 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
