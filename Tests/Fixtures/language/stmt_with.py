class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow
with Manager("a") as a:
    print("body", a)
with Manager("b") as b, Manager("c") as c:
    print(b, c)
with (Manager("p") as p, Manager("q")):
    print(p)
with Manager("s", True):
    raise ValueError("swallowed")
try:
    with Manager("t"):
        raise ValueError("passed on")
except ValueError as error:
    print("caught", error)
def f():
    with Manager("f"):
        return "returned"
print(f())
for i in range(2):
    with Manager(i):
        continue
try:
    with 5:
        pass
except TypeError as error:
    print(error)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit():
        pass
except TypeError as error:
    print(error)
with Manager("x") as (a, *b):
    print(a, b)
