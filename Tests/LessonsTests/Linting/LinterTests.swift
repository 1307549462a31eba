import Interpreter
import Lessons
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
}
