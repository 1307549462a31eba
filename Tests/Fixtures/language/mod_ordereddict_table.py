"""OrderedDict: moving, popping, comparing."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from collections import *

attempt(lambda: OrderedDict([("a", 1), ("b", 2)]))
attempt(lambda: OrderedDict(a=1))
attempt(lambda: OrderedDict())
o = OrderedDict(a=1, b=2, c=3)
attempt(lambda: o.move_to_end("a"))
attempt(lambda: o)
attempt(lambda: o.move_to_end("b", last=False))
attempt(lambda: o)
attempt(lambda: o.move_to_end("zz"))
attempt(lambda: o.popitem())
attempt(lambda: o.popitem(last=False))
attempt(lambda: o)
attempt(lambda: o == {"c": 3})
attempt(lambda: OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
attempt(lambda: OrderedDict(a=1) | {"b": 2})
attempt(lambda: OrderedDict().popitem())
attempt(lambda: OrderedDict(5))
attempt(lambda: list(reversed(OrderedDict(a=1, b=2))))
attempt(lambda: OrderedDict(a=1)["b"])
attempt(lambda: OrderedDict.fromkeys("ab"))
