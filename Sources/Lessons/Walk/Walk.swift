/// Going through a lesson: a state machine that knows no terminal and runs no code.
///
/// Whoever drives it shows what each call returns, reads what the learner does, runs code in a
/// session and reports back:
///
///     show(walk.begin())                        // replay `walk.replay` in the session before it
///     loop:
///       switch walk.stop                        // what Enter does now
///       code typed → role = walk.role(of: code, isWaitingCell: …)
///                    run it; show(walk.ran(code, role: role, outcome: …))
///       %next …    → show(walk.next()) and so on
///       %check     → if let request = walk.checkRequest { show(walk.checked(judge(request))) }
///       an answer  → show(walk.answer(text))
///
/// Every call that changes something hands events to `keep`, which saves them.
package final class Walk {
    package let lesson: Lesson
    package private(set) var record: Record
    package private(set) var position: Position
    private let keep: (Event) -> Void
    private let isResumed: Bool

    /// - Parameters:
    ///   - lesson: the lesson to go through.
    ///   - events: what has happened in it so far, oldest first.
    ///   - keep: called with each event as it happens; it must not fail the walk.
    package init(lesson: Lesson, events: [Event] = [], keep: @escaping (Event) -> Void = { _ in }) {
        self.lesson = lesson
        self.keep = keep
        record = Record(events)
        isResumed = record.position != nil
        position = Walk.place(of: record, in: lesson)
    }

    /// The saved position in the lesson as it is now: by the step's title where its number has
    /// changed, and never outside of it.
    private static func place(of record: Record, in lesson: Lesson) -> Position {
        guard let position = record.position, !lesson.steps.isEmpty else {
            return Position(step: 0, block: 0)
        }
        return place(position, titled: record.stepTitle, in: lesson)
    }

    /// A place that was saved, in the lesson as it is now.
    static func place(_ saved: Position, titled title: String, in lesson: Lesson) -> Position {
        var position = saved
        let steps = lesson.steps
        if !steps.indices.contains(position.step) || steps[position.step].title != title {
            position =
                steps.firstIndex { $0.title == title }
                .map { Position(step: $0, block: position.block) }
                ?? Position(step: min(max(position.step, 0), steps.count - 1), block: 0)
        }
        position.block = min(max(position.block, 0), steps[position.step].blocks.count)
        return position
    }

    func emit(_ event: Event) {
        record.apply(event)
        keep(event)
    }
}

// MARK: - Where the walk is

extension Walk {
    package var step: Step {
        lesson.steps.indices.contains(position.step)
            ? lesson.steps[position.step] : Step(title: lesson.title, line: 1)
    }

    /// What waits for the learner.
    package var stop: Stop {
        if position.block < step.blocks.count {
            switch step.blocks[position.block] {
            case .cell(let cell): return .cell(cell)
            case .exercise(let id):
                if let exercise = lesson.exercise(id) { return .exercise(exercise) }
            case .question(let id):
                if let question = lesson.question(id) { return .question(question) }
            case .prose, .output: break
            }
        }
        return position.step + 1 < lesson.steps.count ? .stepEnd : .lessonEnd
    }

    /// What stands ready to be run or edited: the cell, the last attempt or answer, or the starter.
    package var waitingSource: String? {
        switch stop {
        case .cell(let cell): cell.source
        case .exercise(let exercise): answer(to: exercise)
        case .question, .stepEnd, .lessonEnd: nil
        }
    }

    /// The cell that the waiting exercise began with.
    package var starter: String? {
        if case .exercise(let exercise) = stop { exercise.starter.source } else { nil }
    }

    /// The code to run again, quietly and in order, before `begin` when a lesson is taken up:
    /// everything that ran to its end, or to an error, since the variables were last cleared.
    package var replay: [String] { record.runs.map(\.source) }

    func answer(to exercise: Exercise) -> String {
        let record = record.exercises[exercise.id]
        return record?.attempt ?? record?.answerText ?? exercise.starter.source
    }

    var exerciseThatWaits: Exercise? {
        if case .exercise(let exercise) = stop { exercise } else { nil }
    }

    var questionThatWaits: Question? {
        if case .question(let question) = stop { question } else { nil }
    }
}

// MARK: - Moving

extension Walk {
    /// What to show when the lesson is opened: its opening, or where it was left.
    package func begin() -> [Display] {
        guard !lesson.steps.isEmpty else {
            return [.lesson(lesson), .notice("This lesson has no steps."), .lessonEnd(score)]
        }
        guard isResumed else { return [.lesson(lesson)] + enter(step: 0) }
        var shown: [Display] = [.notice("Back where you left: step \(position.step + 1).")]
        shown += stepOpening + upTo(position.block) + waiting
        return shown
    }

