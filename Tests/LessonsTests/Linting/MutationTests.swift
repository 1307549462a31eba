import Interpreter
import Lessons
import Testing

@Suite("Mutations of solutions")
struct MutationTests {
    private func changes(_ source: String) -> [String] {
        Mutation.all(of: source).map { "\($0.line): \($0.old) → \($0.new)" }
    }

    @Test(
        "operators, numbers, axes, modes and flags change; signs, stars of arguments and texts do not"
    )
    func places() {
        #expect(
            changes("y = -x + f(*a, 'b + c')\nz = x.mean(dim=0) # a + b\nm.eval()")
                == ["1: + → -", "2: mean → sum", "2: 0 → 1", "3: eval → train"])
        #expect(
            changes("g(keepdim=True) if not a <= 0.5 else 7") == [
                "1: True → False", "1: not → nothing", "1: <= → <", "1: 0.5 → 0.25", "1: 7 → 8",
                "1: 7 → 6",
            ])
        #expect(changes("def f(**k): return mean") == [])
    }

    @Test("each is the source with one change")
    func sources() {
        let sources = Mutation.all(of: "é = 1 + 2\n").map(\.source)
        #expect(
            sources == ["é = 2 + 2\n", "é = 0 + 2\n", "é = 1 - 2\n", "é = 1 + 3\n", "é = 1 + 1\n"])
    }

    private func report(solution: String, check: String = "") throws -> LintReport {
        let body = """
            ## A

            ```python exercise="e"
            def f(x): ...
            ```

            ```python check="e"\(check)
            check.close(student.f(2), 4)
            ```

            ```text hint="e"
            A number.
            ```

            ```python solution="e"
            \(solution)
            ```

            ```python mistake="e" name="eight" feedback="Eight."
            def f(x): return 8
            ```

            ```python probe="e"
            observe("f", lambda: student.f(3))
            ```
            """
        let lesson = try Lesson.parse(lessonText(body, header: ""))
        return try LargeStack.run { Linter.lint(lesson, mutates: true) }
    }

    @Test("what computes the same is only listed")
    func alike() throws {
        let report = try report(solution: "def f(x): return x * 2 + abs(x - x)")
        #expect(report.survivors.map(\.message) == ["passes and behaves alike: + changed to -"])
        #expect(report.findings.isEmpty, "\(report.findings)")
    }

    @Test("an exercise whose checks train for long is left out, and named")
    func longChecks() throws {
        let report = try report(solution: "def f(x): return x ** 2", check: " seconds=40")
        #expect(report.mutants == 0 && report.findings.isEmpty, "\(report.findings)")
        #expect(report.summary.hasSuffix(", no mutants of e: proved"))
    }

    @Test("a check with a hole is found")
    func holes() throws {
        let report = try report(solution: "def f(x): return x ** 2")
        #expect(
            report.findings.map(\.message)
                == ["a mutant that behaves otherwise passes: ** changed to *"])
    }
}
