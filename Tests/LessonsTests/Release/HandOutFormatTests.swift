import Foundation
import Lessons
import Testing

@Suite("Formats of hand-outs")
struct HandOutFormatTests {
    private let instructors = lessonText(
        """
        ## A

        Some prose.

        ```python setup="true" name="imports"
        import torch
        ```

        ```python exercise="e" points=5 name="An exercise"
        def f(): ...
        ```

        ```python check="e" name="seen" points=2
        check.that(student.f() == 1, "no")
        ```

        ```python check="e" hidden="true" name="unseen" points=3
        SECRET
        ```

        ```python solution="e"
        SOLUTION
        ```

        ```yaml question="q" points=2
        prompt: Which?
        choices:
          - text: this
            right: true
          - text: that
        ```

        ```yaml question="w" points=1
        prompt: A word?
        answer: [Dropout, inverted dropout]
        ```

        ```yaml question="n" points=1
        prompt: A number?
        answer: 0.25
        ```
        """)

    private func handOut(salt: String?) throws -> String {
        try HandOut.make(
            try LessonSource(bytes: Array(instructors.utf8), file: "lesson.md"), salt: salt)
    }

    @Test("sealed answers are judged without being told")
    func sealed() throws {
        let text = try handOut(salt: "salt")
        #expect(!text.lowercased().contains("inverted dropout") && !text.contains("0.25"))
        let lesson = try Lesson.parse(text)
        for (id, reply, result) in [
            ("q", "1", AnswerJudgement.Result.right), ("q", "2", .wrong), ("q", "1, 2", .wrong),
            ("w", "  DROPOUT. ", .right), ("w", "inverted  dropout", .right), ("w", "relu", .wrong),
            ("n", "0.25", .cannotJudge),
        ] {
            let question = try #require(lesson.question(id))
            let answer = try question.read(reply).get()
            #expect(question.judge(answer, tries: 0).result == result, "\(id) \(reply)")
        }
        // The same answer of another question, or with another salt, has another hash.
        #expect(try handOut(salt: "other") != text)
        #expect(try handOut(salt: nil).contains("withheld: true"))
    }

    @Test("a notebook has nbgrader's metadata, and nothing of the instructor's")
    func notebook() throws {
        let text = try HandOut.notebook(try handOut(salt: "salt"))
        #expect(!text.contains("SECRET") && !text.contains("SOLUTION"))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let cells = try #require((object as? [String: Any])?["cells"] as? [[String: Any]])
        let marks = cells.compactMap { cell -> [String: Any]? in
            (cell["metadata"] as? [String: Any])?["nbgrader"] as? [String: Any]
        }
        #expect(
            marks.compactMap { $0["grade_id"] as? String }
                == ["lab-support", "e", "e-check-1", "q", "w", "n"])
        #expect(marks.allSatisfy { $0["schema_version"] as? Int == 3 })
        let test = try #require(marks.first { $0["grade_id"] as? String == "e-check-1" })
        #expect(test["points"] as? Double == 2 && test["locked"] as? Bool == true)
        #expect(marks[1]["solution"] as? Bool == true && marks[1]["grade"] as? Bool == false)
        #expect(marks[1]["points"] == nil)
    }

    @Test("a script has the cells that answers go into")
    func script() throws {
        let text = try HandOut.script(try handOut(salt: "salt"))
        #expect(text.contains("# %% exercise=\"e\"\ndef f(): ..."))
        #expect(text.contains("# %% [markdown] answer=\"q\"") && text.contains("# Some prose."))
        #expect(!text.contains("SECRET") && !text.contains("check.that"))
    }
}
