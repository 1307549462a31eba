import Foundation

// The hand-out as a notebook or as a script. A notebook has nbgrader's cell metadata (its schema 3), so that nbgrader,
// and tools that read it, know which cells are answers and which are tests. In Jupyter the visible checks run too: a cell
// defines what they call, in the words of the lab itself.

extension HandOut {
    /// A cell of a hand-out.
    package struct Part {
        package enum Kind: Sendable, Equatable {
            case prose, code, support
            case answer(exercise: String)
            case test(exercise: String, number: Int, points: Double)
            case reply(question: String, points: Double)
        }

        package var kind: Kind
        package var source: String
    }

    /// The cells of a hand-out.
    /// - Parameter text: what `make` gave.
    package static func parts(_ text: String) throws(LessonErrors) -> [Part] {
        let lesson = try Lesson.parse(text)
        var parts = [Part(kind: .prose, source: "# \(lesson.title)")]
        if !lesson.exercises.isEmpty { parts.append(Part(kind: .support, source: support)) }
        for (index, step) in lesson.steps.enumerated() {
            if index > 0 || step.title != lesson.title {
                parts.append(Part(kind: .prose, source: "## \(step.title)"))
            }
            for block in step.blocks { parts += self.parts(block, of: lesson) }
        }
        return parts
    }

    private static func parts(_ block: Block, of lesson: Lesson) -> [Part] {
        switch block {
        case .prose(let prose):
            return [Part(kind: .prose, source: LessonPage.trimmed(prose.markdown))]
        case .cell(let cell): return [Part(kind: .code, source: cell.source)]
        case .output(let quote):
            return [
                Part(
                    kind: .prose,
                    source: LessonPage.fenced(quote.text, "text").joined(separator: "\n"))
            ]
        case .exercise(let id):
            guard let exercise = lesson.exercise(id) else { return [] }
            let lines =
                ["**Exercise: \(exercise.name)** (\(LessonPage.worth(exercise.points)))"]
                + LessonPage.hintLines(exercise.hints.map(\.text))
            let helpers = exercise.helpers.map { [$0.source] } ?? []
            return [
                Part(kind: .prose, source: lines.joined(separator: "\n")),
                Part(kind: .answer(exercise: id), source: exercise.starter.source),
            ]
                + exercise.checks.enumerated().map { number, check in
                    Part(
                        kind: .test(exercise: id, number: number + 1, points: check.points),
                        source: (["# \(check.name)"] + helpers + [check.code.source])
                            .joined(separator: "\n"))
                }
        case .question(let id):
            guard let question = lesson.question(id) else { return [] }
            var lines = LessonPage.questionLines(question.prompt, question.points, question.choices)
            lines += ["", "*Put your answer alone into the next cell.*"]
            return [
                Part(kind: .prose, source: lines.joined(separator: "\n")),
                Part(kind: .reply(question: id, points: question.points), source: ""),
            ]
        }
    }

    /// `check` and `student`, as the lab has them.
    private static var support: String {
        Prelude.source + "\n\n\n"
            + """
            class _Student:
                def __getattr__(self, name):
                    return globals()[name]


            student = _Student()
            """
    }

    /// The hand-out as a script in the percent format.
    package static func script(_ text: String) throws(LessonErrors) -> String {
        let lines = try parts(text).flatMap { part -> [String] in
            let source = part.source.split(separator: "\n", omittingEmptySubsequences: false)
            let commented = source.map { $0.isEmpty ? "#" : "# \($0)" }
            switch part.kind {
            case .prose: return ["# %% [markdown]"] + commented + [""]
            case .code: return ["# %%"] + source.map(String.init) + [""]
            case .answer(let id):
                return ["# %% exercise=\"\(id)\""] + source.map(String.init) + [""]
            case .reply(let id, _): return ["# %% [markdown] answer=\"\(id)\"", "# ", ""]
            // A script is run whole, where a test of what is not written yet would end it.
            case .test, .support: return []
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The hand-out as a Jupyter notebook (format 4.5) with nbgrader's metadata.
    package static func notebook(_ text: String) throws(LessonErrors) -> String {
        let cells = try parts(text).enumerated().map { index, part in
            Cell(part, id: "cell-\(index + 1)")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and finite numbers, which cannot fail to be encoded.
        let data = (try? encoder.encode(Notebook(cells: cells))) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private struct Notebook: Encodable {
        struct Metadata: Encodable {
            let kernelspec = ["display_name": "Python 3", "language": "python", "name": "python3"]
            let language_info = ["name": "python"]
        }

        var cells: [Cell]
        let metadata = Metadata()
        let nbformat = 4
        let nbformat_minor = 5
    }

    private struct Grading: Encodable {
        let schema_version = 3
        var grade_id: String
        var grade = false
        var locked = false
        var solution = false
        let task = false
        var points: Double?
    }

    private struct Cell: Encodable {
        struct Metadata: Encodable {
            var nbgrader: Grading?
            var exercise: String?
            var answer: String?
        }

        private enum Key: String, CodingKey {
            case id, source, outputs, metadata
            case kind = "cell_type"
            case count = "execution_count"
        }

        let id: String
        let isCode: Bool
        let source: String
        var metadata = Metadata()

        init(_ part: Part, id: String) {
            self.id = id
            source = part.source
            switch part.kind {
            case .prose: isCode = false
            case .code: isCode = true
            case .support:
                isCode = true
                metadata.nbgrader = Grading(grade_id: "lab-support", locked: true)
            case .answer(let exercise):
                isCode = true
                metadata.exercise = exercise
                metadata.nbgrader = Grading(grade_id: exercise, solution: true)
            case .test(let exercise, let number, let points):
                isCode = true
                metadata.nbgrader = Grading(
                    grade_id: "\(exercise)-check-\(number)", grade: true, locked: true,
                    points: points)
            case .reply(let question, let points):
                isCode = false
                metadata.answer = question
                metadata.nbgrader = Grading(
                    grade_id: question, grade: true, solution: true, points: points)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(id, forKey: .id)
            try fields.encode(isCode ? "code" : "markdown", forKey: .kind)
            try fields.encode(metadata, forKey: .metadata)
            try fields.encode(source, forKey: .source)
            guard isCode else { return }
            try fields.encodeNil(forKey: .count)
            try fields.encode([String](), forKey: .outputs)
        }
    }

    /// What an instructor keeps of a hand-out: what was given out, what it asks for, and the salt of its answers.
    package struct Manifest: Encodable {
        struct Item: Encodable {
            var id: String
            var points: Double
            var hiddenPoints: Double
        }

        var lesson: String
        var handOut: String
        var sha256: String
        var lessonSHA256: String
        var salt: String?
        var exercises: [Item]
        var questions: [Item]

        package init(
            _ lesson: Lesson, lessonText: String, file: String, text: String, salt: String?
        ) {
            self.lesson = lesson.id
            handOut = file
            sha256 = SHA256.hex(text)
            lessonSHA256 = SHA256.hex(lessonText)
            self.salt = salt
            exercises = lesson.exercises.map { exercise in
                let hidden = exercise.checks.filter(\.isHidden).reduce(0) { $0 + $1.points }
                return Item(
                    id: exercise.id, points: exercise.points - hidden, hiddenPoints: hidden)
            }
            questions = lesson.questions.map {
                Item(id: $0.id, points: $0.points, hiddenPoints: 0)
            }
        }
    }
}
