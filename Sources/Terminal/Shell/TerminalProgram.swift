import Glibc
import Interpreter
import Lessons
import Notebook

/// The programs that run at a terminal: the prompt, alone or with a guide, and a script.
///
/// Each runs on a thread with a large stack, while signals are taken on another.
package enum TerminalProgram {
    /// What the prompt begins with.
    package enum Course {
        case alone
        case guided(any ShellGuide)
        /// The program is left at once.
        case nothing
    }

    /// The prompt, alone or with a guide.
    ///
    /// - Parameters:
    ///   - isPlain: everything in words and line by line, for screen readers; so too where `CNNLAB_PLAIN` is set.
    ///   - course: decides, once the terminal is set up.
    /// - Returns: the exit status.
    package static func prompt(
        greeting: Bool = true, isPlain: Bool = false,
        course: @escaping (Shell) -> Course = { _ in .alone }
    ) -> Int32 {
        let signals = SignalRouter()
        TerminalModes.remember()
        return onLargeStack {
            CellWidth.prepareLocale()
            let output = TerminalOutput(descriptor: STDOUT_FILENO)
            let errors = TerminalOutput(descriptor: STDERR_FILENO)
            let isPlain = isPlain || variable("CNNLAB_PLAIN").map { !$0.isEmpty } ?? false
            var theme =
                isPlain
                ? Theme.spoken
                : Theme.detect(isTerminal: output.isTerminal, environment: variable)
            let session = Session(budget: .prompt)
            var holder: Shell?
            let answer = answer(theme, output)
            if theme.background == .unknown { theme.background = answer.background }
            if Graphics(named: variable("CNNLAB_GRAPHICS")) == nil {
                theme.graphics = answer.graphics
            }
            let source = source(session, output, theme, signals, typed: answer.typed) { holder }
            let shell = Shell(
                session: session, source: source, output: output, errors: errors, theme: theme,
                signals: signals)
            holder = shell
            switch course(shell) {
            case .alone: break
            case .guided(let guide): shell.guide = guide
            case .nothing:
                output.flush()
                holder = nil
                if sayIfBroken(output, errors) {
                    errors.flush()
                    return 1
                }
                return signals.termination.map { 128 + $0 } ?? 0
            }
            if greeting, source.isInteractive, shell.guide == nil {
                shell.say(
                    "CNNLab: Python and torch at your prompt. %help lists the commands, "
                        + "Ctrl-D leaves.", .muted)
            }
            let status = shell.run()
            TerminalModes.restore()
            if sayIfBroken(output, errors) { errors.flush() }
            holder = nil
            return status
        }
    }

    /// Says on the other channel that the output could not be written; whether that is so.
    private static func sayIfBroken(_ output: TerminalOutput, _ errors: TerminalOutput) -> Bool {
        guard let failure = output.failure else { return false }
        // A reader that has seen enough, such as `head`, is an error to nobody but a person who types and sees nothing.
        if failure != EPIPE || isatty(STDIN_FILENO) == 1 {
            errors.write(
                "cnnlab: cannot write the output: \(String(cString: strerror(failure)))\n")
        }
        return true
    }

    /// Runs a script as Python would; `-` reads it from standard input.
    ///
    /// - Returns: the exit status: 0 done, 1 failed, 2 unreadable, 3 a budget ran out, 130 interrupted.
    package static func script(path: String) -> Int32 {
        let signals = SignalRouter()
        return onLargeStack {
            let output = TerminalOutput(descriptor: STDOUT_FILENO)
            let errors = TerminalOutput(descriptor: STDERR_FILENO)
            let theme = Theme.detect(isTerminal: errors.isTerminal, environment: variable)
            let source: [UInt8]
            switch FileText.bytes(of: path) {
            case .success(let bytes): source = bytes
            case .failure(let problem):
                errors.write("cnnlab: cannot read \(path): \(problem.text)\n")
                errors.flush()
                return 2
            }
            let session = Session(budget: .script)
            let plain = output.isTerminal ? theme : .plain
            let printer = CellPrinter(output: output, errors: errors, theme: plain)
            let stop = session.stopper
            session.sink = { event in
                printer.show(event)
                if output.failure != nil { stop() }
            }
            let name = path == "-" ? "<stdin>" : path
            let result = signals.whileRunning(stop: stop) {
                session.runScript(source, name: name)
            }
            return finish(result, signals, printer: printer, output: output, errors: errors)
        }
    }

    private static func finish(
        _ result: CellResult, _ signals: SignalRouter, printer: CellPrinter, output: TerminalOutput,
        errors: TerminalOutput
    ) -> Int32 {
        output.flush()
        defer { errors.flush() }
        if let number = signals.termination { return 128 + number }
        if sayIfBroken(output, errors) { return 1 }
        switch result.ending {
        case .finished: return 0
        case .failed(let failure):
            if let exit = failure.exit {
                if let message = exit.message { errors.write(message + "\n") }
                return exit.status
            }
            errors.write(failure.traceback + "\n")
            return failure.type == "KeyboardInterrupt" ? 130 : 1
        case .interrupted(let traceback):
            errors.write((traceback.isEmpty ? "KeyboardInterrupt" : traceback) + "\n")
            return 130
        case .exhausted(let kind, let explanation):
            errors.write("cnnlab: stopped: \(explanation) (\(kind.rawValue) budget)\n")
            return 3
        }
    }

    private static func source(
        _ session: Session, _ output: TerminalOutput, _ theme: Theme, _ signals: SignalRouter,
        typed: [UInt8], shell: @escaping () -> Shell?
    ) -> any CellSource {
        let term = variable("TERM") ?? "dumb"
        let isTerminal = isatty(STDIN_FILENO) == 1
        guard isTerminal, output.isTerminal, term != "dumb", !term.isEmpty, !theme.isSpoken else {
            return LineSource(prompts: isTerminal ? output : nil, signals: signals) {
                session.judge($0)
            }
        }
        let completer = ShellCompleter(session: session, guide: { shell()?.guide })
        let advice = LineEditor.Advice(
            judge: { session.judge($0) },
            complete: { completer.complete($0, at: $1) },
            hint: { session.signatureHint($0, at: $1) })
        let editor = LineEditor(
            output: output, theme: theme, signals: signals, advice: advice,
            history: historyFile())
        editor.typedAhead = typed
        return EditorSource(editor: editor)
    }

    /// What the terminal says of its background and its graphics, where that makes a difference.
    private static func answer(_ theme: Theme, _ output: TerminalOutput) -> TerminalProbe.Answer {
        let term = variable("TERM") ?? ""
        guard theme.depth > .none, output.isTerminal, isatty(STDIN_FILENO) == 1,
            theme.depth >= .palette || TerminalProbe.isAnswered(by: term)
        else { return TerminalProbe.Answer() }
        let isOld = ["linux", "screen", "tmux", "vt"].contains { term.hasPrefix($0) }
        return TerminalProbe.ask(output, graphics: theme.depth >= .palette && !isOld)
    }

    private static func historyFile() -> HistoryFile {
        let folder = StateDirectory.path()
        var made = ""
        for part in folder.split(separator: "/") {
            made += "/" + part
            mkdir(made, 0o700)
        }
        return HistoryFile(path: folder + "/history")
    }

    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    private static func onLargeStack(_ work: () -> Int32) -> Int32 {
        SignalRouter.keepFromThisThread()
        defer { SignalRouter.takeOnThisThread() }
        do {
            return try LargeStack.run {
                SignalRouter.takeOnThisThread()
                return work()
            }
        } catch {
            let errors = TerminalOutput(descriptor: STDERR_FILENO)
            errors.write("cnnlab: no room for the interpreter's stack: \(error)\n")
            errors.flush()
            return 1
        }
    }
}
