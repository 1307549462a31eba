// Tracebacks as Python 3.11 prints them: for each frame the place, the source line and, where the instruction covers
// only a part of it, carets below that part. Within a binary operation or a subscript the operator or the
// brackets get carets and the rest tildes, so the part is parsed once more.

extension VirtualMachine {
    /// The text of an exception as Python prints it, with the exceptions that led to it, and its hint.
    package func renderTraceback(_ exception: ExceptionObject) -> String {
        var text = renderChain(exception)
        if let hint = exception.hint, !hint.isEmpty { text += hint + "\n" }
        return text
    }

    /// The last line of a traceback, "ValueError: …".
    package func describe(_ exception: ExceptionObject) -> String {
        let type = exception.type
        let name =
            type.module == "builtins" || type.module == "__main__"
            ? type.qualifiedName : "\(type.module).\(type.qualifiedName)"
        var message: String
        do {
            message = try str(.object(exception))
        } catch {
            message = "<exception str() failed>"
        }
        if let suggestion = suggestion(for: exception) {
            message += ". Did you mean: '\(suggestion)'?"
        }
        return message.isEmpty ? name : "\(name): \(message)"
    }

    private func suggestion(for exception: ExceptionObject) -> String? {
        if let suggestion = exception.suggestion { return suggestion }
        guard exception.type.isSubtype(of: types.exception(.attributeError)),
            let name = exception.ownAttribute(names.plainName)?.string?.swiftString,
            let object = exception.ownAttribute(names.obj)
        else { return nil }
        return Self.closest(name, attributeNames(of: object))
    }

    /// The names that `dir()` would list.
    package func attributeNames(of value: Value) -> [String] {
        if case .object(let object) = value, object.kind == .module {
            let module = unsafeDowncast(object, to: ModuleObject.self)
            return module.namespace.entries.map(\.name.swiftString).sorted()
        }
        var found: Set<String> = []
        if case .object(let object) = value, object.kind != .type {
            for name in attributeHolder(object)?.ownAttributeNames ?? [] {
                found.insert(name.swiftString)
            }
        }
        let order = value.type?.mro ?? type(of: value).mro
        for type in order {
            for entry in type.attributes.entries { found.insert(entry.name.swiftString) }
            for name in specialNames(type) { found.insert(name.swiftString) }
        }
        let owner = value.type ?? type(of: value)
        let hasDictionary = owner.hasInstanceAttributes && owner.slotNames == nil
        if !hasDictionary { found.remove("__dict__") }
        if !hasDictionary || owner.isNative { found.remove("__weakref__") }
        return found.sorted()
    }

    /// Of a longer chain of exceptions only the last ones are shown.
    private static let longestChain = 100
    /// A longer line of source is left out of a traceback.
    private static let longestLine = 10_000

    private func renderChain(_ exception: ExceptionObject) -> String {
        var chain: [(ExceptionObject, String)] = []
        var current: ExceptionObject? = exception
        var seen: Set<ObjectIdentifier> = []
        while let link = current, seen.insert(ObjectIdentifier(link)).inserted {
            if chain.count == Self.longestChain {
                chain.append((link, ""))
                break
            }
            if let cause = link.cause {
                chain.append(
                    (
                        link,
                        "\nThe above exception was the direct cause of the following exception:\n\n"
                    ))
                current = cause
            } else if let context = link.context, !link.suppressesContext {
                chain.append(
                    (
                        link,
                        "\nDuring handling of the above exception, another exception occurred:\n\n"
                    ))
                current = context
            } else {
                chain.append((link, ""))
                current = nil
            }
        }
        var text = ""
        for (index, (link, joint)) in chain.reversed().enumerated() {
            if index > 0 { text += joint }
            text += renderOne(link)
        }
        return text
    }

    private func renderOne(_ exception: ExceptionObject) -> String {
        var text = ""
        if !exception.traceback.isEmpty {
            text += "Traceback (most recent call last):\n"
            text += render(exception.traceback)
        }
        if let failure = exception.syntaxFailure {
            text += render(failure)
            return text
        }
        text += describe(exception) + "\n"
        if let notes = exception.ownAttribute(names.notes)?.list {
            for note in notes.elements {
                text += ((try? str(note)) ?? "<note str() failed>") + "\n"
            }
        }
        return text
    }

    /// A stop shown like an exception: where it happened, and what ran out.
    func renderStop(_ stop: ExecutionStop) -> String {
        let places =
            stopTrace.isEmpty ? "" : "Traceback (most recent call last):\n" + render(stopTrace)
        switch stop.reason {
        case .interrupted: return places + "KeyboardInterrupt\n"
        case .memory: return places + "MemoryError: \(stop.message)\n"
        case .time: return places + "TimeoutError: \(stop.message)\n"
        case .instructions, .output: return places + "RuntimeError: \(stop.message)\n"
        }
    }

    // MARK: Places

    private struct Place: Equatable {
        var file: String
        var line: Int32
        var name: String
    }

    /// The lines of a traceback whose entries have the innermost place first.
    func render(_ entries: [TracebackEntry]) -> String {
        var text = ""
        var last: Place?
        var repeats = 0
        func closeRepeats() {
            if repeats > 3 {
                let more = repeats - 3
                text += "  [Previous line repeated \(more) more time\(more == 1 ? "" : "s")]\n"
            }
        }
        for entry in entries.reversed() where entry.code.filename != Self.standardLibrary {
            let position = entry.position
            let line = position.line
            let place = Place(file: entry.code.filename, line: line, name: entry.code.name)
            if place == last {
                repeats += 1
                if repeats > 3 { continue }
            } else {
                closeRepeats()
                repeats = 1
                last = place
            }
            text += "  File \"\(place.file)\", line \(line), in \(place.name)\n"
            text += sourceLine(entry.code.filename, position)
        }
        closeRepeats()
        return text
    }

