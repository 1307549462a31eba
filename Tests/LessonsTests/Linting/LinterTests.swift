import Interpreter
import Lessons
import Notebook
import Testing

@Suite("Lint")
struct LinterTests {
    private static let sound = """
        ## A

        The sum is 0.75 and $x$.

        ```python name="sum"
        print(0.5 + 0.25)
        ```

        ```text output="sum"
        0.75
        ```

        ```python exercise="e"
        def f(): ...
        ```

        ```python check="e"
        check.close(student.f(), 7)
        ```

        ```text hint="e"
        A number.
        ```

        ```python solution="e"
        def f(): return 7
        ```

        ```python mistake="e" name="eight" feedback="Eight."
        def f(): return 8
        ```

        ```python probe="e"
        observe("f", lambda: student.f())
        ```
        """

    private func findings(_ body: String, header: String = "", among others: [Lesson] = []) throws
        -> [String]
    {
        let lesson = try Lesson.parse(lessonText(body, header: header))
        return try LargeStack.run { Linter.lint(lesson, among: others) }.findings.map(\.message)
    }

    @Test("a sound lesson has no findings")
    func soundLesson() throws {
        #expect(try findings(Self.sound) == [])
    }

    @Test(
        "each kind of fault is found",
        arguments: [
            ("0.75 and", "0.76 and", "the prose says 0.76"),
            ("\n0.75\n```", "\n0.7\n```", "prints something else than quoted"),
            ("0.5 + 0.25", "0.75 + nothing", "the cell stops with NameError"),
            ("def f(): ...", "def f(): return 7", "the starter passes"),
            ("def f(): return 7", "def f(): return 6", "fails the check"),
            (
                "check.close(student.f(), 7)",
                "pass\n```\n\n```python check=\"e\"\ncheck.close(student.f(), 7)",
                "the starter earns 1 point as it stands"
            ),
            ("return 8", "return 7.0", "the mistake eight passes"),
            ("observe(\"f\"", "observe(\"f\" if True else 0, lambda: 1) or (", "no feedback"),
            ("A number.", "Write it: def f(): return 7", "the hint holds a line"),
            ("text hint=\"e\"", "text", "the exercise has no hint"),
            ("and $x$", "and $x", "has no partner"),
            ("student.f(), 7", "student.f(), seven", "could not be graded"),
            ("print(0.5 + 0.25)", "print(0.75)\nraise ValueError()", "stops with ValueError"),
        ])
    func faults(_ part: String, _ replacement: String, _ message: String) throws {
        let body = Self.sound.replacing(part, with: replacement)
        #expect(body != Self.sound)
        let found = try findings(body)
        #expect(found.contains { $0.contains(message) }, "\(found)")
    }

    @Test("prerequisites must exist and form no circle")
    func prerequisites() throws {
        let missing = try findings("## A", header: "requires: [u]\n")
        #expect(missing.contains { $0.contains("\"u\" does not exist") })
        let other = Lesson(id: "u", title: "U", requires: ["t"])
        let circle = try findings("## A", header: "requires: [u]\n", among: [other])
        #expect(circle.contains { $0.contains("requires itself") })
    }

    @Test("a cell that should raise must raise that")
    func raises() throws {
        let body = "## A\n```python raises=\"ValueError\"\nCODE\n```"
        #expect(try findings(body.replacing("CODE", with: "raise ValueError()")) == [])
        #expect(try findings(body.replacing("CODE", with: "1")).count == 1)
        #expect(try findings(body.replacing("CODE", with: "raise KeyError()")).count == 1)
    }

