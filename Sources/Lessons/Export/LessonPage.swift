package import Figures
package import Notebook

/// Something to read: a lesson as a learner meets it on the way through, in order, with what the cells print, or
/// the record of a session. Of a lesson, solutions, known mistakes, checks and the answers to questions are not in it.
package struct LessonPage {
    package enum Part {
        /// A step's title.
        case heading(String)
        /// Markdown.
        case prose(String)
        case cell(source: String, output: Output?)
        case exercise(name: String, points: Double, starter: String, hints: [String])
        case question(prompt: String, points: Double, choices: [String])
        /// Text that a cell prints, quoted in the prose.
        case quote(String)
    }

    /// What a cell left behind.
    package struct Output {
        /// What it printed, then the value that it ended with.
        package var text: String
        /// The traceback of a cell that failed, as some are meant to.
        package var traceback: String?
        package var figures: [Figure]

        /// A record keeps this much of what one cell printed, in characters.
        package static let recordedLength = 200_000

        package init(_ result: CellResult) {
            text = result.printed
            figures = result.figures
            switch result.ending {
            case .finished: traceback = nil
            case .failed(let failure): traceback = failure.traceback
            case .interrupted(let traceback): self.traceback = traceback
            case .exhausted(_, let explanation): traceback = explanation
            }
        }

        /// The output without what is beyond `recordedLength`.
        package var shortened: Output {
            var output = self
            if text.utf8.count > Self.recordedLength {
                output.text = text.prefix(Self.recordedLength) + "\n… (the rest was left out)\n"
            }
            return output
        }
    }

    package let title: String
    package let minutes: Int?
    package let points: Double
    package private(set) var parts: [Part] = []

    /// - Parameters:
    ///   - lesson: the lesson.
    ///   - session: runs the cells, from the lesson's seed; `nil` leaves outputs out.
    package init(_ lesson: Lesson, running session: Session?) {
        title = lesson.title
        minutes = lesson.minutes
        points = lesson.points
        _ = session?.check(
            "import torch, random\ntorch.manual_seed(\(lesson.seed))\nrandom.seed(\(lesson.seed))",
            name: "<seed>")
        for (index, step) in lesson.steps.enumerated() {
            if index > 0 || step.title != lesson.title { parts.append(.heading(step.title)) }
            for block in step.blocks { add(block, of: lesson, running: session) }
        }
    }

    /// A page of these parts, such as the record of a session.
    package init(title: String, parts: [Part]) {
        self.title = title
        self.parts = parts
        minutes = nil
        points = 0
    }

    private mutating func add(_ block: Block, of lesson: Lesson, running session: Session?) {
        switch block {
        case .prose(let prose): parts.append(.prose(prose.markdown))
        case .output(let quote): parts.append(.quote(quote.text))
        case .cell(let cell):
            let output = session.map { Output($0.run(cell.source)) }
            parts.append(.cell(source: cell.source, output: output))
        case .exercise(let id):
            guard let exercise = lesson.exercise(id) else { return }
            parts.append(
                .exercise(
                    name: exercise.name, points: exercise.points, starter: exercise.starter.source,
                    hints: exercise.hints.map(\.text)))
        case .question(let id):
            guard let question = lesson.question(id) else { return }
            parts.append(
                .question(
                    prompt: question.prompt, points: question.points, choices: question.choices))
        }
    }

    /// The letter that a choice is answered by.
    package static func letter(_ index: Int) -> String {
        index < 26 ? String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index))) : "\(index + 1)"
    }

    /// `4 points`, as a heading shows them.
    package static func worth(_ points: Double) -> String {
        "\(plainNumber(points)) point\(points == 1 ? "" : "s")"
    }

    /// The line below the title.
    package var facts: String {
        ([minutes.map { "about \($0) minutes" }, points > 0 ? Self.worth(points) : nil] as [String?])
            .compactMap { $0 }.joined(separator: ", ")
    }
}
