/// What a walk asks to be shown, in order. The walk knows no terminal: whoever drives it draws these.
package enum Display: Sendable {
    /// The lesson's opening, shown on the first visit.
    case lesson(Lesson)
    /// A step begins. `number` counts from 1.
    case step(number: Int, count: Int, title: String)
    case prose(Prose)
    case quoted(QuotedOutput)
    /// A cell waits to be run; `source` is what stands ready to be run or edited.
    case cell(Cell, source: String)
    /// An exercise waits; `answer` is the learner's last answer, or the starter.
    case exercise(Exercise, answer: String)
    /// A question waits for an answer.
    case question(Question)
    case hint(text: String, number: Int, count: Int)
    case solution(Code, number: Int, count: Int)
    case verdict(Verdict)
    /// What an answer to a question earned, and what is to be learned from it.
    case answered(Question, AnswerJudgement)
    /// A sentence about what has just been done.
    case notice(String)
    /// A sentence about what cannot be done, and why.
    case refusal(String)
    case score(Score)
    /// The step is read through; the next one comes with `next()`.
    case stepEnd(number: Int, count: Int)
    /// The lesson is through.
    case lessonEnd(Score)
}

/// Where a walk stands: the thing that waits for the learner.
package enum Stop: Sendable {
    case cell(Cell)
    case exercise(Exercise)
    case question(Question)
    case stepEnd
    case lessonEnd
}

/// What a piece of code is to the walk.
package enum Role: String, Sendable, Codable {
    /// The cell that waits, as it stands or edited. Running it moves on.
    case cell
    /// An answer to the exercise that waits, or a part of one.
    case answer
    /// Something tried at the prompt. Running it moves nothing.
    case experiment
}

/// How a run ended.
package enum RunOutcome: String, Sendable, Codable {
    case succeeded
    case failed
    /// Stopped by Ctrl-C or a budget: not repeated when the lesson is taken up again.
    case stopped
}

/// What became of an answer to a question.
package struct AnswerJudgement: Sendable, Equatable {
    package enum Result: String, Sendable, Codable { case right, wrong, cannotJudge }

    package var result: Result
    /// The points that this answer earned.
    package var earned: Double
    package var triesLeft: Int
    /// What a known wrong answer tells, if this was one.
    package var feedback: String?
    /// The right answer, shown when no try is left.
    package var rightAnswer: String?
    package var explanation: String?

    package init(
        result: Result, earned: Double, triesLeft: Int, feedback: String? = nil,
        rightAnswer: String? = nil, explanation: String? = nil
    ) {
        self.result = result
        self.earned = earned
        self.triesLeft = triesLeft
        self.feedback = feedback
        self.rightAnswer = rightAnswer
        self.explanation = explanation
    }
}

/// What has been earned in a lesson, item by item.
package struct Score: Sendable, Equatable {
    package enum State: String, Sendable, Codable {
        case open, partial, done, skipped, solutionShown, failed
    }

    package struct Item: Sendable, Equatable {
        package var id: String
        package var name: String
        package var earned: Double
        package var points: Double
        package var state: State
        /// The step that holds the item, from 1.
        package var step: Int

        package init(
            id: String, name: String, earned: Double, points: Double, state: State, step: Int
        ) {
            self.id = id
            self.name = name
            self.earned = earned
            self.points = points
            self.state = state
            self.step = step
        }
    }

    package var items: [Item]
    /// Steps read through, and how many there are.
    package var stepsDone: Int
    package var steps: Int
    package var isFinished: Bool

    package init(items: [Item], stepsDone: Int, steps: Int, isFinished: Bool) {
        self.items = items
        self.stepsDone = stepsDone
        self.steps = steps
        self.isFinished = isFinished
    }

    package var earned: Double { items.reduce(0) { $0 + $1.earned } }
    package var points: Double { items.reduce(0) { $0 + $1.points } }
}
