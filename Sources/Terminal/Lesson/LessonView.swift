import Lessons

/// Draws what a walk through a lesson shows.
struct LessonView {
    private let shell: Shell
    /// How far the learner is, where that is known.
    private let score: Score?
    private var theme: Theme { shell.theme }
    private var columns: Int { shell.output.columns }

    init(_ shell: Shell, score: Score? = nil) {
        self.shell = shell
        self.score = score
    }

    func show(_ display: Display) {
        note(display)
        switch display {
        case .lesson(let lesson): opening(lesson)
        case .step(let number, let count, let title): step(number, count, title)
        case .prose(let prose):
            shell.say(markdown: prose.markdown)
            shell.say()
        case .quoted(let output):
            for line in output.text.trimmingEnd().split(
                separator: "\n", omittingEmptySubsequences: false)
            {
                shell.say("    " + line, .muted)
            }
            shell.say()
        case .cell(let cell, let source):
            if cell.raises != nil { sentence("This cell ends with an error, on purpose.", .muted) }
            if !shell.source.canOffer { code(source) }
            keys(
                shell.source.canOffer
                    ? "Enter runs the cell; edit it first if you like. %next passes it."
                    : "Enter runs the cell; %edit changes it first. %next passes it.")
        case .exercise(let exercise, let answer):
            sentence(
                "Exercise: \(exercise.name) (\(pointsText(exercise.points)))", .heading)
            if !shell.source.canOffer { code(answer) }
            keys("Write your answer, run it, then %check. %hint helps, %skip leaves it behind.")
        case .question(let question): ask(question)
        case .hint(let text, let number, let count):
            sentence("Hint \(number) of \(count)", .hint)
            shell.say(markdown: text)
            shell.say()
        case .solution(let solution, let number, let count):
            sentence(count > 1 ? "Solution \(number) of \(count)" : "Solution", .hint)
            code(solution.source)
        case .verdict(let verdict): VerdictView(shell).show(verdict)
        case .answered(let question, let judgement): answered(question, judgement)
        case .notice(let text): sentence(text, .muted)
        case .refusal(let text): sentence(text, .warning)
        case .score(let score): self.score(score)
        case .stepEnd(let number, let count):
            keys("Step \(number) of \(count) is read. Enter goes on to step \(number + 1).")
        case .lessonEnd(let score): end(score)
        }
    }

    /// Adds what is shown to the shell's record, where it is part of the lesson or an outcome.
    private func note(_ display: Display) {
        switch display {
        case .step(_, _, let title): shell.note(.heading(title))
        case .prose(let prose): shell.note(.prose(prose.markdown))
        case .quoted(let output): shell.note(.quote(output.text))
        case .exercise(let exercise, _):
            shell.note(.prose("**Exercise: \(exercise.name)** (\(pointsText(exercise.points)))"))
        case .question(let question):
            shell.note(
                .question(
                    prompt: question.prompt, points: question.points, choices: question.choices))
        case .hint(let text, let number, let count):
            shell.note(.prose("*Hint \(number) of \(count):* " + text))
        case .verdict(let verdict):
            let lines = verdict.parts.map { "- \($0.outcome == .pass ? "✓" : "✗") \($0.check)" }
            shell.note(.prose(lines.joined(separator: "\n")))
        default: break
        }
    }

    // MARK: - Parts

    private func opening(_ lesson: Lesson) {
        shell.say()
        shell.say(markdown: "# " + lesson.title)
        var facts: [String] = []
        if let minutes = lesson.minutes { facts.append("about \(minutes) minutes") }
        let count = lesson.steps.count
        facts.append("\(count) \(count == 1 ? "step" : "steps")")
        if lesson.points > 0 { facts.append(pointsText(lesson.points)) }
        sentence(facts.joined(separator: ", ") + ". %help lists the commands.", .muted)
    }

    private func step(_ number: Int, _ count: Int, _ title: String) {
        if theme.isSpoken {
            shell.say()
            let points = points.map { " \($0)." } ?? ""
            return sentence("Step \(number) of \(count): \(title).\(points)", .heading)
        }
        let head = " \(number)/\(count)  \(title) "
        let width = min(columns - 1, 88)
        var rest = max(0, width - 2 - CellWidth.of(head))
        // The points stand at the end of the line, where there is room.
        var end = points.map { " \($0) ──" } ?? ""
        if rest < CellWidth.of(end) + 2 { end = "" }
        rest -= CellWidth.of(end)
        shell.say()
        let text = CellWidth.truncated("──" + head, to: width)
        shell.output.write(
            theme.paint(text, .heading)
                + theme.paint(String(repeating: "─", count: rest) + end, .muted)
                + "\n")
        shell.say()
    }

    /// `3 of 15 points`, once there are some.
    private var points: String? {
        guard let score, score.points > 0, score.earned > 0 else { return nil }
        return "\(plainNumber(score.earned)) of \(pointsText(score.points))"
    }

    private func code(_ source: String) {
        for line in PythonHighlighter.lines(of: source.trimmingEnd()) {
            shell.output.write((line.isEmpty ? "" : "    " + theme.paint(line)) + "\n")
        }
        shell.say()
    }

    private func sentence(_ text: String, _ role: Role) {
        for line in Wrapping.wrap([Span(text, role)], width: min(columns, 88)) {
            shell.output.write(theme.paint(line) + "\n")
        }
    }

