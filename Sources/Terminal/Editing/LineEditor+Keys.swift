import CReadline
import Glibc

/// What the keys do that act on a cell of several lines. They take the place of readline's commands of
/// the same kind on whatever keys those are bound to.
extension LineEditor {
    func bindKeys(interrupt: UInt8?) {
        for name in Self.keymaps {
            guard let map = rl_get_keymap_by_name(name) else { continue }
            if let interrupt {
                // The line is dropped when readline is done with the key.
                rl_bind_key_in_map(Int32(interrupt), { _, _ in 0 }, map)
            }
            lab_replace_command(
                "accept-line", { _, _ in LineEditor.current?.pressEnter() ?? 0 }, map)
            lab_replace_command(
                "beginning-of-line", { _, _ in LineEditor.current?.moveToLineStart() ?? 0 }, map)
            lab_replace_command(
                "end-of-line", { _, _ in LineEditor.current?.moveToLineEnd() ?? 0 }, map)
            lab_replace_command(
                "kill-line", { _, _ in LineEditor.current?.killToLineEnd() ?? 0 }, map)
            lab_replace_command(
                "unix-line-discard", { _, _ in LineEditor.current?.killToLineStart() ?? 0 }, map)
            lab_replace_command(
                "clear-screen", { _, _ in LineEditor.current?.clearScreen() ?? 0 }, map)
            if name == "vi-command" {
                bindHistoryKeys(map)
                continue
            }
            lab_replace_command("complete", { LineEditor.current?.pressTab($0, $1) ?? 0 }, map)
            lab_replace_command(
                "backward-delete-char", { LineEditor.current?.pressBackspace($0, $1) ?? 0 }, map)
            lab_replace_command(
                "bracketed-paste-begin", { LineEditor.current?.paste($0, $1) ?? 0 }, map)
            if lab_has_command(" ", "self-insert", map) != 0 {
                rl_bind_keyseq_in_map(" ", { LineEditor.current?.pressSpace($0, $1) ?? 0 }, map)
            }
            if lab_has_command(":", "self-insert", map) != 0 {
                rl_bind_keyseq_in_map(":", { LineEditor.current?.pressColon($0, $1) ?? 0 }, map)
            }
            // Answers of the terminal that come too late.
            rl_bind_keyseq_if_unbound_in_map(
                "\u{1B}]", { _, _ in LineEditor.current?.skipAnswer(endingWith: 7) ?? 0 }, map)
            rl_bind_keyseq_if_unbound_in_map(
                "\u{1B}[?",
                { _, _ in LineEditor.current?.skipAnswer(endingWith: UInt8(ascii: "c")) ?? 0 }, map)
            rl_bind_keyseq_if_unbound_in_map(
                "\u{1B}_G",
                { _, _ in LineEditor.current?.skipAnswer(endingWith: UInt8(ascii: "\\")) ?? 0 },
                map)
            rl_bind_keyseq_if_unbound_in_map(
                "\u{1B}[Z", { _, _ in LineEditor.current?.outdent() ?? 0 }, map)
            rl_bind_keyseq_if_unbound_in_map(
                "\u{1B}[5~", rl_named_function("history-search-backward"), map)
            rl_bind_keyseq_if_unbound_in_map(
                "\u{1B}[6~", rl_named_function("history-search-forward"), map)
            bindHistoryKeys(map)
        }
        if let map = rl_get_keymap_by_name("emacs-standard") {
            let run: @convention(c) (Int32, Int32) -> Int32 = { _, _ in
                LineEditor.current?.runCell() ?? 0
            }
            rl_bind_keyseq_in_map("\u{1B}\r", run, map)
            rl_bind_keyseq_in_map("\u{1B}\n", run, map)
        }
    }

    // MARK: - Enter

    func pressEnter() -> Int32 {
        // Readline takes keys that were typed ahead together, Enter with them.
        giveWay()
        settleIndentation()
        if let time = singleKeyTime {
            singleKeyTime = nil
            if isUnchanged, ContinuousClock.now - time < .milliseconds(700) { return 0 }
        }
        if takesAnyLine { return runCell() }
        let sinceKey = lastKeyTime - previousKeyTime
        var more = moreInputWaits()
        if !more, sinceKey < .milliseconds(8), origin.isPouredIn {
            more = moreInputWaits(within: 30)
        }
        let source = bytes
        let action = IndentPolicy.enter(
            source: source, point: point, history: origin, more: more, judge: advice.judge)
        switch action {
        case .run: return runCell()
        case .newLine(let indentation):
            if more {
                origin.isPouredIn = true
            } else if sinceKey > .milliseconds(50) {
                origin.isPouredIn = false
            }
            beginLine(indentation: indentation)
            return 0
        }
    }

