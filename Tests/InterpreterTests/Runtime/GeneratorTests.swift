import Interpreter
import Testing

@Suite("Generators and exceptions")
struct GeneratorTests {
    @Test(
        "programs print what CPython prints",
        arguments: [
            (
                "def g():\n    try:\n        x = yield 1\n        print('got', x)\n        yield 2\n    except ValueError as e:\n        print('threw', e)\n        yield 3\n    finally:\n        print('done')\n"
                    + "a = g()\nprint(next(a), a.send('hi'), a.throw(ValueError('v')))\na.close()\n",
                "got hi\nthrew v\n1 2 3\ndone\n"
            ),
            (
                "def inner():\n    r = yield 1\n    return r * 2\ndef outer():\n    r = yield from inner()\n    print('r', r)\n    yield r\n"
                    + "g = outer()\nnext(g)\nprint(g.send(21))\n",
                "r 42\n42\n"
            ),
            (
                "def g():\n    raise StopIteration(1)\n    yield\ntry:\n    next(g())\nexcept RuntimeError as e:\n    print(e, repr(e.__cause__))\n",
                "generator raised StopIteration StopIteration(1)\n"
            ),
            (
                "def g():\n    yield 1\n    return 'end'\nit = g()\nnext(it)\ntry:\n    next(it)\nexcept StopIteration as e:\n    print(e.value)\n",
                "end\n"
            ),
            (
                "def f():\n    for i in range(3):\n        try:\n            continue\n        finally:\n            print('f', i)\n    try:\n        return 'r'\n    finally:\n        print('last')\nprint(f())\n",
                "f 0\nf 1\nf 2\nlast\nr\n"
            ),
            (
                "try:\n    try:\n        1 / 0\n    finally:\n        print('inner')\nexcept ZeroDivisionError as e:\n    print(type(e.__context__))\ntry:\n    raise\nexcept RuntimeError as e:\n    print(e)\n",
                "inner\n<class 'NoneType'>\nNo active exception to reraise\n"
            ),
            (
                "class C:\n    def __init__(self, n): self.n = n\n    def __enter__(self):\n        print('in', self.n)\n        return self\n    def __exit__(self, t, v, tb):\n        print('out', self.n, t and t.__name__)\n        return self.n == 1\nwith C(1), C(2):\n    raise KeyError('k')\nprint('on')\n",
                "in 1\nin 2\nout 2 KeyError\nout 1 KeyError\non\n"
            ),
        ])
    func programs(source: String, output: String) throws {
        let run = try PythonRun(source)
        #expect(run.traceback == nil)
        #expect(run.output == output)
    }
}
