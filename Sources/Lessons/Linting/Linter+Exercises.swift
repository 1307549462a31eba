import Notebook

// Putting an exercise's starter, solutions and mistakes through its checks.

extension Linter {
    mutating func checkExercises() {
        let judge = Judge(lesson: lesson, makeSession: makeSession)
        for exercise in lesson.exercises {
            progress("\(lesson.id): judging \(exercise.id)")
            checkStarter(exercise, judge)
            checkSolutions(exercise, judge)
            checkMistakes(exercise, judge)
        }
    }

    private mutating func checkStarter(_ exercise: Exercise, _ judge: Judge) {
        let verdict = judge.judge(exercise, answer: exercise.starter.source)
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
