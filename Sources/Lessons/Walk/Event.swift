/// One thing that happened in a lesson. A learner's progress is the list of them: folding them, in
/// order, gives the state, so that each can be saved on its own and none is ever changed.
package enum Event: Sendable, Equatable, Codable {
    /// The walk came to a block of a step. The title finds the step again in an edited lesson.
    case moved(step: Int, block: Int, title: String)
    case ran(source: String, role: Role, exercise: String?, outcome: RunOutcome)
    case hinted(exercise: String)
    case solutionShown(exercise: String)
    case skipped(id: String)
    /// `result` is what the checks recorded for the leaderboard.
    case judged(
        exercise: String, answer: String, earned: Double, points: Double, mistake: String?,
        result: Double? = nil)
    case answered(question: String, text: String, result: AnswerJudgement.Result, earned: Double)
    /// The variables were cleared: what ran before is not run again on resuming.
    case reset
    /// The lesson begins anew: all before this is history.
    case restarted
    /// The last step was read through.
    case finished
    /// A place was given a name to go back to.
    case bookmarked(name: String, step: Int, block: Int, title: String)
    case unmarked(name: String)
    /// The learner does not want to be asked again whether to go on with this lesson.
    case declined
}

/// A named place in a lesson.
package struct Bookmark: Sendable, Equatable {
    package var name: String
    package var position: Position
    /// The title of its step, which finds it again in an edited lesson.
    package var title: String
}

/// Where in a lesson the learner is.
package struct Position: Sendable, Equatable {
    package var step: Int
    /// The block that waits; the number of blocks when the step is read through.
    package var block: Int

    package init(step: Int, block: Int) {
        self.step = step
        self.block = block
    }
}

/// What the events so far amount to.
package struct Record: Sendable {
    package struct Run: Sendable, Equatable {
        package var source: String
        package var role: Role
    }

    package struct ExerciseRecord: Sendable {
        package var answer: [String] = []
        /// The last text that did not run to its end, until one does: it is there to be mended.
        package var attempt: String?
        package var best = 0.0
        package var judged = 0
        package var hints = 0
        package var solutions = 0
        package var isSkipped = false
        package var passed = false
        /// What the checks recorded, oldest first.
        package var results: [Double] = []
    }

    package struct QuestionRecord: Sendable {
        package var answers: [String] = []
        package var earned = 0.0
        package var isRight = false
        package var isSkipped = false
    }

    package var position: Position?
    package var stepTitle = ""
    /// What is run again on resuming, in order.
    package var runs: [Run] = []
    package var exercises: [String: ExerciseRecord] = [:]
    package var questions: [String: QuestionRecord] = [:]
    package var isFinished = false
    package var furthestStep = 0
    /// In the order in which they were set.
    package var bookmarks: [Bookmark] = []
    /// Whether going on with the lesson is no longer suggested.
    package var isDeclined = false

    package init() {}

    package init(_ events: some Sequence<Event>) {
        for event in events { apply(event) }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .moved(let step, let block, let title):
            position = Position(step: step, block: block)
            stepTitle = title
            isDeclined = false
            furthestStep = max(furthestStep, step)
        case .ran(let source, let role, let exercise, let outcome):
            if outcome != .stopped { runs.append(Run(source: source, role: role)) }
            // An answer that stopped halfway is none; its text would spoil the next one.
            if role == .answer, let exercise {
                if outcome == .succeeded {
                    exercises[exercise, default: .init()].add(answer: source)
                } else {
                    exercises[exercise, default: .init()].attempt = source
                }
            }
        case .hinted(let id):
            exercises[id, default: .init()].hints += 1
        case .solutionShown(let id):
            exercises[id, default: .init()].solutions += 1
        case .skipped(let id):
            // An id is an exercise's or a question's, never both; the other entry stays unread.
            exercises[id, default: .init()].isSkipped = true
            questions[id, default: .init()].isSkipped = true
        case .judged(let id, _, let earned, let points, _, let result):
            exercises[id, default: .init()].add(earned: earned, of: points)
            if let result { exercises[id, default: .init()].results.append(result) }
        case .answered(let id, let text, let result, let earned):
            questions[id, default: .init()].answers.append(text)
            questions[id, default: .init()].earned += earned
            if result == .right { questions[id, default: .init()].isRight = true }
        case .reset:
            runs = []
        case .restarted:
            let marks = bookmarks
            self = Record()
            bookmarks = marks
        case .bookmarked(let name, let step, let block, let title):
            bookmarks.removeAll { $0.name == name }
            bookmarks.append(
                Bookmark(name: name, position: Position(step: step, block: block), title: title))
        case .unmarked(let name):
            bookmarks.removeAll { $0.name == name }
        case .declined:
            isDeclined = true
        case .finished:
            isFinished = true
        }
    }
}

extension Record.ExerciseRecord {
    /// The pieces of the answer, as one text.
    package var answerText: String? {
        answer.isEmpty ? nil : answer.joined(separator: "\n\n")
    }

    /// A piece that binds everything the earlier pieces bound replaces them; another is added.
    mutating func add(answer source: String) {
        let bound = boundNames(in: source)
        answer.removeAll { boundNames(in: $0).isSubset(of: bound) }
        answer.append(source)
        attempt = nil
    }

    /// Asking for the solution forfeits the points, skipping half of them.
    mutating func add(earned: Double, of points: Double) {
        judged += 1
        if earned >= points { passed = true }
        guard solutions == 0 else { return }
        best = max(best, isSkipped ? earned / 2 : earned)
    }
}
