"""Generators: send, throw and close where they are hard."""
def gen():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
        return 'done'
    except ValueError as e:
        print('caught', e)
        yield 'after'
    finally: print('fin')
g = gen(); print(next(g), g.send('a'))
try: g.send('b')
except StopIteration as e: print(e.value)
g = gen(); next(g); print(g.throw(ValueError('v')))
try: next(g)
except StopIteration: print('stop')
g = gen(); next(g); g.close()
g = gen()
try: g.send(1)
except TypeError as e: print(e)
g = gen(); next(g)
try: g.throw(KeyError)
except KeyError as e: print(repr(e))
try: g.throw(5)
except TypeError as e: print(e)
g = gen()
try: g.throw(ValueError, 'msg')
except ValueError as e: print(repr(e))
g = gen(); next(g)
try: g.throw(ValueError('a'), None, 5)
except TypeError as e: print(e)
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def self_ref():
    yield next(me)
me = self_ref()
try: next(me)
except ValueError as e: print(e)
def r():
    yield 1
    raise StopIteration('x')
try: list(r())
except RuntimeError as e: print(e, repr(e.__cause__))
def d():
    z = yield from inner()
    print('z', z)
def inner():
    q = yield 'i1'
    print('q', q)
    return 'ret'
x = d(); print(next(x))
try: x.send(5)
except StopIteration: pass
def yf(): yield from [1, 2]
y = yf(); next(y)
try: y.send(5)
except AttributeError as e: print(e)
y = yf(); next(y)
try: y.throw(ValueError('t'))
except ValueError as e: print(repr(e))
def yf2(): yield from 5
try: next(yf2())
except TypeError as e: print(e)
ge = (1/x for x in [1, 0])
print(next(ge))
try: next(ge)
except ZeroDivisionError: print(list(ge))
try: len(i for i in [])
except TypeError as e: print(e)
try: (i for i in [])[0]
except TypeError as e: print(e)
try: (i for i in 5)
except TypeError as e: print(e)
g.close()