    @Test(
        "what is too wide for the prompt is found, with its line",
        arguments: [
            ("```python\nWIDE\n```", 71, 2), ("```python\na = 1\nWIDE\n```", 71, 3),
            ("```python exercise=\"w\"\nWIDE\n```\n```python check=\"w\"\n1 / 0\n```", 71, 2),
            (
                "```python exercise=\"w\"\na = 1\n```\n```python check=\"w\"\n1 / 0\n```\n"
                    + "```python solution=\"w\"\nWIDE\n```", 71, 8
            ),
            ("```python name=\"p\"\nprint('x' * 77)\n```\n```text output=\"p\"\nWIDE\n```", 77, 5),
        ])
    func widths(_ body: String, _ columns: Int, _ line: Int) throws {
        func found(_ columns: Int) throws -> [Finding] {
            let isCode = columns < 76
            let wide =
                isCode
                ? "a = " + String(repeating: "1", count: columns - 4)
                : String(repeating: "x", count: columns)
            let text = lessonText("## A\n" + body.replacing("WIDE", with: wide))
            let lesson = try Lesson.parse(text)
            let findings = try LargeStack.run { Linter.lint(lesson) }.findings
            let first =
                text.split(separator: "\n", omittingEmptySubsequences: false)
                .firstIndex(of: "## A") ?? 0
            return findings.filter { $0.message.contains("columns wide") }.map {
                Finding(file: $0.file, line: $0.line - first - 1, message: $0.message)
            }
        }
        #expect(try found(columns).map(\.line) == [line])
        #expect(try found(columns - 1) == [])
    }

    @Test("an unfinished starter is no known mistake; one with a program in it may be")
    func starterFeedback() throws {
        let message = "the starter, which is unfinished, draws the feedback of eight"
        let probe = "observe(\"f\", lambda: student.f())"
        let same = Self.sound.replacing(probe, with: "observe(\"f\", lambda: student.f() == 7)")
        #expect(try findings(same).contains(message))
        let finished = same.replacing("def f(): ...", with: "def f(): return 9")
        #expect(try findings(finished) == [])
    }

    @Test("what a cell prints fits the prompt")
    func printedWidth() throws {
        let body = "## A\n```python\nprint('x' * COUNT)\n```"
        #expect(try findings(body.replacing("COUNT", with: "80")) == [])
        #expect(
            try findings(body.replacing("COUNT", with: "81"))
                == ["the cell prints a line of 81 columns; the prompt has 80"])
    }

    @Test("texts that would not be shown as they are meant are found where they stand")
    func texts() throws {
        let body = """
            ## A

            Prose
            HERE.

            ```yaml question="q"
            prompt: HERE
            choices:
              - {text: HERE, right: true}
              - {text: Another, feedback: HERE}
            explanation: HERE
            ```

            """
            + Self.sound.replacing("A number.", with: "HERE")
            .replacing("\"Eight.\"", with: "\"HERE\"")
        let lesson = try Lesson.parse(lessonText(body, header: ""))
        let report = try LargeStack.run {
            Linter.lint(
                lesson,
                problems: { text, columns in
                    text.split(separator: "\n").enumerated()
                        .filter { $0.element.contains("HERE") }
                        .map { ($0.offset + 1, "not shown in \(columns)") }
                })
        }
        let lines = lessonText(body, header: "").split(
            separator: "\n", omittingEmptySubsequences: false)
        let found = report.findings.filter { $0.message.hasPrefix("not shown in") }
        #expect(found.map(\.message).filter { $0 == "not shown in 74" }.count == 1)
        #expect(found.count == 7, "\(found)")
        let exact = found.filter { lines[$0.line - 1].contains("HERE") }
        #expect(exact.count == 3, "the prose, the hint and the mistake: \(exact)")
    }

    @Test("a run that is too slow once is said to be that, and not to print something else")
    func timeOut() throws {
        let body = """
            ## A

            ```python
            for i in range(1000000):
                pass
            print(i)
            ```

            ```python
            print(i)
            ```
            """
        let lesson = try Lesson.parse(lessonText(body, header: ""))
        let found = try LargeStack.run {
            var sessions = 0
            return Linter.lint(
                lesson,
                makeSession: { given in
                    sessions += 1
                    var budget = given
                    if sessions == 2 { budget.steps = 100_000 }
                    return Session(budget: budget)
                }
            ).findings.map(\.message)
        }
        #expect(found.count == 1)
        let expected = "when the lesson is run again, the cell uses up its steps"
        #expect(found.first?.hasPrefix(expected) == true)
    }
}
