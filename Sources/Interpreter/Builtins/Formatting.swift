import BigInt

/// `format(value, specification)` of the built-in types.
extension VirtualMachine {
    func formatString(_ text: StringObject, _ specification: StringObject) throws -> String {
        let spec = try plain {
            let spec = try FormatSpec(
                specification.codePoints, typeName: "str", numeric: false)
            try spec.checkString()
            return spec
        }
        let count = min(text.count, spec.precision ?? .max)
        try reserve(spec.width, times: 4)
        let (left, right) = spec.padding(for: count, defaultAlign: 0x3c)
        let shown = substring(text, 0, count).string?.swiftString ?? ""
        if left + right == 0 { return shown }
        let fill = Self.swiftText(CollectionOfOne(spec.fill))
        return String(repeating: fill, count: left) + shown + String(repeating: fill, count: right)
    }

    /// A number under the commonest specification, a point, one digit and `f`, without reading it as a whole; nil
    /// where it is another or the number takes more.
    func plainlyFormatted(_ value: Double, _ specification: StringObject) -> StringObject? {
        guard specification.count == 3, !specification.isWide else { return nil }
        let bytes = specification.narrow
        guard bytes[0] == 0x2e, 0x30...0x39 ~= bytes[1], bytes[2] == 0x66 else { return nil }
        let places = Int(bytes[1] &- 0x30)
        guard let exact = FloatText.scaled(value, places: places) else { return nil }
        return StringObject(
            type: types.str, decimal: exact, places: places, isNegative: value.sign == .minus)
    }

    func formatFloat(_ value: Double, _ specification: StringObject, typeName: String) throws
        -> String
    {
        let spec = try plain {
            try FormatSpec(specification.codePoints, typeName: typeName, numeric: true)
        }
        return try formatFloat(value, spec, typeName: typeName)
    }

    func formatFloat(_ value: Double, _ spec: FormatSpec, typeName: String) throws -> String {
        if spec.reservedSize <= Int(Int32.max) { try reserve(spec.reservedSize, times: 8) }
        if spec.width > 1 << 40 { try reserve(spec.width) }
        return Self.text(try plain { try spec.format(value, typeName: typeName) })
    }

    /// Formats an integer of any size, or a bool as the number that it is.
    func formatInteger(_ value: Value, _ specification: StringObject, typeName: String) throws
        -> String
    {
        let spec = try plain {
            try FormatSpec(specification.codePoints, typeName: typeName, numeric: true)
        }
        return try formatInteger(value, spec, typeName: typeName)
    }

    func formatInteger(_ value: Value, _ spec: FormatSpec, typeName: String) throws -> String {
        if spec.isFloatType {
            return try formatFloat(try float(value), spec, typeName: typeName)
        }
        try reserve(spec.width, times: 8)
        if spec.type == 0x63 {
            try plain { try spec.checkCharacter() }
            guard case .int(let code) = try indexValue(value) else {
                throw overflowError("Python int too large to convert to C long")
            }
            guard 0...0x10ffff ~= code else {
                throw overflowError("%c arg not in range(0x110000)")
            }
            let (left, right) = spec.padding(for: 1, defaultAlign: 0x3e)
            let fill = Self.swiftText(CollectionOfOne(spec.fill))
            return String(repeating: fill, count: left)
                + Self.swiftText(CollectionOfOne(UInt32(code)))
                + String(repeating: fill, count: right)
        }
        let negative = try isNegative(value)
        return Self.text(
            try plain {
                try spec.format(negative: negative, typeName: typeName) { radix in
                    try self.digits(of: value, radix: radix)
                }
            })
    }

    /// Whether an integer is below zero.
    func isNegative(_ value: Value) throws -> Bool {
        if case .int(let int) = value { return int < 0 }
        return bigInt(value)?.sign == .minus
    }