    private func sourceLine(_ file: String, _ position: SourcePosition) -> String {
        guard let lines = sources[file], position.line > 0, Int(position.line) <= lines.count,
            lines[Int(position.line) - 1].utf8.count <= Self.longestLine
        else { return "" }
        let line = Array(lines[Int(position.line) - 1].utf8)
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0C }
        var end = line.count
        while end > 0, line[end - 1] == 0x0D { end -= 1 }
        var start = 0
        while start < end, isBlank(line[start]) { start += 1 }
        if start == end { return "" }
        let shown = String(decoding: line[start..<end], as: UTF8.self)
        var text = "    \(shown)\n"
        guard position.column >= 0 else { return text }
        let from = min(max(Int(position.column), start), end)
        var to = position.endLine == position.line ? Int(position.endColumn) : end
        to = min(max(to, from), end)
        if to == from { return text }
        let anchors =
            position.endLine == position.line ? Self.anchors(Array(line[from..<to])) : nil
        if from == start, to == end, anchors == nil { return text }
        text += "    " + Self.marks(line, start, from, to, anchors) + "\n"
        return text
    }

    /// Blanks, tildes and carets; columns are bytes of the line and come out as characters.
    private static func marks(
        _ line: [UInt8], _ start: Int, _ from: Int, _ to: Int, _ anchors: (Int, Int)?
    ) -> String {
        var text = ""
        for index in start..<to where line[index] & 0xC0 != 0x80 {
            let mark: Character
            if index < from {
                mark = " "
            } else if let (left, right) = anchors {
                mark = index - from >= left && index - from < right ? "^" : "~"
            } else {
                mark = "^"
            }
            text.append(mark)
            if isWide(line, index) { text.append(mark) }
        }
        return text
    }

    /// Whether the character that begins at a byte takes two columns of a terminal.
    private static func isWide(_ line: [UInt8], _ index: Int) -> Bool {
        guard line[index] >= 0xE1 else { return false }
        let end = min(index + 4, line.count)
        guard let scalar = String(decoding: line[index..<end], as: UTF8.self).unicodeScalars.first
        else { return false }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return true
        default: return false
        }
    }

    /// Where the carets go within an expression that is a binary operation or a subscript.
    private static func anchors(_ segment: [UInt8]) -> (left: Int, right: Int)? {
        guard let tree = try? parse(segment, filename: "", mode: .module), tree.body.count == 1,
            case .expression(let id) = tree.body[0].node
        else { return nil }
        func isBlank(_ index: Int) -> Bool { segment[index] == 0x20 || segment[index] == 0x09 }
        switch tree[id] {
        case .binary(_, let left, let right):
            let start = Int(tree.position(tree.range(of: left)).endColumn)
            let end = Int(tree.position(tree.range(of: right)).column)
            // Of parentheses only those before the operator are passed over.
            for index in start..<max(start, end)
            where !isBlank(index) && segment[index] != UInt8(ascii: ")") {
                let isDouble = index + 1 < end && !isBlank(index + 1)
                return (index, index + (isDouble ? 2 : 1))
            }
            return nil
        case .subscript(let value, let key):
            var left = Int(tree.position(tree.range(of: value)).endColumn)
            while left < segment.count, segment[left] != UInt8(ascii: "[") { left += 1 }
            var right = Int(tree.position(tree.range(of: key)).endColumn) + 1
            while right < segment.count, segment[right] != UInt8(ascii: "]") { right += 1 }
            return (left, min(right + 1, segment.count))
        default: return nil
        }
    }

    /// A syntax error: the file and line, the line, a caret, and the message.
    private func render(_ failure: SyntaxFailure) -> String {
        var text = "  File \"\(failure.filename)\", line \(failure.line)\n"
        if let line = failure.text {
            let characters = Array(line.unicodeScalars)
            var start = 0
            while start < characters.count,
                characters[start] == " " || characters[start] == "\t"
                    || characters[start] == "\u{C}"
            {
                start += 1
            }
            var end = characters.count
            while end > start, characters[end - 1] == "\n" {
                end -= 1
            }
            var shown = ""
            shown.unicodeScalars.append(contentsOf: characters[start..<end])
            text += "    \(shown)\n"
            // CPython shows no caret where the text ended, and one for a missing block.
            let isAtEnd =
                failure.endColumn == 0 && failure.column > characters.count
                && (failure.message.hasPrefix("expected ") || failure.message == "invalid syntax")
            let isMissingBlock = failure.message.hasPrefix("expected an indented block")
            if failure.column > 0, !isAtEnd {
                let from = failure.column - 1 - start
                var to = failure.endLine == failure.line ? failure.endColumn - 1 - start : from + 1
                if failure.endLine > failure.line { to = end - start }
                if isMissingBlock { to = from + 1 }
                if from >= 0 {
                    text += "    " + String(repeating: " ", count: from)
                    text += String(repeating: "^", count: max(1, to - from)) + "\n"
                }
            }
        }
        text += "\(failure.kind.rawValue): \(failure.message)\n"
        return text
    }
}
