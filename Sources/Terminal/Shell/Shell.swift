import Glibc
package import Figures
package import Lessons
package import Notebook

/// The prompt: reads cells, runs them in a session and shows what comes of it, until the end of input.
///
/// A guide, such as a lesson, may stand beside it: it says what the prompt offers, takes commands of its
/// own and is told of every run.
package final class Shell {
    package let session: Session
    package let source: any CellSource
    package let output: TerminalOutput
    package let errors: TerminalOutput
    package let theme: Theme
    package let signals: SignalRouter
    package let printer: CellPrinter
    package var guide: (any ShellGuide)?
    /// Cells that ended with an error.
    package private(set) var failures = 0
    /// Text that the next prompt begins with.
    package var nextInitial: String?
    /// What was read and run so far, for `%export`.
    package private(set) var record: [LessonPage.Part] = []
    /// The figures shown so far, for `%describe`, and those of the last cell that drew some.
    package private(set) var figures: [Figure] = []
    package private(set) var lastFigures: [Figure] = []
    /// Files that were written before in this session: nobody is asked again whether to write over them.
    var writtenFiles: Set<String> = []
    private var wantsToLeave = false

    package init(
        session: Session, source: any CellSource, output: TerminalOutput, errors: TerminalOutput,
        theme: Theme, signals: SignalRouter
    ) {
        self.session = session
        self.source = source
        self.output = output
        self.errors = errors
        self.theme = theme
        self.signals = signals
        printer = CellPrinter(output: output, errors: errors, theme: theme)
        printer.isCut = source.isInteractive
        printer.isTraining = { [unowned session] in session.trainingSteps > 0 }
        let printer = printer
        session.sink = { printer.show($0) }
        session.keepsNumbered = true
        session.goesOnAfterInterrupt = { [unowned self] in PauseChoice(shell: self).ask() }
    }

    /// Runs until the input ends.
    ///
    /// - Returns: the exit status: 1 if cells from a pipe failed or nothing more can be written.
    package func run() -> Int32 {
        // From here on the terminal shows no key by itself, also between two cells: what is typed early is shown once, at
        // the prompt that it is for.
        if source.canOffer { TerminalModes.enterRunning() }
        guide?.begin(self)
        while !wantsToLeave {
            output.flush()
            if output.failure != nil { return 1 }
            var initial = ""
            let input: LineEditor.Input
            if let prompt = guide?.linePrompt {
                input = source.nextLine(
                    prompt: prompt, keys: guide?.lineKeys ?? [], words: [])
            } else {
                let prompt = guide?.prompt(self) ?? "In [\(session.counter + 1)]: "
                initial = nextInitial ?? ""
                nextInitial = nil
                input = source.next(prompt: prompt, initial: initial)
            }
            switch input {
            case .cell(let text): take(text, wasOffered: !initial.isEmpty)
            case .interrupted: continue
            case .end:
                if source.isInteractive { output.write("\n") }
                wantsToLeave = true
            case .terminated: wantsToLeave = true
            }
        }
        guide?.end(self)
        output.flush()
        if let number = signals.termination { return 128 + number }
        if output.failure != nil { return 1 }
        return source.isInteractive || failures == 0 ? 0 : 1
    }

    package func leave() { wantsToLeave = true }

    /// Whether the learner says yes.
    func isConfirmed(_ question: String) -> Bool {
        guard case .cell(let text) = source.nextLine(prompt: question) else { return false }
        return text.drop { $0 == " " }.lowercased().hasPrefix("y")
    }

    private func take(_ typed: String, wasOffered: Bool) {
        let text = CellText.cleaned(typed)
        let trimmed = text.trimmingEnd()
        if trimmed.isEmpty {
            guide?.enter(self)
            return
        }
        if ["exit", "quit", "exit()", "quit()"].contains(trimmed) {
            leave()
            return
        }
        let isAnswer = guide?.linePrompt != nil && !trimmed.hasPrefix("%")
        if isAnswer, guide?.answer(trimmed, self) ?? false { return }
        let below = source.isInteractive ? commandBelow(trimmed) : nil
        if source.isInteractive { source.remember(below?.cell ?? trimmed) }
        if trimmed.hasPrefix("!"), !trimmed.contains("\n") {
            say("The prompt runs Python and its own %commands, no programs of the system.", .hint)
            return
        }
        if IndentPolicy.isCommand(trimmed) {
            ShellCommands(self).run(trimmed)
            return
        }
        if let below {
            say("A command stands alone; the cell above it has not run. Up brings it back.", .hint)
            ShellCommands(self).run(below.command)
            return
        }
        execute(trimmed, wasOffered: wasOffered)
    }

    /// A command that was typed below the lines of a cell, as when one is offered and another thing is wanted.
    private func commandBelow(_ text: String) -> (cell: String, command: String)? {
        guard let lineBreak = text.lastIndex(of: "\n") else { return nil }
        let line = text[text.index(after: lineBreak)...].drop { $0 == " " }
        guard line.hasPrefix("%") else { return nil }
        let name = line.dropFirst().prefix { !$0.isWhitespace }
        guard ShellCommands.names(with: guide).contains(String(name)) else { return nil }
        return (String(text[..<lineBreak]), String(line))
    }

    /// Runs a cell, shows its value or error, and tells the guide.
    @discardableResult
    package func execute(_ cell: String, wasOffered: Bool = false) -> CellResult {
        let role = guide?.role(of: cell, wasOffered: wasOffered)
        session.valueWidth =
            source.isInteractive ? min(Self.valueWidth, output.columns - 1) : nil
        let result = runQuietly(cell)
        show(result)
        note(.cell(source: cell, output: LessonPage.Output(result).shortened))
        if !result.figures.isEmpty {
            lastFigures = result.figures
            figures += result.figures
        }
        if let role { guide?.ran(cell, as: role, result, self) }
        return result
    }

    /// Columns of a line of a value, as IPython has it; of a narrower terminal all but one.
    private static let valueWidth = 79

    /// Adds to the record.
    package func note(_ part: LessonPage.Part) { record.append(part) }

    /// Runs a cell with the terminal and Ctrl-C set for it; output goes wherever the session's sink leads.
    package func runQuietly(_ cell: String) -> CellResult {
        whileRunning { session.run(cell) }
    }

    /// Does work that Ctrl-C stops, with the terminal set for it.
    ///
    /// - Parameters:
    ///   - stop: what Ctrl-C calls; stops the session's run when nil.
    ///   - look: called a few times a second; has the session look at its loops when nil.
    package func whileRunning<Result>(
        stop: (@Sendable () -> Void)? = nil, look: (@Sendable () -> Void)? = nil,
        _ work: () throws -> Result
    ) rethrows -> Result {
        if source.isInteractive { TerminalModes.enterRunning() }
        defer {
            if source.isInteractive, !source.canOffer {
                source.keepTypedAhead()
                TerminalModes.restore()
            }
        }
        session.forgetInterrupt()
        let stop = stop ?? session.stopper
        let isStopped = source.takeTypedAhead()
        let ticker = source.isInteractive ? Ticker(look ?? session.looker) : nil
        defer { ticker?.stop() }
        return try signals.whileRunning(
            takesWaiting: source.isInteractive, stop: stop
        ) {
            if isStopped { stop() }
            return try work()
        }
    }

    package func show(_ result: CellResult) {
        printer.close()
        switch result.ending {
        case .finished:
            if let value = result.value {
                printer.show(
                    value: value, number: result.number, isLabelled: source.isInteractive)
            }
        case .failed(let failure):
            failures += 1
            printer.show(failure: failure)
        case .interrupted(let traceback):
            failures += 1
            output.flush()
            let text = traceback.isEmpty ? "KeyboardInterrupt" : traceback
            errors.write(theme.paint(text, .muted) + "\n")
            errors.flush()
            if source.isInteractive, session.trainingSteps > 0 {
                say(
                    "Stopped after \(session.trainingSteps) steps of training. What was learned is "
                        + "kept.", .hint)
            }
        case .exhausted(let kind, let explanation):
            failures += 1
            output.flush()
            let text = "Stopped: \(explanation) (\(kind.rawValue) budget)."
            errors.write(theme.paint(text, .error) + "\n")
            errors.flush()
        }
    }

    /// Writes a line.
    package func say(_ text: String = "", _ role: Role = .plain) {
        guard output.isTerminal, CellWidth.of(text) > output.columns else {
            output.write(theme.paint(text, role) + "\n")
            return
        }
        // What begins further in goes on there.
        let indent = String(text.prefix { $0 == " " })
        let width = max(10, output.columns - indent.count)
        for line in Wrapping.wrap([Span(String(text.dropFirst(indent.count)), role)], width: width)
        {
            output.write(indent + theme.paint(line) + "\n")
        }
    }

    /// Writes Markdown at the terminal's width.
    package func say(markdown: String) {
        for line in MarkdownText.render(markdown, width: output.columns, theme: theme) {
            output.write(line + "\n")
        }
    }
}

