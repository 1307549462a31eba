// Answers to questions, and the score.

extension Walk {
    /// Judges an answer to the question that waits.
    package func answer(_ text: String) -> [Display] {
        guard let question = questionThatWaits else {
            return [.refusal("No question waits here.")]
        }
        guard !isDone(question.id) else {
            return [.notice("This question is answered; %next goes on.")]
        }
        let given: GivenAnswer
        switch question.read(text) {
        case .success(let answer): given = answer
        case .failure(let refusal): return [.refusal(refusal.text)]
        }
        let state = record.questions[question.id] ?? .init()
        var judgement = question.judge(given, tries: state.answers.count)
        if state.isSkipped { judgement.earned /= 2 }
        emit(
            .answered(
                question: question.id, text: text, result: judgement.result,
                earned: judgement.earned))
        var shown: [Display] = [.answered(question, judgement)]
        if judgement.triesLeft == 0 { shown += advance() }
        return shown
    }

    /// Whether nothing more is to be earned: passed, answered, or out of tries.
    func isDone(_ id: String) -> Bool {
        if let exercise = lesson.exercise(id) {
            let state = record.exercises[exercise.id] ?? .init()
            return state.passed
        }
        guard let question = lesson.question(id) else { return true }
        let state = record.questions[id] ?? .init()
        return state.isRight || state.answers.count >= question.tries
    }

    package var score: Score { lesson.score(record) }
}

extension Lesson {
    /// What a record of this lesson is worth.
    package func score(_ record: Record) -> Score {
        var items: [Score.Item] = []
        for (number, step) in steps.enumerated() {
            for block in step.blocks {
                switch block {
                case .exercise(let id):
                    guard let exercise = exercise(id) else { continue }
                    let state = record.exercises[id] ?? .init()
                    items.append(
                        Score.Item(
                            id: id, name: exercise.name, earned: state.best,
                            points: exercise.points, state: state.state, step: number + 1))
                case .question(let id):
                    guard let question = question(id) else { continue }
                    let state = record.questions[id] ?? .init()
                    items.append(
                        Score.Item(
                            id: id, name: question.title, earned: state.earned,
                            points: question.points, state: state.state(of: question),
                            step: number + 1))
                case .prose, .cell, .output: continue
                }
            }
        }
        let done = record.isFinished ? steps.count : min(record.furthestStep, steps.count)
        return Score(
            items: items, stepsDone: done, steps: steps.count, isFinished: record.isFinished)
    }
}

extension Record.ExerciseRecord {
    var state: Score.State {
        if passed { return solutions > 0 && best == 0 ? .solutionShown : .done }
        if solutions > 0 { return .solutionShown }
        if best > 0 { return .partial }
        if isSkipped { return .skipped }
        return judged > 0 ? .failed : .open
    }
}

extension Record.QuestionRecord {
    func state(of question: Question) -> Score.State {
        if isRight { return .done }
        if answers.count >= question.tries { return .failed }
        if isSkipped { return .skipped }
        return .open
    }
}
