package import Notebook

// How an answer is judged.
//
// Every check gets a session of its own: the lesson's setup cells, then the answer, then the check in
// a namespace apart, all from the lesson's seed. So neither order nor an earlier check's traces matter,
// and nothing that the learner tried at the prompt is needed or in the way. A process that judges many
// answers makes these sessions ahead (`prepareSessions`) and forks: each child uses each of them once.
//
// A failed answer is then compared with the known mistakes. Each mistake's own code is put through the
// exercise's probe, which makes named observations; so is a solution, and so is the answer. A mistake
// is recognised when the answer shares with it an observation that tells it from the solution, and no
// observation speaks against it (the answer right where the mistake is wrong). What is then said of the
// answer is true of what it does, however it is written.

/// Judges answers to the exercises of one lesson.
package final class Judge {
    package let lesson: Lesson
    private let budget: Budget
    private let makeSession: (Budget) -> Session
    /// Observations of the lesson's own code, by its line.
    private var known: [Int: Observations] = [:]
    private var isInterrupted = false
    /// Sessions in which the setup has run and which wait for an answer, by exercise and time limit.
    private var waiting: [Place: [Session]] = [:]
    /// Told which session runs, and `nil` when none does, so that Ctrl-C can interrupt it.
    package var onSession: (Session?) -> Void = { _ in }

    /// - Parameters:
    ///   - lesson: the lesson whose exercises are judged.
    ///   - budget: what an answer with one check may use.
    ///   - makeSession: makes a fresh session.
    package init(
        lesson: Lesson, budget: Budget = .grading,
        makeSession: @escaping (Budget) -> Session = { Session(budget: $0) }
    ) {
        self.lesson = lesson
        self.budget = budget
        self.makeSession = makeSession
    }

    /// Judges an answer; must be called on a thread with a large stack, as sessions must.
    /// - Parameter progress: told before each check: its number, from 1, and how many there are.
    package func judge(
        _ exercise: Exercise, answer: String, progress: (Int, Int) -> Void = { _, _ in }
    ) -> Verdict {
        isInterrupted = false
        var parts: [Verdict.Part] = []
        var unusable: Unusable?
        for (index, check) in exercise.checks.enumerated() {
            progress(index + 1, exercise.checks.count)
            let (outcome, result) =
                isInterrupted
                ? (.couldNotGrade(cause: .interrupted), nil)
                : run(check, of: exercise, answer: answer, unusable: &unusable)
            parts.append(
                .init(
                    check: check.name, points: check.points, outcome: outcome, result: result))
        }
        var verdict = Verdict(exercise: exercise.id, parts: parts)
        let hasFailed = parts.contains { if case .fail = $0.outcome { true } else { false } }
        if hasFailed, !isInterrupted, unusable == nil, let mistake = recognise(answer, in: exercise)
        {
            verdict.mistake = mistake.name
            verdict.feedback = mistake.feedback
        }
        return verdict
    }

    /// Whether an answer passes every check. It ends at the first that it does not, and looks for no mistake.
    package func passes(_ exercise: Exercise, answer: String) -> Bool {
        isInterrupted = false
        var unusable: Unusable?
        return exercise.checks.allSatisfy { check in
            run(check, of: exercise, answer: answer, unusable: &unusable).outcome == .pass
        }
    }

    /// Makes sessions ahead, one for each run that an answer to any exercise needs.
    package func prepareSessions() {
        for exercise in lesson.exercises {
            var places = exercise.checks.map {
                Place(exercise: exercise.id, seconds: self.budget(of: $0).seconds)
            }
            if exercise.probe != nil {
                places.append(Place(exercise: exercise.id, seconds: budget.seconds))
            }
            for place in places {
                let (session, problem) = begin(place)
                if problem == nil { waiting[place, default: []].append(session) }
                close()
            }
        }
    }

    /// Looks at an exercise's known mistakes ahead, as the first failed answer would have it done.
    package func learnMistakes(of exercise: Exercise) {
        guard exercise.probe != nil, let solution = exercise.solutions.first else { return }
        _ = observations(of: solution, in: exercise)
        for mistake in exercise.mistakes { _ = observations(of: mistake.code, in: exercise) }
    }

    // MARK: Sessions

    private struct Place: Hashable {
        var exercise: String
        var seconds: Double
    }

    /// Why an answer has nothing to check, and the time it had. It begins alike each time, so the other checks need
    /// not see it again, unless they give it more time.
    private struct Unusable {
        var outcome: Verdict.Outcome
        var seconds: Double

        func holds(for other: Double) -> Bool {
            if case .couldNotGrade(.timeout) = outcome { return other <= seconds }
            return true
        }
    }

    private func budget(of check: Check) -> Budget {
        var budget = budget
        if let seconds = check.seconds { budget.seconds = seconds }
        return budget
    }

    /// A session in which the setup before the exercise has run, or why there is none.
    private func begin(_ place: Place) -> (Session, Verdict.Outcome?) {
        if var ready = waiting[place], let session = ready.popLast() {
            waiting[place] = ready
            onSession(session)
            return (session, nil)
        }
        var budget = budget
        budget.seconds = place.seconds
        let session = makeSession(budget)
        onSession(session)
        seed(session)
        for cell in lesson.setup(before: place.exercise) where !session.run(cell.source).succeeded {
            let cause = Verdict.Cause.checkCrashed(
                "the lesson's setup on line \(cell.line) failed")
            return (session, .couldNotGrade(cause: cause))
        }
        return (session, nil)
    }

    // MARK: One check

    /// The outcome, and the result that the check recorded.
    private func run(
        _ check: Check, of exercise: Exercise, answer: String, unusable: inout Unusable?
    ) -> (outcome: Verdict.Outcome, result: Double?) {
        let budget = budget(of: check)
        if let unusable, unusable.holds(for: budget.seconds) { return (unusable.outcome, nil) }
        defer { close() }
        let (session, problem) = prepare(exercise, answer: answer, seconds: budget.seconds)
        if let problem {
            unusable = Unusable(outcome: problem, seconds: budget.seconds)
            return (problem, nil)
        }
        let result = session.check(
            check.code.source + "\n_results[-1] if _results else None",
            name: "<check: \(check.name)>", preamble: preamble(exercise), budget: budget)
        return (outcome(of: result, answer: answer), result.value.flatMap(Double.init))
    }

    /// Runs the setup and the answer, and makes the session ready for a check; also says why there is nothing to
    /// check, if so.
    private func prepare(_ exercise: Exercise, answer: String, seconds: Double)
        -> (Session, Verdict.Outcome?)
    {
        let (session, problem) = begin(Place(exercise: exercise.id, seconds: seconds))
        if let problem { return (session, problem) }
        let modes = seed(session)
        let ending = run(answer, to: exercise, in: session)
        // What the answer may have changed beside its own names is put back.
        seed(session, modes: modes)
        return (session, ending)
    }

    /// Runs the answer; returns why there is nothing to check, if so.
    private func run(_ answer: String, to exercise: Exercise, in session: Session)
        -> Verdict.Outcome?
    {
        let result = session.run(answer)
        switch result.ending {
        case .finished: break
        case .interrupted:
            isInterrupted = true
            return .couldNotGrade(cause: .interrupted)
        case .exhausted(let kind, let explanation):
            return .couldNotGrade(cause: cause(kind, explanation))
        case .failed(let failure):
            return stopped(by: failure, at: answerLine(failure))
        }
        let defined = Set(session.variables.map(\.name))
        let missing = boundNames(in: exercise.starter.source).subtracting(defined).sorted()
        guard missing.isEmpty else {
            return .fail(reason: "your answer does not define \(missing.joined(separator: ", "))")
        }
        for name in definedCallables(in: exercise.starter.source) where !session.isCallable(name) {
            let type = session.variables.first { $0.name == name }?.type ?? "another value"
            return .fail(
                reason: "\(name) must be something that can be called; it is of type \(type)")
        }
        return nil
    }

    private func outcome(of result: CellResult, answer: String) -> Verdict.Outcome {
        switch result.ending {
        case .finished: return .pass
        case .interrupted:
            isInterrupted = true
            return .couldNotGrade(cause: .interrupted)
        case .exhausted(let kind, let explanation):
            return .couldNotGrade(cause: cause(kind, explanation))
        case .failed(let failure):
            if failure.type == "CheckFailed" { return .fail(reason: failure.message) }
            if let line = answerLine(failure) { return stopped(by: failure, at: line) }
            if failure.refusesArguments(ofNamesIn: answer) {
                return .fail(
                    reason: "your answer cannot be called as the exercise says: \(failure.message)")
            }
            if failure.isMissingName {
                return .fail(
                    reason: "your answer does not define what is asked: \(failure.message)")
            }
            return .couldNotGrade(cause: .checkCrashed(failure.summary(nil)))
        }
    }

    /// What an exception in the answer's own code means. Where the machine refused memory, which its
    /// line of help tells from an error that the answer raises itself, nothing is known of the answer.
    private func stopped(by failure: CellFailure, at line: Int?) -> Verdict.Outcome {
        if failure.type == "MemoryError", failure.hint != nil {
            return .couldNotGrade(cause: .memory(failure.summary(line)))
        }
        return .fail(reason: "your code stops with \(failure.summary(line))")
    }

    private func cause(_ kind: Budget.Kind, _ explanation: String) -> Verdict.Cause {
        switch kind {
        case .time, .steps: .timeout(explanation)
        case .memory: .memory(explanation)
        case .output: .output(explanation)
        }
    }

    /// The line of the answer that an exception came through, innermost last; `nil` if none.
    private func answerLine(_ failure: CellFailure) -> Int? {
        failure.frames.last { $0.file.hasPrefix("<cell ") }?.line
    }

    private func preamble(_ exercise: Exercise) -> String {
        Prelude.source + "\n" + (exercise.helpers?.source ?? "")
    }

    /// Seeds all sources of random numbers, and sets the modes that a thread of PyTorch has.
    /// - Returns: the default dtype, in the words that set it again.
    @discardableResult
    private func seed(_ session: Session, modes: String = "") -> String {
        let result = session.check(
            """
            import torch
            import random
            torch.manual_seed(\(lesson.seed))
            random.seed(\(lesson.seed))
            torch.set_grad_enabled(True)
            \(modes)
            str(torch.get_default_dtype())
            """, name: "<seed>")
        let dtype = (result.value ?? "").filter { $0 != "'" }
        return dtype.isEmpty ? "" : "torch.set_default_dtype(\(dtype))"
    }

    private func close() { onSession(nil) }

    // MARK: Known mistakes

    private func recognise(_ answer: String, in exercise: Exercise) -> Mistake? {
        guard exercise.probe != nil || exercise.mistakes.contains(where: { $0.when != nil }) else {
            return nil
        }
        if let found = recogniseByBehaviour(answer, in: exercise) { return found }
        return exercise.mistakes.first { mistake in
            guard let when = mistake.when else { return false }
            return holds(when, of: answer, in: exercise)
        }
    }

    private func recogniseByBehaviour(_ answer: String, in exercise: Exercise) -> Mistake? {
        guard let solution = exercise.solutions.first, exercise.probe != nil else { return nil }
        let given = observe(answer, in: exercise)
        guard !given.isEmpty else { return nil }
        let right = observations(of: solution, in: exercise)
        var best: (mistake: Mistake, agreements: Int)?
        for mistake in exercise.mistakes {
            let wrong = observations(of: mistake.code, in: exercise)
            guard let agreements = given.agreements(with: wrong, against: right) else { continue }
            if agreements > best?.agreements ?? 0 { best = (mistake, agreements) }
        }
        return best?.mistake
    }

    private func observations(of code: Code, in exercise: Exercise) -> Observations {
        if let found = known[code.line] { return found }
        let found = observe(code.source, in: exercise)
        known[code.line] = found
        return found
    }

    /// What the probe sees of an answer.
    package func observe(_ answer: String, in exercise: Exercise) -> Observations {
        guard let probe = exercise.probe else { return Observations(text: nil) }
        defer { close() }
        let (session, problem) = prepare(exercise, answer: answer, seconds: budget.seconds)
        guard problem == nil else { return Observations(text: nil) }
        let result = session.check(
            probe.source + "\n'\\n'.join(_observations)", name: "<probe>",
            preamble: preamble(exercise), budget: budget)
        return Observations(text: result.succeeded ? result.value : nil)
    }

    private func holds(_ condition: String, of answer: String, in exercise: Exercise) -> Bool {
        defer { close() }
        let (session, problem) = prepare(exercise, answer: answer, seconds: budget.seconds)
        guard problem == nil else { return false }
        let source = (exercise.probe?.source ?? "") + "\n(\(condition)) is True"
        let result = session.check(
            source, name: "<when>", preamble: preamble(exercise), budget: budget)
        return result.succeeded && result.value == "True"
    }
}

