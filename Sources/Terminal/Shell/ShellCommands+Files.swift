import Glibc
import Lessons
import Notebook

/// The commands that read and write files, on the learner's own request: `%edit`, `%load`, `%save`, `%export`.
extension ShellCommands {
    static func load(_ argument: String, _ shell: Shell) {
        guard !argument.isEmpty else { return shell.say("Usage: %load FILE", .error) }
        let path = expanded(argument)
        switch FileText.read(path) {
        case .success(let text):
            if shell.source.canOffer {
                shell.nextInitial = text.trimmingEnd()
            } else {
                shell.execute(text)
            }
        case .failure(let problem):
            shell.say("cannot read \(path): \(problem.text)", .error)
        }
    }

    static func save(_ argument: String, _ shell: Shell) {
        guard !argument.isEmpty else { return shell.say("Usage: %save FILE", .error) }
        let cells = shell.session.cells
        guard !cells.isEmpty else { return shell.say("No cells yet, nothing is written.") }
        let path = expanded(argument)
        let text = cells.map { "# %%\n" + $0 + "\n" }.joined(separator: "\n")
        let count = "\(cells.count) \(cells.count == 1 ? "cell" : "cells")"
        write(text, to: path, "\(count) written to \(path)", shell)
    }

    /// Writes a file, after a question where that would take another's place.
    private static func write(_ text: String, to path: String, _ done: String, _ shell: Shell) {
        if access(path, F_OK) == 0, !shell.writtenFiles.contains(path), shell.source.isInteractive,
            !FileText.isFolder(path),
            !shell.isConfirmed("\(path) is there already. Write over it? [y/N] ")
        {
            return shell.say("Nothing is written.", .muted)
        }
        if let problem = FileText.write(text, to: path) {
            return shell.say("cannot write \(path): \(problem.text)", .error)
        }
        shell.writtenFiles.insert(path)
        shell.say(done, .muted)
    }

    static func export(_ argument: String, _ shell: Shell) {
        let path = expanded(argument)
        let page = LessonPage(title: "A session with CNNLab", parts: shell.record)
        let text: String
        switch path.split(separator: ".").last.map(String.init) {
        case "md"?: text = page.markdown
        case "html"?: text = LessonHTML.render(page)
        case "ipynb"?: text = page.notebook
        default: return shell.say("Usage: %export FILE.md, FILE.html or FILE.ipynb", .error)
        }
        guard !shell.record.isEmpty else {
            return shell.say("Nothing has run yet, nothing is written.")
        }
        write(text, to: path, "The session so far is written to \(path)", shell)
    }

    static func edit(_ argument: String, _ shell: Shell) {
        guard shell.source.isInteractive else {
            return shell.say("%edit needs a terminal.", .error)
        }
        var cell = shell.guide?.textToEdit ?? shell.session.cells.last ?? ""
        if !argument.isEmpty {
            guard let number = Int(argument), number > 0, number <= shell.session.cells.count
            else {
                return shell.say("There is no cell \(argument).", .error)
            }
            cell = shell.session.cells[number - 1]
        }
        guard let edited = editText(cell, shell) else { return }
        let text = edited.trimmingEnd()
        guard !text.isEmpty else { return }
        for line in PythonHighlighter.lines(of: text) {
            shell.output.write(shell.theme.paint(line) + "\n")
        }
        shell.source.remember(text)
        shell.execute(text, wasOffered: argument.isEmpty && shell.guide?.textToEdit != nil)
    }

    /// Lets the user's editor change a text in a file of its own, which is removed afterwards.
    private static func editText(_ text: String, _ shell: Shell) -> String? {
        let folder = environment("TMPDIR") ?? "/tmp"
        var template = Array((folder + "/cnnlab-XXXXXX.py").utf8CString)
        let file = mkstemps(&template, 3)
        guard file >= 0 else {
            shell.say(
                "cannot make a file in \(folder): \(String(cString: strerror(errno)))", .error)
            return nil
        }
        close(file)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        if let problem = FileText.write(text + "\n", to: path) {
            shell.say("cannot write \(path): \(problem.text)", .error)
            return nil
        }
        let editor = environment("VISUAL") ?? environment("EDITOR") ?? "nano"
        TerminalModes.restore()
        defer { if shell.source.canOffer { TerminalModes.enterRunning() } }
        let status = shell.signals.whileChildRuns {
            ChildProcess.run("/bin/sh", ["-c", "\(editor) \"$1\"", "sh", path])
        }
        guard status == 0 else {
            shell.say("\(editor) ended with status \(status); nothing is run.", .error)
            return nil
        }
        switch FileText.read(path) {
        case .success(let text): return text
        case .failure(let problem):
            shell.say("cannot read \(path): \(problem.text)", .error)
            return nil
        }
    }

    private static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// The path with `~` and quotes around it resolved.
    private static func expanded(_ argument: String) -> String {
        var path = argument
        for quote in ["\"", "'"]
        where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote) {
            path = String(path.dropFirst().dropLast())
        }
        if path.hasPrefix("~/"), let home = environment("HOME") { path = home + path.dropFirst() }
        return path
    }
}
