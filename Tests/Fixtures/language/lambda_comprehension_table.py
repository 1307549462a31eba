"""Lambdas, comprehensions, unpacking in calls, and their errors."""

def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: 1 if 1 else 2)
attempt(lambda: (lambda: 5)())
attempt(lambda: (lambda x, *a, **k: (x, a, k))(1, 2, y=3))
attempt(lambda: (lambda x: x)())
attempt(lambda: (lambda x: x)(1, 2))
attempt(lambda: (lambda x: x)(y=1))
attempt(lambda: [x for x in range(3)])
attempt(lambda: [x for x in 5])
attempt(lambda: [x for x in range(3) if x])
attempt(lambda: {x: y for x, y in [(1, 2)]})
attempt(lambda: {x: y for x, y in [1]})
attempt(lambda: {x for x in [[]]})
attempt(lambda: sum(x for x in range(3)))
attempt(lambda: [(x, y) for x in range(2) for y in range(2)])
attempt(lambda: [[x for x in range(y)] for y in range(3)])
attempt(lambda: y)
attempt(lambda: print(*[1, 2], sep="-"))
attempt(lambda: print(**{"sep": "-"}))
attempt(lambda: print(*5))
attempt(lambda: print(**5))
attempt(lambda: print(**{5: 1}))
attempt(lambda: print(**{"a": 1}))
attempt(lambda: print(*[1], *[2]))
attempt(lambda: dict(**{"a": 1}, **{"a": 2}))
attempt(lambda: dict(a=1, **{"a": 2}))
