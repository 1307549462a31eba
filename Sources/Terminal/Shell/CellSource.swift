import Glibc
package import Notebook

/// Where cells come from: a person at the line editor, or lines of a pipe.
package protocol CellSource: AnyObject {
    /// Whether a person watches: prompts are shown and values are labelled.
    var isInteractive: Bool { get }
    /// Whether a text can stand at the prompt to be edited.
    var canOffer: Bool { get }
    /// The next cell. `number` is that of the prompt; `initial` is text to begin with.
    func next(prompt: String, initial: String) -> LineEditor.Input
    /// A line that is no code, such as the answer to a question. One of `keys` is a line by itself, without
    /// Enter, where keys can be read one by one; `words` are completed.
    func nextLine(prompt: String, keys: Set<UInt8>, words: [String]) -> LineEditor.Input
    /// Takes note of what was typed behind the cell that is to be run.
    ///
    /// - Returns: whether Ctrl-C was.
    func takeTypedAhead() -> Bool
    /// Keeps what was typed while a cell ran, and the terminal did not show, for the next prompt.
    func keepTypedAhead()
    /// Keeps a cell for recall.
    func remember(_ cell: String)
    /// The cells of earlier sessions and of this one, oldest first.
    var past: [String] { get }
}

extension CellSource {
    package func nextLine(prompt: String) -> LineEditor.Input {
        nextLine(prompt: prompt, keys: [], words: [])
    }

    package func takeTypedAhead() -> Bool { false }

    package func keepTypedAhead() {}
}

/// A person at a terminal that can move the cursor.
package final class EditorSource: CellSource {
    private let editor: LineEditor
    package let isInteractive = true
    package let canOffer = true

    package init(editor: LineEditor) { self.editor = editor }

    package func next(prompt: String, initial: String) -> LineEditor.Input {
        let width = CellWidth.of(prompt)
        let dots = String(repeating: " ", count: max(0, width - 5)) + "...: "
        return editor.read(
            prompt: Span(prompt, .prompt), continuation: Span(dots, .continuation),
            initial: initial)
    }

    package func nextLine(
        prompt: String, keys: Set<UInt8>, words: [String]
    ) -> LineEditor.Input {
        editor.takesAnyLine = true
        editor.singleKeys = keys
        editor.lineWords = words
        defer {
            editor.takesAnyLine = false
            editor.singleKeys = []
            editor.lineWords = []
        }
        return next(prompt: prompt, initial: "")
    }

    package func takeTypedAhead() -> Bool { editor.takeTypedAhead() }

    package func remember(_ cell: String) { editor.remember(cell) }

    package var past: [String] { editor.history?.load() ?? [] }
}

