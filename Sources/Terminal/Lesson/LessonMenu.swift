package import Lessons

/// The list of lessons on a terminal, from which one is chosen.
package struct LessonMenu {
    private let lessons: [Lesson]
    private let records: [Record]
    private let keeper: ProgressKeeper

    package init(lessons: [Lesson], keeper: ProgressKeeper) {
        self.lessons = lessons
        self.keeper = keeper
        records = lessons.map { Record(keeper.events(lesson: $0.id)) }
    }

    /// Lets the user choose; nil means to leave.
    package mutating func choose(_ shell: Shell) -> Lesson? {
        guard !lessons.isEmpty else {
            shell.say("No lessons are installed.", .error)
            return nil
        }
        show(shell)
        var offered = suggestion
        if shell.source.isInteractive { describe(offered, shell) }
        while true {
            let words = lessons.map(\.id) + ["never", "quit"]
            let prompt = "Lesson [\(offered + 1)]: "
            switch shell.source.nextLine(prompt: prompt, keys: [], words: words) {
            case .end:
                if shell.source.isInteractive { shell.say() }
                return nil
            case .terminated, .interrupted: return nil
            case .cell(let text):
                let answer = text.trimmingEnd()
                if answer.isEmpty { return lessons[offered] }
                if ["q", "quit", "exit", "%quit", "%exit"].contains(answer) { return nil }
                if let number = Int(answer), number > 0, number <= lessons.count {
                    return lessons[number - 1]
                }
                if let lesson = lessons.first(where: { $0.id == answer }) { return lesson }
                if answer == "never", isToContinue(offered) {
                    keeper.keep(.declined, lesson: lessons[offered].id)
                    declined.insert(offered)
                    shell.say(
                        "\(lessons[offered].title) is no longer suggested. Its place is kept.",
                        .muted)
                    offered = suggestion
                    describe(offered, shell)
                    continue
                }
                shell.say(
                    "Type a number from 1 to \(lessons.count), Enter for \(offered + 1), or q to leave.",
                    .hint)
            }
        }
    }

    /// The lesson that was left in the middle, or else the first that is not finished.
    private var suggestion: Int {
        let begun = records.indices.first { isToContinue($0) }
        return begun
            ?? records.indices.first { !records[$0].isFinished && !isDeclined($0) } ?? 0
    }

    private func isDeclined(_ index: Int) -> Bool {
        records[index].isDeclined || declined.contains(index)
    }

    /// Whether a lesson was left in the middle and may be suggested.
    private func isToContinue(_ index: Int) -> Bool {
        records[index].position != nil && !records[index].isFinished && !isDeclined(index)
    }

    /// Says what Enter does.
    private func describe(_ index: Int, _ shell: Shell) {
        let title = lessons[index].title
        if isToContinue(index), let position = records[index].position {
            let place = "step \(position.step + 1) of \(lessons[index].steps.count)"
            shell.say(
                "Enter goes on with \(title) where you left it, at \(place). "
                    + "Type never to be asked no more.", .muted)
        } else {
            shell.say("Enter begins with \(title).", .muted)
        }
    }

    /// Lessons that were declined just now.
    private var declined: Set<Int> = []

    /// `2`, `2 and 4`, `2, 4 and 7`.
    private static func list(_ numbers: [String]) -> String {
        guard let last = numbers.last, numbers.count > 1 else { return numbers.joined() }
        return numbers.dropLast().joined(separator: ", ") + " and " + last
    }

    private func show(_ shell: Shell) {
        shell.say()
        shell.say(markdown: "# CNNLab")
        shell.say()
        let done = Set(zip(lessons, records).filter { $0.1.isFinished }.map(\.0.id))
        for (index, lesson) in lessons.enumerated() {
            let record = records[index]
            let score = lesson.score(record)
            let mark = record.isFinished ? "✓" : record.position == nil ? " " : "▸"
            let sign = shell.theme.isSpoken ? "" : " \(mark) "
            var facts: [String] = []
            if let minutes = lesson.minutes { facts.append("\(minutes) min") }
            if record.isFinished {
                facts.append("finished")
            } else if let position = record.position {
                facts.append("at step \(min(position.step + 1, score.steps)) of \(score.steps)")
            }
            if score.points > 0 {
                let earned = record.position == nil ? "" : "\(plainNumber(score.earned)) of "
                facts.append(earned + pointsText(score.points))
            }
            let missing = lesson.requires.filter { !done.contains($0) }.map { id in
                lessons.firstIndex { $0.id == id }.map { "\($0 + 1)" } ?? id
            }
            if !missing.isEmpty {
                facts.append(
                    (missing.count == 1 ? "after lesson " : "after lessons ") + Self.list(missing))
            }
            let number = (index + 1 < 10 ? " " : "") + "\(index + 1)"
            shell.output.write(
                shell.theme.paint("\(sign)\(number)  ", record.isFinished ? .success : .muted)
                    + shell.theme.paint(lesson.title, .heading) + "\n")
            shell.say("       " + facts.joined(separator: ", "), .muted)
        }
        shell.say()
    }
}