/// What stands beside the prompt and gives it a course.
package protocol ShellGuide: AnyObject {
    /// The commands that the guide adds.
    var commands: [ShellCommand] { get }
    func begin(_ shell: Shell)
    func end(_ shell: Shell)
    /// What stands before a line that is no code; nil when cells are read.
    var linePrompt: String? { get }
    /// Keys that are such a line by themselves.
    var lineKeys: Set<UInt8> { get }
    /// What can follow a command of the guide, for completion.
    func arguments(of command: String) -> [String]
    /// What `%edit` begins with in place of the last cell.
    var textToEdit: String? { get }
    /// The text before the cursor; may put text into `shell.nextInitial` for the cell.
    func prompt(_ shell: Shell) -> String
    /// Enter on an empty prompt.
    func enter(_ shell: Shell)
    /// Takes text that is an answer to a question rather than a cell.
    func answer(_ text: String, _ shell: Shell) -> Bool
    /// What a cell about to be run is; given back to `ran`.
    func role(of cell: String, wasOffered: Bool) -> Any?
    func ran(_ cell: String, as role: Any, _ result: CellResult, _ shell: Shell)
    /// The variables were cleared.
    func wasReset(_ shell: Shell)
}

/// A `%` command.
package struct ShellCommand {
    package var name: String
    /// What follows the name, as `FILE`.
    package var arguments: String
    package var help: String
    package var run: (_ argument: String, _ shell: Shell) -> Void

    package init(
        _ name: String, _ arguments: String = "", _ help: String,
        run: @escaping (_ argument: String, _ shell: Shell) -> Void
    ) {
        self.name = name
        self.arguments = arguments
        self.help = help
        self.run = run
    }
}
