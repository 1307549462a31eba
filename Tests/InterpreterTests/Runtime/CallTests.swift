import Interpreter
import Testing

@Suite("Calls")
struct CallTests {
    @Test("help shows the default of a parameter that must tell None from nothing given")
    func shownDefaults() {
        let signature = Signature("(input, dim=<None>, object=<unset>, *, keepdim=False)")
        #expect(signature.shownText == "(input, dim=None, object=<unset>, *, keepdim=False)")
        #expect(signature.parameters.map(\.shownDefault) == [nil, "None", nil, "False"])
    }

    /// Messages are CPython 3.11's for the same call.
    @Test(
        "errors of argument binding",
        arguments: [
            ("def f(a, b): pass\nf()", "f() missing 2 required positional arguments: 'a' and 'b'"),
            (
                "def f(a, b, c): pass\nf()",
                "f() missing 3 required positional arguments: 'a', 'b', and 'c'"
            ),
            ("def f(a): pass\nf(1, 2)", "f() takes 1 positional argument but 2 were given"),
            ("def f(): pass\nf(1)", "f() takes 0 positional arguments but 1 was given"),
            (
                "def f(a, b=1): pass\nf(1, 2, 3)",
                "f() takes from 1 to 2 positional arguments but 3 were given"
            ),
            ("def f(*, k): pass\nf()", "f() missing 1 required keyword-only argument: 'k'"),
            (
                "def f(a, *, k): pass\nf(1, 2, k=3)",
                "f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given"
            ),
            ("def f(a): pass\nf(1, a=2)", "f() got multiple values for argument 'a'"),
            ("def f(a): pass\nf(1, b=2)", "f() got an unexpected keyword argument 'b'"),
            (
                "def f(a, /): pass\nf(a=1)",
                "f() got some positional-only arguments passed as keyword arguments: 'a'"
            ),
            ("def f(**k): pass\nf(**{1: 2})", "keywords must be strings"),
            (
                "def f(**k): pass\nf(a=1, **{'a': 2})",
                "__main__.f() got multiple values for keyword argument 'a'"
            ),
            (
                "def f(*a): pass\nf(*5)",
                "__main__.f() argument after * must be an iterable, not int"
            ),
            ("class C: pass\nC(1)", "C() takes no arguments"),
            (
                "class C:\n    def __init__(self, a): pass\nC()",
                "C.__init__() missing 1 required positional argument: 'a'"
            ),
            (
                "class C:\n    def __init__(self): return 1\nC()",
                "__init__() should return None, not 'int'"
            ),
            ("None()", "'NoneType' object is not callable"),
            ("len()", "len() takes exactly one argument (0 given)"),
            ("[].append(1, 2)", "list.append() takes exactly one argument (2 given)"),
        ])
    func bindingErrors(source: String, message: String) throws {
        #expect(try PythonRun(source).error?.hasSuffix("TypeError: " + message) == true)
    }

    @Test("every kind of parameter is bound")
    func parameterKinds() throws {
        let run = try PythonRun(
            """
            def f(a, b=2, /, c=3, *args, d, e=5, **kw):
                return (a, b, c, args, d, e, kw)
            print(f(1, d=4))
            print(f(1, 9, 8, 7, 6, d=4, e=0, z=1))
            print(f(*[1, 2], **{'d': 3, 'x': 4}))
            """)
        #expect(run.traceback == nil)
        #expect(
            run.output == """
                (1, 2, 3, (), 4, 5, {})
                (1, 9, 8, (7, 6), 4, 0, {'z': 1})
                (1, 2, 3, (), 3, 5, {'x': 4})

                """)
    }

    @Test("a string built in a loop grows in place and aliases keep theirs")
    func stringBuilding() throws {
        let run = try PythonRun(
            """
            def build(n):
                s = "a"
                kept = []
                for i in range(n):
                    kept.append(s)
                    s += "b"
                t = s
                s += "é"
                s += "→"
                return kept[:3], len(s), t[-1], s[-2:]
            print(build(1000))
            """)
        #expect(run.output == "(['a', 'ab', 'abb'], 1003, 'b', 'é→')\n")
    }
}
