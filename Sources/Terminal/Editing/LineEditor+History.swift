import CReadline

/// Where Up and Down have come to, and what was changed on the way.
struct HistoryPlace {
    /// From 0, the oldest cell, to the number of cells: the new one.
    var position = 0
    /// What stands in the place of cells that were changed, the new one included.
    var edits: [Int: String] = [:]
    /// What the last search looked for, the text that it brought, and whether that was for an arrow key.
    var search: (wanted: [UInt8], found: [UInt8], isByArrow: Bool)?
    /// Whether the cell was empty at some time: what stands there since was typed, not offered.
    var isTypedAfresh = true
}

/// Moving through the cells of before.
///
/// Readline keeps a line's undo list with the line's entry in the history, and several of its commands free one that is
/// still referred to: a search that begins at a changed entry, for one. So the editor moves through the history itself.
/// Each move is an edit, which undo takes back, and readline's own place is always the history's end.
extension LineEditor {
    func bindHistoryKeys(_ map: Keymap) {
        lab_replace_command(
            "previous-history", { count, _ in LineEditor.current?.moveUp(count) ?? 0 }, map)
        lab_replace_command(
            "next-history", { count, _ in LineEditor.current?.moveDown(count) ?? 0 }, map)
        lab_replace_command(
            "beginning-of-history", { _, _ in LineEditor.current?.recall(0) ?? 0 }, map)
        lab_replace_command(
            "end-of-history", { _, _ in LineEditor.current?.recall(.max) ?? 0 }, map)
        for name in ["fetch-history", "vi-fetch-history"] {
            lab_replace_command(
                name, { count, _ in LineEditor.current?.recall(Int(count) - 1) ?? 0 }, map)
        }
        lab_replace_command(
            "operate-and-get-next", { _, _ in LineEditor.current?.runAndOfferNext() ?? 0 }, map)
        lab_replace_command(
            "history-search-backward",
            { _, _ in LineEditor.current?.searchHistory(by: -1, anywhere: false) ?? 0 }, map)
        lab_replace_command(
            "history-search-forward",
            { _, _ in LineEditor.current?.searchHistory(by: 1, anywhere: false) ?? 0 }, map)
        lab_replace_command(
            "history-substring-search-backward",
            { _, _ in LineEditor.current?.searchHistory(by: -1, anywhere: true) ?? 0 }, map)
        lab_replace_command(
            "history-substring-search-forward",
            { _, _ in LineEditor.current?.searchHistory(by: 1, anywhere: true) ?? 0 }, map)
        bindReadlineSearches(map)
    }

    /// The searches that show what is typed remain readline's own.
    private func bindReadlineSearches(_ map: Keymap) {
        lab_replace_command(
            "reverse-search-history",
            { LineEditor.current?.runSettled("reverse-search-history", $0, $1) ?? 0 }, map)
        lab_replace_command(
            "forward-search-history",
            { LineEditor.current?.runSettled("forward-search-history", $0, $1) ?? 0 }, map)
        lab_replace_command(
            "non-incremental-reverse-search-history",
            {
                LineEditor.current?.runSettled("non-incremental-reverse-search-history", $0, $1)
                    ?? 0
            }, map)
        lab_replace_command(
            "non-incremental-forward-search-history",
            {
                LineEditor.current?.runSettled("non-incremental-forward-search-history", $0, $1)
                    ?? 0
            }, map)
        lab_replace_command(
            "vi-search", { LineEditor.current?.runSettled("vi-search", $0, $1) ?? 0 }, map)
        lab_replace_command(
            "vi-search-again", { LineEditor.current?.runSettled("vi-search-again", $0, $1) ?? 0 },
            map)
    }

    private func runSettled(_ command: String, _ count: Int32, _ key: Int32) -> Int32 {
        settleHistory()
        return lab_run_command(command, count, key)
    }

    /// Takes over what one of readline's searches brought: its place becomes the editor's, its text an edit.
    func settleHistory() {
        let found = Int(lab_history_place())
        guard found != Int(lab_history_count()) else { return }
        let shown = bytes
        let cursor = point
        lab_leave_history()
        if bytes != shown {
            place.edits[place.position] = text
            replaceCell(String(decoding: shown, as: UTF8.self))
        }
        place.position = found
        point = cursor
    }

    // MARK: - Up, Down

    /// Up and Down, before ~/.inputrc is read: what that says of these keys holds.
    func bindArrows(_ map: Keymap) {
        for arrow in ["\u{1B}[A", "\u{1B}OA"] {
            rl_bind_keyseq_in_map(
                arrow, { count, _ in LineEditor.current?.pressUp(count) ?? 0 }, map)
        }
        for arrow in ["\u{1B}[B", "\u{1B}OB"] {
            rl_bind_keyseq_in_map(
                arrow, { count, _ in LineEditor.current?.pressDown(count) ?? 0 }, map)
        }
    }