/// Lines from a pipe, a file, or a terminal that cannot move its cursor.
///
/// A simple statement is a cell by itself. A compound one ends where a line at the margin follows that is
/// no continuation of it (`else`, `except`, …), or where the input ends.
package final class LineSource: CellSource {
    package let isInteractive: Bool
    package let canOffer = false
    private let prompts: TerminalOutput?
    private let judge: (String) -> Readiness
    private let signals: SignalRouter
    private var input: [UInt8] = []
    /// Where in the input begins what was typed while the terminal showed nothing.
    private var unshown = Int.max
    private var isAtEnd = false
    private var heldLine: String?
    package private(set) var past: [String] = []

    /// - Parameter prompts: where prompts are written; nil for none.
    package init(
        prompts: TerminalOutput?, signals: SignalRouter, judge: @escaping (String) -> Readiness
    ) {
        self.prompts = prompts
        self.signals = signals
        self.judge = judge
        isInteractive = prompts != nil
    }

    /// Where prompts are written, if that is no terminal.
    private var piped: TerminalOutput? { prompts.flatMap { $0.isTerminal ? nil : $0 } }

    package func remember(_ cell: String) { past.append(cell) }

    package func next(prompt: String, initial: String) -> LineEditor.Input {
        var lines: [String] = []
        while true {
            prompts?.write(lines.isEmpty ? prompt : "...: ")
            guard let line = heldLine ?? readLine() else {
                if signals.termination != nil { return .terminated }
                if wasInterrupted {
                    wasInterrupted = false
                    prompts?.write("\n")
                    return .interrupted
                }
                return lines.isEmpty ? .end : .cell(lines.joined(separator: "\n"))
            }
            heldLine = nil
            let isBlank = line.allSatisfy(\.isWhitespace)
            if lines.isEmpty {
                if isBlank { return .cell("") }
                if IndentPolicy.isCommand(line) { return .cell(line) }
            }
            if isOpen(lines), !isBlank, endsBlock(line) {
                heldLine = line
                return .cell(lines.joined(separator: "\n"))
            }
            // A person ends a block with an empty line.
            if isBlank, isInteractive, isOpen(lines) { return .cell(lines.joined(separator: "\n")) }
            lines.append(line)
            let text = lines.joined(separator: "\n")
            switch judge(text) {
            case .incomplete: continue
            case .wrong: return .cell(text)
            case .complete:
                if !isOpen(lines) { return .cell(text) }
            }
        }
    }

    package func nextLine(
        prompt: String, keys: Set<UInt8>, words: [String]
    ) -> LineEditor.Input {
        prompts?.write(prompt)
        if let line = heldLine ?? readLine() {
            heldLine = nil
            return .cell(line)
        }
        if signals.termination != nil { return .terminated }
        defer { wasInterrupted = false }
        return wasInterrupted ? .interrupted : .end
    }

    private var wasInterrupted = false

    /// Whether the lines are a compound statement that may go on.
    private func isOpen(_ lines: [String]) -> Bool {
        let text = lines.joined(separator: "\n")
        guard
            IndentPolicy.openBlockIndentation(text) != nil || lines.count == 1 && startsBlock(text)
        else { return false }
        return judge(text) == .complete
    }

    private func startsBlock(_ text: String) -> Bool {
        let word = text.prefix { $0.isLetter }
        return ["class", "def", "for", "while", "if", "with", "try"].contains(word)
    }

    private func endsBlock(_ line: String) -> Bool {
        guard let first = line.first, first != " ", first != "\t", first != "#" else {
            return false
        }
        let word = line.prefix { $0.isLetter }
        return !["else", "elif", "except", "finally"].contains(word)
    }

    package func keepTypedAhead() {
        guard isInteractive else { return }
        var typed: [UInt8] = []
        var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while typed.count < 1 << 20, poll(&entry, 1, 0) > 0, entry.revents & Int16(POLLIN) != 0 {
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = chunk.withUnsafeMutableBytes {
                read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            guard count > 0 else { break }
            typed += chunk[..<count]
        }
        let kept = TypedAhead.edited(typed)
        unshown = min(unshown, input.count)
        input += kept.bytes
        if kept.ends { isAtEnd = true }
    }

    /// Shows what the terminal has not shown of the next line.
    private func showTyped() {
        let end = input.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? input.count
        guard unshown < end else { return }
        prompts?.write(String(decoding: input[unshown..<end], as: UTF8.self))
        unshown = end
    }

    /// A line without its end, nil when there is none or a signal came.
    private func readLine() -> String? {
        showTyped()
        while true {
            if let end = input.firstIndex(of: UInt8(ascii: "\n")) {
                let line = input[..<end]
                defer {
                    input.removeSubrange(...end)
                    if unshown < .max { unshown = max(0, unshown - end - 1) }
                }
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            if isAtEnd {
                guard !input.isEmpty else { return nil }
                defer { input = [] }
                return String(decoding: input, as: UTF8.self)
            }
            var entries = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
                // Nothing is asked of the output, but the system says when nobody is left to read it.
                pollfd(fd: piped?.descriptor ?? -1, events: 0, revents: 0),
            ]
            prompts?.flush()
            guard poll(&entries, 3, -1) > 0 else { continue }
            if entries[2].revents != 0 {
                piped?.lose(to: EPIPE)
                return nil
            }
            if entries[1].revents != 0 {
                while let message = signals.next() {
                    switch message {
                    case .interrupt:
                        wasInterrupted = true
                        return nil
                    case .terminate: return nil
                    case .suspend: SignalRouter.stopProcess()
                    case .resize, .resumed: break
                    }
                }
            }
            if entries[0].revents != 0 {
                // What comes after the line is for what it starts.
                signals.forgetInterrupts()
                var chunk = [UInt8](repeating: 0, count: 1 << 16)
                let count = chunk.withUnsafeMutableBytes {
                    read(STDIN_FILENO, $0.baseAddress, $0.count)
                }
                if count > 0 {
                    input += chunk[..<count]
                    unshown = .max
                } else if errno != EINTR || count == 0 {
                    isAtEnd = true
                }
            }
        }
    }
}
