"""Random programs of the learner's language, each valid and sure to end.

`program(seed)` gives one. A program prints what it computes, and every statement that may fail stands
in a `try` that prints the exception, so that one program compares some dozens of values and messages.
Values are kept small: loops have few turns, and no number grows beyond some hundred digits.
"""

import random
import re

INTS = [0, 1, 2, 3, -1, -2, 5, 7, 10, -17, 63, 64, 255, 1000, 2**31, 2**63 - 1, 2**63, -(2**63), 10**20]
FLOATS = ["0.0", "-0.0", "1.0", "0.5", "-1.5", "2.5", "3.14159", "1e16", "1e-7", "1e300", "0.1",
          "123456.789", "float('inf')", "float('nan')", "-2.675", "(1/3)"]
STRINGS = ["", "a", "abc", "Hello World", "  pad ", "x,y,,z", "42", "-7", "3.5", "ß", "naïve", "日本",
           "tab\\tnew\\nline", "it's", 'say "hi"', "a-b_c", "AbC dEf", "\\x00", "0x1f", "{}", "%s"]
NAMES = ["a", "b", "c", "d", "e"]
TYPES = ["int", "float", "str", "list", "dict", "tuple", "set", "bool", "any"]
LATER = re.compile("\x01([a-z]+):([0-9]+)\x02")
ORDER = ["<", "<=", ">", ">=", "==", "!="]


