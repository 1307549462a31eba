def make_account(balance):
    history = []
    def deposit(x):
        nonlocal balance
        balance += x
        history.append(("d", x))
        return balance
    def withdraw(x):
        nonlocal balance
        if x > balance:
            return "no"
        balance -= x
        history.append(("w", x))
        return balance
    return deposit, withdraw, lambda: (balance, history)
d, w, s = make_account(10)
print(d(5), w(3), w(100), s())
def chain():
    total = 0
    def add(n):
        nonlocal total
        total += n
        add.total = total
        return add
    return add
c = chain()
print(c(1)(2)(3).total)
def fib_gen():
    a, b = 0, 1
    def step():
        nonlocal a, b
        r, a, b = a, b, a + b
        return r
    return step
f = fib_gen()
print([f() for _ in range(10)])
def loop_closures():
    out = []
    for i in range(3):
        def show(prefix, i=i):
            return f"{prefix}{i}"
        out.append(show)
    return [g("n") for g in out]
print(loop_closures())
def deleted():
    x = 1
    def g():
        return x
    del x
    try:
        return g()
    except NameError as error:
        return str(error)
print(deleted())
