import Lessons
import Testing

@Suite("Walk")
struct WalkTests {
    private static func lesson() throws -> Lesson {
        try Lesson.parse(
            lessonText(
                """
                Opening.

                ## One

                First.

                ```python
                a = 1
                ```

                Between.

                ```python raises="ValueError"
                raise ValueError()
                ```

                After.

                ## Two

                ```python exercise="e" points=4
                def f(x):
                    ...
                ```

                ```python check="e"
                pass
                ```

                ```text hint="e"
                H1
                ```

                ```text hint="e"
                H2
                ```

                ```python solution="e"
                def f(x): return x
                ```

                ## Three

                ```yaml question="q" points=2
                prompt: P
                answer: 0.5
                tolerance: 0.01
                wrong:
                  - {answer: 2, feedback: Upside down.}
                explanation: Half.
                ```
                """))
    }

    private final class Log { var events: [Event] = [] }

    private func walk(_ events: [Event] = []) throws -> (Walk, Log) {
        let log = Log()
        log.events = events
        return (Walk(lesson: try Self.lesson(), events: events) { log.events.append($0) }, log)
    }

    @Test("an answer that failed waits to be mended, on a later visit too, until one runs")
    func attempts() throws {
        let begun: [Event] = [
            .moved(step: 1, block: 0, title: "Two"),
            .ran(source: "def f(x): return x", role: .answer, exercise: "e", outcome: .succeeded),
            .ran(source: "def f(x) return 2", role: .answer, exercise: "e", outcome: .failed),
        ]
        let (walk, _) = try walk(begun)
        #expect(walk.waitingSource == "def f(x) return 2")
        #expect(walk.checkRequest?.answer == "def f(x): return x")
        _ = walk.ran("def f(x): return 2", role: .answer, outcome: .succeeded)
        #expect(walk.waitingSource == "def f(x): return 2")
    }

    private func pass(_ walk: Walk) throws -> [Display] {
        let request = try #require(walk.checkRequest)
        return walk.checked(
            Verdict(
                exercise: "e", parts: [.init(check: "check 1", points: 4, outcome: .pass)]),
            of: request)
    }

    @Test("cells and steps come in the file's order, prose between them as it is reached")
    func order() throws {
        let (walk, _) = try walk()
        var seen = walk.begin().words
        #expect(seen == ["lesson", "step 1/4", "Opening.", "step end"])
        seen = walk.next().words
        #expect(seen == ["step 2/4", "First.", "cell a = 1"])
        #expect(walk.role(of: "a = 1\n", isWaitingCell: false) == .cell)
        #expect(walk.role(of: "a + 1", isWaitingCell: false) == .experiment)
        #expect(walk.ran("a + 1", role: .experiment, outcome: .succeeded).words == [])
        seen = walk.ran("a = 2", role: .cell, outcome: .succeeded).words
        #expect(seen == ["Between.", "cell raise ValueError()"])
        seen = walk.ran("raise ValueError()", role: .cell, outcome: .failed).words
        #expect(seen == ["After.", "step end"])
        seen = walk.next().words
        #expect(seen == ["step 3/4", "exercise e"])
    }

