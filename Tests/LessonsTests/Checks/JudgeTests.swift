import Interpreter
import Lessons
import Notebook
import Testing

@Suite("Judge")
struct JudgeTests {
    private static let lesson = """
        ## A

        ```python setup="true"
        import math
        BASE = 10
        ```

        ```python exercise="double"
        def double(x):
            ...
        ```

        ```python check="double" name="numbers"
        check.close(student.double(4), 8, "double(4)")
        ```

        ```python check="double" name="zero" points=2
        check.close(student.double(0), 0, "double(0)")
        ```

        ```python solution="double"
        def double(x):
            return 2 * x
        ```

        ```python mistake="double" name="square" feedback="It squares."
        def double(x):
            return x * x
        ```

        ```python mistake="double" name="plus-two" feedback="It adds two."
        def double(x):
            return x + 2
        ```

        ```python mistake="double" name="global" feedback="It uses BASE." when="student.double(3) == 13"
        def double(x):
            return x + BASE
        ```

        ```python probe="double"
        for x in [1, 3, 5]:
            observe(f"double({x})", lambda: student.double(x))
        ```
        """

    private func verdict(_ answer: String, lesson body: String = lesson) throws -> Verdict {
        let lesson = try Lesson.parse(lessonText(body))
        let exercise = lesson.exercises[0]
        let budget = Budget(seconds: 2, steps: .max, memory: 256 << 20, output: 1 << 20)
        return try LargeStack.run {
            Judge(lesson: lesson, budget: budget).judge(exercise, answer: answer)
        }
    }

    /// As `verdict`, the answer running once for all checks, as in a process that each check has a fork of.
    private func sharedVerdict(_ answer: String, lesson body: String) throws -> (Verdict, runs: Int)
    {
        let lesson = try Lesson.parse(lessonText(body))
        let budget = Budget(seconds: 2, steps: .max, memory: 256 << 20, output: 1 << 20)
        return try LargeStack.run {
            let judge = Judge(lesson: lesson, budget: budget)
            var count = 0
            judge.sharing = { runs in
                count += 1
                if let seen = runs.answer() { return [seen] }
                let seen = runs.always.map { $0() }
                let hasFailed = seen.contains { if case .fail = $0.outcome { true } else { false } }
                return hasFailed ? seen + runs.afterFailure.map { $0() } : seen
            }
            return (judge.judge(lesson.exercises[0], answer: answer), count)
        }
    }

    @Test(
        "an answer that runs once for all checks has the verdict of one that runs for each",
        arguments: [
            "def double(x):\n    return 2 * x", "def double(x):\n    return x + 2",
            "def double(x):\n    return x ** 2", "double = 3", "def double(x:", "1 / 0", "x = 1",
            "def double(x):\n    raise ValueError('no')", "while True: pass",
            "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\ndef double(x):\n    return x",
        ])
    func shared(answer: String) throws {
        let (verdict, runs) = try sharedVerdict(answer, lesson: Self.lesson)
        #expect(runs == 1)
        #expect(verdict == (try self.verdict(answer)))
    }

    @Test("checks that give the answer other times have runs of their own")
    func sharedTimes() throws {
        let body = """
            ## A
            ```python exercise="e"
            x = 1
            ```
            ```python check="e" name="one" seconds=2
            check.that(student.x == 1, "not one")
            ```
            ```python check="e" name="two" seconds=1
            check.that(student.x == 1, "not one")
            ```
            ```python check="e" name="three" seconds=2
            check.that(student.x == 2, "not two")
            ```
            """
        let (verdict, runs) = try sharedVerdict("x = 1", lesson: body)
        #expect(runs == 2)
        #expect(verdict == (try self.verdict("x = 1", lesson: body)))
        #expect(verdict.parts.map(\.check) == ["one", "two", "three"])
    }

    @Test("what the answer draws is part of the verdict")
    func drawings() throws {
        let answer = """
            import matplotlib.pyplot as plt
            plt.plot([1, 3, 2])
            plt.show()
            def double(x):
                return 2 * x
            """
        let drawings = try verdict(answer).drawings
        #expect(drawings.count == 1)
        #expect(drawings.first?.svg.hasPrefix("<svg") == true)
        #expect(drawings.first?.summary.isEmpty == false)
    }

    private func reason(_ verdict: Verdict) -> String {
        switch verdict.outcome {
        case .pass: "pass"
        case .fail(let reason): reason
        case .couldNotGrade(let cause): "could not grade: \(cause.text)"
        }
    }

    @Test(
        "right answers pass, however they are written",
        arguments: [
            "def double(x):\n    return 2 * x", "double = lambda x: x + x",
            "class Doubler:\n    def __call__(self, x):\n        return x * 2\ndouble = Doubler()",
            "print('noise')\ndef double(x):\n    print(x)\n    return 2 * x + 0 * BASE",
        ])
    func pass(_ answer: String) throws {
        let verdict = try verdict(answer)
        #expect(verdict.passed, "\(reason(verdict))")
        #expect(verdict.earned == 3 && verdict.mistake == nil)
    }

