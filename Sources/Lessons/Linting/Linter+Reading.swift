// Whether a lesson can be read at a prompt of 80 columns: the width of its code, and that its texts are shown as they
// are meant. How a text is shown is not known here; whoever has a terminal says what is wrong with one.

/// What of a Markdown text would not be shown as it is meant in so many columns: sentences, each with the text's line
/// that it is about, from 1.
package typealias ReadingProblems = (_ markdown: String, _ columns: Int) -> [(
    line: Int, message: String
)]

extension Linter {
    static let promptColumns = 80
    /// Code stands behind `In [10]: `, and the cursor behind the code.
    static let codeColumns = 70
    /// What is indented under a text: quoted outputs.
    static let indentedColumns = 76
    /// Choices stand behind their letters.
    static let choiceColumns = 74

    mutating func checkReading() {
        for step in lesson.steps {
            for block in step.blocks {
                switch block {
                case .prose(let prose): checkText(prose.markdown, prose.line)
                case .cell(let cell): checkWidth(cell.source, cell.line, Self.codeColumns)
                case .output(let quote):
                    checkWidth(quote.text, quote.line + 1, Self.indentedColumns)
                case .exercise, .question: break
                }
            }
        }
        for exercise in lesson.exercises {
            for code in [exercise.starter] + exercise.solutions {
                checkWidth(code.source, code.line, Self.codeColumns)
            }
            for hint in exercise.hints { checkText(hint.text, hint.line + 1) }
            for mistake in exercise.mistakes {
                checkText(mistake.feedback, at: mistake.code.line - 1)
            }
        }
        for question in lesson.questions { checkTexts(of: question) }
    }

    private mutating func checkTexts(of question: Question) {
        checkText(question.prompt, at: question.line)
        if let explanation = question.explanation { checkText(explanation, at: question.line) }
        switch question.form {
        case .choice(let choices):
            for choice in choices {
                checkText(choice.text, at: question.line, columns: Self.choiceColumns)
                if let feedback = choice.feedback { checkText(feedback, at: question.line) }
            }
        case .numeric(_, _, let wrong):
            for number in wrong { checkText(number.feedback, at: question.line) }
        case .text, .withheld, .sealed: break
        }
    }

    /// A text whose lines are those of the file.
    private mutating func checkText(_ markdown: String, _ line: Int) {
        for problem in problems(markdown, Self.promptColumns) {
            find(line + problem.line - 1, problem.message)
        }
    }

    /// A text that stands somewhere in a fence.
    private mutating func checkText(
        _ markdown: String, at line: Int, columns: Int = Linter.promptColumns
    ) {
        for problem in problems(markdown, columns) { find(line, problem.message) }
    }

    private mutating func checkWidth(_ code: String, _ line: Int, _ columns: Int) {
        for (offset, text) in code.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated() where text.count > columns
        {
            find(
                line + offset,
                "the line is \(text.count) columns wide; at most \(columns) fit at the prompt")
        }
    }
}
