def f(a, b, c=1): pass
def g(*, k): pass
def h(a, /, b): pass
def n(): pass
class C:
    def m(self, x): pass
    def __init__(self, v=0): pass
calls = [
    lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4), lambda: f(1, 2, z=3), lambda: f(1, a=2), lambda: g(),
    lambda: g(1), lambda: h(a=1, b=2), lambda: n(1), lambda: n(x=1), lambda: C().m(), lambda: C().m(1, 2), lambda: C(1, 2),
    lambda: f(**{"a": 1}), lambda: f(*5), lambda: f(**5), lambda: f(1, **{1: 2}), lambda: 5(), lambda: "x"(), lambda: None(),
    lambda: f(b=1), lambda: g(k=1, j=2), lambda: C.m(), lambda: (lambda x: 0)(), lambda: f(1, 2, **{"b": 3}),
]
def three(a, b, c): pass
def kw2(*, a, b): pass
def kw3(*, a, b, c): pass
def opt(a, b=1): pass
calls += [lambda: three(), lambda: kw2(), lambda: kw3(), lambda: opt(1, 2, 3), lambda: opt(), lambda: opt(1, 2, 3, c=3), lambda: kw2(1, a=1)]
for call in calls:
    try:
        call()
    except TypeError as error:
        print(error)
