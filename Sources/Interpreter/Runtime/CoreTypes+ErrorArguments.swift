// Exceptions whose constructors ask for certain arguments: errors of syntax and of encodings.

extension VirtualMachine {
    private static let syntaxDetails = [
        "filename", "lineno", "offset", "text", "end_lineno", "end_offset",
    ]

    func installSyntaxErrors() {
        let type = types.exception(.syntaxError)
        installFirstArgument(.syntaxError, "msg")
        for name in Self.syntaxDetails { installOptional(.syntaxError, name) }
        let setUp: (VirtualMachine, Value, Arguments) throws -> Void = { vm, value, arguments in
            guard let exception = vm.exception(value) else { return }
            exception.arguments = arguments.variadic(0)
            try vm.takeKeywords(exception, arguments.keywords(1))
            guard exception.arguments.count == 2 else { return }
            let details = try vm.elements(of: exception.arguments[1])
            if details.count < 4 || details.count > 6 {
                let bound = details.count < 4 ? "least 4" : "most 6"
                throw vm.typeError(
                    "function takes at \(bound) arguments (\(details.count) given)")
            }
            for (name, detail) in zip(Self.syntaxDetails, details) {
                exception.setOwnAttribute(vm.intern(name), detail)
            }
            if details.count == 5 {
                throw vm.typeError("end_offset must be provided when end_lineno is provided")
            }
        }
        let text: TypeSlots.Text = { vm, value in
            guard let exception = vm.exception(value) else { return "" }
            let message = try vm.str(vm.getAttribute(value, vm.names.msg))
            if exception.syntaxFailure != nil { return message }
            let file = exception.ownAttribute(vm.names.filename)?.string?.swiftString
                .split(separator: "/").last.map(String.init)
            var places = file.map { [$0] } ?? []
            if case .int(let line)? = exception.ownAttribute(vm.names.lineno) {
                places.append("line \(line)")
            }
            return places.isEmpty ? message : "\(message) (\(places.joined(separator: ", ")))"
        }
        for kind in ErrorKind.allCases where types.exception(kind).isSubtype(of: type) {
            types.exception(kind).initializer(self, "(*args, **kwargs)", "", setUp)
            types.exception(kind).slots.str = text
        }
    }

    private func checkUnicodeError(_ given: [Value], isDecoding: Bool) throws {
        if given.count != 5 {
            throw typeError("function takes exactly 5 arguments (\(given.count) given)")
        }
        for place in isDecoding ? [0, 4] : [0, 1, 4] where given[place].string == nil {
            throw typeError(
                "argument \(place + 1) must be str, not \(typeNameOrNone(given[place]))")
        }
        if isDecoding, bytesObject(given[1]) == nil {
            throw typeError("a bytes-like object is required, not '\(typeName(given[1]))'")
        }
        for place in 2...3 { _ = try index(given[place]) }
    }

    func installUnicodeErrors() {
        for kind in [ErrorKind.unicodeDecodeError, .unicodeEncodeError] {
            let isDecoding = kind == .unicodeDecodeError
            let type = types.exception(kind)
            type.initializer(self, "(*args, **kwargs)") { vm, value, arguments in
                guard let exception = vm.exception(value) else { return }
                try vm.takeKeywords(exception, arguments.keywords(1))
                let given = arguments.variadic(0)
                try vm.checkUnicodeError(given, isDecoding: isDecoding)
                exception.arguments = given
            }
            let names = ["encoding", "object", "start", "end", "reason"]
            for (index, name) in names.enumerated() {
                let key = intern(name)
                type.property(
                    self, name,
                    get: { vm, value in
                        guard let exception = vm.exception(value) else { return .none }
                        if let set = exception.ownAttribute(key) { return set }
                        return index < exception.arguments.count
                            ? exception.arguments[index] : Value.none
                    },
                    set: { vm, value, new in vm.exception(value)?.setOwnAttribute(key, new) })
            }
            type.slots.str = { vm, value in
                guard let exception = vm.exception(value) else { return "" }
                let given = exception.arguments
                guard given.count == 5, case .int(let start) = given[2],
                    case .int(let end) = given[3]
                else { return try vm.types.exception(.baseException).slots.str?(vm, value) ?? "" }
                let verb = isDecoding ? "decode" : "encode"
                let head = "'\(try vm.str(given[0]))' codec can't \(verb)"
                let reason = try vm.str(given[4])
                let unit = isDecoding ? "bytes" : "characters"
                let isOne = end == start &+ 1
                if isOne, let bytes = vm.bytesObject(given[1])?.bytes, bytes.indices.contains(start)
                {
                    let hex = String(bytes[start], radix: 16)
                    return
                        "\(head) byte 0x\(hex.count < 2 ? "0" + hex : hex) in position \(start): "
                        + reason
                }
                if isOne, let text = given[1].string, start >= 0, start < text.count {
                    return "\(head) character '\(Self.escape(text[start]))' in position \(start): "
                        + reason
                }
                return "\(head) \(unit) in position \(start)-\(end &- 1): \(reason)"
            }
        }
    }

    /// A character as `\xe9`, `\u20ac` or `\U0001f600`.
    static func escape(_ code: UInt32) -> String {
        let hex = String(code, radix: 16)
        let (letter, width) = code < 0x100 ? ("x", 2) : code < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: width - hex.count) + hex
    }
}
