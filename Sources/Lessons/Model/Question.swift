/// A question with an answer that is judged without running code.
package struct Question: Sendable {
    package var id: String
    package var prompt: String
    package var points: Double
    package var line: Int
    package var form: Form
    /// A prediction is made before the cell that shows the truth; only the first answer counts.
    package var isPrediction: Bool
    /// How many answers are taken before the right one is shown.
    package var tries: Int
    /// Shown after the last answer, right or wrong.
    package var explanation: String?

    package enum Form: Sendable {
        case choice([Choice])
        case numeric(answer: Double, tolerance: Double, wrong: [WrongNumber])
        case text(accepted: [String])
        /// A hand-out's question that only the instructor's copy can judge.
        case withheld(choices: [String])
        /// A hand-out's question that can be judged without the answer being told.
        case sealed(choices: [String], SealedAnswer)
    }

    package struct Choice: Sendable {
        package var text: String
        package var isRight: Bool
        package var feedback: String?

        package init(text: String, isRight: Bool, feedback: String? = nil) {
            self.text = text
            self.isRight = isRight
            self.feedback = feedback
        }
    }

    /// A known wrong number and what it tells.
    package struct WrongNumber: Sendable {
        package var value: Double
        package var feedback: String

        package init(value: Double, feedback: String) {
            self.value = value
            self.feedback = feedback
        }
    }

    package init(
        id: String, prompt: String, points: Double, line: Int, form: Form,
        isPrediction: Bool = false, tries: Int = 1, explanation: String? = nil
    ) {
        self.id = id
        self.prompt = prompt
        self.points = points
        self.line = line
        self.form = form
        self.isPrediction = isPrediction
        self.tries = tries
        self.explanation = explanation
    }

    /// The question in short, for lists: the last sentence of its prompt, without Markdown's marks.
    package var title: String {
        var isCode = false
        let text = prompt.split(whereSeparator: \.isWhitespace).joined(separator: " ").filter {
            if $0 == "`" { isCode.toggle() }
            return !"`$".contains($0) && ($0 != "*" || isCode)
        }
        var start = text.startIndex
        for (index, next) in zip(text.indices, text.indices.dropFirst())
        where ".?!".contains(text[index]) && text[next] == " " {
            let rest = text.index(after: next)
            if rest < text.endIndex { start = rest }
        }
        return String(text[start...])
    }

    /// Whether one of several choices is the answer, so that its letter alone is.
    package var takesOneChoice: Bool {
        guard case .choice(let choices) = form, choices.count <= 9 else { return false }
        return choices.filter(\.isRight).count == 1
    }

    /// The choices as they are listed, empty where the answer is typed freely.
    package var choices: [String] {
        switch form {
        case .choice(let choices): choices.map(\.text)
        case .withheld(let choices), .sealed(let choices, _): choices
        case .numeric, .text: []
        }
    }
}
