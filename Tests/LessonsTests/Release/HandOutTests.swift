import Lessons
import Testing

@Suite("Hand-outs")
struct HandOutTests {
    private let instructors = lessonText(
        """
        ## A

        Prose stays, `byte for byte`.

        ```python name="c"
        x = 1
        ```

        ```python exercise="e" points=5 name="An \\"exercise\\""
        def f(): ...
        ```

        ```python check="e" name="seen" points=2
        check.that(student.f() == 1, "no")
        ```

        ```python check="e" hidden="true"
        SECRET
        ```

        ```text hint="e"
        Help.
        ```

        ```python helpers="e"
        def helper(): pass
        ```

        ```python solution="e"
        SOLUTION
        ```

        ```python mistake="e" feedback="FEEDBACK"
        MISTAKE
        ```

        ```python probe="e"
        PROBE
        ```

        After.

        ```yaml question="q" points=2
        prompt: Which?
        choices:
          - {text: One., feedback: FEEDBACK}
          - {text: Two., right: true}
        explanation: EXPLANATION
        ```

        ```yaml question="p"
        prompt: >-
          How
          much?
        prediction: true
        answer: 0.123
        ```
        """)

    private func handOut() throws -> String {
        try HandOut.make(LessonSource(bytes: Array(instructors.utf8), file: "l.md"))
    }

    @Test("what gives answers away is gone, the rest stays")
    func secrets() throws {
        let text = try handOut()
        for secret in [
            "SECRET", "SOLUTION", "FEEDBACK", "MISTAKE", "PROBE", "EXPLANATION", "0.123", "right",
        ] {
            #expect(!text.contains(secret), "\(secret)")
        }
        for kept in ["`byte for byte`", "x = 1", "Help.", "def helper", "student.f()", "Two."] {
            #expect(text.contains(kept), "\(kept)")
        }
        #expect(!text.contains("\n\n\n"))
    }

    @Test("a hand-out is a lesson, with the points of what it holds")
    func isLesson() throws {
        let lesson = try Lesson.parse(try handOut())
        let exercise = try #require(lesson.exercise("e"))
        #expect(exercise.name == "An \"exercise\"")
        #expect(exercise.checks.map(\.name) == ["seen"])
        #expect(exercise.points == 2)
        #expect(exercise.solutions.isEmpty && exercise.mistakes.isEmpty && exercise.probe == nil)
        #expect(lesson.question("q")?.choices == ["One.", "Two."])
        #expect(lesson.question("q")?.rightAnswer == nil)
        #expect(lesson.question("p")?.isPrediction == true)
        #expect(lesson.question("p")?.prompt == "How much?")
    }

    @Test("the hand-out of a hand-out is itself")
    func again() throws {
        let once = try handOut()
        let twice = try HandOut.make(LessonSource(bytes: Array(once.utf8), file: "l.md"))
        #expect(twice == once)
    }

    @Test("a withheld answer is noted and not judged")
    func withheld() throws {
        let lesson = try Lesson.parse(try handOut())
        let question = try #require(lesson.question("q"))
        let judgement = question.judge(.choices([1]), tries: 0)
        #expect(judgement.result == .cannotJudge && judgement.earned == 0)
    }
}
