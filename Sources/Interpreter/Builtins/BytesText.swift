// The methods that `bytes` shares with `str`. Those that only compare and copy bytes run the method of `str` on a text
// with one character a byte; those that know letters and spaces know those of ASCII only.

extension VirtualMachine {
    private static let shared = [
        "center", "ljust", "rjust", "zfill", "expandtabs", "count", "find", "rfind", "index",
        "rindex",
        "startswith", "endswith", "partition", "rpartition", "split", "rsplit", "strip", "lstrip",
        "rstrip", "removeprefix", "removesuffix", "replace", "join",
    ]
    /// Methods that take a number for a byte.
    private static let searches: Set<String> = ["count", "find", "rfind", "index", "rindex"]
    private static let spaces: [UInt8] = [0x20, 0x09, 0x0a, 0x0d, 0x0b, 0x0c]

    func installBytesText() {
        let type = types.bytes
        for name in Self.shared {
            type.method(self, name, "(*args, **kwargs)", "As the method of str, for bytes.") {
                vm, receiver, arguments in
                try vm.callShared(
                    name, vm.bytesObject(receiver)?.bytes ?? [], arguments.variadic(0),
                    arguments.keywords(1))
            }
        }
        type.method(self, "splitlines", "(keepends=False)", "The lines, without their ends.") {
            vm, receiver, arguments in
            let keep = try vm.cInt(arguments[0]) != 0
            return vm.list(
                Self.lines(vm.bytesObject(receiver)?.bytes ?? [], keep).map { vm.bytes($0) })
        }
        typealias Change = ([UInt8]) -> [UInt8]
        func isLower(_ byte: UInt8) -> Bool { 0x61...0x7a ~= byte }
        func isUpper(_ byte: UInt8) -> Bool { 0x41...0x5a ~= byte }
        func isLetter(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) }
        func upper(_ byte: UInt8) -> UInt8 { isLower(byte) ? byte ^ 0x20 : byte }
        func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte ^ 0x20 : byte }
        let changes: [(String, Change)] = [
            ("upper", { $0.map(upper) }), ("lower", { $0.map(lower) }),
            ("swapcase", { $0.map { isLetter($0) ? $0 ^ 0x20 : $0 } }),
            ("capitalize", { $0.prefix(1).map(upper) + $0.dropFirst().map(lower) }),
            (
                "title",
                { bytes in
                    bytes.indices.map { index in
                        index > 0 && isLetter(bytes[index - 1])
                            ? lower(bytes[index]) : upper(bytes[index])
                    }
                }
            ),
        ]
        for (name, change) in changes {
            type.method(self, name, "()", "With ASCII letters in another case.") {
                vm, receiver, _ in vm.bytes(change(vm.bytesObject(receiver)?.bytes ?? []))
            }
        }
        for name in ["isalnum", "isalpha", "isdigit", "islower", "isspace", "istitle", "isupper"] {
            type.method(self, name, "()", "As the method of str, for ASCII.") { vm, receiver, _ in
                let bytes = vm.bytesObject(receiver)?.bytes ?? []
                if name == "isspace" {
                    return .bool(!bytes.isEmpty && bytes.allSatisfy(Self.spaces.contains))
                }
                let isAny = name == "islower" || name == "isupper" || name == "istitle"
                if !isAny, bytes.contains(where: { $0 >= 0x80 }) { return .bool(false) }
                return try vm.callMethod(
                    vm.latin1(bytes.map { $0 < 0x80 ? $0 : 0x20 }), vm.intern(name), [])
            }
        }
        type.method(self, "isascii", "()", "Whether all bytes are below 128.") { vm, receiver, _ in
            .bool(vm.bytesObject(receiver)?.bytes.allSatisfy { $0 < 0x80 } ?? true)
        }
        type.classMethod(self, "fromhex", "(string, /)", "Bytes from two hexadecimal digits each.")
        {
            vm, _, arguments in
            guard let text = arguments[0].string else {
                throw vm.typeError(
                    "fromhex() argument must be str, not \(vm.typeNameOrNone(arguments[0]))")
            }
            return vm.bytes(try vm.bytes(hexadecimal: text))
        }
    }

    private func bytes(hexadecimal text: StringObject) throws -> [UInt8] {
        func digit(_ index: Int) throws -> UInt8 {
            let point = index < text.count ? text[index] : 0
            guard let scalar = UnicodeScalar(point), let value = Character(scalar).hexDigitValue,
                point < 0x80
            else {
                throw valueError(
                    "non-hexadecimal number found in fromhex() arg at position \(index)")
            }
            return UInt8(value)
        }
        var made: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] < 0x80, Self.spaces.contains(UInt8(text[index])) {
                index += 1
                continue
            }
            made.append(try digit(index) << 4 | digit(index + 1))
            index += 2
        }
        return made
    }

    private static func lines(_ bytes: [UInt8], _ keep: Bool) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x0a || bytes[index] == 0x0d else {
                index += 1
                continue
            }
            let isPair =
                bytes[index] == 0x0d && index + 1 < bytes.count && bytes[index + 1] == 0x0a
            let end = index + (isPair ? 2 : 1)
            lines.append(Array(bytes[start..<(keep ? end : index)]))
            start = end
            index = end
        }
        if start < bytes.count { lines.append(Array(bytes[start...])) }
        return lines
    }

    /// A method of `str` on bytes seen as a text.
    private func callShared(
        _ name: String, _ receiver: [UInt8], _ positional: [Value],
        _ keywords: [(name: String, value: Value)]
    ) throws -> Value {
        func text(_ value: Value) throws -> Value {
            if let bytes = bytesObject(value)?.bytes { return latin1(bytes) }
            if Self.searches.contains(name), isIndex(value) {
                guard case .int(let byte) = try indexValue(value), 0...255 ~= byte else {
                    throw valueError("byte must be in range(0, 256)")
                }
                return latin1([UInt8(byte)])
            }
            if Self.searches.contains(name) {
                throw typeError(
                    "argument should be integer or bytes-like object, not '\(typeName(value))'")
            }
            throw typeError("a bytes-like object is required, not '\(typeName(value))'")
        }
        var given = positional
        switch name {
        case "center", "ljust", "rjust":
            if given.count > 1 {
                guard let fill = bytesObject(given[1])?.bytes, fill.count == 1 else {
                    throw typeError(
                        "\(name)() argument 2 must be a byte string of length 1, not "
                            + typeName(given[1]))
                }
                given[1] = latin1(fill)
            }
        case "join":
            if let first = given.first {
                guard isIterable(first) else { throw typeError("can only join an iterable") }
                given[0] = list(
                    try elements(of: first).enumerated().map { index, item in
                        guard let bytes = bytesObject(item)?.bytes else {
                            throw typeError(
                                "sequence item \(index): expected a bytes-like object, "
                                    + "\(typeName(item)) found")
                        }
                        return latin1(bytes)
                    })
            }
        case "startswith", "endswith":
            if let first = given.first {
                if let several = first.tuple {
                    given[0] = tuple(try several.elements.map(text))
                } else {
                    guard let bytes = bytesObject(first)?.bytes else {
                        throw typeError(
                            "\(name) first arg must be bytes or a tuple of bytes, not "
                                + typeName(first))
                    }
                    given[0] = latin1(bytes)
                }
            }
        case "strip", "lstrip", "rstrip":
            let trimmed = given.first ?? .none
            given = [trimmed.isNone ? latin1(Self.spaces) : try text(trimmed)]
        case "split", "rsplit":
            if let first = given.first, !first.isNone { given[0] = try text(first) }
        case "replace":
            for index in given.indices.prefix(2) { given[index] = try text(given[index]) }
        case "zfill", "expandtabs": break
        default:
            if let first = given.first { given[0] = try text(first) }
        }
        let named = try keywords.map { keyword in
            (
                name: intern(keyword.name),
                value: keyword.name == "sep" && !keyword.value.isNone
                    ? try text(keyword.value) : keyword.value
            )
        }
        do {
            let method = try getAttribute(latin1(receiver), intern(name))
            return packed(try call(method, CallArguments(given, keywords: named)))
        } catch let failure as PythonError where isError(failure, .valueError) {
            if name == "index" || name == "rindex" { throw valueError("subsection not found") }
            throw failure
        }
    }

    /// Texts as bytes again, also within a list or tuple.
    private func packed(_ value: Value) -> Value {
        if let text = value.string {
            return bytes(text.codePoints.map { UInt8(truncatingIfNeeded: $0) })
        }
        if let inner = value.list { return list(inner.elements.map(packed)) }
        if let inner = value.tuple { return tuple(inner.elements.map(packed)) }
        return value
    }
}
