import Foundation
import Lessons
import Notebook
import Testing

@Suite("Lessons as pages")
struct LessonPageTests {
    private func page(runs: Bool = true) throws -> LessonPage {
        let text = lessonText(
            """
            Opening with $x^2$.

            ## A step

            ```python
            print("shown & <told>")
            1 + 1
            ```

            ```python raises="ZeroDivisionError"
            1 / 0
            ```

            ```python exercise="e" points=5 name="Halve it"
            def half(x):
                ...
            ```

            ```python check="e" name="seen" points=5
            check.that(SECRET, "no")
            ```

            ```text hint="e"
            Divide.
            ```

            ```python solution="e"
            SOLUTION
            ```

            ```python mistake="e" feedback="FEEDBACK"
            MISTAKE
            ```

            ```yaml question="q" points=2
            prompt: Which?
            choices:
              - {text: One., feedback: FEEDBACK}
              - {text: Two., right: true}
            explanation: EXPLANATION
            ```
            """)
        return LessonPage(
            try Lesson.parse(text), running: runs ? Session(budget: .grading) : nil)
    }

    private let secrets = [
        "SECRET", "SOLUTION", "MISTAKE", "FEEDBACK", "EXPLANATION", "right: true",
    ]

    @Test("Markdown has the cells with what they print, and no answers")
    func markdown() throws {
        let text = try page().markdown
        for expected in [
            "# T\n", "## A step", "Opening with $x^2$.", "```text\nshown & <told>\n2\n```",
            "ZeroDivisionError: division by zero", "**Exercise: Halve it** (5 points)",
            "def half(x):", "<summary>Hint 1 of 1</summary>", "Divide.", "- b) Two.",
        ] {
            #expect(text.contains(expected), "\(expected) is missing in \(text)")
        }
        for secret in secrets { #expect(!text.contains(secret)) }
        #expect(try !page(runs: false).markdown.contains("```text"))
    }

    @Test("the notebook is one that Jupyter reads, with outputs of each kind")
    func notebook() throws {
        let text = try page().notebook
        for secret in secrets { #expect(!text.contains(secret)) }
        let file = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(file?["nbformat"] as? Int == 4 && file?["nbformat_minor"] as? Int == 5)
        let cells = try #require(file?["cells"] as? [[String: Any]])
        let ids = cells.compactMap { $0["id"] as? String }
        #expect(Set(ids).count == cells.count)
        let code = cells.filter { $0["cell_type"] as? String == "code" }
        #expect(code.count == 3)
        let outputs = code.map { $0["outputs"] as? [[String: Any]] ?? [] }
        #expect(outputs[0].first?["text"] as? String == "shown & <told>\n2\n")
        #expect(outputs[1].first?["ename"] as? String == "ZeroDivisionError")
        #expect(outputs[1].first?["evalue"] as? String == "division by zero")
        #expect(outputs[2].isEmpty)
        #expect(code.allSatisfy { $0.keys.contains("execution_count") })
    }
}
