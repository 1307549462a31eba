import Foundation
import Glibc
package import Lessons
package import Notebook

/// A lesson at the prompt: puts each step's cell into the edit buffer, takes the lesson's commands, and
/// keeps what happens.
package final class LessonGuide: ShellGuide {
    private let walk: Walk
    private let keeper: ProgressKeeper
    private let judge: Judge
    /// Whether the text that waits should stand at the next prompt.
    private var offers = true
    /// Whether the answer has been run since it was last judged.
    private var hasUnjudgedAnswer = false
    private var checkpoint: LessonCheckpoint

    package init(lesson: Lesson, keeper: ProgressKeeper) {
        self.keeper = keeper
        walk = Walk(lesson: lesson, events: keeper.events(lesson: lesson.id)) {
            keeper.keep($0, lesson: lesson.id)
        }
        judge = Judge(lesson: lesson)
        checkpoint = LessonCheckpoint(lesson: lesson.id)
    }

    package func begin(_ shell: Shell) {
        seed(shell)
        restoreVariables(shell)
        show(walk.begin(), shell)
    }

    package func end(_ shell: Shell) {
        guard shell.source.isInteractive else { return }
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

    private func seed(_ shell: Shell) {
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
    private func setUp(before number: Int, _ shell: Shell) {
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

    private func check(_ shell: Shell) {
        guard let request = walk.checkRequest else { return show(walk.refuseCheck(), shell) }
        let bar = ProgressBar(output: shell.output, theme: shell.theme)
        let running = RunningSession()
        var part = ""
        var hasSaidHowLong = false
        judge.onSession = { session in
            running.set(session)
            session?.sink = { event in
                guard case .estimate(var estimate) = event else { return }
                if !hasSaidHowLong, estimate.isLong {
                    hasSaidHowLong = true
                    bar.clear()
                    let time = ProgressBar.words(estimate.total)
                    shell.say("This check takes about \(time). Ctrl-C stops it.", .muted)
                }
                estimate.label = part
                if hasSaidHowLong { bar.show(estimate) }
            }
        }
        defer { judge.onSession = { _ in } }
        let verdict = shell.whileRunning(stop: { running.stop() }, look: { running.look() }) {
            judge.judge(request.exercise, answer: request.answer) { number, count in
                part = "Check \(number) of \(count)"
                hasSaidHowLong = false
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

    private func showLeaderboard(_ shell: Shell) {
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

    private func show(_ displays: [Display], _ shell: Shell) {
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

    // MARK: - Commands

    package var commands: [ShellCommand] {
        [
            command("next", "", "go on: past this cell, or to the next step") {
                $0.show($0.walk.next(), $1)
            },
            command("back", "", "to the beginning of this step, or to the one before") {
                $0.show($0.walk.back(), $1)
            },
            ShellCommand(
                "goto", "STEP", "to a step by its number, or to a bookmark; %contents lists them"
            ) {
                [unowned self] argument, shell in
                goTo(argument, shell)
            },
            ShellCommand("bookmark", "[NAME]", "name this place, to come back with %goto NAME") {
                [unowned self] argument, shell in
                show(walk.bookmark(argument), shell)
            },
            ShellCommand("unmark", "NAME", "take a bookmark away") {
                [unowned self] argument, shell in
                guard !argument.isEmpty else { return shell.say("Usage: %unmark NAME", .error) }
                show(walk.removeBookmark(argument), shell)
            },
            command("skip", "", "leave what waits behind, at the cost of half its points") {
                $0.show($0.walk.skip(), $1)
            },
            command("hint", "", "the next hint for this exercise") {
                $0.show($0.walk.hint(), $1)
                $0.offers = true
            },
            command("check", "", "judge your answer to this exercise") { $0.check($1) },
            command("solution", "", "show a solution; it costs the points that are still open") {
                $0.confirmSolution($1)
            },
            command("progress", "", "your points and how far you are") {
                $0.show([.score($0.walk.score)], $1)
            },
            command("leaderboard", "", "the results of this lesson's challenge") {
                $0.showLeaderboard($1)
            },
            command("contents", "", "the steps of this lesson") { $0.showContents($1) },
            command("again", "", "show this step again") { $0.show($0.walk.again(), $1) },
            command("restart", "", "begin the lesson anew; its points are open again") {
                guide, shell in
                shell.session.reset()
                guide.checkpoint.forget()
                guide.seed(shell)
                guide.show(guide.walk.restart(), shell)
            },
        ]
    }

    private func command(
        _ name: String, _ arguments: String, _ help: String,
        _ action: @escaping (LessonGuide, Shell) -> Void
    ) -> ShellCommand {
        ShellCommand(name, arguments, help) { [unowned self] _, shell in action(self, shell) }
    }

    /// Says what a solution costs before it is shown; the second time, or where nothing is at stake, it
    /// comes at once.
    private func confirmSolution(_ shell: Shell) {
        if case .exercise(let exercise) = walk.stop, shell.source.isInteractive {
            let item = walk.score.items.first { $0.id == exercise.id }
            if let item, item.state != .done, item.state != .solutionShown,
                item.earned < item.points
            {
                let points = pointsText(item.points - item.earned)
                shell.say("Seeing the solution costs the \(points) still open here.", .warning)
                switch shell.source.nextLine(prompt: "Show it? [y/N] ") {
                case .cell(let text) where text.lowercased().hasPrefix("y"): break
                default:
                    shell.say("Not shown. %hint gives hints.", .muted)
                    offers = true
                    return
                }
            }
        }
        show(walk.solution(), shell)
    }

    private func goTo(_ place: String, _ shell: Shell) {
        if let number = Int(place) {
            if 1...max(1, walk.lesson.steps.count) ~= number { setUp(before: number, shell) }
            show(walk.goTo(step: number), shell)
        } else if place.isEmpty {
            shell.say("Usage: %goto STEP, a number; %contents lists the steps.", .error)
        } else {
            if let number = walk.step(ofBookmark: place) { setUp(before: number, shell) }
            show(walk.goTo(bookmark: place), shell)
        }
    }

    private func showContents(_ shell: Shell) {
        for (index, step) in walk.lesson.steps.enumerated() {
            let isHere = index == walk.position.step
            let points = walk.score.items.filter { $0.step == index + 1 }
            let total = points.reduce(0) { $0 + $1.points }
            let earned = points.reduce(0) { $0 + $1.earned }
            let mark = isHere ? shell.theme.mark("▸") : " "
            var line = "\(mark) \(index + 1 < 10 ? " " : "")\(index + 1)  \(step.title)"
            if total > 0 { line += "  (\(plainNumber(earned)) of \(pointsText(total)))" }
            if isHere, shell.theme.isSpoken { line += ", you are here" }
            shell.say(line, isHere ? .heading : .plain)
        }
        for bookmark in walk.bookmarks {
            let number = walk.step(ofBookmark: bookmark.name) ?? 1
            shell.say("Bookmark \"\(bookmark.name)\": step \(number)", .muted)
        }
    }
}