    private func beginLine(indentation: Int) {
        let source = bytes
        let start = lineStart(source, point)
        let end = lineEnd(source, point)
        rl_begin_undo_group()
        if start < end, source[start..<end].allSatisfy({ $0 == UInt8(ascii: " ") }) {
            rl_delete_text(Int32(start), Int32(end))
            point = start
        }
        rl_insert_text("\n" + String(repeating: " ", count: indentation))
        rl_end_undo_group()
        origin.hasTypedLines = true
        automatic = indentation > 0 ? (point - indentation, indentation, 0) : nil
        repaint()
    }

    /// Runs the cell as it is.
    func runCell() -> Int32 {
        settleHistory()
        footer = []
        point = Int(lab_end())
        lab_flush()
        painter.finish(layout())
        // Readline, which has not drawn the line, does not end it either.
        output.write("\r\n")
        return lab_run_command("accept-line", 1, Int32(UInt8(ascii: "\n")))
    }

    // MARK: - Indentation

    func pressSpace(_ count: Int32, _ key: Int32) -> Int32 {
        if let state = automatic, count == 1, point == state.start + state.width,
            isBlankLine(bytes, point), state.typedOver < state.width
        {
            automatic?.typedOver += 1
            return 0
        }
        return lab_run_command("self-insert", count, key)
    }

    /// After a key: a line that came with its own indentation gets that instead of the editor's.
    func settleIndentation() {
        guard let state = automatic else { return }
        let source = bytes
        let indented = state.start + state.width
        guard source.count >= indented, point >= indented, lineStart(source, point) == state.start
        else {
            automatic = nil
            return
        }
        if isBlankLine(source, point) { return }
        automatic = nil
        guard state.typedOver > 0 else { return }
        origin.hasOwnIndentation = true
        let surplus = state.width - state.typedOver
        if surplus > 0 {
            let target = point - surplus
            rl_delete_text(Int32(state.start), Int32(state.start + surplus))
            point = target
            repaint()
        }
    }

    func pressColon(_ count: Int32, _ key: Int32) -> Int32 {
        let result = lab_run_command("self-insert", count, key)
        guard !origin.isPouredIn, !origin.hasOwnIndentation, !moreInputWaits() else {
            return result
        }
        let source = bytes
        let start = lineStart(source, point)
        guard start > 0, point == lineEnd(source, point) else { return result }
        let line = String(decoding: source[start..<point], as: UTF8.self)
        let above = String(decoding: source[..<(start - 1)], as: UTF8.self)
        let depth = line.prefix { $0 == " " }.count
        guard
            let target = IndentPolicy.realigned(
                line: line[...],
                above: above.split(separator: "\n", omittingEmptySubsequences: false)),
            target < depth
        else { return result }
        let end = point
        rl_delete_text(Int32(start), Int32(start + depth - target))
        point = end - (depth - target)
        automatic = nil
        repaint()
        return result
    }

    func pressTab(_ count: Int32, _ key: Int32) -> Int32 {
        let source = bytes
        let start = lineStart(source, point)
        guard source[start..<point].allSatisfy({ $0 == UInt8(ascii: " ") }) else {
            return rl_complete_internal(Int32(UInt8(ascii: "!")))
        }
        if let state = automatic, moreInputWaits(), state.typedOver < state.width {
            automatic?.typedOver = min(state.width, state.typedOver + 4)
            return 0
        }
        if source.isEmpty { return rl_complete_internal(Int32(UInt8(ascii: "!"))) }
        let column = point - start
        rl_insert_text(String(repeating: " ", count: 4 - column % 4))
        return 0
    }

