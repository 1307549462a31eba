import Lessons
import Notebook

// What a learner asks for by %commands in a lesson.

extension LessonGuide {
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
            command("starter", "", "the exercise's cell as it was given") { $0.offerStarter($1) },
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
                $0.confirmRestart($1)
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
                guard shell.isConfirmed("Show it? [y/N] ") else {
                    shell.say("Not shown. %hint gives hints.", .muted)
                    offers = true
                    return
                }
            }
        }
        show(walk.solution(), shell)
    }

    /// Puts the starter at the prompt again, in place of the last answer.
    private func offerStarter(_ shell: Shell) {
        guard let starter = walk.starter?.trimmingEnd() else {
            return shell.say("No exercise waits here, so there is no starter.", .error)
        }
        if shell.source.canOffer {
            shell.nextInitial = starter
        } else {
            for line in starter.split(separator: "\n", omittingEmptySubsequences: false) {
                shell.say(String(line), .plain)
            }
        }
    }

    /// Says what is given up before the lesson begins anew.
    private func confirmRestart(_ shell: Shell) {
        let earned = walk.score.earned
        if earned > 0, shell.source.isInteractive {
            shell.say(
                "Beginning anew gives up the \(pointsText(earned)) earned in this lesson.",
                .warning)
            guard shell.isConfirmed("Begin anew? [y/N] ") else {
                shell.say("Nothing is changed.", .muted)
                offers = true
                return
            }
        }
        shell.session.reset()
        checkpoint.forget()
        seed(shell)
        show(walk.restart(), shell)
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
