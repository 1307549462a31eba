internal import Figures
package import Notebook

// How an answer is judged.
//
// Every check gets a session of its own: the lesson's setup cells, then the answer, then the check in
// a namespace apart, all from the lesson's seed. So neither order nor an earlier check's traces matter,
// and nothing that the learner tried at the prompt is needed or in the way. A process that judges many
// answers makes a session ahead (`prepare`), with the setup run and the checks compiled, and has each run
// done in a fork of itself (`isolation`): every child finds that session as new, and it goes with the child. Where a
// child can be forked in turn (`sharing`), the answer runs once, however long it trains, and each check in a fork of the
// process in which it did.
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
    /// What the answer drew that ran last in this process.
    private var drawn: [Figure] = []
    /// Sessions that wait for an answer, by the lines of the setup that ran in them. Each serves any number of runs, each
    /// in a process of its own.
    private var waiting: [[Int]: Waiting] = [:]
    /// Has a run done and gives what it showed: in this process, unless somebody says otherwise. The second
    /// argument says whose code runs: the lesson's own, or an answer.
    package var isolation: (_ run: () -> Sighting, _ isLessons: Bool) -> Sighting = { run, _ in
        run()
    }
    /// Has the runs of an answer done in forks of one process, in which the answer has run; nil where that cannot be.
    package var sharing: ((SharedRuns) -> [Sighting])?
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
        if let sharing { return judge(exercise, answer: answer, sharing: sharing) }
        var parts: [Verdict.Part] = []
        var drawings: [Drawing]?
        var unusable: Unusable?
        for (index, check) in exercise.checks.enumerated() {
            progress(index + 1, exercise.checks.count)
            let seen =
                isInterrupted
                ? Sighting(.couldNotGrade(cause: .interrupted))
                : run(check, of: exercise, answer: answer, unusable: &unusable)
            drawings = drawings ?? seen.drawings
            parts.append(
                .init(
                    check: check.name, points: check.points, outcome: seen.outcome,
                    result: seen.result))
        }
        let seen = Seen(
            observations: { self.observe(answer, in: exercise) },
            holds: { self.holds($0, of: answer, in: exercise) })
        var verdict = verdict(parts, on: exercise, isUsable: unusable == nil, seen)
        verdict.drawings = drawings ?? []
        return verdict
    }

    /// What is seen of an answer that failed, when it is asked for.
    private struct Seen {
        var observations: () -> Observations
        var holds: (_ condition: String) -> Bool
    }

    private func verdict(
        _ parts: [Verdict.Part], on exercise: Exercise, isUsable: Bool, _ seen: Seen
    ) -> Verdict {
        var verdict = Verdict(exercise: exercise.id, parts: parts)
        let hasFailed = parts.contains { if case .fail = $0.outcome { true } else { false } }
        if hasFailed, !isInterrupted, isUsable, let mistake = recognise(seen, in: exercise) {
            verdict.mistake = mistake.name
            verdict.feedback = mistake.feedback
        }
        return verdict
    }

    // MARK: One run of the answer for all checks

    private func judge(
        _ exercise: Exercise, answer: String, sharing: (SharedRuns) -> [Sighting]
    ) -> Verdict {
        var outcomes = [Sighting?](repeating: nil, count: exercise.checks.count)
        var unusable: Unusable?
        var seen = Seen(
            observations: { self.observe(answer, in: exercise) },
            holds: { self.holds($0, of: answer, in: exercise) })
        let times = exercise.checks.map { budget(of: $0).seconds }
        for (index, seconds) in times.enumerated() where outcomes[index] == nil {
            // The time that a check gives is the answer's as well: those that give as much share a run.
            let group = times.indices.filter { times[$0] == seconds }
            if let unusable, unusable.holds(for: seconds) {
                for index in group { outcomes[index] = Sighting(unusable.outcome) }
                continue
            }
            let isWhole = group.count == times.count
            let conditions = exercise.mistakes.compactMap(\.when)
            let found = sharing(
                runs(
                    of: answer, to: exercise, seconds: seconds, checks: group,
                    conditions: isWhole ? conditions : nil))
            if let only = found.first, only.isUnusable {
                unusable = Unusable(outcome: only.outcome, seconds: seconds)
                for index in group { outcomes[index] = only }
                continue
            }
            for (index, sighting) in zip(group, found) { outcomes[index] = sighting }
            let further = found.dropFirst(group.count)
            guard isWhole, let first = further.first else { continue }
            let held = Dictionary(
                zip(conditions, further.dropFirst().map { $0.text == "True" })
            ) { one, _ in one }
            seen = Seen(
                observations: { Observations(text: exercise.probe == nil ? nil : first.text) },
                holds: { held[$0] ?? false })
        }
        let parts = zip(exercise.checks, outcomes).map { check, seen in
            Verdict.Part(
                check: check.name, points: check.points,
                outcome: seen?.outcome ?? .couldNotGrade(cause: .checkCrashed("it did not run")),
                result: seen?.result)
        }
        var verdict = verdict(parts, on: exercise, isUsable: unusable == nil, seen)
        verdict.drawings = outcomes.lazy.compactMap { $0?.drawings }.first ?? []
        return verdict
    }

    /// - Parameter conditions: those of the mistakes, if these are looked for in the same process.
    private func runs(
        of answer: String, to exercise: Exercise, seconds: Double, checks: [Int],
        conditions: [String]?
    ) -> SharedRuns {
        // The process's own: the forks find it.
        var made: Session?
        var shared = SharedRuns {
            let (session, problem) = self.prepare(exercise, answer: answer, seconds: seconds)
            made = session
            guard var seen = problem else { return nil }
            seen.isUnusable = true
            seen.drawings = self.drawings
            return seen
        }
        shared.always = checks.map { index in
            {
                guard let session = made else { return .interrupted }
                var seen = self.sighting(of: exercise.checks[index], exercise, answer, in: session)
                if index == checks.first { seen.drawings = self.drawings }
                return seen
            }
        }
        guard let conditions, exercise.probe != nil || !conditions.isEmpty else { return shared }
        var further = [(source: exercise.probe.map { source($0) } ?? "None", name: Self.probeName)]
        further += conditions.map { (source(when: $0, exercise), "<when>") }
        shared.afterFailure = further.map { source, name in
            {
                guard let session = made else { return .interrupted }
                return self.observed(exercise, with: source, name: name, in: session)
            }
        }
        return shared
    }

    /// Whether an answer passes every check. It ends at the first that it does not, and looks for no mistake.
    package func passes(_ exercise: Exercise, answer: String) -> Bool {
        isInterrupted = false
        var unusable: Unusable?
        return exercise.checks.allSatisfy { check in
            run(check, of: exercise, answer: answer, unusable: &unusable).outcome == .pass
        }
    }

    /// Makes sessions ahead, with the setup run in them, and compiles what will run in them. From then on each run
    /// must be ``isolation``'s, in a process of its own.
    package func prepare() {
        for exercise in lesson.exercises {
            let (session, modes, problem) = begin(exercise, seconds: budget.seconds)
            close()
            if problem != nil { continue }
            let preamble = preamble(exercise)
            // What runs for the first time takes longest, so it runs here; its names are gone again.
            _ = session.check(Self.firstRun, name: "<first run>", preamble: preamble)
            seed(session, modes: modes)
            waiting[lesson.setup(before: exercise.id).map(\.line)] = Waiting(
                session: session, modes: modes)
            for check in exercise.checks {
                session.expectCheck(source(check), name: name(check), preamble: preamble)
            }
            if let probe = exercise.probe {
                session.expectCheck(source(probe), name: Self.probeName, preamble: preamble)
            }
        }
    }

    private static let firstRun = """
        try:
            x = torch.rand(2, 2, requires_grad=True)
            (x * x + 1).sum().backward()
            check.close(x.grad.mean().item(), -1.0)
        except CheckFailed as failure:
            str(failure)
        """

    // MARK: Sessions

    /// A session in which the setup has run and the seed is set.
    private struct Waiting {
        var session: Session
        /// The words that set the modes again.
        var modes: String
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

    /// A session in which the setup before the exercise has run and the seed is set, and its modes; or why there is none.
    /// What runs in it from now on may take `seconds`.
    private func begin(_ exercise: Exercise, seconds: Double)
        -> (Session, modes: String, problem: Verdict.Outcome?)
    {
        let setup = lesson.setup(before: exercise.id)
        if let ready = waiting[setup.map(\.line)] {
            ready.session.budget.seconds = seconds
            onSession(ready.session)
            return (ready.session, ready.modes, nil)
        }
        let session = makeSession(budget)
        onSession(session)
        seed(session)
        for cell in setup where !session.run(cell.source).succeeded {
            let cause = Verdict.Cause.checkCrashed(
                "the lesson's setup on line \(cell.line) failed")
            return (session, "", .couldNotGrade(cause: cause))
        }
        session.budget.seconds = seconds
        return (session, seed(session), nil)
    }

    // MARK: One check

    private func run(
        _ check: Check, of exercise: Exercise, answer: String, unusable: inout Unusable?
    ) -> Sighting {
        let seconds = budget(of: check).seconds
        if let unusable, unusable.holds(for: seconds) { return Sighting(unusable.outcome) }
        let seen = isolation({ look(at: answer, with: check, of: exercise) }, false)
        if seen.wasInterrupted { isInterrupted = true }
        if seen.isUnusable { unusable = Unusable(outcome: seen.outcome, seconds: seconds) }
        return seen
    }

    private func look(at answer: String, with check: Check, of exercise: Exercise) -> Sighting {
        defer { close() }
        let budget = budget(of: check)
        let (session, problem) = prepare(exercise, answer: answer, seconds: budget.seconds)
        if var seen = problem {
            seen.isUnusable = true
            seen.drawings = drawings
            return seen
        }
        var seen = sighting(of: check, exercise, answer, in: session)
        seen.drawings = drawings
        return seen
    }

    private var drawings: [Drawing]? { drawn.isEmpty ? nil : Drawing.of(drawn) }

    /// Runs a check in a session in which the answer has run.
    private func sighting(
        of check: Check, _ exercise: Exercise, _ answer: String, in session: Session
    ) -> Sighting {
        let result = session.check(
            source(check), name: name(check), preamble: preamble(exercise),
            budget: budget(of: check))
        var seen = sighting(of: result, answer: answer)
        seen.result = result.value.flatMap(Double.init)
        return seen
    }

    private func source(_ check: Check) -> String {
        check.code.source + "\n_results[-1] if _results else None"
    }

    private func name(_ check: Check) -> String { "<check: \(check.name)>" }

    /// Runs the setup and the answer, and makes the session ready for a check; also says why there is nothing to
    /// check, if so.
    private func prepare(_ exercise: Exercise, answer: String, seconds: Double)
        -> (Session, Sighting?)
    {
        let (session, modes, problem) = begin(exercise, seconds: seconds)
        if let problem { return (session, Sighting(problem)) }
        let ending = run(answer, to: exercise, in: session)
        // What the answer may have changed beside its own names is put back.
        seed(session, modes: modes)
        return (session, ending)
    }

    /// Runs the answer; returns why there is nothing to check, if so.
    private func run(_ answer: String, to exercise: Exercise, in session: Session) -> Sighting? {
        let result = session.run(answer)
        drawn = result.figures
        switch result.ending {
        case .finished: break
        case .interrupted: return .interrupted
        case .exhausted(let kind, let explanation):
            return Sighting(.couldNotGrade(cause: cause(kind, explanation)))
        case .failed(let failure):
            return Sighting(stopped(by: failure, at: answerLine(failure)))
        }
        let defined = Set(session.variables.map(\.name))
        let missing = boundNames(in: exercise.starter.source).subtracting(defined).sorted()
        guard missing.isEmpty else {
            return Sighting(
                .fail(reason: "your answer does not define \(missing.joined(separator: ", "))"))
        }
        for name in definedCallables(in: exercise.starter.source) where !session.isCallable(name) {
            let type = session.variables.first { $0.name == name }?.type ?? "another value"
            return Sighting(
                .fail(
                    reason: "\(name) must be something that can be called; it is of type \(type)"))
        }
        return nil
    }

    private func sighting(of result: CellResult, answer: String) -> Sighting {
        switch result.ending {
        case .finished: Sighting(.pass)
        case .interrupted: .interrupted
        case .exhausted(let kind, let explanation):
            Sighting(.couldNotGrade(cause: cause(kind, explanation)))
        case .failed(let failure): Sighting(outcome(of: failure, answer: answer))
        }
    }

    private func outcome(of failure: CellFailure, answer: String) -> Verdict.Outcome {
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

    private func recognise(_ seen: Seen, in exercise: Exercise) -> Mistake? {
        guard exercise.probe != nil || exercise.mistakes.contains(where: { $0.when != nil }) else {
            return nil
        }
        if let found = recogniseByBehaviour(seen, in: exercise) { return found }
        return exercise.mistakes.first { mistake in
            guard let when = mistake.when else { return false }
            return seen.holds(when)
        }
    }

    private func recogniseByBehaviour(_ seen: Seen, in exercise: Exercise) -> Mistake? {
        guard let solution = exercise.solutions.first, exercise.probe != nil else { return nil }
        let given = seen.observations()
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
        let seen = isolation({ probe(code.source, in: exercise, budget) }, true)
        let found = Observations(text: seen.text)
        // A crash may be the machine's doing: it is looked at again.
        if case .couldNotGrade(.checkCrashed) = seen.outcome { return found }
        known[code.line] = found
        return found
    }

    /// What the probe sees of an answer.
    package func observe(_ answer: String, in exercise: Exercise) -> Observations {
        guard exercise.probe != nil else { return Observations(text: nil) }
        let budget = budgetOfRecognition(exercise)
        return Observations(text: isolation({ probe(answer, in: exercise, budget) }, false).text)
    }

    /// To recognise an answer takes no longer than to check it.
    private func budgetOfRecognition(_ exercise: Exercise) -> Budget {
        var budget = budget
        budget.seconds = exercise.checks.map { self.budget(of: $0).seconds }.max() ?? budget.seconds
        return budget
    }

    private func probe(_ answer: String, in exercise: Exercise, _ budget: Budget) -> Sighting {
        guard let probe = exercise.probe else { return Sighting(.pass) }
        return observed(
            answer, in: exercise, with: source(probe), name: Self.probeName, budget)
    }

    private func source(_ probe: Code) -> String {
        probe.source + "\n'\\n'.join(_observations)"
    }

    private static let probeName = "<probe>"

    private func holds(_ condition: String, of answer: String, in exercise: Exercise) -> Bool {
        let source = source(when: condition, exercise)
        let budget = budgetOfRecognition(exercise)
        let seen = isolation(
            { observed(answer, in: exercise, with: source, name: "<when>", budget) }, false)
        return seen.text == "True"
    }

    private func source(when condition: String, _ exercise: Exercise) -> String {
        (exercise.probe?.source ?? "") + "\n(\(condition)) is True"
    }

    /// The value of an author's code beside an answer, as text.
    private func observed(
        _ answer: String, in exercise: Exercise, with source: String, name: String, _ budget: Budget
    ) -> Sighting {
        defer { close() }
        let (session, problem) = prepare(exercise, answer: answer, seconds: budget.seconds)
        if let problem { return problem }
        return observed(exercise, with: source, name: name, in: session)
    }

    private func observed(
        _ exercise: Exercise, with source: String, name: String, in session: Session
    ) -> Sighting {
        let result = session.check(
            source, name: name, preamble: preamble(exercise), budget: budgetOfRecognition(exercise))
        var seen = Sighting(.pass)
        seen.text = result.succeeded ? result.value : nil
        return seen
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
