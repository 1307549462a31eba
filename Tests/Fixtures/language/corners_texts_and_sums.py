# Letters with several forms, unclosed fields, sums of infinities, in-place products.
import math
import statistics
from collections import Counter


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error, type(error.__context__).__name__)


for text in ("ΑΣ", "ΑΣ ΒΣ.", "Σ", "ΑΣΑ", "A.Σ", "ΑΣ'", "Ꭰꭰ", "ßŉ"):
    print(ascii([text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold()]))
for field in ("{0!r", "{0!", "{0!r:", "{0:", "{0", "{0!r!", "{0!r:x", "{0:{1}", "{0:{", "{0[", "{0[a"):
    attempt(lambda: field.format("ab"))
nan, inf = float("nan"), float("inf")
for data in ([nan, 1], [inf, 1], [inf, -inf], [None], ["a", 1]):
    for name in ("mean", "variance", "stdev", "pvariance", "pstdev", "geometric_mean", "harmonic_mean"):
        attempt(lambda: (name, getattr(statistics, name)(data)))
attempt(lambda: math.degrees(1e308))
attempt(lambda: math.lgamma(1e308))
attempt(lambda: Counter(a="x"))
attempt(lambda: "abc".removesuffix(None))
for left in ({1}, frozenset(), {}, range(2), None, 5.5, object, [1]):
    for right in ([1], (1,), "ab", 2):
        value = left
        try:
            value *= right
            print(value)
        except TypeError as error:
            print(error)
