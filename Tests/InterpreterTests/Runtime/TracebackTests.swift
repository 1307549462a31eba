import Interpreter
import Testing

/// Golden texts are what CPython 3.11 prints for the same source under the file name `<cell 1>`.
@Suite("Tracebacks")
struct TracebackTests {
    @Test("carets mark the operator of a binary operation")
    func binary() throws {
        let run = try PythonRun("def f(x):\n    return 1 + x / 0\nf(2)")
        #expect(
            run.traceback == """
                Traceback (most recent call last):
                  File "<cell 1>", line 3, in <module>
                    f(2)
                  File "<cell 1>", line 2, in f
                    return 1 + x / 0
                               ~~^~~
                ZeroDivisionError: division by zero

                """)
    }

    @Test("carets mark the brackets of a subscript and a call within a line")
    func subscriptAndCall() throws {
        let run = try PythonRun("def f(d):\n    y = d['a']['b']\nx = f({'a': {}})")
        #expect(
            run.traceback == """
                Traceback (most recent call last):
                  File "<cell 1>", line 3, in <module>
                    x = f({'a': {}})
                        ^^^^^^^^^^^^
                  File "<cell 1>", line 2, in f
                    y = d['a']['b']
                        ~~~~~~^^^^^
                KeyError: 'b'

                """)
    }

    @Test("an exception raised while another is handled shows both")
    func context() throws {
        let run = try PythonRun(
            "try:\n    1 / 0\nexcept ZeroDivisionError:\n    raise ValueError('bad')")
        #expect(
            run.traceback == """
                Traceback (most recent call last):
                  File "<cell 1>", line 2, in <module>
                    1 / 0
                    ~~^~~
                ZeroDivisionError: division by zero

                During handling of the above exception, another exception occurred:

                Traceback (most recent call last):
                  File "<cell 1>", line 4, in <module>
                    raise ValueError('bad')
                ValueError: bad

                """)
    }

    @Test("raise from names the cause; from None hides it")
    func cause() throws {
        let cause = try PythonRun(
            "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('bad') from e")
        #expect(
            cause.traceback?.contains(
                "\nThe above exception was the direct cause of the following exception:\n\n")
                == true)
        let hidden = try PythonRun(
            "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError('bad') from None"
        )
        #expect(
            hidden.traceback == """
                Traceback (most recent call last):
                  File "<cell 1>", line 4, in <module>
                    raise ValueError('bad') from None
                ValueError: bad

                """)
    }

    @Test("repeated lines are folded")
    func folded() throws {
        let run = try PythonRun("def f(n):\n    return f(n + 1)\nf(0)")
        #expect(
            run.traceback == """
                Traceback (most recent call last):
                  File "<cell 1>", line 3, in <module>
                    f(0)
                  File "<cell 1>", line 2, in f
                    return f(n + 1)
                           ^^^^^^^^
                  File "<cell 1>", line 2, in f
                    return f(n + 1)
                           ^^^^^^^^
                  File "<cell 1>", line 2, in f
                    return f(n + 1)
                           ^^^^^^^^
                  [Previous line repeated 996 more times]
                RecursionError: maximum recursion depth exceeded

                """)
    }

    @Test(
        "unknown names come with the nearest known one",
        arguments: [
            (
                "value = 1\nprint(valeu)",
                "NameError: name 'valeu' is not defined. Did you mean: 'value'?"
            ),
            ("prnt(1)", "NameError: name 'prnt' is not defined. Did you mean: 'print'?"),
            (
                "[].apend(1)",
                "AttributeError: 'list' object has no attribute 'apend'. Did you mean: 'append'?"
            ),
            (
                "class A:\n    def run(self): pass\nA().runn",
                "AttributeError: 'A' object has no attribute 'runn'. Did you mean: 'run'?"
            ),
            ("zzz", "NameError: name 'zzz' is not defined"),
            (
                "def f():\n    print(x)\n    x = 1\nf()",
                "UnboundLocalError: cannot access local variable 'x' where it is not associated with a value"
            ),
        ])
    func suggestions(source: String, message: String) throws {
        #expect(try PythonRun(source).error == message)
    }

    @Test(
        "a module that the lab does not have is refused with a reason",
        arguments: [
            (
                "os",
                "import os: the lab's Python has no files, network or processes, so that anyone's code can be run safely."
            ),
            (
                "collections.trees",
                "import collections.trees: the lab's collections does not have that part of it."
            ),
        ])
    func imports(module: String, reason: String) throws {
        let text = try PythonRun("import \(module)").traceback
        let end = "ModuleNotFoundError: No module named '\(module)'\n\(reason)\n"
        #expect(text?.hasSuffix(end) == true)
    }

    @Test(
        "a condition without a truth is said of the statement or expression that asks for it",
        arguments: [
            ("if b: pass", "    if b: pass"), ("x = 1 if b else 2", "        ^^^^^^^^^^^^^"),
            ("x = b and 5", "        ^^^^^^^"), ("if b == 1: pass", "       ^^^^^^"),
            ("assert b, 'm'", "    assert b, 'm'"), ("while b: pass", "    while b: pass"),
        ])
    func conditions(source: String, line: String) throws {
        let text = """
            class B:
                def __bool__(self): raise ValueError('b')
                def __eq__(self, other): return self
            b = B()

            """
        let lines = try PythonRun(text + source).traceback?.split(separator: "\n").map(String.init)
        #expect(lines?[line.contains("^") ? 3 : 2] == line)
        #expect(line.contains("^") || lines?[3].hasPrefix("  File") == true)
    }

    @Test(
        "valid text that is hardly meant is warned of",
        arguments: [
            (
                "x = 5\nx is 5",
                "<cell 1>:2: SyntaxWarning: \"is\" with a literal. Did you mean \"==\"?\n  x is 5"
            ),
            (
                "x = 5\nif x is not 'a': pass",
                "<cell 1>:2: SyntaxWarning: \"is not\" with a literal. Did you mean \"!=\"?\n  if x is not 'a': pass"
            ),
            (
                "assert (1, 'm')",
                "<cell 1>:1: SyntaxWarning: assertion is always true, perhaps remove parentheses?\n  assert (1, 'm')"
            ),
            (
                "def f(): [1, 2](0)",
                "<cell 1>:1: SyntaxWarning: 'list' object is not callable; perhaps you missed a comma?\n  def f(): [1, 2](0)"
            ),
            (
                "def f(): {1}[0]",
                "<cell 1>:1: SyntaxWarning: 'set' object is not subscriptable; perhaps you missed a comma?\n  def f(): {1}[0]"
            ),
            (
                "def f(): [1]['a']",
                "<cell 1>:1: SyntaxWarning: list indices must be integers or slices, not str; perhaps you missed a comma?\n  def f(): [1]['a']"
            ),
            ("x = None\nx is None, x is True, [1][0], 'a'[:1], {1: 2}['a' == 1]", ""),
        ])
    func warnings(source: String, expected: String) throws {
        let text = try LargeStack.run { () -> String in
            let machine = VirtualMachine(limits: Limits(instructions: 1_000_000))
            var text = ""
            machine.warningOutput = { text += $0 }
            do {
                _ = try machine.run(
                    source: source, filename: "<cell 1>", mode: .module,
                    globals: machine.makeGlobals())
            } catch is PythonError {}
            return text
        }
        #expect(text == expected)
    }
}