    @Test(
        "wrong answers fail with the reason, and a known mistake with its feedback",
        arguments: [
            ("def double(x):\n    return x * x", "double(4) is 16, expected 8", "square", 2.0),
            ("double = lambda x: x ** 2", "double(4) is 16, expected 8", "square", 2.0),
            ("def double(x):\n    return x + 2", "double(4) is 6, expected 8", "plus-two", 0.0),
            ("def double(x):\n    return x + 10", "double(4) is 14, expected 8", "global", 0.0),
            ("def double(x):\n    return -x", "double(4) is -4, expected 8", nil, 2.0),
            ("def double(x):\n    ...", "double(4) must be a number; it is None", nil, 0.0),
            (
                "def double(x):\n    return 1 / 0", "ZeroDivisionError: division by zero (line 2",
                nil, 0.0
            ),
            (
                "def double(x):\n    return y", "NameError: name 'y' is not defined (line 2", nil,
                0.0
            ),
            ("def twice(x):\n    return 2 * x", "does not define double", nil, 0.0),
            ("def double(x:\n", "SyntaxError", nil, 0.0),
            ("raise ValueError('no')", "ValueError: no (line 1", nil, 0.0),
            (
                "def double():\n    return 2",
                "cannot be called as the exercise says: double() takes",
                nil, 0.0
            ),
            (
                "class double:\n    def __init__(self, a, b): pass",
                "double.__init__() missing 1 required positional argument: 'b'", nil, 0.0
            ),
            (
                "double = 5", "double must be something that can be called; it is of type int", nil,
                0.0
            ),
        ] as [(String, String, String?, Double)])
    func fail(_ answer: String, _ text: String, _ mistake: String?, _ earned: Double) throws {
        let verdict = try verdict(answer)
        guard case .fail = verdict.outcome else {
            Issue.record("not failed: \(reason(verdict))")
            return
        }
        #expect(reason(verdict).contains(text), "\(reason(verdict))")
        #expect(verdict.mistake == mistake)
        #expect(verdict.earned == earned)
    }

    @Test(
        "objects that lie about themselves earn nothing",
        arguments: [
            """
            class Liar:
                def __eq__(self, other): return True
                def __le__(self, other): return True
                def __sub__(self, other): return self
                def __abs__(self): return 0
                def __float__(self): return 8.0
            def double(x): return Liar()
            """,
            """
            class Number(float):
                def __sub__(self, other): return 0.0
                def __abs__(self): return 0.0
            def double(x): return Number(1)
            """,
            """
            class Fake:
                @property
                def __class__(self): return float
            def double(x): return Fake()
            """,
            "def double(x): raise SystemExit(0)",
            "class CheckFailed(Exception): pass\ndef double(x): raise CheckFailed('passed')",
            "def double(x): raise KeyboardInterrupt()",
            "class E(Exception):\n    def __str__(self): raise E()\ndef double(x): raise E()",
            "check = None\nabs = lambda x: 0\ntype = lambda x: int\ndef double(x): return 0.5",
            """
            import torch
            try:
                torch.tensor = None
            except Exception:
                pass
            def double(x):
                return 0.25
            """,
        ])
    func liars(_ answer: String) throws {
        let verdict = try verdict(answer)
        #expect(!verdict.passed && verdict.earned == 0)
    }

    @Test(
        "what cannot be judged is no verdict on the answer",
        arguments: [
            ("def double(x):\n    while True: pass", "time"),
            ("while True: pass", "time"),
            ("def double(x):\n    return [0] * 10 ** 9", "memory"),
            ("x = 10 ** 10 ** 10\ndef double(x):\n    return 2 * x", "memory"),
        ])
    func couldNotGrade(_ answer: String, _ cause: String) throws {
        let verdict = try verdict(answer)
        guard case .couldNotGrade = verdict.outcome else {
            Issue.record("judged: \(reason(verdict))")
            return
        }
        #expect(reason(verdict).contains(cause), "\(reason(verdict))")
    }

    @Test("a check that crashes by itself is not held against the answer")
    func crash() throws {
        let body = """
            ## A
            ```python exercise="e"
            x = 1
            ```
            ```python check="e"
            nonsense()
            ```
            """
        let verdict = try verdict("x = 1", lesson: body)
        #expect(reason(verdict).contains("the check itself crashed: NameError"))
    }

    @Test("checks see neither one another's traces nor what the answer changed between them")
    func isolation() throws {
        let body = """
            ## A
            ```python exercise="e"
            state = []
            ```
            ```python check="e" name="one"
            student.state.append(1)
            mark = 1
            check.that(len(student.state) == 1, "not fresh")
            ```
            ```python check="e" name="two"
            student.state.append(1)
            check.that(len(student.state) == 1, "not fresh")
            check.that("mark" not in globals() if False else True, "")
            ```
            """
        #expect(try verdict("state = []", lesson: body).passed)
    }

    @Test("the same answer gets the same verdict, random numbers or not")
    func deterministic() throws {
        let body = """
            ## A
            ```python exercise="e"
            x = 1
            ```
            ```python check="e"
            import random
            check.fails(f"{student.x} {torch.rand(1).item()} {random.random()}")
            ```
            """
        let answer = "import torch\nx = torch.rand(1).item()"
        #expect(
            reason(try verdict(answer, lesson: body)) == reason(try verdict(answer, lesson: body)))
    }

    @Test("what a check records of a passing answer is its result; an answer cannot record")
    func results() throws {
        let body = """
            ## A
            ```python exercise="e"
            x = 1
            ```
            ```python check="e" name="small"
            check.record(student.x)
            check.that(student.x < 1, "too large")
            ```
            ```python check="e" name="any"
            if check.number(student.x) > 0:
                check.record(student.x, "x")
            ```
            """
        #expect(try verdict("x = 0.25", lesson: body).parts.map(\.result) == [0.25, 0.25])
        #expect(try verdict("x = 2", lesson: body).parts.map(\.result) == [nil, 2])
        #expect(try verdict("x = -2", lesson: body).result == -2)
        #expect(reason(try verdict("x = float('nan')", lesson: body)).contains("no result"))
        let forged = "x = -1\n_results = [9.0]\nclass check:\n    record = print\n9.0"
        #expect(try verdict(forged, lesson: body).parts.map(\.result) == [-1, nil])
    }
}
