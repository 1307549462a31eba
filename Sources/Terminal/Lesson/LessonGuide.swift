import Foundation
import Glibc
package import Lessons
package import Notebook

/// A lesson at the prompt: puts each step's cell into the edit buffer, takes the lesson's commands, and
/// keeps what happens.
package final class LessonGuide: ShellGuide {
    let walk: Walk
    private let keeper: ProgressKeeper
    private let judge: Judge
    /// Whether the text that waits should stand at the next prompt.
    var offers = true
    /// Whether the answer has been run since it was last judged.
    private var hasUnjudgedAnswer = false
    var checkpoint: LessonCheckpoint
    private let claim: LessonClaim

    package init(lesson: Lesson, keeper: ProgressKeeper) {
        self.keeper = keeper
        walk = Walk(lesson: lesson, events: keeper.events(lesson: lesson.id)) {
            keeper.keep($0, lesson: lesson.id)
        }
        judge = Judge(lesson: lesson)
        checkpoint = LessonCheckpoint(lesson: lesson.id)
        claim = LessonClaim(lesson: lesson.id)
    }

    package func begin(_ shell: Shell) {
        seed(shell)
        restoreVariables(shell)
        if claim.isOpenElsewhere {
            shell.say(
                "This lesson is open in another window too. What you do in either is kept; your place is "
                    + "where you were last.", .hint)
        }
        show(walk.begin(), shell)
    }

    package func end(_ shell: Shell) {
        let isSaved = keeper.finish()
        guard shell.source.isInteractive else { return }
        if !isSaved, let failure = keeper.failure {
            return shell.say(
                "\(failure). cnnlab learn \(walk.lesson.id) goes on from where it was saved last.",
                .warning)
        }
        if case .lessonEnd = walk.stop { return }
        shell.say(
            "Your place is kept: cnnlab learn \(walk.lesson.id) goes on from here.", .muted)
    }

    package var linePrompt: String? {
        if case .question = walk.stop { return "Answer: " }
        return nil
    }

    package var lineKeys: Set<UInt8> {
        guard case .question(let question) = walk.stop, question.takesOneChoice else { return [] }
        return Set((0..<question.choices.count).map { UInt8(ascii: "a") + UInt8($0) })
    }

    package func arguments(of command: String) -> [String] {
        ["goto", "unmark"].contains(command) ? walk.bookmarks.map(\.name) : []
    }

    package var textToEdit: String? { walk.waitingSource?.trimmingEnd() }

    package func prompt(_ shell: Shell) -> String {
        if offers, shell.nextInitial == nil, let waiting = walk.waitingSource {
            if shell.source.canOffer { shell.nextInitial = waiting.trimmingEnd() }
        }
        offers = false
        return "In [\(shell.session.counter + 1)]: "
    }

    /// Enter on an empty prompt does the next sensible thing.
    package func enter(_ shell: Shell) {
        switch walk.stop {
        case .cell(let cell):
            if shell.source.canOffer {
                offers = true
            } else {
                if !shell.source.isInteractive { shell.say(cell.source.trimmingEnd(), .muted) }
                shell.execute(cell.source, wasOffered: true)
            }
        case .exercise:
            if hasUnjudgedAnswer { check(shell) } else { offers = true }
        case .question(let question):
            show([.question(question)], shell)
        case .stepEnd: show(walk.next(), shell)
        case .lessonEnd: shell.leave()
        }
    }

    package func answer(_ text: String, _ shell: Shell) -> Bool {
        guard case .question = walk.stop else { return false }
        show(walk.answer(text), shell)
        return true
    }

    package func role(of cell: String, wasOffered: Bool) -> Any? {
        let isWaiting = wasOffered && resemblesWaiting(cell)
        return walk.role(of: cell, isWaitingCell: isWaiting)
    }

    package func ran(_ cell: String, as role: Any, _ result: CellResult, _ shell: Shell) {
        guard let role = role as? Lessons.Role else { return }
        let outcome: RunOutcome
        switch result.ending {
        case .finished: outcome = .succeeded
        case .failed: outcome = .failed
        case .interrupted, .exhausted: outcome = .stopped
        }
        if role == .answer { hasUnjudgedAnswer = outcome == .succeeded }
        let place = walk.position
        let displays = walk.ran(cell, role: role, outcome: outcome)
        checkpoint.ran(result, shell.session, runs: walk.replay)
        if case .failed(let failure) = result.ending { sayWhereToFind(failure, place, shell) }
        if let first = displays.first, Self.isToBeRead(first) { shell.say() }
        show(displays, shell)
        // What failed is there to be mended, unless it was to fail and the lesson has gone on.
        if role != .experiment, outcome != .succeeded, walk.position == place,
            shell.source.canOffer
        {
            shell.nextInitial = cell
            offers = false
        }
    }

    /// A name that a cell of an earlier step makes is not there where that cell was passed over: says where it is.
    private func sayWhereToFind(_ failure: CellFailure, _ place: Position, _ shell: Shell) {
        guard failure.type == "NameError", failure.message.hasPrefix("name '") else { return }
        let name = String(failure.message.dropFirst(6).prefix { $0 != "'" })
        let step = walk.lesson.steps.prefix(place.step).firstIndex { step in
            step.blocks.contains { block in
                guard case .cell(let cell) = block else { return false }
                return boundNames(in: cell.source).contains(name)
            }
        }
        guard let step else { return }
        let text =
            "A cell of step \(step + 1) makes \(name), and has not run. %goto \(step + 1) leads there."
        shell.say(text, .hint)
    }

    package func wasReset(_ shell: Shell) {
        checkpoint.forget()
        seed(shell)
        show(walk.reset(), shell)
    }

    // MARK: - Running

    /// Whether a cell is the offered text, edited, rather than something else typed in its place.
    private func resemblesWaiting(_ cell: String) -> Bool {
        guard let waiting = walk.waitingSource?.trimmingEnd() else { return false }
        if case .exercise = walk.stop { return true }
        let lines = Set(waiting.split(separator: "\n").filter { $0.count > 3 })
        if cell.split(separator: "\n").contains(where: { lines.contains($0) }) { return true }
        let same = zip(cell, waiting).prefix { $0 == $1 }.count
        let sameEnd = zip(cell.reversed(), waiting.reversed()).prefix { $0 == $1 }.count
        return 2 * (same + sameEnd) >= min(cell.count, waiting.count)
    }

    func seed(_ shell: Shell) {
        let seed = walk.lesson.seed
        _ = shell.session.check(
            "import torch, random\ntorch.manual_seed(\(seed))\nrandom.seed(\(seed))",
            name: "<seed>")
    }

    /// Runs again, without showing it, what ran on earlier visits.
    private func restoreVariables(_ shell: Shell) {
        let all = walk.replay
        guard !all.isEmpty else { return }
        let sink = shell.session.sink
        shell.session.sink = { _ in }
        defer { shell.session.sink = sink }
        let restored = checkpoint.restore(into: shell.session, runs: all)
        if restored == 0, shell.session.counter == 0 { seed(shell) }
        if repeatRuns(all.dropFirst(restored), shell, untilFailure: checkpoint.isPartial) {
            return sayWhatIsMissing(shell)
        }
        // A run needs what the image has left out: then all of them are repeated.
        shell.session.reset()
        checkpoint.forget()
        seed(shell)
        _ = repeatRuns(all[...], shell, untilFailure: false)
    }

    private func sayWhatIsMissing(_ shell: Shell) {
        let missing = shell.session.lostNames.map { "\($0.name) (\($0.what))" }
        if missing.isEmpty { return }
        shell.say(
            "Not kept since your last visit: \(missing.joined(separator: ", ")). Run the cells that "
                + "made them again, if you need them.", .muted)
    }

    /// - Returns: false where a run failed that was not to fail.
    private func repeatRuns(
        _ cells: ArraySlice<String>, _ shell: Shell, untilFailure: Bool
    ) -> Bool {
        let bar = ProgressBar(output: shell.output, theme: shell.theme)
        defer { bar.clear() }
        for (index, cell) in cells.enumerated() {
            bar.show(
                ProgressUpdate(label: "Restoring your variables", done: index, total: cells.count))
            let result = shell.runQuietly(cell)
            if case .interrupted = result.ending {
                bar.clear()
                shell.say(
                    "Stopped: the variables of the last \(cells.count - index) cells are missing. "
                        + "%goto 1 goes through the cells again.", .warning)
                return true
            }
            if case .failed = result.ending, untilFailure { return false }
        }
        return true
    }

    /// Runs the setup cells of the steps that are jumped over, where what they define is not there yet.
    func setUp(before number: Int, _ shell: Shell) {
        let steps = walk.lesson.steps.prefix(max(0, number - 1))
        var names: [String] = []
        for case .cell(let cell) in steps.flatMap(\.blocks) where cell.isSetup {
            let defined = Set(shell.session.variables.map(\.name))
            let missing = boundNames(in: cell.source).subtracting(defined)
            if missing.isEmpty { continue }
            let sink = shell.session.sink
            shell.session.sink = { _ in }
            let result = shell.runQuietly(cell.source)
            shell.session.sink = sink
            guard result.succeeded else {
                shell.show(result)
                return shell.say(
                    "A setup cell that you passed over did not run; what follows may miss its names.",
                    .warning)
            }
            _ = walk.ran(cell.source, role: .experiment, outcome: .succeeded)
            names += missing.sorted()
        }
        if !names.isEmpty {
            shell.say("Set up for you: \(names.joined(separator: ", ")).", .muted)
        }
    }

    func check(_ shell: Shell) {
        guard let request = walk.checkRequest else { return show(walk.refuseCheck(), shell) }
        let bar = ProgressBar(output: shell.output, theme: shell.theme)
        let running = RunningSession()
        var part = ""
        var time = CheckTime()
        judge.onSession = { session in
            running.set(session)
            session?.sink = { event in
                guard case .estimate(var estimate) = event else { return }
                if estimate.isLong, let words = time.words(forPartOf: estimate.total) {
                    bar.clear()
                    shell.say(words, .muted)
                }
                estimate.label = part
                if time.isLong { bar.show(estimate) }
            }
        }
        defer { judge.onSession = { _ in } }
        let verdict = shell.whileRunning(stop: { running.stop() }, look: { running.look() }) {
            judge.judge(request.exercise, answer: request.answer) { number, count in
                part = "Check \(number) of \(count)"
                time.begin(number, of: count)
                bar.show(ProgressUpdate(label: "Checking", done: number - 1, total: count))
            }
        }
        bar.clear()
        hasUnjudgedAnswer = false
        show(walk.checked(verdict, of: request), shell)
        enterResult(of: verdict, shell)
        if !verdict.passed { offers = true }
    }

    /// Adds what the checks recorded to the leaderboard.
    private func enterResult(of verdict: Verdict, _ shell: Shell) {
        guard let result = verdict.result else { return }
        let board = Leaderboard.standard()
        let learner = Leaderboard.learnerName()
        do {
            try board.append(
                .init(
                    lesson: walk.lesson.id, exercise: verdict.exercise, name: learner,
                    result: result, at: Date().ISO8601Format()))
            let entries = try board.entries().entries.filter {
                $0.lesson == walk.lesson.id && $0.exercise == verdict.exercise
            }
            if let standing = LeaderboardText.standing(entries, learner: learner) {
                shell.say("\(standing) %leaderboard shows all.", .muted)
            }
        } catch {
            shell.say("\(error). The result is in your progress all the same.", .warning)
        }
    }

    func showLeaderboard(_ shell: Shell) {
        do {
            let entries = try Leaderboard.standard().entries().entries.filter {
                $0.lesson == walk.lesson.id
            }
            let exercises = walk.lesson.exercises.filter { exercise in
                entries.contains { $0.exercise == exercise.id }
            }
            if exercises.isEmpty { shell.say("No results in this lesson yet.", .muted) }
            for exercise in exercises {
                shell.say(exercise.name, .heading)
                let lines = LeaderboardText.lines(
                    entries.filter { $0.exercise == exercise.id },
                    learner: Leaderboard.learnerName())
                for line in lines { shell.say(line) }
            }
        } catch {
            shell.say("\(error)", .error)
        }
    }

    /// Whether something stands apart from what a cell printed, or from a notice, before it.
    private static func isToBeRead(_ display: Display) -> Bool {
        switch display {
        case .prose, .quoted, .question, .exercise: true
        default: false
        }
    }

    func show(_ displays: [Display], _ shell: Shell) {
        var isBehindNotice = false
        for display in displays {
            if isBehindNotice, Self.isToBeRead(display) { shell.say() }
            if case .notice = display { isBehindNotice = true } else { isBehindNotice = false }
            LessonView(shell, score: walk.score).show(display)
            switch display {
            case .cell, .exercise: offers = true
            default: break
            }
        }
    }
}
