import math
import math as m
from math import sqrt, pi as PI
from math import (floor,
                  ceil)
import collections, itertools
from collections import *
print(math is m, sqrt(4), PI, floor(1.5), ceil(1.5), math.__name__, type(math).__name__)
print(Counter("aa"), collections.OrderedDict is OrderedDict)
def f():
    import random
    from functools import reduce
    return reduce(lambda a, b: a + b, [1, 2]), random.__name__
print(f())
try:
    from math import nothing
except ImportError as error:
    print(type(error).__name__, error.name)
try:
    math.nothing
except AttributeError as error:
    print(error)
print(hasattr(math, "pi"), "sqrt" in dir(math), getattr(math, "e"))
