/// `text % values`, the formatting of C's printf.
extension VirtualMachine {
    /// What stands between `%` and the letter.
    private struct Conversion {
        var left = false
        var plus = false
        var space = false
        var zero = false
        var alternate = false
        var width = 0
        var precision: Int?
    }

    func percentFormat(_ text: StringObject, _ argument: Value) throws -> Value {
        var arguments = PercentArguments(argument, self)
        var result: [UInt32] = []
        let points = text.codePoints
        result.reserveCapacity(points.count &+ 24)
        var index = 0
        while index < points.count {
            try poll()
            let point = points[index]
            index += 1
            if point != 0x25 {
                result.append(point)
                continue
            }
            if index < points.count, points[index] == 0x25 {
                result.append(0x25)
                index += 1
                continue
            }
            var named: Value?
            if index < points.count, points[index] == 0x28 {
                var depth = 1
                let start = index + 1
                index = start
                while index < points.count {
                    if points[index] == 0x28 { depth += 1 }
                    if points[index] == 0x29 { depth -= 1 }
                    if depth == 0 { break }
                    index += 1
                }
                if index >= points.count { throw valueError("incomplete format key") }
                guard arguments.isMapping else { throw typeError("format requires a mapping") }
                named = try getItem(argument, string(codePoints: points[start..<index]))
                arguments.usedNames = true
                index += 1
            }
            var conversion = Conversion()
            flags: while index < points.count {
                switch points[index] {
                case 0x2d: conversion.left = true
                case 0x2b: conversion.plus = true
                case 0x20: conversion.space = true
                case 0x30: conversion.zero = true
                case 0x23: conversion.alternate = true
                default: break flags
                }
                index += 1
            }
            if index < points.count, points[index] == 0x2a {
                index += 1
                let width = try arguments.nextNumber("ssize_t")
                conversion.left = conversion.left || width < 0
                conversion.width = Int(clamping: width.magnitude)
            } else {
                conversion.width = try digits(points, &index, "width too big")
            }
            if index < points.count, points[index] == 0x2e {
                index += 1
                if index < points.count, points[index] == 0x2a {
                    index += 1
                    conversion.precision = max(0, try arguments.nextNumber("int"))
                } else {
                    conversion.precision = try digits(points, &index, "precision too big")
                }
            }
            if let precision = conversion.precision, precision > Int(Int32.max) {
                throw valueError("precision too big")
            }
            while index < points.count, [0x68, 0x6c, 0x4c].contains(points[index]) { index += 1 }
            guard index < points.count else { throw valueError("incomplete format") }
            let letter = points[index]
            index += 1
            try reserve(conversion.width, times: 16)
            try reserve(conversion.precision ?? 0, times: 8)
            let value = try named ?? arguments.next()
            try convert(value, letter, conversion, index - 1, into: &result)
        }
        try arguments.finish()
        return string(codePoints: result)
    }

    private func digits(_ points: [UInt32], _ index: inout Int, _ message: String) throws -> Int {
        var value = 0
        while index < points.count, 0x30...0x39 ~= points[index] {
            value = value * 10 + Int(points[index] - 0x30)
            if value > 1 << 48 { throw valueError(message) }
            index += 1
        }
        return value
    }

    private func convert(
        _ value: Value, _ letter: UInt32, _ conversion: Conversion, _ place: Int,
        into result: inout [UInt32]
    ) throws {
        var name: String { Self.swiftText(CollectionOfOne(letter)) }
        switch letter {
        case 0x73, 0x72, 0x61:
            let text: StringObject?
            if letter == 0x73 {
                text = try strObject(value)
            } else if letter == 0x72 {
                text = string(try repr(value)).string
            } else {
                text = try asciiText(value).string
            }
            guard let text else { return }
            let count = min(text.count, conversion.precision ?? .max)
            if text.isWide {
                try pad(text.wide.prefix(count), conversion, into: &result)
            } else {
                try pad(text.narrow.prefix(count).lazy.map(UInt32.init), conversion, into: &result)
            }
        case 0x63:
            if let text = value.string {
                if text.count != 1 { throw typeError("%c requires int or char") }
                return try pad(CollectionOfOne(text[0]), conversion, into: &result)
            }
            guard isIndex(value) else { throw typeError("%c requires int or char") }
            guard case .int(let code) = try indexValue(value), 0...0x10ffff ~= code else {
                throw overflowError("%c arg not in range(0x110000)")
            }
            try pad(CollectionOfOne(UInt32(code)), conversion, into: &result)
        case 0x64, 0x69, 0x75, 0x78, 0x58, 0x6f:
            let isDecimal = letter == 0x64 || letter == 0x69 || letter == 0x75
            let whole: Value
            if case .float(let float) = value, isDecimal {
                whole = try integer(truncating: float)
            } else if case .int = value {
                whole = value
            } else if isDecimal, let slot = type(of: value).slots.toInt, value.string == nil,
                let number = try wholeNumber(value, slot)
            {
                // An `__int__` comes before an `__index__`.
                whole = number
            } else if isIndex(value) {
                whole = try indexValue(value)
            } else {
                throw typeError(
                    isDecimal
                        ? "%\(name) format: a real number is required, not \(typeName(value))"
                        : "%\(name) format: an integer is required, not \(typeName(value))")
            }
            try integerText(whole, letter, conversion, into: &result)
        case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47:
            var spec = FormatSpec.plain
            spec.type = letter
            spec.precision = conversion.precision ?? 6
            spec.alternate = conversion.alternate
            let number: Double
            do {
                number = try float(value)
            } catch let failure as PythonError where isError(failure, .typeError) {
                if type(of: value).slots.toFloat != nil { throw failure }
                throw typeError("must be real number, not \(typeName(value))")
            }
            spec.sign = conversion.plus ? 0x2b : conversion.space ? 0x20 : 0
            if !conversion.left {
                spec.width = conversion.width
                if conversion.zero {
                    spec.fill = 0x30
                    spec.align = 0x3d
                }
            }
            let shown = try plain { try spec.format(number, typeName: "float") }.points
            try pad(shown, conversion, into: &result)
        default:
            let shown = 0x20..<0x7f ~= letter ? name : "?"
            throw valueError(
                "unsupported format character '\(shown)' (0x\(String(letter, radix: 16))) "
                    + "at index \(place)")
        }
    }

