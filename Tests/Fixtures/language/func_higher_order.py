def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return composed
inc = lambda x: x + 1
double = lambda x: x * 2
print(compose(inc, double)(5), compose(double, inc)(5), compose()(5))
def curry(f, n):
    def step(args):
        def take(x):
            new = args + [x]
            return f(*new) if len(new) == n else step(new)
        return take
    return step([])
print(curry(lambda a, b, c: a + b * c, 3)(1)(2)(3))
print(list(map(lambda f: f(3), [inc, double, str, abs])), [f.__name__ for f in (inc, len, print)])
apply = lambda f, *a, **k: f(*a, **k)
print(apply(max, 1, 2), apply(sorted, [2, 1], reverse=True), apply(dict, a=1))
def memo(f):
    seen = {}
    def g(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]
    return g
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))
pipeline = [str.strip, str.title, lambda s: s.replace(" ", "")]
text = "  hello big world "
for stage in pipeline:
    text = stage(text)
print(text)
print(sorted(["bb", "a", "ccc"], key=len), max({"a": 3, "b": 5}.items(), key=lambda kv: kv[1]), sorted([(2, "b"), (1, "z"), (2, "a")], key=lambda t: (-t[0], t[1])))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))
