// Running code, and having an exercise judged.

/// An answer to be judged, with what judging it needs.
package struct CheckRequest: Sendable {
    package var exercise: Exercise
    package var answer: String
}

extension Walk {
    /// What a piece of code is, before it is run.
    /// - Parameter isWaitingCell: whether it was entered as the cell or answer that stood ready,
    ///   edited or not.
    package func role(of source: String, isWaitingCell: Bool) -> Role {
        switch stop {
        case .cell(let cell):
            return isWaitingCell || trimmed(cell.source) == trimmed(source) ? .cell : .experiment
        case .exercise(let exercise):
            let asked = boundNames(in: exercise.starter.source)
            let isAnswer = isWaitingCell || !asked.isDisjoint(with: boundNames(in: source))
            return isAnswer ? .answer : .experiment
        case .question, .stepEnd, .lessonEnd:
            return .experiment
        }
    }

    /// Takes note of code that ran, and moves on if it was the cell that waited.
    package func ran(_ source: String, role: Role, outcome: RunOutcome) -> [Display] {
        emit(.ran(source: source, role: role, exercise: exerciseThatWaits?.id, outcome: outcome))
        switch (role, outcome) {
        case (.cell, .succeeded): return advance()
        case (.cell, .failed):
            if case .cell(let cell) = stop, cell.raises != nil { return advance() }
            return [.notice("The cell still waits: run it again, or pass it with %next.")]
        case (.answer, .succeeded):
            if let exercise = exerciseThatWaits,
                trimmed(exercise.starter.source) == trimmed(source)
            {
                return [
                    .notice("This is still what you started from. Up brings it back to be edited.")
                ]
            }
            return [.notice("Noted as your answer. %check judges it.")]
        case (.cell, .stopped), (.answer, _), (.experiment, _): return []
        }
    }

    /// The answer that `%check` judges, or `nil` where no exercise waits or it has no answer.
    package var checkRequest: CheckRequest? {
        guard let exercise = exerciseThatWaits,
            let answer = record.exercises[exercise.id]?.answerText
        else { return nil }
        return CheckRequest(exercise: exercise, answer: answer)
    }

    /// Why `checkRequest` is `nil`.
    package func refuseCheck() -> [Display] {
        guard let exercise = exerciseThatWaits else {
            return [.refusal("No exercise waits here, so there is nothing to check.")]
        }
        return [
            .refusal("Nothing to check yet: write your answer to \"\(exercise.name)\" and run it.")
        ]
    }

    /// Takes note of a verdict, and moves on if the exercise is done.
    package func checked(_ verdict: Verdict, of request: CheckRequest) -> [Display] {
        var shown: [Display] = [.verdict(verdict)]
        if case .couldNotGrade = verdict.outcome {
            return shown + [.notice("No points are lost: this counts as not tried.")]
        }
        let before = record.exercises[verdict.exercise]?.best ?? 0
        let bestResult = record.exercises[verdict.exercise]?.results.max()
        emit(
            .judged(
                exercise: verdict.exercise, answer: request.answer, earned: verdict.earned,
                points: verdict.points, mistake: verdict.mistake, result: verdict.result))
        if let result = verdict.result {
            shown.append(.notice(resultText(result, best: bestResult)))
        }
        let state = record.exercises[verdict.exercise] ?? .init()
        if verdict.passed {
            let text =
                if state.solutions > 0 {
                    "Right. No points, as the solution had been shown."
                } else if state.isSkipped {
                    "Right: \(pointsText(state.best)) of \(plainNumber(verdict.points)), as it had been skipped."
                } else {
                    "Right: \(pointsText(state.best))."
                }
            let hasSolutions = !request.exercise.solutions.isEmpty && state.solutions == 0
            let more = hasSolutions ? " %solution shows how it can be written." : ""
            shown.append(.notice(text + more))
            if exerciseThatWaits?.id == verdict.exercise { shown += advance() }
        } else if state.best > before {
            shown.append(
                .notice(
                    "So far \(plainNumber(state.best)) of \(pointsText(verdict.points)). Change it and %check again."
                ))
        }
        return shown
    }

    private func resultText(_ result: Double, best: Double?) -> String {
        guard let best else { return "Your first result: \(resultNumber(result))." }
        let relation =
            result > best ? "better than" : result < best ? "not as good as" : "the same as"
        return
            "Your result: \(resultNumber(result)), \(relation) your best before, \(resultNumber(best))."
    }

    /// Shows the next hint.
    package func hint() -> [Display] {
        guard let exercise = exerciseThatWaits else {
            return [.refusal("No exercise waits here, so there is no hint.")]
        }
        let seen = record.exercises[exercise.id]?.hints ?? 0
        guard !exercise.hints.isEmpty else { return [.refusal("This exercise has no hint.")] }
        if seen < exercise.hints.count { emit(.hinted(exercise: exercise.id)) }
        let index = min(seen, exercise.hints.count - 1)
        let hint = exercise.hints[index]
        let shown = Display.hint(
            text: hint.text, number: index + 1, count: exercise.hints.count)
        guard seen >= exercise.hints.count else { return [shown] }
        return [shown, .notice("There is no further hint. %solution shows a solution.")]
    }

    /// Shows a solution, which forfeits the points of an exercise that is not yet passed. Where no exercise waits it is
    /// that of the last one before this place, if nothing is to be lost there.
    package func solution() -> [Display] {
        guard let exercise = exerciseThatWaits ?? exerciseBefore else {
            return [.refusal("No exercise waits here, so there is no solution.")]
        }
        guard !exercise.solutions.isEmpty else {
            return [.refusal("This copy of the lesson holds no solutions.")]
        }
        let state = record.exercises[exercise.id] ?? .init()
        let isAtStake = state.solutions == 0 && !state.passed
        if exerciseThatWaits == nil, isAtStake {
            return [refusalToShowBehind(exercise)]
        }
        let index = state.solutions % exercise.solutions.count
        let solution = exercise.solutions[index]
        emit(.solutionShown(exercise: exercise.id))
        var shown: [Display] = [
            .solution(solution, number: index + 1, count: exercise.solutions.count)
        ]
        if isAtStake {
            let lost = exercise.points - state.best
            shown.append(.notice("Seeing the solution cost \(pointsText(lost))."))
        } else if state.passed {
            shown.append(
                .notice("You have passed \"\(exercise.name)\" already: no points are lost."))
        }
        return shown
    }

    /// The last exercise before this place.
    private var exerciseBefore: Exercise? {
        for (index, step) in lesson.steps.enumerated().reversed() where index <= position.step {
            let end = index == position.step ? position.block : step.blocks.count
            let blocks = step.blocks.prefix(end)
            for case .exercise(let id) in blocks.reversed() { return lesson.exercise(id) }
        }
        return nil
    }

    /// Why the solution of an exercise that was left behind is not shown, and the way back to it.
    private func refusalToShowBehind(_ exercise: Exercise) -> Display {
        let number = lesson.steps.firstIndex { step in
            step.blocks.contains { if case .exercise(exercise.id) = $0 { true } else { false } }
        }
        let way = number.map { ": %goto \($0 + 1) goes back to it" } ?? ""
        return .refusal(
            "No exercise waits here. \"\(exercise.name)\" is not passed yet\(way).")
    }

    private func trimmed(_ text: String) -> Substring {
        var part = text[...]
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return part.drop { $0.isNewline }
    }
}
