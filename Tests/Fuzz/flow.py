"""Random programs about statements: blocks within blocks, exceptions, generators, classes and closures.

`program(seed)` gives one. Where `programs.py` tries values and their methods, this tries where the program goes
next: each block prints where it is, so that one program compares some dozens of turns. Loops have few turns.
"""

import random

SMALL = ["x", "y", "'s'", "None", "[1, 2]", "1.5", "True", "(1, 2)", "len"]
SIMPLE = ["print", "assign", "augmented", "raise", "flow", "expression"]
COMPOUND = ["if", "while", "for", "try", "try", "try", "with", "function", "class", "generator", "unpack", "delete",
            "closure", "decorated", "assertion", "comprehension"]
CAUGHT = ["ValueError", "TypeError", "ZeroDivisionError", "(KeyError, IndexError)", "Exception", "Own", "ArithmeticError",
          "NameError"]
RAISED = ["raise ValueError('v')", "raise Own(1, 2)", "raise KeyError('k') from ValueError('c')", "raise",
          "raise Own from None", "1 / 0", "[][0]", "{}['q']", "undefined_name", "int('z')", "raise StopIteration(3)",
          "raise 5", "x.missing", "print('on')", "print('on')", "pass"]
# Special methods with the parameters behind self.
METHODS = {"__init__": ", x=1, y=2", "__repr__": "", "__str__": "", "__format__": ", s", "__eq__": ", o", "__ne__": ", o",
           "__lt__": ", o", "__hash__": "", "__add__": ", o", "__radd__": ", o", "__iadd__": ", o", "__sub__": ", o",
           "__mul__": ", o", "__rmul__": ", o", "__neg__": "", "__index__": "", "__len__": "", "__bool__": "",
           "__getitem__": ", k", "__contains__": ", k", "__iter__": "", "__missing__": ", k", "__getattr__": ", n",
           "__setattr__": ", n, v", "__call__": "", "__enter__": "", "__exit__": ", *a", "__init_subclass__": ", **k",
           "__set_name__": ", o, n", "method": ""}
USES = ["{o} + 1", "1 + {o}", "{o} == {o}", "{o} != 1", "{o} < 1", "{o}.v", "len({o})", "bool({o})", "{o}()", "{o}[0]",
        "list({o})", "1 in {o}", "hash({o}) is None", "{o}.method()", "str({o})", "f'{{{o}}}'", "-{o}", "{o}.missing",
        "isinstance({o}, Base)", "{o} * 2", "2 * {o}", "{o} - {o}", "sorted([{o}, {o}])", "type({o}).__name__", "{o}.attribute",
        "[1, 2, 3, 4][{o}]", "{o}.base()", "type({o}).__mro__[1:]"]
PRELUDE = '''
class Own(Exception): pass
class Base:
    def __init__(self, *a, **k): print("Base", a, k)
    def base(self): return "base"
    def method(self): return "Base.method"
class Mixin:
    def __init__(self, *a, **k): print("Mixin", a, k)
    def method(self): return "Mixin.method"
class Manager:
    def __init__(self, kind): self.kind = kind
    def __enter__(self):
        print("enter", self.kind)
        return [self.kind]
    def __exit__(self, kind, error, trace):
        print("exit", self.kind, kind and kind.__name__, error)
        if self.kind == 3: raise KeyError("exit")
        return self.kind == 1
def counted(n):
    for i in range(n):
        got = yield i
        if got is not None: print("got", got)
    return "done"
def decorator(f):
    print("decorate", getattr(f, "__name__", "?"))
    def wrapper(*a, **k):
        print("call")
        return f(*a, **k)
    return wrapper
def log(v):
    print("log", v)
    return v
x = 1
y = 2
'''