    /// Moves past what waits: a cell is left unrun, a step's end opens the next step.
    package func next() -> [Display] {
        switch stop {
        case .cell: advance()
        case .exercise(let exercise):
            if isDone(exercise.id) {
                advance()
            } else {
                [
                    .refusal(
                        "The exercise \"\(exercise.name)\" waits: %check judges your answer, "
                            + "%hint helps, %skip leaves it behind.")
                ]
            }
        case .question(let question):
            if isDone(question.id) {
                advance()
            } else {
                [.refusal("The question waits: type your answer, or leave it behind with %skip.")]
            }
        case .stepEnd: enter(step: position.step + 1)
        case .lessonEnd: [.lessonEnd(score)]
        }
    }

    /// Goes back to the beginning of this step, or of the one before if this one has just begun.
    package func back() -> [Display] {
        let isAtBeginning = position.block <= firstStop(in: step, from: 0)
        if isAtBeginning && position.step == 0 {
            return [.refusal("This is the first step.")]
        }
        return enter(step: isAtBeginning ? position.step - 1 : position.step)
    }

    /// Goes to a step, counted from 1.
    package func goTo(step number: Int) -> [Display] {
        guard number >= 1, number <= lesson.steps.count else {
            return [
                .refusal("There is no step \(number): this lesson has \(lesson.steps.count).")
            ]
        }
        return enter(step: number - 1)
    }

    /// Leaves what waits behind. An exercise or question then earns at most half of its points.
    package func skip() -> [Display] {
        switch stop {
        case .cell: return advance()
        case .stepEnd, .lessonEnd: return next()
        case .exercise(let exercise):
            let earned = record.exercises[exercise.id]?.best ?? 0
            return skip(exercise.id, points: exercise.points - earned)
        case .question(let question):
            return skip(question.id, points: question.points)
        }
    }

    private func skip(_ id: String, points: Double) -> [Display] {
        guard !isDone(id) else { return advance() }
        emit(.skipped(id: id))
        let place = "%goto \(position.step + 1)"
        let text =
            "Skipped: \(pointsText(points)) not earned. "
            + "Coming back with \(place) can still earn half."
        return [.notice(text)] + advance()
    }

    /// The lesson from its beginning; what was earned is kept only as history.
    package func restart() -> [Display] {
        emit(.restarted)
        return [.notice("The lesson begins anew; its points are open again.")] + enter(step: 0)
    }

    /// Forgets what ran. Whoever drives the walk clears the session's variables as well.
    package func reset() -> [Display] {
        emit(.reset)
        return [.notice("All variables are cleared. Your answers and points are kept.")] + waiting
    }

    /// Shows what waits once more.
    package func again() -> [Display] { stepOpening + upTo(position.block) + waiting }

    private func enter(step number: Int) -> [Display] {
        let blocks = lesson.steps[number].blocks
        let block = firstStop(in: lesson.steps[number], from: 0)
        move(to: Position(step: number, block: min(block, blocks.count)))
        return stepOpening + upTo(position.block) + waiting
    }

    func advance() -> [Display] {
        let from = position.block + 1
        let block = firstStop(in: step, from: from)
        move(to: Position(step: position.step, block: block))
        return shown(from..<max(from, block)) + waiting
    }

    func move(to place: Position) {
        position = place
        emit(.moved(step: place.step, block: place.block, title: step.title))
        if case .lessonEnd = stop, !record.isFinished { emit(.finished) }
    }

    /// The first block from `start` on that waits for the learner, or the number of blocks.
    private func firstStop(in step: Step, from start: Int) -> Int {
        var index = start
        while index < step.blocks.count {
            switch step.blocks[index] {
            case .prose, .output: index += 1
            case .cell, .exercise, .question: return index
            }
        }
        return step.blocks.count
    }

    var stepOpening: [Display] {
        [.step(number: position.step + 1, count: lesson.steps.count, title: step.title)]
    }

    func upTo(_ block: Int) -> [Display] { shown(0..<block) }

    private func shown(_ range: Range<Int>) -> [Display] {
        step.blocks[range.clamped(to: 0..<step.blocks.count)].compactMap { block in
            switch block {
            case .prose(let prose): .prose(prose)
            case .output(let output): .quoted(output)
            case .cell, .exercise, .question: nil
            }
        }
    }

    var waiting: [Display] {
        switch stop {
        case .cell(let cell): [.cell(cell, source: cell.source)]
        case .exercise(let exercise): [.exercise(exercise, answer: answer(to: exercise))]
        case .question(let question): [.question(question)]
        case .stepEnd: [.stepEnd(number: position.step + 1, count: lesson.steps.count)]
        case .lessonEnd: [.lessonEnd(score)]
        }
    }
}
