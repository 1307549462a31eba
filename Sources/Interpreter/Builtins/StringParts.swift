/// The methods of `str` that take text apart and put it together.
extension VirtualMachine {
    func installStringParts() {
        let type = types.str
        for (name, fromEnd) in [("split", false), ("rsplit", true)] {
            type.method(
                self, name, "(sep=None, maxsplit=-1)",
                "The parts between separators; without one, the words between white space."
            ) { vm, receiver, arguments in
                guard let text = receiver.string else { return .none }
                let count = try vm.index(arguments[1])
                let limit = count < 0 ? Int.max : count
                if arguments[0].isNone {
                    return vm.list(try vm.words(text, limit: limit, fromEnd: fromEnd))
                }
                guard let separator = arguments[0].string else {
                    throw vm.typeError(
                        "must be str or None, not \(vm.typeName(arguments[0]))")
                }
                if separator.count == 0 { throw vm.valueError("empty separator") }
                return vm.list(
                    try vm.split(text, separator, limit: limit, fromEnd: fromEnd))
            }
        }
        type.method(
            self, "splitlines", "(keepends=False)", "The lines, without their ends by default."
        ) { vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            let keep = try vm.cInt(arguments[0]) != 0
            var lines: [Value] = []
            var start = 0
            var index = 0
            while index < text.count {
                guard StringText.isLineBreak(text[index]) else {
                    index += 1
                    continue
                }
                var end = index + 1
                if text[index] == 0x0d, end < text.count, text[end] == 0x0a { end += 1 }
                lines.append(vm.substring(text, start, keep ? end : index))
                start = end
                index = end
                try vm.poll()
            }
            if start < text.count { lines.append(vm.substring(text, start, text.count)) }
            return vm.list(lines)
        }
        for (name, last) in [("partition", false), ("rpartition", true)] {
            type.method(
                self, name, "(sep, /)", "What is before the separator, the separator, the rest."
            ) { vm, receiver, arguments in
                guard let text = receiver.string else { return .none }
                guard let separator = arguments[0].string else {
                    throw vm.typeError("must be str, not \(vm.typeName(arguments[0]))")
                }
                if separator.count == 0 { throw vm.valueError("empty separator") }
                let found =
                    last
                    ? try vm.findLast(separator, in: text, 0, text.count)
                    : try vm.find(separator, in: text, 0, text.count)
                guard let found else {
                    let empty = vm.string("")
                    return vm.tuple(last ? [empty, empty, receiver] : [receiver, empty, empty])
                }
                return vm.tuple([
                    vm.substring(text, 0, found), arguments[0],
                    vm.substring(text, found + separator.count, text.count),
                ])
            }
        }
        type.method(
            self, "join", "(iterable, /)", "The strings of an iterable with this one between them."
        ) { vm, receiver, arguments in
            guard let separator = receiver.string else { return .none }
            guard
                vm.type(of: arguments[0]).slots.iterate != nil
                    || vm.type(of: arguments[0]).slots.getItem != nil
            else { throw vm.typeError("can only join an iterable") }
            let items = try vm.elements(of: arguments[0])
            return try vm.join(separator, items)
        }
        for (name, left, right, help) in [
            ("strip", true, true, "Without white space (or the characters given) at both ends."),
            ("lstrip", true, false, "Without white space (or the characters given) at the start."),
            ("rstrip", false, true, "Without white space (or the characters given) at the end."),
        ] {
            type.method(self, name, "(chars=None, /)", help) { vm, receiver, arguments in
                guard let text = receiver.string else { return .none }
                var doomed: Set<UInt32>?
                if !arguments[0].isNone {
                    guard let characters = arguments[0].string else {
                        throw vm.typeError("\(name) arg must be None or str")
                    }
                    doomed = Set(characters.codePoints)
                }
                func goes(_ point: UInt32) -> Bool {
                    doomed.map { $0.contains(point) } ?? StringText.isSpace(point)
                }
                var start = 0
                var end = text.count
                if left { while start < end, goes(text[start]) { start += 1 } }
                if right { while end > start, goes(text[end - 1]) { end -= 1 } }
                return vm.substring(text, start, end)
            }
        }
        type.method(
            self, "encode", "(encoding='utf-8', errors='strict')", "The text as bytes."
        ) { vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            let (encoding, errors) = try vm.codingArguments(arguments, "encode")
            return vm.bytes(
                try vm.encode(text, encoding.swiftString, errors: errors.swiftString))
        }
    }

    private func words(_ text: StringObject, limit: Int, fromEnd: Bool) throws -> [Value] {
        var words: [Value] = []
        if fromEnd {
            var end = text.count
            while true {
                while end > 0, StringText.isSpace(text[end - 1]) { end -= 1 }
                if end == 0 { break }
                if words.count == limit {
                    words.append(substring(text, 0, end))
                    break
                }
                var start = end
                while start > 0, !StringText.isSpace(text[start - 1]) { start -= 1 }
                words.append(substring(text, start, end))
                end = start
                try poll()
            }
            return words.reversed()
        }
        var start = 0
        let count = text.count
        while true {
            while start < count, StringText.isSpace(text[start]) { start += 1 }
            if start == count { break }
            if words.count == limit {
                words.append(substring(text, start, count))
                break
            }
            var end = start
            while end < count, !StringText.isSpace(text[end]) { end += 1 }
            words.append(substring(text, start, end))
            start = end
            try poll()
        }
        return words
    }

    private func split(
        _ text: StringObject, _ separator: StringObject, limit: Int, fromEnd: Bool
    ) throws -> [Value] {
        var parts: [Value] = []
        if fromEnd {
            var end = text.count
            while parts.count < limit, let found = try findLast(separator, in: text, 0, end) {
                parts.append(substring(text, found + separator.count, end))
                end = found
                try poll()
            }
            parts.append(substring(text, 0, end))
            return parts.reversed()
        }
        var start = 0
        while parts.count < limit, let found = try find(separator, in: text, start, text.count) {
            parts.append(substring(text, start, found))
            start = found + separator.count
            try poll()
        }
        parts.append(substring(text, start, text.count))
        return parts
    }
}
