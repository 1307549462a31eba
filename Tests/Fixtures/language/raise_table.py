"""raise and assert with everything that may be raised."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


try:
    assert 0
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    assert 0, "msg"
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    assert 0, 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    assert 1
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise ValueError
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise ValueError("a")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise ValueError("a", "b")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise "a"
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise int
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise None
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise ValueError from 5
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise ValueError from None
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise ValueError("x") from KeyError("y")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise KeyError
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise KeyError("a")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise KeyError("a", "b")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise KeyError(5)
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise StopIteration(5)
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise OSError(2, "x")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise OSError(2, "x", "f")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise NotImplementedError
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise UnicodeDecodeError("utf-8", b"a", 0, 1, "r")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise AttributeError("x")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise NameError("x")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    raise ImportError("x")
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    import collections.abc
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    from collections.abc import Iterable
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    import string
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    import random as r
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
try:
    from math import (sin, cos as c,)
    print('done')
except Exception as e:
    print(type(e).__name__ + ':', e)
