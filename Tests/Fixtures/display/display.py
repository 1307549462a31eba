#!/usr/bin/env python3
"""Writes display.txt: what IPython shows of values at its prompt, at 79 columns.

    python display.py > display.txt          (needs IPython 8)

First the code that the values need, then for each value its expression and its text, lines of '#' between them.
"""

import random
import sys

from IPython.lib.pretty import pretty

SETUP = '''
from collections import Counter, OrderedDict, defaultdict, deque
class Odd:
    def __repr__(self):
        return "Odd\\nvalue"
class Lines:
    def __repr__(self):
        return "a tensor(\\n  of two lines)"
class Sub(list):
    pass
class Mistake(ValueError):
    pass
class Pair(dict):
    def __repr__(self):
        return "Pair of " + str(len(self))
def function(x: int, y=3, *rest, z: str = "a", **more) -> list:
    return []
def plain(a, b, /, c, *, d): pass
knot = [1, 2]
knot.append(knot)
ring = {"a": 1}
ring["self"] = [ring]
'''.strip()

CHOSEN = """
list(range(10))
list(range(40))
list(range(1100))
set(range(1100)) == 0
[0.1] * 30
["word"] * 20
[["a", "b"], ["c"]] * 12
("only one that is long" * 3,)
("only one that is much too long for a line" * 3,)
{"loss": [0.1, 0.2, 0.3] * 8, "accuracy": [0.5] * 30, "epochs": 3}
{(1, 2): "a long value that does not fit behind its key " * 2}
{i: i * i for i in range(30)}
{30, 10, 20, 5}
{"b", "a", "c"}
{1, "a", (2, 3)}
frozenset({3, 1, 2})
frozenset(range(50))
set()
frozenset()
[set(), frozenset(), (), {}, []]
[Lines(), Lines()]
[1, Lines(), 2]
{"w": Lines(), "b": Lines()}
[[Lines(), 1], [2, Lines()]]
Lines()
Odd()
[Odd()] * 3
Sub([1, 2, 3])
Sub(range(40))
Pair(a=1)
[Pair(a=1)] * 30
knot
ring
[knot, ring]
int
[int, float, str]
Sub
function
plain
lambda x, *, y=(1, 2): x
[function, plain]
ValueError("message", 3)
Mistake("message")
[ValueError("a long message of an error " * 4), KeyError("k")]
Counter("abracadabra")
Counter({i: i for i in range(30)})
Counter()
OrderedDict(a=1, b=2)
OrderedDict((i, "x" * i) for i in range(15))
OrderedDict()
defaultdict(int, a=1)
defaultdict(list, {i: [i] for i in range(25)})
deque([1, 2, 3])
deque(range(40), maxlen=60)
deque([])
"text"
"text" * 40
'two\\nlines'
["text" * 40, "b"]
{}.keys()
{"a": 1}.items()
range(10)
None, True, ...
1e300, -0.0, 10 ** 30
b"bytes" * 30
[[[[1, 2, 3] * 5] * 3] * 2] * 2
""".strip().splitlines()


def key(source):
    kind = source.randrange(3)
    if kind == 0:
        return str(source.randrange(100))
    if kind == 1:
        return repr("".join(source.choice("abcdefgh") for _ in range(source.choice([1, 4, 12, 40]))))
    return f"({source.randrange(9)}, {source.randrange(9)})"


def leaf(source):
    kind = source.randrange(9)
    if kind == 0:
        return str(source.randrange(-10, 10 ** source.randrange(1, 16)))
    if kind == 1:
        return repr(round(source.uniform(-1000, 1000), source.randrange(6)))
    if kind == 2:
        letters = "abc defghij klm'\"\n\\é漢"
        return repr("".join(source.choice(letters) for _ in range(source.choice([0, 3, 8, 20, 60, 100]))))
    if kind == 3:
        return source.choice(
            ["None", "True", "...", "int", "float", 'ValueError("x", 1)', "range(10)", "lambda x, y=2: x",
             "slice(1, 2)", "Odd()", "Lines()", "function", "Sub([1, 2])", "Pair()"])
    return str(source.randrange(1000))


def expression(source, depth=0):
    kind = source.random()
    if depth > 3 or depth > 0 and kind < 0.35:
        return leaf(source)
    count = source.choice([0, 1, 1, 2, 3, 4, 6, 10, 25]) if depth < 2 else source.choice([0, 1, 2, 3, 5])
    items = ", ".join(expression(source, depth + 1) for _ in range(count))
    entries = ", ".join(f"{key(source)}: {expression(source, depth + 1)}" for _ in range(count))
    if kind < 0.55:
        return f"[{items}]"
    if kind < 0.68:
        return f"({items},)" if count else "()"
    if kind < 0.85:
        return "{" + entries + "}"
    if kind < 0.92:
        whole = source.random() < 0.5
        parts = ", ".join(str(source.randrange(1000)) if whole else key(source) for _ in range(max(1, count)))
        return source.choice(["{%s}", "frozenset({%s})"]) % parts
    return source.choice(
        ["OrderedDict({%s})" % entries, "defaultdict(list, {%s})" % entries,
         "Counter({%s})" % ", ".join(f"{key(source)}: {source.randrange(5)}" for _ in range(count)),
         f"deque([{items}])", f"deque([{items}], maxlen=50)"])


def main():
    # Sets of texts are in another order each time, unless they are sorted.
    source = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 240
    names = {"__name__": "__main__"}
    exec(SETUP, names)
    print(SETUP)
    for text in CHOSEN + [expression(source) for _ in range(count)]:
        print("#" * 20)
        print(text)
        print("#" * 10)
        print(pretty(eval(text, names)))


main()