    @Test("a cell that fails still waits")
    func failingCell() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.next()
        _ = walk.ran("a =", role: .cell, outcome: .failed)
        guard case .cell = walk.stop else {
            Issue.record("the walk moved on")
            return
        }
    }

    @Test("an exercise is passed by its check, and next() refuses before")
    func exercise() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.goTo(step: 3)
        #expect(walk.next().words.first?.hasPrefix("refused") == true)
        #expect(walk.checkRequest == nil)
        #expect(walk.role(of: "f(3)", isWaitingCell: false) == .experiment)
        #expect(walk.role(of: "def f(x):\n  return 1", isWaitingCell: false) == .answer)
        _ = walk.ran("def f(x):\n  return 1", role: .answer, outcome: .succeeded)
        _ = walk.ran("f(3)", role: .experiment, outcome: .succeeded)
        #expect(walk.checkRequest?.answer == "def f(x):\n  return 1")
        let seen = try pass(walk).words
        #expect(seen.contains("verdict pass") && seen.last == "step end")
        #expect(walk.score.earned == 4)
    }

    @Test("a helper beside the answer is part of it; a new version replaces the old one")
    func answerInPieces() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.goTo(step: 3)
        _ = walk.ran("def f(x): return g(x)", role: .answer, outcome: .succeeded)
        _ = walk.ran("def g(x):\n  return x", role: .answer, outcome: .succeeded)
        _ = walk.ran("def h(x): return 1 / 0\nh(1)", role: .answer, outcome: .failed)
        _ = walk.ran("def f(x): return g(x) + 1", role: .answer, outcome: .succeeded)
        #expect(
            walk.checkRequest?.answer == "def g(x):\n  return x\n\ndef f(x): return g(x) + 1")
    }

    @Test("hints come one by one and the last one stays")
    func hints() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.goTo(step: 3)
        #expect((0..<2).flatMap { _ in walk.hint().words } == ["hint H1", "hint H2"])
        #expect(
            walk.hint().words == [
                "hint H2", "There is no further hint. %solution shows a solution.",
            ])
    }

    @Test("the solution forfeits the points, and says so")
    func solution() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.goTo(step: 3)
        let seen = walk.solution().words
        #expect(seen == ["solution", "Seeing the solution cost 4 points."])
        _ = walk.ran("def f(x): return x", role: .answer, outcome: .succeeded)
        _ = try pass(walk)
        #expect(walk.score.earned == 0)
        #expect(walk.score.items[0].state == .solutionShown)
    }

    @Test("behind a passed exercise its solutions are shown, and nothing is lost")
    func solutionBehind() throws {
        let (walk, _) = try walk()
        _ = walk.begin()
        #expect(walk.solution().words.first?.hasPrefix("refused No exercise waits") == true)
        _ = walk.goTo(step: 3)
        _ = walk.ran("def f(x): return x", role: .answer, outcome: .succeeded)
        let passed = try pass(walk).words
        #expect(passed.contains("Right: 4 points. %solution shows how it can be written."))
        let seen = walk.solution().words
        #expect(seen == ["solution", "You have passed \"e\" already: no points are lost."])
        #expect(walk.score.earned == 4)
        #expect(walk.score.items[0].state == .done)
        _ = walk.next()
        #expect(walk.solution().words == seen)
        _ = walk.goTo(step: 3)
        #expect(walk.solution().words == seen)
    }

    @Test("behind an exercise that is not passed the solution is not shown by the way")
    func solutionLeftBehind() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.goTo(step: 3)
        _ = walk.skip()
        #expect(
            walk.solution().words == [
                "refused No exercise waits here. \"e\" is not passed yet: %goto 3 goes back to it."
            ])
    }

    @Test("skipping costs half, and says so")
    func skip() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.goTo(step: 3)
        #expect(walk.skip().words.first?.contains("4 points not earned") == true)
        #expect(walk.score.items[0].state == .skipped)
        _ = walk.goTo(step: 3)
        _ = walk.ran("def f(x): return x", role: .answer, outcome: .succeeded)
        _ = try pass(walk)
        #expect(walk.score.earned == 2)
    }

    @Test(
        "a question is listed by its last sentence",
        arguments: [
            ("The rate is p = 0.5. What is `$p$`?", "What is p?"),
            ("How many\n  means?", "How many means?"), ("Now. Name it: x. ", "Name it: x."),
            ("", ""),
        ])
    func title(of prompt: String, title: String) {
        let question = Question(
            id: "q", prompt: prompt, points: 1, line: 1, form: .text(accepted: ["x"]))
        #expect(question.title == title)
    }

    @Test("what could not be graded is no score")
    func couldNotGrade() throws {
        let (walk, log) = try walk()
        _ = walk.begin() + walk.goTo(step: 3)
        _ = walk.ran("def f(x): return x", role: .answer, outcome: .succeeded)
        let request = try #require(walk.checkRequest)
        let part = Verdict.Part(
            check: "c", points: 4, outcome: .couldNotGrade(cause: .timeout("60 s")))
        let before = log.events.count
        _ = walk.checked(Verdict(exercise: "e", parts: [part]), of: request)
        #expect(log.events.count == before)
        #expect(walk.score.items[0].state == .open)
    }

    @Test("a question gives less for a second answer and explains the wrong one")
    func question() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.goTo(step: 4)
        #expect(
            walk.answer("many").words == [
                "refused A number is expected, such as 0.25, 1/4 or 25%; given: many"
            ]
        )
        #expect(walk.answer("2").words == ["wrong 0.0 left 1 Upside down."])
        #expect(walk.answer("0.505").words.first == "right 1.0 left 0 Half.")
        #expect(walk.score.earned == 1)
        #expect(walk.score.isFinished)
    }

    @Test(
        "a number is a decimal, a fraction or a percentage",
        arguments: [
            ("0.5", 0.5), (" −2 ", -2), ("1/4", 0.25), ("-3 / 8", -0.375), ("25%", 0.25),
            ("1,600", 1600), ("-1,234,567.5", -1_234_567.5), ("1 600", 1600), ("1_000/2,000", 0.5),
            ("1/2%", 0.005), ("1e-3", 0.001),
        ])
    func numbers(_ typed: String, _ value: Double) throws {
        let question = try #require(try Self.lesson().question("q"))
        #expect(try question.read(typed).get() == .number(value))
    }

    @Test(
        "what is no number is refused with examples of some",
        arguments: [
            "", "half", "0,5", "0,250", "1,60", "1,6000", "1234,567", ",600", "1,,600",
            "1,600_000", "1/0", "1//2", "%", "/", "5%%", "nan", "1e999",
        ])
    func noNumbers(_ typed: String) throws {
        let question = try #require(try Self.lesson().question("q"))
        #expect(throws: AnswerRefusal.self) { try question.read(typed).get() }
    }

    @Test("a lesson taken up again stands where it was left, with the same code to run again")
    func resume() throws {
        let (first, log) = try walk()
        _ = first.begin() + first.next()
        _ = first.ran("a = 5", role: .cell, outcome: .succeeded)
        _ = first.ran("while True: pass", role: .experiment, outcome: .stopped)
        _ = first.ran("b = a", role: .experiment, outcome: .succeeded)
        let (second, _) = try walk(log.events)
        #expect(second.replay == ["a = 5", "b = a"])
        let seen = second.begin().words
        #expect(
            seen == [
                "Back where you left: step 2.", "step 2/4", "First.", "Between.",
                "cell raise ValueError()",
            ])
        _ = second.reset()
        #expect(second.replay == [])
        _ = second.restart()
        #expect(second.position == Position(step: 0, block: 1))
    }

    @Test("a place that an edited lesson no longer has is replaced by one that it has")
    func editedLesson() throws {
        let moved = try walk([.moved(step: 9, block: 7, title: "Two")]).0
        #expect(moved.position == Position(step: 2, block: 1))
        let gone = try walk([.moved(step: 9, block: 7, title: "Gone")]).0
        #expect(gone.position == Position(step: 3, block: 0))
        #expect(try walk([.moved(step: -4, block: -7, title: "One")]).0.position.step == 1)
    }

    @Test("going back goes to the step's beginning, then to the step before")
    func back() throws {
        let (walk, _) = try walk()
        _ = walk.begin() + walk.next()
        _ = walk.ran("a = 1", role: .cell, outcome: .succeeded)
        #expect(walk.back().words.first == "step 2/4")
        #expect(walk.back().words.first == "step 1/4")
        #expect(walk.back().words.first?.hasPrefix("refused") == true)
        #expect(walk.goTo(step: 7).words == ["refused There is no step 7: this lesson has 4."])
    }

    @Test("names bound by a source")
    func names() {
        let source = """
            import torch
            def f(x):
                inner = 1
            class C(object):
                pass
            a, b = 1, 2
            c: int = 3
            d == 4
            print(x=5)
            """
        #expect(boundNames(in: source) == ["f", "C", "a", "b", "c"])
    }

    @Test("a bookmark leads back, survives a restart, and is taken away")
    func bookmarks() throws {
        var events: [Event] = []
        let walk = Walk(lesson: try Self.lesson()) { events.append($0) }
        _ = walk.begin()
        _ = walk.goTo(step: 2)
        _ = walk.bookmark("here")
        _ = walk.bookmark("")
        _ = walk.goTo(step: 1)
        #expect(walk.bookmarks.map(\.name) == ["here", "One"])
        #expect(walk.step(ofBookmark: "HE") == 2)
        _ = walk.goTo(bookmark: "her")
        #expect(walk.position.step == 1)
        _ = walk.restart()
        #expect(walk.position.step == 0)
        let again = Walk(lesson: try Self.lesson(), events: events)
        #expect(again.bookmarks.map(\.name) == ["here", "One"])
        _ = again.removeBookmark("here")
        #expect(again.bookmarks.map(\.name) == ["One"])
        guard case .refusal? = again.goTo(bookmark: "nowhere").first else {
            Issue.record("an unknown bookmark was found")
            return
        }
        guard case .refusal? = again.bookmark("3").first else {
            Issue.record("a number was taken as a name")
            return
        }
    }

    @Test("a lesson that was declined is suggested again once it is taken up")
    func declined() {
        var record = Record([.moved(step: 1, block: 0, title: "Two"), .declined])
        #expect(record.isDeclined)
        record.apply(.moved(step: 2, block: 0, title: "Three"))
        #expect(!record.isDeclined)
    }
}

extension [Display] {
    /// What is shown, in a word or two each.
    fileprivate var words: [String] {
        map { display in
            switch display {
            case .lesson: "lesson"
            case .step(let number, let count, _): "step \(number)/\(count)"
            case .prose(let prose): prose.markdown
            case .quoted(let output): "output \(output.text)"
            case .cell(_, let source): "cell \(source)"
            case .exercise(let exercise, _): "exercise \(exercise.id)"
            case .question(let question): "question \(question.id)"
            case .hint(let text, _, _): "hint \(text)"
            case .solution: "solution"
            case .verdict(let verdict): verdict.passed ? "verdict pass" : "verdict other"
            case .answered(_, let judgement):
                "\(judgement.result) \(judgement.earned) left \(judgement.triesLeft) "
                    + (judgement.feedback ?? judgement.explanation ?? "")
            case .notice(let text): text
            case .refusal(let text): "refused \(text)"
            case .score: "score"
            case .stepEnd: "step end"
            case .lessonEnd: "lesson end"
            }
        }
    }
}