    /// A line up, or, from the first one, to a cell of before.
    private func pressUp(_ count: Int32) -> Int32 {
        settleHistory()
        let source = bytes
        guard lineStart(source, point) == 0, let wanted = beginning(of: source) else {
            return moveUp(count)
        }
        return search(for: wanted, by: -1, count: count)
    }

    private func pressDown(_ count: Int32) -> Int32 {
        settleHistory()
        let source = bytes
        guard lineEnd(source, point) == source.count, let wanted = beginning(of: source) else {
            return moveDown(count)
        }
        return search(for: wanted, by: 1, count: count)
    }

    /// What the cells that an arrow brings must begin with: what was typed before the cursor in a new cell of one line,
    /// or what the present cell was found by; nil where all cells count.
    private func beginning(of source: [UInt8]) -> [UInt8]? {
        if let last = place.search, last.isByArrow, last.found == source { return last.wanted }
        guard place.position == Int(lab_history_count()), place.isTypedAfresh, point > 0,
            !source.contains(UInt8(ascii: "\n"))
        else { return nil }
        return Array(source[..<point])
    }

    private func search(for wanted: [UInt8], by step: Int, count: Int32) -> Int32 {
        for _ in 0..<min(max(count, 1), 1000) {
            guard let found = nearest(by: step, where: { $0.starts(with: wanted) }) else {
                rl_ding()
                break
            }
            _ = recall(found)
            place.search = (wanted, bytes, true)
        }
        return 0
    }

    func moveUp(_ count: Int32) -> Int32 {
        settleHistory()
        let source = bytes
        let start = lineStart(source, point)
        if start == 0 { return recall(place.position - Int(count)) }
        let column = point - start
        let above = lineStart(source, start - 1)
        point = min(above + column, start - 1)
        alignPoint(source)
        return 0
    }

    func moveDown(_ count: Int32) -> Int32 {
        settleHistory()
        let source = bytes
        let end = lineEnd(source, point)
        if end == source.count { return recall(place.position + Int(count)) }
        let column = point - lineStart(source, point)
        point = min(end + 1 + column, lineEnd(source, end + 1))
        alignPoint(source)
        return 0
    }

    /// Puts the cursor at the beginning of the character that it is in.
    private func alignPoint(_ source: [UInt8]) {
        while point > 0, point < source.count, source[point] & 0xC0 == 0x80 { point -= 1 }
    }

    /// Brings another cell, whole: the oldest or the new one where there is none so far away.
    func recall(_ position: Int) -> Int32 {
        settleHistory()
        let target = min(max(position, 0), Int(lab_history_count()))
        guard target != place.position else {
            rl_ding()
            return 0
        }
        place.edits[place.position] = text
        place.position = target
        replaceCell(cell(at: target))
        return 0
    }

    /// Runs the cell; the one that came after it in the history is there to begin with next time.
    private func runAndOfferNext() -> Int32 {
        settleHistory()
        let next = place.position + 1
        followUp = next < Int(lab_history_count()) ? cell(at: next) : nil
        return runCell()
    }

    private func cell(at position: Int) -> String {
        place.edits[position] ?? lab_history_line(Int32(position)).map { String(cString: $0) } ?? ""
    }

    /// Puts another text in the place of the whole cell, the cursor at its end.
    private func replaceCell(_ text: String) {
        automatic = nil
        origin = IndentPolicy.History()
        rl_begin_undo_group()
        rl_delete_text(0, lab_end())
        point = 0
        rl_insert_text(text)
        rl_end_undo_group()
    }

    // MARK: - Search

    /// Brings the nearest cell that begins with what stands before the cursor, or that has it anywhere.
    private func searchHistory(by step: Int, anywhere: Bool) -> Int32 {
        settleHistory()
        let source = bytes
        let isRepeated = anywhere && place.search?.found == source
        let wanted = isRepeated ? place.search?.wanted ?? [] : Array(source[..<point])
        let found = nearest(by: step) {
            anywhere ? $0.firstRange(of: wanted) != nil : $0.starts(with: wanted)
        }
        guard let found else {
            rl_ding()
            return 0
        }
        _ = recall(found)
        place.search = (wanted, bytes, false)
        if !anywhere, !wanted.isEmpty { point = wanted.count }
        return 0
    }

    /// The place of the nearest cell with other text than the present one that is looked for.
    private func nearest(by step: Int, where isWanted: ([UInt8]) -> Bool) -> Int? {
        let source = bytes
        var position = place.position + step
        while position >= 0, position <= Int(lab_history_count()) {
            let candidate = Array(cell(at: position).utf8)
            if candidate != source, isWanted(candidate) { return position }
            position += step
        }
        return nil
    }
}