    /// The digits of an integer's magnitude.
    func digits(of value: Value, radix: Int) throws -> [UInt8] {
        if case .int(let int) = value {
            if radix != 10 { return Array(String(int.magnitude, radix: radix).utf8) }
            let text = DecimalText(UInt64(int.magnitude), places: 0, isNegative: false)
            return [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
                if let base = buffer.baseAddress { text.write(to: base) }
                count = text.count
            }
        }
        if case .bool(let bool) = value { return [bool ? 0x31 : 0x30] }
        let magnitude = bigInt(value)?.magnitude ?? 0
        try reserve(magnitude.bitWidth)
        return try plain { try NumberText.digits(magnitude, radix: radix) }
    }

    private static func text(_ formatted: FormattedText) -> String {
        if let bytes = formatted.bytes { return String(decoding: bytes, as: UTF8.self) }
        return swiftText(formatted.points)
    }

    // MARK: str.format

    /// Fills the fields of a format string.
    ///
    /// - Parameters:
    ///   - positional: the numbered arguments; nil for `format_map`
    ///   - named: gives the argument of a name
    func formatFields(
        _ text: StringObject, _ positional: [Value]?, named: (Value) throws -> Value
    ) throws -> Value {
        var automatic = 0
        let result = try fill(
            text.codePoints[...], positional, &automatic, depth: 2, named: named)
        return string(codePoints: result)
    }

    private func fill(
        _ text: ArraySlice<UInt32>, _ positional: [Value]?, _ automatic: inout Int, depth: Int,
        named: (Value) throws -> Value
    ) throws -> [UInt32] {
        var result: [UInt32] = []
        var index = text.startIndex
        while index < text.endIndex {
            try poll()
            let point = text[index]
            index += 1
            let next = index < text.endIndex ? text[index] : 0
            if point == 0x7b || point == 0x7d, next == point {
                result.append(point)
                index += 1
            } else if point == 0x7d {
                throw valueError("Single '}' encountered in format string")
            } else if point == 0x7b {
                if index == text.endIndex {
                    throw valueError("Single '{' encountered in format string")
                }
                let end = try fieldEnd(text, index)
                if depth == 0 { throw valueError("Max string recursion exceeded") }
                let shown = try field(
                    text[index..<end], positional, &automatic, depth: depth, named: named)
                try reserve(result.count &+ shown.count, times: 8)
                result += shown.codePoints
                index = end + 1
            } else {
                result.append(point)
            }
        }
        return result
    }

