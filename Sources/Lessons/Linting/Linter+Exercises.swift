import Notebook

// Putting an exercise's starter, solutions and mistakes through its checks.

extension Linter {
    mutating func checkExercises() {
        let judge = Judge(lesson: lesson, makeSession: makeSession)
        var brief = Budget.grading
        brief.seconds = 20
        let mutantJudge = Judge(lesson: lesson, budget: brief, makeSession: makeSession)
        for exercise in lesson.exercises {
            progress("\(lesson.id): judging \(exercise.id)")
            checkStarter(exercise, judge)
            checkSolutions(exercise, judge)
            checkMistakes(exercise, judge)
            if mutates { checkMutants(exercise, mutantJudge) }
        }
    }

    /// Changes each solution in one place at a time and holds the result against the checks. What passes is a survivor. If
    /// the probe sees it behave otherwise than the solution, the checks have a hole; if not, the author is told of it.
    ///
    /// Exercises whose checks train for long are left out: it would be a minute for each of dozens of changes.
    private mutating func checkMutants(_ exercise: Exercise, _ judge: Judge) {
        guard exercise.checks.allSatisfy({ $0.seconds == nil }) else {
            progress("\(lesson.id): no mutants of \(exercise.id), whose checks train for long")
            report.exercisesWithoutMutants.append(exercise.id)
            return
        }
        for solution in exercise.solutions {
            let mutations = Mutation.all(of: solution.source)
            progress("\(lesson.id): \(mutations.count) mutants of \(exercise.id)")
            let right = judge.observe(solution.source, in: exercise)
            for mutation in mutations {
                report.mutants += 1
                guard judge.passes(exercise, answer: mutation.source) else { continue }
                let line = solution.line + mutation.line - 1
                let change = "\(mutation.old) changed to \(mutation.new)"
                if judge.observe(mutation.source, in: exercise).isSame(as: right) {
                    report.survivors.append(
                        Finding(
                            file: lesson.file, line: line,
                            message: "passes and behaves alike: \(change)"))
                } else {
                    find(line, "a mutant that behaves otherwise passes: \(change)")
                }
            }
        }
    }

    private mutating func checkStarter(_ exercise: Exercise, _ judge: Judge) {
        let verdict = judge.judge(exercise, answer: exercise.starter.source)
        if let mistake = verdict.mistake, exercise.hasUnfinishedStarter {
            find(
                exercise.line,
                "the starter, which is unfinished, draws the feedback of \(mistake)")
        }
        switch verdict.outcome {
        case .pass: find(exercise.line, "the starter passes")
        case .couldNotGrade(let cause):
            find(exercise.line, "the starter could not be graded: \(cause.text)")
        case .fail:
            if verdict.earned > 0 {
                let points = pointsText(verdict.earned)
                find(
                    exercise.line,
                    "the starter earns \(points) as it stands; it must earn nothing")
            }
        }
    }

    private mutating func checkSolutions(_ exercise: Exercise, _ judge: Judge) {
        for (index, solution) in exercise.solutions.enumerated() {
            report.solutions += 1
            let name = "the solution \(solution.name ?? "\(index + 1)")"
            for part in judge.judge(exercise, answer: solution.source).parts {
                switch part.outcome {
                case .pass: break
                case .fail(let reason):
                    find(solution.line, "\(name) fails the check \"\(part.check)\": \(reason)")
                case .couldNotGrade(let cause):
                    find(
                        solution.line,
                        "\(name) could not be graded by \"\(part.check)\": \(cause.text)")
                }
            }
        }
    }

    private mutating func checkMistakes(_ exercise: Exercise, _ judge: Judge) {
        for mistake in exercise.mistakes {
            report.mistakes += 1
            let verdict = judge.judge(exercise, answer: mistake.code.source)
            switch verdict.outcome {
            case .pass: find(mistake.code.line, "the mistake \(mistake.name) passes")
            case .couldNotGrade(let cause):
                find(
                    mistake.code.line,
                    "the mistake \(mistake.name) could not be graded: \(cause.text)")
            case .fail:
                if verdict.mistake == mistake.name { continue }
                find(
                    mistake.code.line,
                    "the mistake \(mistake.name) draws "
                        + (verdict.mistake.map { "the feedback of \($0)" } ?? "no feedback"))
            }
        }
    }
}

extension Exercise {
    /// Whether the starter leaves a line open with `...`; one that does not may be a program with a mistake in it.
    fileprivate var hasUnfinishedStarter: Bool {
        starter.source.split(separator: "\n").contains { line in
            line.trimmed.drop(while: \.isWhitespace) == "..." || line.trimmed.hasSuffix(": ...")
        }
    }
}