extension Lesson {
    /// The setup cells that stand before an exercise.
    package func setup(before exercise: String) -> [Cell] {
        var cells: [Cell] = []
        for step in steps {
            for block in step.blocks {
                switch block {
                case .cell(let cell) where cell.isSetup: cells.append(cell)
                case .exercise(exercise): return cells
                default: continue
                }
            }
        }
        return cells
    }
}

extension CellFailure {
    /// `TypeError: … (line 3 of your answer)`.
    func summary(_ line: Int?) -> String {
        let text = message.isEmpty ? type : "\(type): \(message)"
        return line.map { "\(text) (line \($0) of your answer)" } ?? text
    }

    /// Whether a function or class that the answer defines was called with other parameters than it has:
    /// the words of such a `TypeError` begin with the qualified name of what was called.
    func refusesArguments(ofNamesIn answer: String) -> Bool {
        guard type == "TypeError", let end = message.firstRange(of: "() ") else { return false }
        let called = message[..<end.lowerBound].split(separator: ".").first.map(String.init)
        let says = message[end.upperBound...]
        guard ["takes ", "missing ", "got "].contains(where: says.hasPrefix) else { return false }
        return called.map(definedCallables(in: answer).contains) ?? false
    }

    /// Whether the check asked `student` for a name that is not there.
    var isMissingName: Bool {
        type == "AttributeError" && message.contains("student")
    }
}