    /// The place of the brace that closes a field.
    private func fieldEnd(_ text: ArraySlice<UInt32>, _ start: Int) throws -> Int {
        var depth = 1
        var index = start
        var inBracket = false
        while index < text.endIndex {
            switch text[index] {
            case 0x5b: inBracket = true
            case 0x5d: inBracket = false
            case 0x7b where !inBracket: depth += 1
            case 0x7d where !inBracket:
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        throw unclosedField(text[start...])
    }

    /// What is said of a field without end depends on how far it came.
    private func unclosedField(_ text: ArraySlice<UInt32>) -> PythonError {
        var inBracket = false
        for (index, point) in zip(text.indices, text) {
            switch point {
            case 0x5b: inBracket = true
            case 0x5d: inBracket = false
            case 0x3a where !inBracket: return valueError("unmatched '{' in format spec")
            case 0x21 where !inBracket:
                let rest = text[(index + 1)...]
                if rest.isEmpty {
                    return valueError("end of string while looking for conversion specifier")
                }
                if let next = rest.dropFirst().first, next != 0x3a {
                    return valueError("expected ':' after conversion specifier")
                }
                return valueError("unmatched '{' in format spec")
            default: break
            }
        }
        return valueError("expected '}' before end of string")
    }

    private func field(
        _ text: ArraySlice<UInt32>, _ positional: [Value]?, _ automatic: inout Int, depth: Int,
        named: (Value) throws -> Value
    ) throws -> StringObject {
        // NAME [!conversion] [:specification]
        var index = text.startIndex
        var inBracket = false
        while index < text.endIndex {
            let point = text[index]
            if point == 0x5b { inBracket = true }
            if point == 0x5d { inBracket = false }
            if !inBracket, point == 0x21 || point == 0x3a { break }
            if point == 0x7b { throw valueError("unexpected '{' in field name") }
            index += 1
        }
        var value = try fieldValue(
            text[text.startIndex..<index], positional, &automatic, named: named)
        if index < text.endIndex, text[index] == 0x21 {
            index += 1
            guard index < text.endIndex else {
                throw valueError("unmatched '{' in format spec")
            }
            let conversion = text[index]
            index += 1
            if index < text.endIndex, text[index] != 0x3a {
                throw valueError("expected ':' after conversion specifier")
            }
            switch conversion {
            case 0x72: value = string(try repr(value))
            case 0x73: value = .object(try strObject(value))
            case 0x61: value = try asciiText(value)
            default:
                throw valueError(
                    "Unknown conversion specifier \(Self.swiftText(CollectionOfOne(conversion)))")
            }
        }
        var specification: [UInt32] = []
        if index < text.endIndex {
            specification = try fill(
                text[(index + 1)...], positional, &automatic, depth: depth - 1, named: named)
        }
        return StringObject(
            type: types.str,
            try format(value, StringObject(type: types.str, codePoints: specification)))
    }

    /// Resolves `0`, `name`, `0.attribute`, `name[key]`.
    private func fieldValue(
        _ text: ArraySlice<UInt32>, _ positional: [Value]?, _ automatic: inout Int,
        named: (Value) throws -> Value
    ) throws -> Value {
        var index = text.startIndex
        while index < text.endIndex, text[index] != 0x2e, text[index] != 0x5b { index += 1 }
        let first = text[text.startIndex..<index]
        var value: Value
        if first.isEmpty || first.allSatisfy({ 0x30...0x39 ~= $0 }) {
            guard let positional else {
                throw valueError("Format string contains positional fields")
            }
            let number: Int
            if first.isEmpty {
                if automatic < 0 {
                    throw valueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                }
                number = automatic
                automatic += 1
            } else {
                if automatic > 0 {
                    throw valueError(
                        "cannot switch from automatic field numbering to manual field specification"
                    )
                }
                automatic = -1
                guard let manual = Int(Self.swiftText(first)) else {
                    throw valueError("Too many decimal digits in format string")
                }
                number = manual
            }
            guard number < positional.count else {
                throw indexError(
                    "Replacement index \(number) out of range for positional args tuple")
            }
            value = positional[number]
        } else {
            value = try named(string(codePoints: first))
        }
        while index < text.endIndex {
            let isAttribute = text[index] == 0x2e
            index += 1
            let start = index
            if isAttribute {
                while index < text.endIndex, text[index] != 0x2e, text[index] != 0x5b { index += 1 }
                if index == start { throw valueError("Empty attribute in format string") }
                value = try getAttribute(value, intern(Self.swiftText(text[start..<index])))
                continue
            }
            while index < text.endIndex, text[index] != 0x5d { index += 1 }
            if index == text.endIndex { throw valueError("Missing ']' in format string") }
            if index == start { throw valueError("Empty attribute in format string") }
            let key = text[start..<index]
            index += 1
            if index < text.endIndex, text[index] != 0x2e, text[index] != 0x5b {
                throw valueError("Only '.' or '[' may follow ']' in format field specifier")
            }
            if key.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(Self.swiftText(key)) {
                value = try getItem(value, .int(number))
            } else {
                value = try getItem(value, string(codePoints: key))
            }
        }
        return value
    }

    /// `ascii(value)`.
    func asciiText(_ value: Value) throws -> Value {
        let text = try repr(value)
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return string(text) }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
                continue
            }
            let digits = String(scalar.value, radix: 16)
            let (letter, places) =
                scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
            result += "\\\(letter)\(String(repeating: "0", count: places - digits.count))\(digits)"
        }
        return string(result)
    }
}