    func pressBackspace(_ count: Int32, _ key: Int32) -> Int32 {
        let source = bytes
        let column = point - lineStart(source, point)
        let leading = source[(point - column)..<point].allSatisfy { $0 == UInt8(ascii: " ") }
        automatic = nil
        guard count == 1, leading, column > 1 else {
            return lab_run_command("backward-delete-char", count, key)
        }
        let target = (column - 1) / 4 * 4
        rl_delete_text(Int32(point - (column - target)), Int32(point))
        point -= column - target
        return 0
    }

    func outdent() -> Int32 {
        let source = bytes
        let start = lineStart(source, point)
        let spaces = source[start...].prefix(4).prefix { $0 == UInt8(ascii: " ") }.count
        guard spaces > 0 else { return 0 }
        let old = point
        rl_delete_text(Int32(start), Int32(start + spaces))
        point = max(start, old - spaces)
        automatic = nil
        return 0
    }

    /// Drops what is there of a terminal's answer.
    func skipAnswer(endingWith end: UInt8) -> Int32 {
        var last: Int32 = 0
        while waitingBytes() > 0 {
            let key = rl_read_key()
            if key < 0 || key == Int32(end) || last == 0x1B && key == 0x5C { break }
            last = key
        }
        return 0
    }

    // MARK: - Paste

    func paste(_ count: Int32, _ key: Int32) -> Int32 {
        let start = point
        let pasted = readPaste()
        rl_insert_text(String(decoding: pasted, as: UTF8.self))
        if let state = automatic, start == state.start + state.width,
            pasted.first == UInt8(ascii: " ") || pasted.first == UInt8(ascii: "\t")
        {
            let end = point
            rl_delete_text(Int32(state.start), Int32(start))
            point = end - state.width
        }
        automatic = nil
        if pasted.contains(UInt8(ascii: "\n")) { origin.hasTypedLines = false }
        return 0
    }

    /// Reads up to the mark that ends a paste. Readline's own command waits for it whatever else happens; the mark of
    /// a paste that was torn never comes, and then Ctrl-C must get through.
    private func readPaste() -> [UInt8] {
        var text: [UInt8] = []
        var available = 0
        while true {
            if available == 0 {
                guard waitForInput() else { return [] }
                available = max(1, waitingBytes())
            }
            available -= 1
            let key = rl_read_key()
            guard key > 0 else {
                if key < 0 { return text }
                continue
            }
            text.append(UInt8(truncatingIfNeeded: key))
            if key == Int32(UInt8(ascii: "~")),
                text.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd)
            {
                text.removeLast(Self.pasteEnd.count)
                return Self.withLineFeeds(text)
            }
        }
    }

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// Terminals send a paste's lines with carriage returns.
    private static func withLineFeeds(_ text: [UInt8]) -> [UInt8] {
        let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        return text.indices.compactMap { index in
            if text[index] != carriage { return text[index] }
            return index + 1 < text.count && text[index + 1] == feed ? nil : feed
        }
    }

    // MARK: - Moving within a line

    func moveToLineStart() -> Int32 {
        let source = bytes
        let start = lineStart(source, point)
        let text = source[start...].prefix { $0 == UInt8(ascii: " ") }.count
        // First to the text, then to the margin.
        point = start > 0 && point != start + text ? start + text : start
        return 0
    }

    func moveToLineEnd() -> Int32 {
        point = lineEnd(bytes, point)
        return 0
    }

    func killToLineEnd() -> Int32 {
        let source = bytes
        let end = lineEnd(source, point)
        let upTo = end == point && end < source.count ? end + 1 : end
        rl_kill_text(Int32(point), Int32(upTo))
        return 0
    }

    func killToLineStart() -> Int32 {
        let start = lineStart(bytes, point)
        rl_kill_text(Int32(point), Int32(start))
        point = start
        automatic = nil
        return 0
    }

    func clearScreen() -> Int32 {
        painter.clearScreen()
        repaint()
        return 0
    }

    func lineStart(_ source: [UInt8], _ position: Int) -> Int {
        var index = min(position, source.count)
        while index > 0, source[index - 1] != UInt8(ascii: "\n") { index -= 1 }
        return index
    }

    func lineEnd(_ source: [UInt8], _ position: Int) -> Int {
        var index = position
        while index < source.count, source[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }

    private func isBlankLine(_ source: [UInt8], _ position: Int) -> Bool {
        source[lineStart(source, position)..<lineEnd(source, position)]
            .allSatisfy { $0 == UInt8(ascii: " ") }
    }
}
