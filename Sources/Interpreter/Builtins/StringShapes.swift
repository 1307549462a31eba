/// The methods of `str` that fill, expand and translate, and `format`.
extension VirtualMachine {
    func installStringShapes() {
        let type = types.str
        for (name, help) in [
            ("center", "In the middle of width characters."),
            ("ljust", "At the left of width characters."),
            ("rjust", "At the right of width characters."),
        ] {
            type.method(self, name, "(width, fillchar=' ', /)", help) {
                vm, receiver, arguments in
                guard let text = receiver.string else { return .none }
                let width = try vm.index(arguments[0])
                guard let fill = arguments[1].string else {
                    throw vm.typeError(
                        "The fill character must be a unicode character, not "
                            + vm.typeName(arguments[1]))
                }
                if fill.count != 1 {
                    throw vm.typeError("The fill character must be exactly one character long")
                }
                let missing = max(0, max(width, 0) - text.count)
                var left = 0
                if name == "rjust" { left = missing }
                // CPython puts the odd character on the left when the width is odd.
                if name == "center" { left = missing / 2 + (missing & width & 1) }
                return try vm.padded(text, left, missing - left, fill[0])
            }
        }
        type.method(self, "zfill", "(width, /)", "With zeros before the digits.") {
            vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            let missing = max(try vm.index(arguments[0]), 0) - text.count
            if missing <= 0 { return vm.substring(text, 0, text.count) }
            try vm.reserve(missing, times: 8)
            var points = text.codePoints
            let signed = points.first == 0x2b || points.first == 0x2d
            points.insert(
                contentsOf: [UInt32](repeating: 0x30, count: missing), at: signed ? 1 : 0)
            return vm.string(codePoints: points)
        }
        type.method(self, "expandtabs", "(tabsize=8)", "With spaces in place of tabs.") {
            vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            let size = try vm.cInt(arguments[0])
            let tabs = (0..<text.count).filter { text[$0] == 9 }.count
            let (filled, overflow) = tabs.multipliedReportingOverflow(
                by: min(max(size, 0), 1 << 40))
            try vm.reserve(overflow ? 1 << 60 : max(filled, text.count), times: 8)
            var points: [UInt32] = []
            var column = 0
            for point in text.codePoints {
                if point == 9 {
                    guard size > 0 else { continue }
                    let count = size - column % size
                    points += [UInt32](repeating: 0x20, count: count)
                    column += count
                } else {
                    points.append(point)
                    column = point == 0x0a || point == 0x0d ? 0 : column + 1
                }
            }
            return vm.string(codePoints: points)
        }
        type.method(
            self, "translate", "(table, /)", "Each character replaced as the table says."
        ) { vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            var points: [UInt32] = []
            for point in text.codePoints {
                try vm.poll()
                let entry: Value
                do {
                    entry = try vm.getItem(arguments[0], .int(Int(point)))
                } catch let failure as PythonError where vm.isError(failure, .lookupError) {
                    points.append(point)
                    continue
                }
                if entry.isNone { continue }
                if let text = entry.string {
                    points += text.codePoints
                } else if case .int(let code) = entry {
                    guard 0...0x10ffff ~= code else {
                        throw vm.valueError("character mapping must be in range(0x110000)")
                    }
                    points.append(UInt32(code))
                } else {
                    throw vm.typeError("character mapping must return integer, None or str")
                }
            }
            return vm.string(codePoints: points)
        }
        type.staticMethod(
            self, "maketrans", "(x, y=<unset>, z=<unset>, /)", "A table for translate()."
        ) { vm, arguments in try vm.translationTable(arguments) }
        type.method(self, "format", "(*args, **kwargs)", "The text with {fields} filled in.") {
            vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            let keywords = arguments[1]
            return try vm.formatFields(text, arguments.variadic(0)) { name in
                if let value = try keywords.dict?.get(name, vm) { return value }
                throw vm.keyError(name)
            }
        }
        type.method(
            self, "format_map", "(mapping, /)", "The text with {fields} filled in from a mapping."
        ) { vm, receiver, arguments in
            guard let text = receiver.string else { return .none }
            let mapping = arguments[0]
            return try vm.formatFields(text, nil) { name in try vm.getItem(mapping, name) }
        }
    }

    func padded(_ text: StringObject, _ left: Int, _ right: Int, _ fill: UInt32) throws -> Value {
        if left + right == 0 { return substring(text, 0, text.count) }
        try reserve(left &+ right &+ text.count, times: 8)
        let points =
            [UInt32](repeating: fill, count: left) + text.codePoints
            + [UInt32](repeating: fill, count: right)
        return string(codePoints: points)
    }

    private func translationTable(_ arguments: Arguments) throws -> Value {
        let table = makeDict()
        if !arguments.isGiven(1) {
            guard let source = arguments[0].dict else {
                throw typeError(
                    "if you give only one argument to maketrans it must be a dict")
            }
            for (key, value) in source.items {
                if let text = key.string {
                    if text.count != 1 {
                        throw valueError("string keys in translate table must be of length 1")
                    }
                    try table.set(.int(Int(text[0])), value, self)
                } else if case .int = key {
                    try table.set(key, value, self)
                } else {
                    throw typeError("keys in translate table must be strings or integers")
                }
            }
            return .object(table)
        }
        guard let from = arguments[0].string else {
            throw typeError(
                "first maketrans argument must be a string if there is a second argument")
        }
        let to = try stringArgument(arguments[1], "maketrans", 2)
        if from.count != to.count {
            throw valueError("the first two maketrans arguments must have equal length")
        }
        for index in 0..<from.count {
            try table.set(.int(Int(from[index])), .int(Int(to[index])), self)
        }
        if arguments.isGiven(2) {
            let doomed = try stringArgument(arguments[2], "maketrans", 3)
            for point in doomed.codePoints { try table.set(.int(Int(point)), .none, self) }
        }
        return .object(table)
    }
}