    private func keys(_ text: String) {
        if shell.source.isInteractive { sentence(text, .muted) }
    }

    private func ask(_ question: Question) {
        let kind = question.isPrediction ? "Prediction" : "Question"
        sentence("\(kind) (\(pointsText(question.points)))", .heading)
        shell.say(markdown: question.prompt)
        for (index, choice) in question.choices.enumerated() {
            let letter = Question.letter(ofChoice: index)
            let lines = MarkdownText.render(choice, width: columns - 6, theme: theme)
            for (row, line) in lines.enumerated() {
                let mark = row == 0 ? "  " + theme.paint(letter, .code) + " " : "     "
                shell.output.write(mark + line + "\n")
            }
        }
        let how =
            question.choices.isEmpty
            ? "Type your answer and press Enter."
            : question.takesOneChoice && shell.source.canOffer
                ? "Press the letter of your answer."
                : "Type the letter of your answer and press Enter."
        keys("\(how) %skip leaves the question behind.")
    }

    private func answered(_ question: Question, _ judgement: AnswerJudgement) {
        switch judgement.result {
        case .right:
            sentence(theme.mark("✓ ") + "Right: \(pointsText(judgement.earned)).", .success)
        case .wrong: sentence(theme.mark("✗ ") + "Not right.", .error)
        case .cannotJudge: sentence("This copy of the lesson cannot judge the answer.", .warning)
        }
        if let feedback = judgement.feedback { shell.say(markdown: feedback) }
        if let right = judgement.rightAnswer { shell.say(markdown: "The right answer: \(right)") }
        if let explanation = judgement.explanation { shell.say(markdown: explanation) }
        if judgement.result == .wrong, judgement.triesLeft > 0 {
            sentence(
                judgement.triesLeft == 1
                    ? "One try is left." : "\(judgement.triesLeft) tries are left.",
                .muted)
        }
        shell.say()
    }

    private func score(_ score: Score) {
        let digits = score.items.map { "\($0.step)".count }.max() ?? 0
        let facts = score.items.map { "\(plainNumber($0.earned)) of \(pointsText($0.points))" }
        let widest =
            zip(score.items, facts).map { item, fact in
                CellWidth.of(fact) + CellWidth.of(Self.words(item.state).1)
            }.max() ?? 0
        // Beside the name: the mark, the step, and two spaces before each of the parts that follow.
        let room = max(16, min(columns - 15 - digits - widest, 60))
        let names = score.items.map { CellWidth.truncated($0.name, to: room) }
        let width = names.map { CellWidth.of($0) }.max() ?? 0
        for (index, item) in score.items.enumerated() {
            let (mark, word, role) = Self.words(item.state)
            if theme.isSpoken {
                sentence("Step \(item.step), \(item.name): \(facts[index]), \(word).", .plain)
                continue
            }
            let name = CellWidth.padded(names[index], to: width)
            shell.output.write(
                "  " + theme.paint(mark, role)
                    + " step \(CellWidth.padded("\(item.step)", to: digits))  \(name)  "
                    + facts[index] + theme.paint("  \(word)", .muted) + "\n")
        }
        sentence(
            "Step \(min(score.stepsDone + 1, score.steps)) of \(score.steps). "
                + "\(plainNumber(score.earned)) of \(pointsText(score.points)).", .plain)
    }

    private static func words(_ state: Score.State) -> (String, String, Role) {
        switch state {
        case .open: ("·", "open", .muted)
        case .partial: ("◐", "in part", .warning)
        case .done: ("✓", "done", .success)
        case .skipped: ("→", "skipped", .warning)
        case .solutionShown: ("○", "solution shown", .warning)
        case .failed: ("✗", "not right", .error)
        }
    }

    private func end(_ score: Score) {
        shell.say()
        sentence("You have reached the end of this lesson.", .success)
        self.score(score)
        keys("Enter or Ctrl-D leaves; %back and %goto lead back.")
    }
}

/// Draws what judging an answer found.
struct VerdictView {
    private let shell: Shell
    private var isSpoken: Bool { shell.theme.isSpoken }

    init(_ shell: Shell) { self.shell = shell }

    func show(_ verdict: Verdict) {
        for part in verdict.parts {
            switch part.outcome {
            case .pass:
                let text = "\(part.check) (\(pointsText(part.points)))"
                line(isSpoken ? "Passed:" : "✓", text, .success)
            case .fail(let reason):
                line(isSpoken ? "Failed:" : "✗", part.check, .error)
                detail(reason)
            case .couldNotGrade(let cause):
                line(isSpoken ? "Open:" : "?", "\(part.check): could not be judged", .warning)
                detail(cause.text)
            }
        }
        if let feedback = verdict.feedback {
            shell.say()
            shell.say(markdown: feedback)
        }
    }

    private func line(_ mark: String, _ text: String, _ role: Role) {
        let lines = Wrapping.wrap(
            [Span(text)], width: min(shell.output.columns, 88), first: [Span(mark + " ", role)],
            rest: [Span("  ")])
        for line in lines { shell.output.write(shell.theme.paint(line) + "\n") }
    }

    private func detail(_ text: String) {
        let indent = [Span("    ")]
        let lines = Wrapping.wrap(
            [Span(text)], width: min(shell.output.columns, 88), first: indent, rest: indent)
        for line in lines { shell.output.write(shell.theme.paint(line) + "\n") }
    }
}
