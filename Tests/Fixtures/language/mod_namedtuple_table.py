"""namedtuple: construction, fields, errors."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from collections import *

P = namedtuple("P", "x y")
attempt(lambda: P(1, 2))
attempt(lambda: P(1))
attempt(lambda: P(1, 2, 3))
attempt(lambda: P(x=1, z=2))
attempt(lambda: P(1, x=2))
attempt(lambda: P(1, 2).x)
attempt(lambda: P(1, 2).z)
attempt(lambda: P(1, 2)._asdict())
attempt(lambda: P(1, 2)._replace(x=5))
attempt(lambda: P(1, 2)._replace(z=5))
attempt(lambda: P._fields)
attempt(lambda: P._make([1, 2]))
attempt(lambda: P._make([1]))
attempt(lambda: P._field_defaults)
attempt(lambda: P(1, 2) == (1, 2))
attempt(lambda: P(1, 2) + (3,))
attempt(lambda: P(1, 2)[0])
attempt(lambda: P(1, 2)[5])
try:
    P(1, 2).x = 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
attempt(lambda: P.__doc__)
attempt(lambda: namedtuple("P", ["x", "y"], defaults=[1])(5))
attempt(lambda: namedtuple("P", "x y", defaults=[1, 2, 3]))
attempt(lambda: namedtuple("P", "x x"))
attempt(lambda: namedtuple("P", "class"))
attempt(lambda: namedtuple("P", "_x"))
attempt(lambda: namedtuple("P", "1x"))
attempt(lambda: namedtuple("1P", "x"))
attempt(lambda: namedtuple("class", "x"))
attempt(lambda: namedtuple("P", "x class x", rename=True)._fields)
attempt(lambda: namedtuple("P", "x,y")(1, 2))
attempt(lambda: namedtuple("P", "")())
attempt(lambda: namedtuple("P"))
attempt(lambda: namedtuple("P", 5))
attempt(lambda: hash(P(1, 2)) == hash((1, 2)))
attempt(lambda: P(*[1, 2]))
attempt(lambda: isinstance(P(1, 2), tuple))
attempt(lambda: repr(P("a", [1])))
try:
    a, b = P(1, 2)
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
