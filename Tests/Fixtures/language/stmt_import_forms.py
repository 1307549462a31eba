import math, random
import math as m, itertools as it
from math import pi
from math import sqrt as root, floor
from collections import (OrderedDict, defaultdict,)
import collections
print(m is math, pi == math.pi, root(16), floor(2.5), collections.OrderedDict is OrderedDict, list(it.islice([1, 2], 1)))
def f():
    from math import ceil
    import random as r
    return ceil(1.2), r is random
print(f())
for statement in ("missing_module",):
    try:
        import no_such_module
    except ModuleNotFoundError as error:
        print(error, error.name, isinstance(error, ImportError))
try:
    from math import no_such_name
except ImportError as error:
    print(type(error).__name__)
try:
    import math.sub
except ModuleNotFoundError as error:
    print(error)
print(math.__name__, "pi" in dir(math), repr(type(math)))
