package import Notebook

import CReadline
import CReadlineSupport
import Glibc

/// The editor of a cell at a terminal: GNU readline's keys and state, with a cell of several lines as one
/// buffer, drawn by `ScreenPainter`.
///
/// Readline has one state per process, so one editor exists, on one thread. It is driven through
/// readline's callback interface: between keys the editor waits for the terminal and for messages of
/// `SignalRouter` alike.
package final class LineEditor {
    package enum Input: Equatable {
        case cell(String)
        /// Ctrl-D on an empty line, or the terminal is gone.
        case end
        /// Ctrl-C: the line is dropped.
        case interrupted
        /// A signal asks the program to leave.
        case terminated
    }

    /// What the editor asks about the text.
    package struct Advice {
        package var judge: (String) -> Readiness
        package var complete: (_ source: String, _ point: Int) -> Completion
        /// A line of help for the cursor's place, such as the signature of the call around it.
        package var hint: (_ source: String, _ point: Int) -> String?

        package init(
            judge: @escaping (String) -> Readiness,
            complete: @escaping (String, Int) -> Completion,
            hint: @escaping (String, Int) -> String? = { _, _ in nil }
        ) {
            self.judge = judge
            self.complete = complete
            self.hint = hint
        }
    }

    /// The editor that readline's callbacks speak to. Only its own thread uses it.
    nonisolated(unsafe) static var current: LineEditor?

    let painter: ScreenPainter
    let output: TerminalOutput
    let theme: Theme
    let signals: SignalRouter
    var advice: Advice
    package let history: HistoryFile?

    var prompt = Span("In: ", .prompt)
    var continuation = Span("... ", .continuation)
    /// How the present cell came to be.
    var origin = IndentPolicy.History()
    /// Indentation that the editor put at the beginning of the current line, and how much of it has been
    /// typed over by the user.
    var automatic: (start: Int, width: Int, typedOver: Int)?
    var place = HistoryPlace()
    /// What the next cell begins with where nothing else is there.
    var followUp: String?
    /// The text that was there to begin with.
    private var offered: [UInt8] = []
    /// Whether that was still all there was, with the cursor at its end, before the present key.
    private var isUntouched = false
    /// Completions shown below the cell until the next key.
    var footer: [EditorLayout.Row] = []
    /// Whether Enter takes whatever is typed: the text is no code.
    var takesAnyLine = false
    /// What such a line may be, for completion.
    var lineWords: [String] = []
    /// Characters each of which is a line by itself, without Enter.
    var singleKeys: Set<UInt8> = []
    /// Keys that were read before they were wanted: they come before those that wait at the terminal.
    package var typedAhead: [UInt8] = []
    /// How many of them were typed before the cell that ran last: Ctrl-C drops those, as it does what waits at the
    /// terminal.
    var typedEarlier = 0
    /// Whether the present key was one of them.
    var isEarlierKey = false
    /// The interrupts that such keys were dropped for.
    var heardInterrupts = 0
    /// When such a key was taken: an Enter that follows it out of habit is not for the next prompt.
    var singleKeyTime: ContinuousClock.Instant?
    /// The candidates last asked for.
    var listed: Completion?
    var lastKeyTime = ContinuousClock.now
    var previousKeyTime = ContinuousClock.now
    private var result: Input?
    private var isReady = false
    let interruptKey = TerminalModes.interruptKey

    package init(
        output: TerminalOutput, theme: Theme, signals: SignalRouter, advice: Advice,
        history: HistoryFile?
    ) {
        self.output = output
        self.theme = theme
        self.signals = signals
        self.advice = advice
        self.history = history
        painter = ScreenPainter(output: output)
    }

    private func prepare() {
        guard !isReady else { return }
        isReady = true
        LineEditor.current = self
        CellWidth.prepareLocale()
        // Readline takes its locale from the environment, and does so again for each line.
        if let locale = CellWidth.substitute { setenv("LC_ALL", locale, 1) }
        lab_configure(Self.applicationName)
        for name in Self.keymaps {
            if let map = rl_get_keymap_by_name(name) { bindArrows(map) }
        }
        rl_initialize()
        // After that: readline takes a program that draws by itself for one without a terminal.
        lab_set_hooks(
            { LineEditor.current?.repaint() },
            { _ in LineEditor.current?.readKey() ?? -1 },
            { lab_prepare_modes($0) },
            {
                LineEditor.current?.forgetInterrupts()
                rl_deprep_terminal()
            },
            { _, start, end in LineEditor.current?.completions(from: Int(start), to: Int(end)) },
            { matches, count, _ in LineEditor.current?.showCompletions(matches, count: Int(count)) }
        )
        lab_set_waiting_hook {
            LineEditor.current?.moreInputWaits(within: lab_key_patience() / 1000) ?? false ? 1 : 0
        }
        bindKeys(interrupt: interruptKey)
        using_history()
        stifle_history(20_000)
        for cell in history?.load() ?? [] { add_history(cell) }
    }

    static let keymaps = ["emacs-standard", "vi-insert", "vi-command"]

    /// The name that `$if cnnlab` in ~/.inputrc matches; readline keeps the pointer.
    nonisolated(unsafe) private static let applicationName = UnsafePointer(strdup("cnnlab"))

    /// Lets the user edit a cell until Enter runs it.
    ///
    /// - Parameters:
    ///   - prompt: what stands before the first line.
    ///   - continuation: what stands before the lines that follow.
    ///   - initial: text that is there to begin with.
    package func read(prompt: Span, continuation: Span, initial: String = "") -> Input {
        prepare()
        dropInterruptedKeys()
        self.prompt = prompt
        self.continuation = continuation
        result = nil
        postponed = []
        origin = IndentPolicy.History()
        automatic = nil
        place = HistoryPlace(position: Int(lab_history_count()))
        let initial = initial.isEmpty ? followUp ?? "" : initial
        followUp = nil
        place.isTypedAfresh = initial.isEmpty
        offered = Array(initial.utf8)
        footer = []
        painter.forget()
        lab_forget_waiting()
        rl_callback_handler_install(prompt.text) { LineEditor.current?.accept($0) }
        if !initial.isEmpty {
            rl_insert_text(initial)
            repaint()
        }
        while result == nil { waitForKey() }
        rl_callback_handler_remove()
        lab_flush()
        return result ?? .end
    }

    /// Adds a cell to what Up brings back, and to the file.
    package func remember(_ cell: String) {
        prepare()
        if let last = lab_history_line(lab_history_count() - 1), String(cString: last) == cell {
            return
        }
        add_history(cell)
        history?.append(cell)
    }

    /// Makes a text what one Up brings, without keeping it in the file.
    package func offer(_ cell: String) {
        prepare()
        add_history(cell)
    }

    /// Messages that came while a command of readline was waiting for more.
    var postponed: [SignalRouter.Message] = []

    private func waitForKey() {
        dropInterruptedKeys()
        var entries = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&entries, 2, typedAhead.isEmpty ? -1 : 0) >= 0, !signals.settleInterrupts()
        else { return }
        if entries[1].revents != 0 {
            while let message = signals.next() { receive(message) }
            return
        }
        if entries[0].revents != 0 || !typedAhead.isEmpty {
            gatherKeys()
            previousKeyTime = lastKeyTime
            lastKeyTime = ContinuousClock.now
            let hadFooter = !footer.isEmpty
            footer = []
            isUntouched = !offered.isEmpty && point == offered.count && bytes == offered
            lab_read_char()
            if result == nil { settleHistory() }
            while result == nil, !postponed.isEmpty { receive(postponed.removeFirst()) }
            if result == nil {
                giveWay()
                settleIndentation()
                if lab_end() == 0 { place.isTypedAfresh = true }
                if hadFooter, footer.isEmpty { repaint() }
                takeSingleKey()
            }
        }
    }

    /// Takes the offered text away when what was just put behind it is no edit of it: a `%` command, or a
    /// paste. Undo brings it back.
    func giveWay() {
        guard isUntouched else { return }
        let source = bytes
        guard source.count > offered.count, source.starts(with: offered) else { return }
        let added = source[offered.count...]
        let isBlank = added.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        let isPaste = added.contains(UInt8(ascii: "\n")) || waitingBytes() >= Self.pasteLength
        guard added.first == UInt8(ascii: "%") || isPaste && !isBlank else { return }
        let end = point
        rl_delete_text(0, Int32(offered.count))
        point = end - offered.count
        offered = []
        origin = IndentPolicy.History()
        repaint()
    }

    /// Ends the line where it is one of the single keys, typed and not part of more.
    private func takeSingleKey() {
        let source = bytes
        guard source.count == 1, singleKeys.contains(source[0]), !moreInputWaits(within: 20) else {
            return
        }
        singleKeyTime = ContinuousClock.now
        // Not through readline's own command, which ends a line only while a key is being dealt with.
        abandon(.cell(String(decoding: source, as: UTF8.self)))
    }

    /// So many bytes at once are not typed, even over a slow line.
    private static let pasteLength = 16

    private func receive(_ message: SignalRouter.Message) {
        switch message {
        case .interrupt: abandon(.interrupted)
        case .terminate: abandon(.terminated)
        case .resize:
            rl_resize_terminal()
            repaint()
        case .suspend:
            rl_deprep_terminal()
            lab_flush()
            TerminalModes.restore()
            SignalRouter.stopProcess()
            TerminalModes.enterRunning()
            resume()
        case .resumed: resume()
        }
    }

    private func resume() {
        // Readline takes the terminal for prepared after a stop that it was not told of; the shell has changed it since.
        rl_deprep_terminal()
        lab_prepare_terminal()
        painter.forget()
        output.write("\r")
        repaint()
    }

    /// Leaves the cell as it stands on the screen and gives up reading it.
    private func abandon(_ input: Input) {
        footer = []
        lab_forget_waiting()
        settleHistory()
        rl_free_line_state()
        painter.finish(layout())
        output.write("\r\n")
        rl_replace_line("", 1)
        rl_callback_handler_remove()
        result = input
    }

    /// Readline has a line, or the end of input.
    private func accept(_ line: UnsafeMutablePointer<CChar>?) {
        guard let line else {
            result = .end
            rl_callback_handler_remove()
            return
        }
        result = .cell(String(cString: line))
        free(line)
        rl_callback_handler_remove()
    }

    // MARK: - The text

    /// Whether the text is as it was offered.
    var isUnchanged: Bool { bytes == offered }

    var bytes: [UInt8] {
        let count = Int(lab_end())
        return lab_line().withMemoryRebound(to: UInt8.self, capacity: count) {
            Array(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    var point: Int {
        get { Int(lab_point()) }
        // Readline writes wherever the cursor is said to be.
        set { lab_set_point(Int32(min(max(newValue, 0), Int(lab_end())))) }
    }

    func layout() -> EditorLayout {
        let message = lab_display_prompt()
        let isMessage = message != nil && message != lab_prompt()
        let shownPrompt =
            isMessage ? Span(message.map { String(cString: $0) } ?? "", .muted) : prompt
        return EditorLayout(
            source: bytes, point: point, prompt: shownPrompt, continuation: continuation,
            columns: output.columns, theme: theme)
    }

    func repaint() {
        lab_flush()
        var below = footer
        if below.isEmpty, !takesAnyLine, !moreInputWaits() {
            let source = bytes
            if let hint = advice.hint(String(decoding: source, as: UTF8.self), point) {
                let text = CellWidth.truncated(hint, to: output.columns - 1)
                below = [
                    EditorLayout.Row(text: theme.paint(text, .muted), width: CellWidth.of(text))
                ]
            }
        }
        painter.paint(layout(), footer: below)
    }
}
