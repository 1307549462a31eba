package import Lessons

/// The list of lessons on a terminal, from which one is chosen.
package struct LessonMenu {
    private let lessons: [Lesson]
    private let records: [Record]

    package init(lessons: [Lesson], keeper: ProgressKeeper) {
        self.lessons = lessons
        records = lessons.map { Record(keeper.events(lesson: $0.id)) }
    }

    /// Lets the user choose; nil means to leave.
    package func choose(_ shell: Shell) -> Lesson? {
        guard !lessons.isEmpty else {
            shell.say("No lessons are installed.", .error)
            return nil
        }
        show(shell)
        let offered = suggestion
        while true {
            switch shell.source.nextLine(prompt: "Lesson [\(offered + 1)]: ") {
            case .end:
                if shell.source.isInteractive { shell.say() }
                return nil
            case .terminated, .interrupted: return nil
            case .cell(let text):
                let answer = text.trimmingEnd()
                if answer.isEmpty { return lessons[offered] }
                if ["q", "quit", "exit", "%quit", "%exit"].contains(answer) { return nil }
                if let number = Int(answer), lessons.indices.contains(number - 1) {
                    return lessons[number - 1]
                }
                if let lesson = lessons.first(where: { $0.id == answer }) { return lesson }
                shell.say(
                    "Type a number from 1 to \(lessons.count), Enter for \(offered + 1), or q to leave.",
                    .hint)
            }
        }
    }

    /// The lesson that was left in the middle, or else the first that is not finished.
    private var suggestion: Int {
        let begun = records.firstIndex { $0.position != nil && !$0.isFinished }
        return begun ?? records.firstIndex { !$0.isFinished } ?? 0
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
            let missing = lesson.requires.filter { !done.contains($0) }
            if !missing.isEmpty { facts.append("after " + missing.joined(separator: ", ")) }
            let number = (index + 1 < 10 ? " " : "") + "\(index + 1)"
            shell.output.write(
                shell.theme.paint(" \(mark) \(number)  ", record.isFinished ? .success : .muted)
                    + shell.theme.paint(lesson.title, .heading) + "\n")
            shell.say("       " + facts.joined(separator: ", "), .muted)
        }
        shell.say()
    }
}
