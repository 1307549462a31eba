import Interpreter
import Testing

@Suite("Operand stack")
struct StackDepthTests {
    @Test(
        "every path keeps the stack's depth",
        arguments: [
            "x = a if b else c\n", "x = a < b < c < d\n", "x = a and b or not c\n",
            "a, (b, *c) = d\n", "a, b = b, a\n", "a, b, c = c, b, a\n", "a[b] += c; a.b -= c\n",
            "f(*a, b, c=d, **e); a.b(*c, d=1)\n", "x = [*a, b]; y = {**a, b: c}; z = (*a,)\n",
            "x = f'{a!r:>{b}} c {d=}'\n", "class A(b, *c, d=e, **f):\n  x: int = 1\n",
            "for a in b:\n  if a: continue\n  break\nelse: c\n",
            "while a:\n  if b: continue\n  break\nelse: c\n",
            "with a as b, c as (d, e): f\n",
            "try: a\nexcept b as c: d\nexcept e: f\nexcept: g\nelse: h\nfinally: i\n",
            "def f():\n  for a in b:\n    try:\n      with c:\n        if d: continue\n"
                + "        if e: break\n        return g\n    except h as i:\n"
                + "      if j: return k\n      continue\n    finally:\n      if l: return m\n"
                + "      for n in o:\n        if p: break\n        if q: return r\n  return s\n",
            "def f():\n  while a:\n    try:\n      try: return 1\n      finally: b\n"
                + "    finally:\n      try: break\n      finally: continue\n",
            "def f():\n  try:\n    try: x = yield 1\n    finally: yield 2\n"
                + "  except A as e:\n    yield from e\n",
            "x = [(a, b) for a in c if d if e for b in f]\ny = {a: b for a, *b in c}\n"
                + "z = {a for a in b}\nw = (yield_ for yield_ in c)\n",
            "def f(a, *b, c=1, **d):\n  def g():\n    nonlocal a\n    a = c, d\n  return g\n",
            "@a\n@b.c\ndef f(x: int = 1) -> str: pass\n@d\nclass A: pass\n",
            "assert a, b\nassert c\nraise d from e\n", "import a.b, c.d as e\nfrom f import g, h\n",
            "def f():\n  with a:\n    with b:\n      try: return c\n      finally:\n        with d: pass\n",
        ])
    func depths(_ source: String) throws {
        let code = try compile(source, filename: "f", mode: .module)
        #expect(StackVerifier.problem(code) == nil)
    }
}
