/// One lesson: the steps in reading order, and the exercises and questions that they hold.
package struct Lesson: Sendable {
    /// What progress and prerequisites know the lesson by: lower-case letters, digits and hyphens.
    package var id: String
    package var title: String
    /// Ids of the lessons that come before this one.
    package var requires: [String]
    /// The lesson's place among those that could come next; without one it comes after those that have one.
    package var order: Int?
    /// How long the lesson takes, in minutes.
    package var minutes: Int?
    /// The seed that every check, and every replay, begins from. Default: `0`.
    package var seed: Int
    /// Numbers that prose may name although no cell prints them.
    package var constants: [String]
    package var steps: [Step]
    package var exercises: [Exercise]
    package var questions: [Question]
    /// The file's path as it was given, or a name for text that came from elsewhere.
    package var file: String

    package init(
        id: String, title: String, requires: [String] = [], minutes: Int? = nil, seed: Int = 0,
        constants: [String] = [], steps: [Step] = [], exercises: [Exercise] = [],
        questions: [Question] = [], file: String = "<lesson>"
    ) {
        self.id = id
        self.title = title
        self.requires = requires
        self.minutes = minutes
        self.seed = seed
        self.constants = constants
        self.steps = steps
        self.exercises = exercises
        self.questions = questions
        self.file = file
    }

    package func exercise(_ id: String) -> Exercise? { exercises.first { $0.id == id } }
    package func question(_ id: String) -> Question? { questions.first { $0.id == id } }

    /// Every cell of the lesson in reading order.
    package var cells: [Cell] {
        steps.flatMap { step in
            step.blocks.compactMap { block in
                if case .cell(let cell) = block { cell } else { nil }
            }
        }
    }

    /// What all exercises and questions are worth together.
    package var points: Double {
        exercises.reduce(0) { $0 + $1.points } + questions.reduce(0) { $0 + $1.points }
    }
}

/// One step: what stands under a second-level heading (or before the first one).
package struct Step: Sendable {
    package var title: String
    package var blocks: [Block]
    /// The heading's line in the file, from 1.
    package var line: Int

    package init(title: String, blocks: [Block] = [], line: Int) {
        self.title = title
        self.blocks = blocks
        self.line = line
    }
}

/// A part of a step, in reading order.
package enum Block: Sendable {
    case prose(Prose)
    case cell(Cell)
    /// The place of the exercise with this id.
    case exercise(String)
    /// The place of the question with this id.
    case question(String)
    /// A quoted cell output, by the cell's name.
    case output(QuotedOutput)

    /// The line in the file that the block begins at; `nil` for exercises and questions, which
    /// carry their own.
    package var line: Int? {
        switch self {
        case .prose(let prose): prose.line
        case .cell(let cell): cell.line
        case .output(let output): output.line
        case .exercise, .question: nil
        }
    }
}

/// Markdown as the file holds it, without cells.
package struct Prose: Sendable {
    package var markdown: String
    package var line: Int

    package init(markdown: String, line: Int) {
        self.markdown = markdown
        self.line = line
    }
}

/// Code of the lesson that the learner runs, as it stands or changed.
package struct Cell: Sendable {
    package var source: String
    /// The line of the code's first line in the file.
    package var line: Int
    /// What quoted outputs call the cell by.
    package var name: String?
    /// Whether answers are graded with this cell run before them: imports and shared definitions.
    package var isSetup: Bool
    /// The exception that the cell is meant to end with, such as `RuntimeError`.
    package var raises: String?
    /// Whether the output differs from run to run (a time, say), so that lint compares none.
    package var varies: Bool

    package init(
        source: String, line: Int, name: String? = nil, isSetup: Bool = false,
        raises: String? = nil, varies: Bool = false
    ) {
        self.source = source
        self.line = line
        self.name = name
        self.isSetup = isSetup
        self.raises = raises
        self.varies = varies
    }
}

/// Text that must equal what a named cell prints.
package struct QuotedOutput: Sendable {
    package var cell: String
    package var text: String
    package var line: Int

    package init(cell: String, text: String, line: Int) {
        self.cell = cell
        self.text = text
        self.line = line
    }
}