class Maker:
    """Makes expressions of a wanted type from a seed; now and then of another type."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.wild = self.random.choice([0.0, 0.03, 0.15])
        self.names = {}
        self.count = 0

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, p):
        return self.random.random() < p

    def fresh(self, prefix="v"):
        self.count += 1
        return f"{prefix}{self.count}"

    def expr(self, kind="any", depth=3):
        """An expression that may stand anywhere, before a dot too."""
        text = self.bare(kind, depth)
        return f"({text})" if text[0] in "-+~" or text.isdigit() or text.startswith("not ") else text

    def bare(self, kind, depth):
        if self.chance(self.wild):
            kind = self.pick(*TYPES)
        if kind == "any":
            kind = self.pick("int", "int", "float", "str", "str", "list", "dict", "tuple", "bool", "none")
        known = [n for n, t in self.names.items() if t == kind]
        if known and self.chance(0.4):
            return self.pick(*known)
        if depth <= 0:
            return self.atom(kind)
        if self.chance(0.08):
            return (f"({self.expr(kind, depth - 1)} if {self.expr('bool', depth - 1)}"
                    f" else {self.expr(kind, depth - 1)})")
        if self.chance(0.03):
            return f"(lambda x: {self.expr(kind, depth - 1)})({self.expr('any', depth - 1)})"
        return LATER.sub(self.made, getattr(self, "make_" + kind)(depth - 1))

    def later(self, kind, depth):
        """A mark that becomes an expression if the text that has it is chosen."""
        return f"\x01{kind}:{depth}\x02"

    def made(self, mark):
        kind, depth = mark[1], int(mark[2])
        return self.plain(depth) if kind == "plain" else self.expr(kind, depth)

    def atom(self, kind):
        r = self.random
        if kind == "int":
            return str(r.choice(INTS) if self.chance(0.4) else r.randint(-9, 20))
        if kind == "float":
            return r.choice(FLOATS)
        if kind == "str":
            s = r.choice(STRINGS)
            return f"'{s}'" if "'" not in s else f'"{s}"'
        if kind == "bool":
            return r.choice(["True", "False"])
        if kind == "none":
            return "None"
        items = [str(r.randint(-3, 9)) if self.chance(0.8) else repr(r.choice("abcxyz"))
                 for _ in range(r.randint(0, 4))]
        if kind == "list":
            return "[" + ", ".join(items) + "]"
        if kind == "tuple":
            return "(" + "".join(i + ", " for i in items) + ")"
        if kind == "set":
            return "{" + ", ".join(str(r.randint(0, 9)) for _ in range(r.randint(1, 4))) + "}"
        if kind == "dict":
            return "{" + ", ".join(f"{r.choice(['1', '2', repr('k'), repr('z'), '(1, 2)', 'None', '2.0'])}: {i}"
                                   for i in items) + "}"
        return "None"

    # One method a type. Arguments named e make a subexpression.

    def make_none(self, d):
        e = self.later
        return self.pick("None", f"{e('dict', d)}.get({e('any', d)})", f"[].append({e('any', d)})",
                         f"{e('list', d)}.sort()", f"{e('list', d)}.reverse()",
                         f"{e('dict', d)}.update({e('dict', d)})", f"setattr({e('any', d)}, 'q', 1)")

    def make_bool(self, d):
        e = self.later
        t = self.pick("int", "float", "str", "list", "tuple", "set", "any")
        return self.pick(
            f"{e(t, d)} {self.pick(*ORDER)} {e(t, d)}",
            f"{e('int', d)} {self.pick(*ORDER)} {e('int', d)} {self.pick(*ORDER)} {e('float', d)}",
            f"not {e('any', d)}", f"({e('bool', d)} {self.pick('and', 'or')} {e('bool', d)})",
            f"{e('int', d)} {self.pick('in', 'not in')} {e(self.pick('list', 'dict', 'tuple', 'set'), d)}",
            f"{e('str', d)} in {e('str', d)}", f"isinstance({e('any', d)}, {self.pick('int', 'str', '(int, float)', 'list', 'object')})",
            f"{e('str', d)}.{self.pick('startswith', 'endswith')}({e('str', d)})",
            f"{e('str', d)}.{self.pick('isdigit', 'isalpha', 'isupper', 'islower', 'isspace', 'isalnum', 'isidentifier', 'istitle', 'isnumeric', 'isdecimal', 'isprintable')}()",
            f"{self.pick('any', 'all')}({e('list', d)})", f"bool({e('any', d)})",
            f"callable({e('any', d)})", f"hasattr({e('any', d)}, {self.pick(repr('append'), repr('keys'), repr('real'))})",
            f"{e('set', d)}.{self.pick('issubset', 'issuperset', 'isdisjoint')}({e(self.pick('set', 'list'), d)})",
            f"{e('float', d)}.is_integer()", f"math.{self.pick('isnan', 'isinf', 'isfinite')}({e('float', d)})",
            f"math.isclose({e('float', d)}, {e('float', d)})", f"{e('any', d)} is {e('none', d)}")

    def make_int(self, d):
        e = self.later
        return self.pick(
            f"({e('int', d)} {self.pick('+', '-', '*', '//', '%', '&', '|', '^')} {e('int', d)})",
            f"({e('int', d)} {self.pick('+', '-', '//', '%')} {e('int', d)})",
            f"({e('int', d)} {self.pick('<<', '>>')} ({e('int', d)} % 70))",
            f"({e('int', d)} % 1000) ** ({e('int', d)} % 12)",
            f"{self.pick('-', '+', '~', '- -')}{e('int', d)}", f"len({e(self.pick('list', 'str', 'dict', 'tuple', 'set'), d)})",
            f"abs({e('int', d)})", f"int({e(self.pick('float', 'str', 'bool', 'int'), d)})",
            f"int({e('str', d)}, {self.pick('0', '2', '8', '10', '16', '36', '1')})",
            f"{self.pick('min', 'max', 'sum')}({e('list', d)})", f"{self.pick('min', 'max')}({e('int', d)}, {e('int', d)})",
            f"{e('list', d)}.{self.pick('count', 'index')}({e('int', d)})",
            f"{e('str', d)}.{self.pick('find', 'rfind', 'count', 'index', 'rindex')}({e('str', d)})",
            f"{e('str', d)}.find({e('str', d)}, {e('int', d)}, {e('int', d)})",
            f"{e('list', d)}[{e('int', d)}]", f"{e('tuple', d)}[{e('int', d)}]", f"{e('dict', d)}[{e('any', d)}]",
            f"ord({e('str', d)})", f"hash({e('int', d)})", f"round({e('float', d)})", f"round({e('int', d)}, {self.pick('-1', '-2', '0', '1')})",
            f"divmod({e('int', d)}, {e('int', d)})[{self.pick('0', '1')}]",
            f"pow({e('int', d)} % 99, {e('int', d)} % 99, {e('int', d)})",
            f"{e('int', d)}.bit_length()", f"sum(x * {e('int', d)} for x in range({e('int', d)} % 9))",
            f"{e('list', d)}.pop({self.pick('', e('int', d))})", f"{e('dict', d)}.pop({e('any', d)}, {e('int', d)})",
            f"math.{self.pick('floor', 'ceil', 'trunc')}({e('float', d)})", f"math.gcd({e('int', d)}, {e('int', d)})",
            f"math.factorial({e('int', d)} % 25)", f"math.comb({e('int', d)} % 30, {e('int', d)} % 30)", f"math.isqrt({e('int', d)})",
            f"functools.reduce(lambda p, q: p {self.pick('+', '-', '|')} q, {e('list', d)})",
            f"functools.reduce(lambda p, q: p + q, {e('list', d)}, {e('int', d)})",
            f"collections.Counter({e(self.pick('str', 'list'), d)})[{e('any', d)}]",
            f"next(iter({e(self.pick('list', 'tuple', 'dict'), d)}))", f"next(iter({e('list', d)}), {e('int', d)})")

    def make_float(self, d):
        e = self.later
        return self.pick(
            f"({e('float', d)} {self.pick('+', '-', '*', '/', '//', '%')} {e(self.pick('float', 'int'), d)})",
            f"({e('int', d)} / {e('int', d)})", f"float({e(self.pick('int', 'str', 'float'), d)})",
            f"abs({e('float', d)})", f"round({e('float', d)}, {self.pick('0', '1', '2', '3', '-1', '10')})",
            f"({e('float', d)} ** {self.pick('2', '-1', e('int', 0))})", f"(abs({e('float', d)}) ** 0.5)", f"-{e('float', d)}",
            f"math.{self.pick('sqrt', 'fabs', 'log1p', 'exp', 'log10', 'log2')}({e('float', d)})" if self.chance(0.5)
            else f"math.{self.pick('copysign', 'fmod', 'hypot', 'ldexp')}({e('float', d)}, {e(self.pick('float', 'int'), d)})",
            f"math.fsum({e('list', d)})", f"math.modf({e('float', d)})[0]", f"math.frexp({e('float', d)})[{self.pick(0, 1)}]",
            f"statistics.{self.pick('mean', 'median', 'fmean', 'pstdev', 'mode')}({e('list', d)})", f"sum({e('list', d)}, 0.5)")

    def make_str(self, d):
        e = self.later
        return self.pick(
            f"({e('str', d)} + {e('str', d)})", f"{e('str', d)} * ({e('int', d)} % 5)", f"str({e('any', d)})", f"repr({e('any', d)})",
            f"{e('str', d)}.{self.pick('upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'casefold')}()",
            f"{e('str', d)}.{self.pick('strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix')}({e('str', d)})",
            f"{e('str', d)}.replace({e('str', d)}, {e('str', d)})", f"{e('str', d)}.replace({e('str', d)}, {e('str', d)}, {e('int', d)})",
            f"{e('str', d)}.{self.pick('center', 'ljust', 'rjust')}({e('int', d)} % 30, {self.pick(repr('*'), repr('.'), e('str', d))})",
            f"{e('str', d)}.zfill({e('int', d)} % 20)", f"{e('str', d)}.expandtabs({e('int', d)} % 9)",
            f"{e('str', d)}.join({e(self.pick('list', 'str'), d)})", f"{e('str', d)}.join(map(str, {e('list', d)}))",
            f"{e('str', d)}[{e('int', d)}]", f"{e('str', d)}[{self.slice(d)}]", f"chr({e('int', d)} % 1000 + 32)",
            f"{self.pick('bin', 'hex', 'oct')}({e('int', d)})", f"format({e(self.pick('int', 'float', 'str'), d)}, {self.spec()!r})",
            f"f'{{{e('plain', d)}:{self.spec()}}}'", f"f'<{{{e('plain', d)}!{self.pick('r', 's', 'a')}:>{self.random.randint(0, 20)}}}>'",
            f"f'{{{e('plain', d)}=}}'", f"'{self.percent()}' % ({e('any', d)},)", f"'{self.percent()} {self.percent()}' % ({e('any', d)}, {e('any', d)})",
            f"'{self.field()}{self.field()}'.format({e('any', d)}, {e('any', d)}, k={e('any', d)})",
            f"ascii({e('str', d)})", f"type({e('any', d)}).__name__", f"{e('str', d)}.translate({e('dict', d)})", f"str(type({e('any', d)}))")

    def make_list(self, d):
        e = self.later
        t = self.pick("int", "any", "float", "str")
        return self.pick(
            f"[{', '.join(e(t, d) for _ in range(self.random.randint(0, 4)))}]", f"({e('list', d)} + {e('list', d)})",
            f"{e('list', d)} * ({e('int', d)} % 4)", f"{e('list', d)}[{self.slice(d)}]", f"sorted({e(self.pick('list', 'tuple', 'str', 'dict'), d)})",
            f"sorted({e('list', d)}, key={self.pick('str', 'repr', 'lambda x: -x', 'abs', 'lambda x: (x % 3, x)')}, reverse={e('bool', 0)})",
            f"list({e(self.pick('tuple', 'str', 'dict', 'list', 'any'), d)})", f"list(range({e('int', d)} % 9, {e('int', d)} % 30, {self.pick('1', '2', '-1', '3')}))",
            f"[x {self.pick('+', '*', '-', '//')} {e('int', d)} for x in {e('list', d)}]", f"[x for x in {e('list', d)} if x {self.pick(*ORDER)} {e('int', d)}]",
            f"[(x, y) for x in {e('list', 0)}[:5] for y in {e('str', 0)}[:5]]", f"{e('str', d)}.split({self.pick('', e('str', d))})",
            f"{e('str', d)}.{self.pick('split', 'rsplit')}({e('str', d)}, {e('int', d)} % 4 - 1)", f"{e('str', d)}.splitlines({self.pick('', 'True')})",
            f"list(map({self.pick('str', 'int', 'float', 'abs', 'len', 'repr', 'lambda x: x * 2')}, {e('list', d)}))",
            f"list(filter({self.pick('None', 'lambda x: x > 0', 'bool')}, {e('list', d)}))", f"list(zip({e('list', d)}, {e(self.pick('str', 'tuple'), d)}))",
            f"list(zip({e('list', d)}, {e('list', d)}, strict=True))", f"list(enumerate({e(self.pick('list', 'str'), d)}, {e('int', d)}))",
            f"list(reversed({e(self.pick('list', 'str', 'tuple', 'dict'), d)}))", f"list({e('dict', d)}.{self.pick('keys', 'values', 'items')}())",
            f"[*{e('list', d)}, {e('any', d)}, *{e(self.pick('tuple', 'str'), d)}]", f"{e('list', d)}.copy()",
            f"list(itertools.{self.pick('accumulate', 'pairwise', 'chain', 'permutations')}({e('list', 0)}[:4]))",
            f"list(itertools.combinations({e('list', 0)}[:5], {e('int', 0)} % 3))", f"list(itertools.islice({e('list', d)}, {e('int', d)} % 4))",
            f"list(itertools.product({e('list', 0)}[:5], {e('str', 0)}[:5]))", f"list(itertools.zip_longest({e('list', d)}, {e('str', d)}, fillvalue={e('any', d)}))",
            f"list(itertools.takewhile(lambda x: x < 4, {e('list', d)}))", f"[(k, list(g)) for k, g in itertools.groupby({e('list', d)})]",
            f"list(itertools.starmap(lambda x, y: (y, x), {e('list', d)}))", f"collections.Counter({e('str', d)}).most_common()",
            f"list(collections.deque({e('list', d)}, {self.pick('None', '2', '3')}))", f"copy.deepcopy({e('list', d)})")

    def make_tuple(self, d):
        e = self.later
        return self.pick(
            "(" + "".join(e("any", d) + ", " for _ in range(self.random.randint(0, 3))) + ")", f"tuple({e(self.pick('list', 'str', 'dict', 'any'), d)})",
            f"({e('tuple', d)} + {e('tuple', d)})", f"{e('tuple', d)}[{self.slice(d)}]", f"{e('tuple', d)} * ({e('int', d)} % 3)",
            f"divmod({e(self.pick('int', 'float'), d)}, {e('int', d)})", f"{e('str', d)}.{self.pick('partition', 'rpartition')}({e('str', d)})",
            f"(*{e('list', d)}, {e('any', d)})", f"{e('float', d)}.as_integer_ratio()", f"slice({e('int', d)}, {e('int', d)}, {e('int', d)}).indices({e('int', d)})")

    def make_set(self, d):
        e = self.later
        small = lambda: f"{{{', '.join(str(self.random.randint(0, 12)) for _ in range(self.random.randint(1, 6)))}}}"
        return self.pick(f"({e('set', d)} {self.pick('|', '&', '-', '^')} {e('set', d)})", small(), small(), f"set(range({e('int', d)} % 9))",
                         f"{{x % 5 for x in {e('list', d)}}}", f"{e('set', d)}.{self.pick('union', 'intersection', 'difference', 'symmetric_difference')}({small()})",
                         f"frozenset({small()})", "set()")

    def make_dict(self, d):
        e = self.later
        return self.pick(
            "{" + ", ".join(f"{e(self.pick('int', 'str', 'tuple'), d)}: {e('any', d)}" for _ in range(self.random.randint(0, 3))) + "}",
            f"{{x: {e('any', d)} for x in {e(self.pick('list', 'str'), d)}}}", f"dict(zip({e('str', d)}, {e('list', d)}))", f"dict(a={e('any', d)}, b={e('any', d)})",
            f"({e('dict', d)} | {e('dict', d)})", f"{{**{e('dict', d)}, 'z': {e('any', d)}}}", f"dict.fromkeys({e(self.pick('list', 'str'), d)}, {e('any', d)})",
            f"dict({e('list', d)})", f"dict(collections.Counter({e(self.pick('str', 'list'), d)}))", f"{e('dict', d)}.copy()", f"dict(enumerate({e('list', d)}))")

    # Parts of expressions.

    def slice(self, d):
        part = lambda: self.pick("", self.expr("int", 0), str(self.random.randint(-4, 4)))
        return part() + ":" + part() + self.pick("", ":" + part())

    def spec(self):
        r = self.random
        fill = self.pick("", "", "*", "0", "_")
        align = self.pick("", "<", ">", "^", "=") if not fill else self.pick("<", ">", "^", "=")
        return (fill + align + self.pick("", "", "+", "-", " ") + self.pick("", "", "", "#") + self.pick("", "", "0")
                + self.pick("", str(r.randint(0, 14))) + self.pick("", "", ",", "_") + self.pick("", "", f".{r.randint(0, 8)}")
                + self.pick("", "d", "x", "X", "b", "o", "e", "E", "f", "F", "g", "G", "%", "s", "n", "c"))

    def percent(self):
        r = self.random
        return ("%" + self.pick("", "-", "+", "0", " ", "#") + self.pick("", str(r.randint(0, 12))) + self.pick("", "", f".{r.randint(0, 6)}")
                + self.pick("d", "s", "r", "f", "e", "g", "x", "o", "i", "X", "c", "a", "G", "%"))

    def field(self):
        return "{" + self.pick("", "0", "1", "k", "2", "k[0]", "0[0]", "0.real") + self.pick("", "!r", "!s") + self.pick("", ":" + self.spec()) + "}"

    def plain(self, d):
        """An expression that may stand in an f-string: no quotes, no backslash, no braces, no lambda."""
        for _ in range(4):
            text = self.expr(self.pick("int", "float", "str", "list"), d)
            if not set(text) & set("'\"\\{}") and "lambda" not in text and not text.startswith("-0x"):
                return f" ({text})"
        return self.pick(*(list(self.names) or ["12"]))


class ProgramMaker(Maker):
    """Makes statements of the expressions."""

    def guarded(self, lines, indent):
        pad = "    " * indent
        return ([pad + "try:"] + [pad + "    " + line for line in lines]
                + [pad + "except Exception as error:", pad + "    print(type(error).__name__, error)"])

    def statements(self, indent=0, budget=6, loop=False, function=False):
        lines = []
        for _ in range(budget):
            lines += self.statement(indent, loop, function)
        return lines or ["    " * indent + "pass"]

    def show(self, indent):
        kind = self.pick(*TYPES)
        text = self.expr(kind, self.random.randint(1, 4))
        return self.guarded([f"print(repr({text}))" if self.chance(0.7) else f"print({text}, {self.expr('any', 2)}, sep='|')"], indent)

    def assign(self, indent):
        pad = "    " * indent
        name = self.pick(*NAMES)
        kind = self.pick("int", "float", "str", "list", "dict", "tuple", "set")
        value = self.expr(kind, 2)
        lines = [pad + "try:", f"{pad}    {name} = {value}", pad + "except Exception as error:",
                 f"{pad}    {name} = {self.atom(kind)}", pad + "    print(type(error).__name__, error)"]
        self.names[name] = kind
        return lines

    def change(self, indent):
        e = self.expr
        kinds = {k: [n for n, t in self.names.items() if t == k] for k in ("int", "float", "str", "list", "dict", "set")}
        options = []
        for n in kinds["int"]:
            options += [f"{n} {self.pick('+=', '-=', '//=', '%=', '&=', '|=', '^=')} {e('int', 1)}"]
        for n in kinds["float"]:
            options += [f"{n} {self.pick('+=', '-=', '*=', '/=')} {e('float', 1)}"]
        for n in kinds["str"]:
            options += [f"{n} += {e('str', 1)}", f"{n} = {n}[:20]", f"{n}[0] = 'x'"]
        for n in kinds["list"]:
            options += [f"{n}.append({e('any', 1)})", f"{n}.insert({e('int', 1)}, {e('any', 1)})", f"{n}[{e('int', 1)}] = {e('any', 1)}",
                        f"{n}[{self.slice(1)}] = {e('list', 1)}", f"del {n}[{e('int', 1)}]", f"del {n}[{self.slice(1)}]", f"{n} += {e(self.pick('list', 'tuple', 'str'), 1)}",
                        f"{n}.remove({e('int', 1)})", f"{n}.extend({e('list', 1)})", f"{n}.sort(reverse=True)", f"{n}.sort(key=repr)"]
        for n in kinds["dict"]:
            options += [f"{n}[{e(self.pick('int', 'str', 'any'), 1)}] = {e('any', 1)}", f"del {n}[{e('any', 1)}]", f"{n}.setdefault({e('int', 1)}, {e('any', 1)})",
                        f"{n}.popitem()", f"{n} |= {e('dict', 1)}", f"{n}.update({e('dict', 1)})"]
        for n in kinds["set"]:
            options += [f"{n} {self.pick('|=', '&=', '-=', '^=')} {e('set', 1)}", f"{n} = {n} | {{{e('int', 1)}}}"]
        if not options:
            return self.assign(indent)
        text = self.pick(*options)
        name = text.removeprefix("del ")[0]
        return self.guarded([text, f"print({name})"], indent)

    def unpack(self, indent):
        p, q = self.fresh("p"), self.fresh("q")
        target = self.pick(f"{p}, {q}", f"{p}, *{q}", f"*{p}, {q}", f"[{p}, ({q}, *_)]", f"({p}), {q}")
        return self.guarded([f"{target} = {self.expr(self.pick('list', 'tuple', 'str', 'any'), 2)}", f"print({p}, {q})"], indent)

    def loop(self, indent, function):
        pad = "    " * indent
        name = self.fresh("i")
        if self.chance(0.25):
            lines = [f"{pad}{name} = {self.random.randint(0, 4)}", f"{pad}while {name} > 0:", f"{pad}    {name} -= 1"]
        else:
            source = self.pick(f"range({self.random.randint(0, 4)})", self.atom("list"), self.atom("str"), self.atom("dict"), f"enumerate({self.atom('list')})",
                               f"zip({self.atom('list')}, {self.atom('tuple')})", f"reversed({self.atom('tuple')})")
            lines = [f"{pad}for {name} in {source}:"]
        lines += self.statements(indent + 1, 2, True, function)
        if self.chance(0.3):
            lines += [f"{pad}    if {self.expr('bool', 1) if not self.wild else self.atom('bool')}:".replace("    if", "    if", 1),
                      pad + "        " + self.pick("break", "continue")] if not self.wild else [pad + "    " + self.pick("break", "continue", "pass")]
        lines += [f"{pad}    print('turn', {name})"]
        if self.chance(0.3):
            lines += [pad + "else:", pad + "    print('done')"]
        return [pad + "try:"] + ["    " + line for line in lines] + [pad + "except Exception as error:", pad + "    print(type(error).__name__, error)"]

    def conditional(self, indent, loop, function):
        pad = "    " * indent
        lines = [f"{pad}if {self.atom('bool') if self.wild else self.expr('bool', 1)}:"] + self.statements(indent + 1, 1, False, function)
        if self.chance(0.4):
            lines += [f"{pad}elif {self.atom('int')}:"] + self.statements(indent + 1, 1, False, function)
        if self.chance(0.5):
            lines += [pad + "else:"] + self.statements(indent + 1, 1, False, function)
        return [pad + "try:"] + ["    " + line for line in lines] + [pad + "except Exception as error:", pad + "    print(type(error).__name__, error)"]

    def attempt(self, indent):
        pad = "    " * indent
        kinds = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "(LookupError, ArithmeticError)", "Exception"]
        raised = self.pick(f"raise {self.pick('ValueError', 'KeyError', 'TypeError', 'RuntimeError')}({self.expr('any', 1)})", f"print({self.expr('any', 2)})",
                           f"assert {self.expr('bool', 1)}, {self.expr('str', 1)}", f"[][{self.expr('int', 1)}]", f"raise {self.pick('ValueError', 'OSError')} from {self.pick('None', 'KeyError(1)')}")
        lines = [pad + "try:", pad + "    try:", f"{pad}        {raised}", f"{pad}    except {self.pick(*kinds)} as caught:",
                 f"{pad}        print('caught', type(caught).__name__, caught.args, caught.__cause__, caught.__suppress_context__)"]
        if self.chance(0.3):
            lines += [f"{pad}        raise {self.pick('', 'IndexError(3) from caught', 'LookupError(caught)')}"]
        if self.chance(0.4):
            lines += [pad + "    else:", pad + "        print('else')"]
        if self.chance(0.5):
            lines += [pad + "    finally:", pad + "        print('finally')"]
        return lines + [pad + "except Exception as error:", pad + "    print(type(error).__name__, error, type(error.__context__).__name__, type(error.__cause__).__name__)"]

    def parameters(self):
        shape = self.random.randint(0, 7)
        return ["", "x", "x, y=2", "x, /, y, *, z=3", "*args", "x, *args, **kw", "x=1, *, y", "**kw"][shape], \
            ["()", "(x,)", "(x, y)", "(x, y, z)", "(args,)", "(x, args, kw)", "(x, y)", "(kw,)"][shape]

    def call(self, name):
        e = lambda: self.expr("any", 1)
        return self.pick(f"{name}()", f"{name}({e()})", f"{name}({e()}, {e()})", f"{name}(x={e()})", f"{name}({e()}, y={e()})", f"{name}(1, 2, z={e()})",
                         f"{name}(*{self.atom('list')})", f"{name}(**{{'x': {e()}, 'y': 2}})", f"{name}({e()}, {e()}, {e()}, {e()})", f"{name}(1, x=2)", f"{name}(q=1)")

    def function(self, indent):
        pad = "    " * indent
        name = self.fresh("f")
        inputs, result = self.parameters()
        saved = dict(self.names)
        lines = [f"{pad}def {name}({inputs}):"]
        if self.chance(0.3):
            lines += [f"{pad}    '''Doc {name}.'''"]
        if self.chance(0.35):
            lines += [f"{pad}    for step in range({self.random.randint(0, 3)}):", f"{pad}        got = yield step, {result}", pad + "        print('got', got)",
                      f"{pad}    return {result}"]
            use = self.pick(f"print(list({self.call(name)}))", f"g = {self.call(name)}; print(next(g)); print(g.send({self.atom('int')}))",
                            f"g = {self.call(name)}; next(g); g.close(); print(next(g, 'end'))", f"print([*{self.call(name)}][:1])",
                            f"g = {self.call(name)}; next(g); g.throw(KeyError('in'))")
        elif self.chance(0.3):
            lines += [pad + "    count = 0", pad + "    def inner(step=1):", pad + "        nonlocal count", pad + "        count += step",
                      f"{pad}        return count, {result}", pad + "    return inner"]
            use = f"g = {self.call(name)}; g(); print(g({self.expr('int', 1)}), g.__name__, g.__qualname__)"
        else:
            for _ in range(2):
                lines += self.statement(indent + 1, False, True)
            lines += [f"{pad}    return {result}, {self.expr('any', 2)}"]
            use = f"print({self.call(name)})"
        self.names = saved
        lines = lines + self.guarded([use], indent) + self.guarded([f"print({self.call(name)})" if "g = " not in use and "list" not in use and "[*" not in use else f"print({name}.__name__, {name}.__doc__)"], indent)
        return lines

    def classes(self, indent):
        pad = "    " * indent
        base, child = self.fresh("C"), self.fresh("D")
        r = self.random
        op, method = r.choice([("+", "add"), ("-", "sub"), ("*", "mul"), ("/", "truediv"), ("//", "floordiv"), ("%", "mod"), ("@", "matmul"), ("&", "and"), ("<<", "lshift")])
        lines = [f"{pad}class {base}:", f"{pad}    kind = {self.atom('str')}", f"{pad}    def __init__(self, x={self.atom('int')}):", pad + "        self.x = x",
                 f"{pad}    def __repr__(self):", f"{pad}        return f'{base}({{self.x!r}})'"]
        extras = [
            [f"    def __{method}__(self, other):", f"        return {base}((self.x, {op!r}, other))"], [f"    def __r{method}__(self, other):", f"        return {base}((other, {op!r}, self.x))"],
            ["    def __eq__(self, other):", "        return isinstance(other, type(self)) and self.x == other.x"], ["    def __hash__(self):", "        return hash(self.x)"],
            ["    def __lt__(self, other):", "        return self.x < other.x"], ["    def __len__(self):", f"        return {self.atom('int')}"], ["    def __getitem__(self, key):", "        if key == 3: raise IndexError(key)", "        return key"],
            ["    def __contains__(self, item):", "        return item"], ["    def __iter__(self):", "        yield self.x", "        yield 2"], ["    def __bool__(self):", f"        return {self.expr('any', 1) if self.wild else self.atom('bool')}"],
            ["    def __call__(self, *a, **k):", "        return a, k"], ["    def __getattr__(self, name):", "        if name == 'magic': return 42", "        raise AttributeError(name)"],
            ["    @property", "    def double(self):", "        return self.x * 2"], ["    @double.setter" if False else "    @staticmethod", "    def static(*a):", "        return a"], ["    @classmethod", "    def make(cls, *a):", "        return cls(*a)"],
            ["    def __enter__(self):", "        return self", "    def __exit__(self, kind, value, trace):", f"        print('exit', kind, value); return {self.atom('bool')}"],
            ["    def __str__(self):", "        return 'str of ' + repr(self.x)"], ["    def __format__(self, spec):", "        return '<' + spec + '>'"], ["    def __int__(self):", "        return 7"], ["    def __index__(self):", "        return 2"],
            ["    def __neg__(self):", f"        return {base}(('-', self.x))"], ["    def __iadd__(self, other):", "        self.x = (self.x, other); return self"], ["    def __float__(self):", "        return 2.5"], ["    def __abs__(self):", "        return 'abs'"]]
        for extra in r.sample(extras, r.randint(1, 9)):
            lines += [pad + line for line in extra]
        lines += [f"{pad}class {child}({base}):"]
        lines += [pad + line for line in self.pick(["    pass"], ["    def __init__(self, x=1, y=2):", "        super().__init__(x)", "        self.y = y"], ["    def __repr__(self):", "        return 'D' + super().__repr__()"], ["    kind = 'child'", "    def __init__(self, *a):", f"        super({child}, self).__init__(*a)"])]
        a, b = self.fresh("o"), self.fresh("o")
        lines += [f"{pad}{a} = {base}({self.atom('int')})", f"{pad}{b} = {child}()"]
        uses = [f"{a} {op} {b}", f"{self.atom('int')} {op} {a}", f"{b} {op} {self.atom('str')}", f"{a} == {b}, {a} != {a}", f"{a} < {b}", f"{a} > {b}", f"sorted([{b}, {a}])", f"len({a})", f"{a}[1], {b}['k']", f"list({a})", f"2 in {a}", f"bool({a})",
                f"{a}(1, k=2)", f"{a}.magic", f"{a}.missing", f"{a}.double", f"{a}.static(1)", f"{base}.make(5), {child}.make(6)", f"str({a}), repr({b})", f"f'{{{a}:x}}{{{b}!r}}'", f"int({a})", f"[1, 2, 3][{a}]", f"-{a}", f"{a}.kind, {b}.kind, {child}.__mro__[1] is {base}",
                f"vars({b})", f"hash({base}(5)) == hash({base}(5))", f"{{{a}: 1}}[{a}]", f"isinstance({b}, {base}), issubclass({base}, {child})", f"{base}(1, 2, 3)", f"{b}.x, {b}.y", f"{a} + 1", f"float({a}), abs({a})", f"round({a})", f"max({a}, {b}, key=lambda o: str(o.x))",
                f"{a} is not None and not {a}", f"{base}.__name__, {child}.__qualname__", f"'%s|%r' % ({a}, {b})", f"{a}.x.real", f"(*{a},)", f"dict([{a}])", f"sum([{a}, {b}])", f"{a} <= {b}", f"divmod({a}, 2)", f"range({a})", f"iter({a})" if False else f"reversed({a}) and 1"]
        for use in r.sample(uses, 12):
            lines += self.guarded([f"print({use})"], indent)
        lines += self.guarded([self.pick(f"{a} += 5; print({a})", f"{a}.double = 3", f"del {a}.x; print({a})", f"{a}.new = 5; print({a}.new)", f"with {a} as w: raise ValueError(w)", f"with {a}: print('in')", f"{base}.kind = 9; print({b}.kind)", f"{a}[0] = 1", f"del {a}[0]")], indent)
        return lines

    def statement(self, indent, loop=False, function=False):
        if indent > 4:
            return self.show(indent)
        kind = self.random.random()
        if kind < 0.40:
            return self.show(indent)
        if kind < 0.55:
            return self.assign(indent)
        if kind < 0.70:
            return self.change(indent)
        if kind < 0.76:
            return self.unpack(indent)
        if kind < 0.82:
            return self.loop(indent, function) if indent < 3 else self.show(indent)
        if kind < 0.86:
            return self.conditional(indent, loop, function)
        if kind < 0.91:
            return self.attempt(indent)
        if kind < 0.96:
            return self.function(indent) if indent < 2 else self.show(indent)
        return self.classes(indent) if indent < 1 else self.attempt(indent)


def program(seed):
    """The program of a seed."""
    maker = ProgramMaker(seed)
    lines = ["import math, itertools, functools, collections, statistics, copy"]
    for name, kind in zip(NAMES, maker.random.sample(TYPES[:7], 5)):
        lines.append(f"{name} = {maker.atom(kind)}")
        maker.names[name] = kind
    lines += maker.statements(0, maker.random.randint(4, 9))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    import sys
    print(program(int(sys.argv[1])), end="")