    /// What `__int__` gives; nil where that is no integer.
    private func wholeNumber(_ value: Value, _ slot: TypeSlots.Unary) throws -> Value? {
        do {
            let made = try slot(self, value)
            return isIndex(made) ? made : nil
        } catch let failure as PythonError where isError(failure, .typeError) {
            return nil
        }
    }

    private func integerText(
        _ value: Value, _ letter: UInt32, _ conversion: Conversion, into result: inout [UInt32]
    ) throws {
        let radix = letter == 0x6f ? 8 : letter == 0x78 || letter == 0x58 ? 16 : 10
        var text = try digits(of: value, radix: radix)
        if let precision = conversion.precision, precision > text.count {
            text = [UInt8](repeating: 0x30, count: precision - text.count) + text
        }
        var prefix: [UInt8] = []
        if conversion.alternate, radix != 10 { prefix = [0x30, UInt8(letter)] }
        if letter == 0x58 {
            for index in text.indices where text[index] >= 0x61 { text[index] -= 0x20 }
        }
        let sign: [UInt8] =
            try isNegative(value)
            ? [0x2d] : conversion.plus ? [0x2b] : conversion.space ? [0x20] : []
        let missing = conversion.width - sign.count - prefix.count - text.count
        if conversion.zero, !conversion.left, missing > 0 {
            text = [UInt8](repeating: 0x30, count: missing) + text
        }
        if !sign.isEmpty || !prefix.isEmpty { text = sign + prefix + text }
        try pad(text.lazy.map(UInt32.init), conversion, into: &result)
    }

    /// Appends a text, filled with spaces to the width.
    private func pad(
        _ text: some Collection<UInt32>, _ conversion: Conversion, into result: inout [UInt32]
    ) throws {
        let count = text.count
        let missing = max(0, conversion.width - count)
        try reserve(result.count &+ count &+ missing, times: 8)
        if !conversion.left, missing > 0 {
            result.append(contentsOf: repeatElement(0x20, count: missing))
        }
        result.append(contentsOf: text)
        if conversion.left, missing > 0 {
            result.append(contentsOf: repeatElement(0x20, count: missing))
        }
    }
}

/// The right side of `%`, taken one by one.
private struct PercentArguments {
    private let vm: VirtualMachine
    private let values: [Value]
    private let isTuple: Bool
    private var used = 0
    let isMapping: Bool
    var usedNames = false

    init(_ argument: Value, _ vm: VirtualMachine) {
        self.vm = vm
        isTuple = argument.tuple != nil
        values = argument.tuple?.elements ?? [argument]
        isMapping =
            argument.tuple == nil && argument.string == nil
            && vm.type(of: argument).slots.getItem != nil
    }

    mutating func next() throws -> Value {
        guard used < values.count, !usedNames || isTuple else {
            throw vm.typeError("not enough arguments for format string")
        }
        used += 1
        return values[used - 1]
    }

    func finish() throws {
        if used < values.count, !isMapping {
            throw vm.typeError("not all arguments converted during string formatting")
        }
    }

    /// A width or precision that is given as an argument.
    mutating func nextNumber(_ kind: String) throws -> Int {
        guard let whole = vm.bigInt(try next()) else { throw vm.typeError("* wants int") }
        guard let small = Int(exactly: whole), kind == "ssize_t" || Int32(exactly: small) != nil
        else { throw vm.overflowError("Python int too large to convert to C \(kind)") }
        return small
    }
}
