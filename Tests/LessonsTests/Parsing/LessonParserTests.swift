import Lessons
import Testing

/// A whole lesson around a body, so that a test can write only what it is about.
func lessonText(_ body: String, header: String = "") -> String {
    "---\ntitle: T\nid: t\n\(header)---\n\n\(body)\n"
}

@Suite("Lesson files")
struct LessonParserTests {
    private let whole = """
        ---
        title: "Dropout: why?"
        id: dropout
        requires: [batchnorm]
        minutes: 25
        seed: 3
        constants: ["0.5"]
        ---

        # Dropout

        An opening.

        ## Masks

        Prose with $x$.

        ```text
        not a cell
        ```

        ```python setup="true" name="mask"
        import torch
        mask = 1
        ```

        - a list

        ```text output="mask"
        1
        ```

        ```python exercise="inverted" points=4 name="Inverted dropout"
        def dropout(x, p):
            ...
        ```

        ```python check="inverted" name="shape" points=1
        pass
        ```

        ```python check="inverted" hidden="true" seconds=5
        pass
        ```

        ```text hint="inverted"
        One.
        ```

        ```text hint="inverted"
        Two.
        ```

        ```python solution="inverted" name="plain"
        def dropout(x, p): return x
        ```

        ```python mistake="inverted" name="scale" feedback="The \\"scale\\" is missing." when="True"
        def dropout(x, p): return 1
        ```

        ```python probe="inverted"
        observe("a", 1)
        ```

        ## Questions

        ```yaml question="q1" points=2
        prompt: How many?
        answer: 0.5
        tolerance: 0.01
        wrong:
          - {answer: 2, feedback: "Too many."}
        ```

        ```yaml question="q2"
        prompt: Which?
        choices:
          - It grows.
          - {text: It falls., right: true, feedback: Yes.}
        tries: 1
        ```
        """

    @Test("every part of a lesson is read, with its lines")
    func reading() throws {
        let lesson = try Lesson.parse(whole, file: "d.md")
        #expect(lesson.id == "dropout" && lesson.title == "Dropout: why?")
        #expect(lesson.requires == ["batchnorm"] && lesson.minutes == 25 && lesson.seed == 3)
        #expect(lesson.steps.map(\.title) == ["Dropout: why?", "Masks", "Questions"])
        #expect(lesson.steps.map(\.line) == [10, 14, 66])

        let blocks = lesson.steps[1].blocks
        #expect(blocks.count == 5)
        guard case .prose(let prose) = blocks[0], case .cell(let cell) = blocks[1],
            case .output(let output) = blocks[3], case .exercise("inverted") = blocks[4]
        else {
            Issue.record("the blocks are others: \(blocks)")
            return
        }
        #expect(prose.markdown == "Prose with $x$.\n\n```text\nnot a cell\n```")
        #expect(prose.line == 16)
        #expect(cell.source == "import torch\nmask = 1" && cell.line == 23 && cell.isSetup)
        #expect(output.text == "1" && output.cell == "mask")

        let exercise = try #require(lesson.exercise("inverted"))
        #expect(exercise.name == "Inverted dropout" && exercise.points == 4)
        #expect(exercise.checks.map(\.points) == [1, 3])
        #expect(exercise.checks.map(\.name) == ["shape", "check 2"])
        #expect(exercise.checks.map(\.isHidden) == [false, true])
        #expect(exercise.checks[1].seconds == 5)
        #expect(exercise.hints.map(\.text) == ["One.", "Two."])
        #expect(exercise.solutions.map(\.name) == ["plain"])
        #expect(exercise.mistakes.map(\.feedback) == ["The \"scale\" is missing."])
        #expect(exercise.mistakes[0].when == "True")
        #expect(exercise.probe?.source == "observe(\"a\", 1)")

        #expect(lesson.questions.map(\.tries) == [2, 1])
        #expect(lesson.points == 7)
        #expect(lesson.questions[1].rightAnswer == "b) It falls.")
    }

    @Test("Windows line ends and a byte order mark change nothing")
    func lineEnds() throws {
        let text = "\u{FEFF}" + whole.replacing("\n", with: "\r\n")
        let lesson = try Lesson.parse(text)
        #expect(lesson.exercise("inverted")?.starter.source == "def dropout(x, p):\n    ...")
        #expect(lesson.steps.map(\.line) == [10, 14, 66])
    }

    @Test(
        "a malformed lesson is refused with file, line, what is expected and what is given",
        arguments: malformedLessons)
    func malformed(_ text: String, _ line: Int, _ message: String) {
        let thrown = #expect(throws: LessonErrors.self) { try Lesson.parse(text, file: "bad.md") }
        let errors = thrown?.errors ?? []
        #expect(
            errors.contains { $0.line == line && $0.message.contains(message) },
            "\(errors)")
        #expect(errors.allSatisfy { $0.file == "bad.md" })
    }

    @Test("options are JSON, as Jupyter's tools write them back")
    func escapes() throws {
        let lesson = try Lesson.parse(
            lessonText(
                "## A\n```python name=\"n \\u2212 1, \\ud83d\\ude00, \\t\\\"q\\\"\"\nx = 1\n```"))
        guard case .cell(let cell) = lesson.steps.last?.blocks.first else {
            Issue.record("no cell")
            return
        }
        #expect(cell.name == "n \u{2212} 1, \u{1F600}, \t\"q\"")
    }

    @Test("all errors of a file are told at once, in its order")
    func severalErrors() {
        let text = lessonText(
            "## A\n\n```python chek=\"a\"\n```\n\n```python check=\"none\"\n```\n\n```python\nx")
        let thrown = #expect(throws: LessonErrors.self) { try Lesson.parse(text) }
        #expect(thrown?.errors.map(\.line) == [8, 11, 14])
    }

    @Test("a fence whose options hold a backtick, which Markdown takes for text, is refused")
    func backtick() {
        let text = lessonText(
            "## A\n\n```python mistake=\"e\" name=\"n\" feedback=\"Not `x`.\"\nx = 1\n```\n\nAs in ```a``` here."
        )
        let thrown = #expect(throws: LessonErrors.self) { try Lesson.parse(text) }
        #expect(thrown?.errors.first?.line == 8)
        #expect(thrown?.errors.first?.message.contains("backtick") ?? false)
    }

    @Test("hostile bytes are refused, none traps", arguments: hostileFiles)
    func hostile(_ file: HostileFile) {
        let thrown = #expect(throws: LessonErrors.self) {
            try Lesson.parse(LessonSource(bytes: file.bytes, file: "h.md"))
        }
        let first = thrown?.errors.first
        #expect(first?.line == file.line)
        #expect(first?.message.contains(file.message) == true, "\(first?.message ?? "")")
    }

    @Test("a missing file and a directory are named")
    func missing() {
        for path in ["/nonexistent/lesson.md", "/tmp"] {
            let thrown = #expect(throws: LessonErrors.self) { try Lesson.read(path: path) }
            #expect(thrown?.errors.first?.file == path)
        }
    }

    @Test("random damage to a lesson never traps")
    func fuzz() {
        var random = SplitMix(state: 7)
        let original = Array(whole.utf8)
        for _ in 0..<400 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                default:
                    bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: at)
                }
            }
            _ = try? Lesson.parse(LessonSource(bytes: bytes, file: "fuzz.md"))
        }
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