class Flow:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.lines = []

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, p):
        return self.random.random() < p

    def fresh(self, prefix):
        self.count += 1
        return f"{prefix}{self.count}"

    def emit(self, level, text):
        self.lines.append("    " * level + text)

    def expression(self, depth=2):
        if depth <= 0 or self.chance(0.3):
            return self.pick(str(self.random.randint(-3, 9)), *SMALL)
        a, b, c = self.expression(depth - 1), self.expression(depth - 1), self.pick("x", "y", "1", "'ab'", "[1, 2]")
        return self.pick(
            f"({a} + {b})", f"({a} * {b})", f"({a} - {b})", f"({a} // {b})", f"({a} < {b})", f"({a} == {b})",
            f"({a} and {b})", f"({a} or {b})", f"(not {a})", f"({a} if {b} else x)", f"[{a}, {b}]", f"({a}, {b})",
            f"{{{a!r}: {b}}}", f"log({a})", f"str({a})", f"abs({a})", f"max({a}, {b})", f"(lambda x={a}: {b})()",
            f"[x for x in ({a}, {b})]", f"f'{{{self.pick('x', 'y', '1')}}}'",f"{c}[{b}]", f"next(iter([{a}]))",
            f"({a} in [{b}])", f"isinstance({a}, (int, str))")

    def block(self, level, depth, where):
        for _ in range(self.random.randint(1, 3)):
            self.statement(level, depth, where)

    def statement(self, level, depth, where):
        name = self.pick(*SIMPLE) if depth <= 0 else self.pick(*SIMPLE, *COMPOUND)
        getattr(self, "make_" + name)(level, depth - 1, where)

    # One method a statement; `where` has "loop", "function" and "generator" where they are around it.

    def make_print(self, level, depth, where):
        self.emit(level, f"print({self.fresh('')}, {self.expression()})")

    def make_assign(self, level, depth, where):
        self.emit(level, f"{self.pick('x', 'y', 'x, y', 'x = y', '[x, *y]', '*x, y')} = {self.expression()}")

    def make_augmented(self, level, depth, where):
        self.emit(level, f"{self.pick('x', 'y')} {self.pick('+', '-', '*', '//', '%', '&', '|')}= {self.expression(1)}")

    def make_expression(self, level, depth, where):
        self.emit(level, self.pick(self.expression(3), f"print((z := {self.expression(1)}), z)"))

    def make_raise(self, level, depth, where):
        self.emit(level, self.pick(*RAISED, f"raise {self.expression(1)}"))

    def make_flow(self, level, depth, where):
        choices = ["pass", "print('flow')"]
        if "loop" in where:
            choices += ["break", "continue"] * 2
        if "generator" in where:
            choices += [f"yield {self.expression(1)}", f"x = yield {self.expression(1)}", "return 9", "yield from [7, 8]"]
        elif "function" in where:
            choices += [f"return {self.expression(1)}"] * 2
        self.emit(level, self.pick(*choices))

    def make_assertion(self, level, depth, where):
        self.emit(level, f"assert {self.expression()}, {self.expression(1)}")

    def make_comprehension(self, level, depth, where):
        tail = self.pick("", "if x", "for y in [x, 5]", f"if {self.expression(1)}")
        self.emit(level, f"print([{self.expression(1)} for x in {self.pick('range(3)', '(1, 2)', self.expression(1))} {tail}])")

    def make_unpack(self, level, depth, where):
        targets = self.pick("x, y", "(x, y), z", "x, *y", "*x, y", "x, [y, *z]")
        self.emit(level, f"{targets} = {self.pick('1, 2', '[1, 2, 3]', '(1, 2), 3', '{1: 2}', self.expression(1))}")

    def make_delete(self, level, depth, where):
        self.emit(level, self.pick("del x", "del y", "del x, y"))
        self.emit(level, "x = 1; y = 2")

    def make_if(self, level, depth, where):
        self.emit(level, f"if {self.expression()}:")
        self.block(level + 1, depth, where)
        if self.chance(0.4):
            self.emit(level, f"elif {self.expression()}:")
            self.block(level + 1, depth, where)
        self.otherwise(level, depth, where)

    def otherwise(self, level, depth, where):
        if self.chance(0.4):
            self.emit(level, "else:")
            self.block(level + 1, depth, where)

    def make_while(self, level, depth, where):
        name = self.fresh("w")
        self.emit(level, f"{name} = 0")
        self.emit(level, f"while {name} < {self.random.randint(1, 3)}:")
        self.emit(level + 1, f"{name} += 1")
        self.block(level + 1, depth, where | {"loop"})
        self.otherwise(level, depth, where)

    def make_for(self, level, depth, where):
        items = self.pick("range(3)", "[1, 2]", "zip([1, 2], [3, 4])", "counted(3)", self.expression(1))
        self.emit(level, f"for {self.pick('x', 'y', 'x, y', self.fresh('i'))} in {items}:")
        self.block(level + 1, depth, where | {"loop"})
        self.otherwise(level, depth, where)

    def make_try(self, level, depth, where):
        self.emit(level, "try:")
        self.block(level + 1, depth, where)
        catches = self.chance(0.75)
        for _ in range(self.random.randint(1, 2) if catches else 0):
            name = self.fresh("e")
            self.emit(level, f"except {self.pick(*CAUGHT)} as {name}:")
            kinds = ", ".join(f"type({name}{link}).__name__" for link in ("", ".__context__", ".__cause__"))
            self.emit(level + 1, f"print('caught', {name}, {kinds})")
            self.block(level + 1, depth, where)
        if catches and self.chance(0.2):
            self.emit(level, "except:")
            self.block(level + 1, depth, where)
        if catches:
            self.otherwise(level, depth, where)
        if not catches or self.chance(0.3):
            self.emit(level, "finally:")
            self.emit(level + 1, "print('finally')")
            self.block(level + 1, depth, where)

    def make_with(self, level, depth, where):
        items = self.pick("Manager(0)", "Manager(1)", "Manager(1) as x", "Manager(0) as x, Manager(1) as y", "Manager(3)")
        self.emit(level, f"with {items}:")
        self.block(level + 1, depth, where)

    def make_function(self, level, depth, where):
        name = self.fresh("f")
        parameters = self.pick("", "x=1", "x, y=2", "*a, x=3, y=4", "x, /, y=1", "*, x=5, **y")
        self.emit(level, f"def {name}({parameters}):")
        self.block(level + 1, depth, {"function"})
        self.emit(level, f"print({name}({self.pick('', '1', '1, 2', 'x=3', '*[1, 2]', '**dict(x=1)', '1, y=7')}))")

    def make_generator(self, level, depth, where):
        name, made = self.fresh("g"), self.fresh("g")
        self.emit(level, f"def {name}(x, y=2):")
        self.emit(level + 1, self.pick("yield x", "y = yield x", "y = yield from counted(2)", "z = yield"))
        self.block(level + 1, depth, {"function", "generator"})
        self.emit(level, f"{made} = {name}(5)")
        self.emit(level, f"print(next({made}))")
        self.emit(level, self.pick(
            "pass", f"print({made}.send(8))", f"print({made}.throw(ValueError('thrown')))", f"print({made}.close())",
            f"print(next({made}, 'default'))", f"for x in {made}: print(x)"))
        self.emit(level, f"print(list({made}))")

    def make_closure(self, level, depth, where):
        name = self.fresh("c")
        for offset, text in ((0, f"def {name}():"), (1, "k = 0"), (1, "def inner(x=None):"), (2, "nonlocal k"), (2, "k += 1"),
                             (2, f"return k, {self.expression(1)}"), (1, "return inner"), (0, f"{name} = {name}()"),
                             (0, f"print({name}(), {name}(2))")):
            self.emit(level + offset, text)

    def make_decorated(self, level, depth, where):
        name = self.fresh("d")
        for _ in range(self.random.randint(1, 2)):
            self.emit(level, "@decorator")
        self.emit(level, f"def {name}(x): return {self.expression(1)}")
        self.emit(level, f"print({name}({self.expression(1)}))")

    def make_class(self, level, depth, where):
        name, made = self.fresh("C"), self.fresh("o")
        bases = self.pick("", "(Base)", "(Base, Mixin)", "(Own)", "(list)", "(dict)", "(int)", "(str)")
        self.emit(level, f"class {name}{bases}:")
        if self.chance(0.5):
            self.emit(level + 1, f"attribute = {self.expression(1)}")
        for _ in range(self.random.randint(1, 3)):
            self.method(level + 1)
        self.emit(level, f"{made} = {name}({self.pick('', '', '1', '1, 2', 'x=5')})")
        for _ in range(2):
            self.emit(level, f"print({self.pick(*USES).format(o=made)})")

    def method(self, level):
        name = self.pick(*METHODS)
        parameters = METHODS[name]
        if self.chance(0.1):
            self.emit(level, self.pick("@property", "@staticmethod", "@classmethod", "@decorator"))
        self.emit(level, f"def {name}(self{parameters}):")
        self.emit(level + 1, f"print('{name}')")
        if name == "__getitem__":
            self.emit(level + 1, "if k == 3: raise IndexError(k)")
        if self.chance(0.3):
            given = parameters[2:].replace("=1", "").replace("=2", "")
            self.emit(level + 1, f"return super().{name}({given})")
        elif name in ("__repr__", "__str__", "__format__") and self.chance(0.8):
            self.emit(level + 1, "return 'R'")
        elif name in ("__hash__", "__len__", "__index__") and self.chance(0.8):
            self.emit(level + 1, "return 3")
        elif name == "__init__" and self.chance(0.7):
            self.emit(level + 1, "self.v = x")
        elif name == "__iter__" and self.chance(0.8):
            self.emit(level + 1, "yield 1; yield 2")
        else:
            self.emit(level + 1, f"return {self.expression(1)}")


def program(seed):
    flow = Flow(seed)
    flow.lines.append(PRELUDE)
    for _ in range(flow.random.randint(3, 7)):
        if flow.chance(0.8):
            flow.emit(0, "try:")
            flow.block(1, 3, set())
            flow.emit(0, "except Exception as error:")
            flow.emit(1, "print('ended', type(error).__name__, error)")
        else:
            flow.block(0, 3, set())
        flow.emit(0, "x = 1; y = 2")
    return "\n".join(flow.lines) + "\n"
