import CReadline
import Glibc

import Notebook

/// Tab: what could stand at the cursor, put in where it is one thing and listed below where it is several.
extension LineEditor {
    /// Readline's question, answered with a list that it frees: the common beginning, then the texts.
    func completions(
        from start: Int, to end: Int
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
        lab_completion_settings()
        let source = bytes
        guard start <= end, end <= source.count else { return nil }
        let completion = completion(of: source, at: end)
        guard completion.start <= end, !completion.candidates.isEmpty else { return nil }
        var words: [[UInt8]] = []
        for candidate in completion.candidates {
            let text = Array(candidate.text.utf8)
            if completion.start >= start {
                words.append(Array(source[start..<completion.start]) + text)
            } else {
                let skipped = start - completion.start
                if text.count >= skipped { words.append(Array(text.dropFirst(skipped))) }
            }
        }
        guard let first = words.first else { return nil }
        listed = completion
        var common = words.dropFirst().reduce(first) { Self.commonPrefix($0, $1) }
        // Names that begin so but for the case of letters may have less in common than is typed.
        if common.count < end - start { common = Array(source[start..<end]) }
        let entries = words.count == 1 ? [first] : [common] + words
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocateForC(
            entries.count + 1)
        for (index, entry) in entries.enumerated() {
            list?[index] = strdup(String(decoding: entry, as: UTF8.self))
        }
        list?[entries.count] = nil
        return list
    }

    private func completion(of source: [UInt8], at end: Int) -> Completion {
        guard takesAnyLine, source.first != UInt8(ascii: "%") else {
            return advice.complete(String(decoding: source, as: UTF8.self), end)
        }
        // No code is wanted, but one of these words, if there are any.
        let typed = String(decoding: source[..<end], as: UTF8.self)
        let fitting = lineWords.filter { $0.hasPrefix(typed) }
        return Completion(
            start: 0, candidates: fitting.map { .init(text: $0, kind: .command) })
    }

    private static func commonPrefix(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
        var count = 0
        while count < min(one.count, other.count), one[count] == other[count] { count += 1 }
        // Not in the middle of a character.
        while count > 0, count < one.count, one[count] & 0xC0 == 0x80 { count -= 1 }
        return Array(one[..<count])
    }

    /// Lists the candidates in columns below the cell, until the next key.
    func showCompletions(
        _ matches: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int
    ) {
        guard let completion = listed else { return }
        let texts = completion.candidates.map { Self.label(of: $0) }
        footer = Self.table(
            texts, columns: output.columns, rows: max(2, min(8, output.size.rows / 3)), theme: theme
        )
        repaint()
    }

    /// The part after the last dot, and what kind of thing it is.
    private static func label(of candidate: Completion.Candidate) -> String {
        if candidate.kind == .string || candidate.kind == .command { return candidate.text }
        let name = candidate.text.split(separator: ".").last.map(String.init) ?? candidate.text
        switch candidate.kind {
        case .method: return name + "()"
        default: return name
        }
    }

    static func table(
        _ texts: [String], columns: Int, rows: Int, theme: Theme
    ) -> [EditorLayout.Row] {
        let width = min((texts.map { CellWidth.of($0) }.max() ?? 0) + 2, columns)
        let across = max(1, (columns - 1) / max(1, width))
        var shown = texts
        var rest = 0
        if texts.count > across * rows {
            shown = Array(texts.prefix(across * rows - 1))
            rest = texts.count - shown.count
        }
        if rest > 0 { shown.append("… \(rest) more") }
        let height = (shown.count + across - 1) / across
        return (0..<height).map { row in
            var line = ""
            for column in 0..<across where column * height + row < shown.count {
                let text = CellWidth.truncated(shown[column * height + row], to: width - 1)
                line += CellWidth.padded(text, to: width)
            }
            let text = CellWidth.truncated(line.trimmingEnd(), to: columns - 1)
            return EditorLayout.Row(text: theme.paint(text, .muted), width: CellWidth.of(text))
        }
    }
}

extension UnsafeMutablePointer where Pointee == UnsafeMutablePointer<CChar>? {
    /// Memory that the C library's `free` may release.
    fileprivate static func allocateForC(_ count: Int) -> Self? {
        calloc(count, MemoryLayout<Pointee>.stride)?.assumingMemoryBound(to: Pointee.self)
    }
}
