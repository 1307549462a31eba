/// A failure found by code that knows nothing of the virtual machine: which Python exception, and its text.
struct PlainError: Error {
    enum Kind { case value, type, overflow, zeroDivision, key, memory }

    var kind: Kind
    var message: String

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}

/// The standard format specification, `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpec {
    var fill: UInt32 = 0x20
    /// `<`, `>`, `^`, `=`, or 0 for the type's own.
    var align: UInt8 = 0
    /// `+`, `-`, space, or 0.
    var sign: UInt8 = 0
    var noNegativeZero = false
    var alternate = false
    var width = 0
    /// `,`, `_`, or 0.
    var grouping: UInt8 = 0
    var precision: Int?
    /// The presentation type, or 0 for none.
    var type: UInt32 = 0

    /// Reads a specification.
    ///
    /// - Parameters:
    ///   - text: the code points of the specification
    ///   - typeName: the type of the value formatted, for the messages
    ///   - numeric: whether a leading zero also means `=` alignment
    init(_ text: [UInt32], typeName: String, numeric: Bool) throws(PlainError) {
        var index = 0
        func at(_ offset: Int) -> UInt32 { offset < text.count ? text[offset] : 0 }
        func isAlign(_ point: UInt32) -> Bool {
            point == 0x3c || point == 0x3e || point == 0x5e || point == 0x3d
        }
        if text.count >= 2, isAlign(text[1]) {
            fill = text[0]
            align = UInt8(text[1])
            index = 2
        } else if text.count >= 1, isAlign(text[0]) {
            align = UInt8(text[0])
            index = 1
        }
        let hasFill = index == 2
        if index < text.count, text[index] == 0x2b || text[index] == 0x2d || text[index] == 0x20 {
            sign = UInt8(text[index])
            index += 1
        }
        if index < text.count, text[index] == 0x7a {
            noNegativeZero = true
            index += 1
        }
        if index < text.count, text[index] == 0x23 {
            alternate = true
            index += 1
        }
        if !hasFill, index < text.count, text[index] == 0x30 {
            fill = 0x30
            if align == 0, numeric { align = 0x3d }
            index += 1
        }
        width = try Self.number(text, &index) ?? 0
        if at(index) == 0x2c, index < text.count {
            grouping = 0x2c
            index += 1
        }
        if at(index) == 0x5f, index < text.count {
            if grouping != 0 { throw PlainError(.value, "Cannot specify both ',' and '_'.") }
            grouping = 0x5f
            index += 1
        }
        if at(index) == 0x2c, index < text.count, grouping == 0x5f {
            throw PlainError(.value, "Cannot specify both ',' and '_'.")
        }
        if at(index) == 0x2e, index < text.count {
            index += 1
            guard let places = try Self.number(text, &index) else {
                throw PlainError(.value, "Format specifier missing precision")
            }
            precision = places
        }
        if text.count - index > 1 {
            throw PlainError(
                .value,
                "Invalid format specifier '\(Self.display(text))' for object of type '\(typeName)'")
        }
        if index < text.count {
            type = text[index]
            if type == 0 { throw unknownCode(typeName) }
        }
        if grouping != 0 {
            let kind: UInt32 = type == 0 && !numeric ? 0x73 : type
            let decimal: [UInt32] = [0, 0x64, 0x65, 0x66, 0x67, 0x45, 0x47, 0x25, 0x46]
            let binary: [UInt32] = [0x62, 0x6f, 0x78, 0x58]
            let allowed =
                decimal.contains(kind) || (grouping == 0x5f && binary.contains(kind))
            if !allowed {
                throw PlainError(
                    .value,
                    "Cannot specify '\(UnicodeScalar(grouping))' with \(Self.quoted(kind)).")
            }
        }
    }

    /// Reads decimal digits, nil when there are none.
    private static func number(_ text: [UInt32], _ index: inout Int) throws(PlainError) -> Int? {
        let start = index
        var value = 0
        while index < text.count, text[index] >= 0x30, text[index] <= 0x39 {
            let (scaled, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, over2) = scaled.addingReportingOverflow(Int(text[index] - 0x30))
            if over || over2 {
                throw PlainError(.value, "Too many decimal digits in format string")
            }
            value = sum
            index += 1
        }
        return index == start ? nil : value
    }

    private static func display(_ text: [UInt32]) -> String {
        var result = String.UnicodeScalarView()
        for point in text { result.append(UnicodeScalar(point) ?? "\u{fffd}") }
        return String(result)
    }

    /// A presentation type in quotes, as the messages show it.
    static func quoted(_ type: UInt32) -> String {
        if type > 0x20, type < 0x80, let scalar = UnicodeScalar(type) { return "'\(scalar)'" }
        return "'\\x\(String(type, radix: 16))'"
    }

    func unknownCode(_ typeName: String) -> PlainError {
        PlainError(
            .value,
            "Unknown format code \(Self.quoted(type)) for object of type '\(typeName)'")
    }
}

/// The parts of a formatted value, before they are joined.
struct FormattedText {
    /// Fill characters before and after; with `=` alignment `inner` of them follow the prefix.
    var left = 0
    var right = 0
    var inner = 0
    var fill: UInt32
    var prefix: [UInt8] = []
    var digits: [UInt8] = []

    /// The number of characters in the whole.
    var count: Int { left &+ right &+ inner &+ prefix.count &+ digits.count }

    var bytes: [UInt8]? {
        guard fill < 0x80 else { return nil }
        let fill = UInt8(fill)
        var result: [UInt8] = []
        result.reserveCapacity(count)
        for _ in 0..<left { result.append(fill) }
        result += prefix
        for _ in 0..<inner { result.append(fill) }
        result += digits
        for _ in 0..<right { result.append(fill) }
        return result
    }

    var points: [UInt32] {
        if let bytes { return bytes.map(UInt32.init) }
        var result: [UInt32] = []
        result.reserveCapacity(count)
        for _ in 0..<left { result.append(fill) }
        for byte in prefix { result.append(UInt32(byte)) }
        for _ in 0..<inner { result.append(fill) }
        for byte in digits { result.append(UInt32(byte)) }
        for _ in 0..<right { result.append(fill) }
        return result
    }
}

extension FormatSpec {
    /// How many fill characters stand before and after `count` characters of text.
    func padding(for count: Int, defaultAlign: UInt8) -> (left: Int, right: Int) {
        let missing = max(0, width - count)
        switch align == 0 ? defaultAlign : align {
        case 0x3c: return (0, missing)
        case 0x5e: return (missing / 2, missing - missing / 2)
        default: return (missing, 0)
        }
    }

    /// Puts sign, prefix, grouping and padding around the digits of a number.
    ///
    /// - Parameters:
    ///   - whole: the digits that are grouped
    ///   - rest: what follows them: the point, the fraction, the exponent, a per cent sign
    ///   - groupSize: 3, or 4 for the binary bases
    func assemble(
        negative: Bool, radixPrefix: [UInt8], whole: [UInt8], rest: [UInt8], groupSize: Int = 3
    ) -> FormattedText {
        var text = FormattedText(fill: fill)
        if negative {
            text.prefix.append(0x2d)
        } else if sign == 0x2b || sign == 0x20 {
            text.prefix.append(sign)
        }
        text.prefix += radixPrefix
        var grouped = whole
        if grouping != 0 {
            // With zeros for padding after the prefix, the zeros are grouped like digits.
            let zeroPadded = align == 0x3d && fill == 0x30
            let room = zeroPadded ? width - text.prefix.count - rest.count : 0
            grouped = Self.group(whole, separator: grouping, size: groupSize, room: room)
        }
        text.digits = grouped + rest
        let count = text.prefix.count + text.digits.count
        if align == 0x3d {
            text.inner = max(0, width - count)
        } else {
            (text.left, text.right) = padding(for: count, defaultAlign: 0x3e)
        }
        return text
    }

    /// Groups digits from the right, with leading zeros until at least `room` characters are filled.
    private static func group(
        _ digits: [UInt8], separator: UInt8, size: Int, room: Int
    ) -> [UInt8] {
        var reversed: [UInt8] = []
        var inGroup = 0
        var index = digits.count - 1
        while index >= 0 || reversed.count < room {
            if inGroup == size {
                reversed.append(separator)
                inGroup = 0
            }
            reversed.append(index >= 0 ? digits[index] : 0x30)
            inGroup += 1
            index -= 1
        }
        return reversed.reversed()
    }

    /// Formats a float (or an integer under a float's presentation type).
    func format(_ value: Double, typeName: String) throws(PlainError) -> FormattedText {
        let upper = type == 0x45 || type == 0x46 || type == 0x47
        var kind = type
        switch type {
        case 0x45, 0x46, 0x47: kind = type + 0x20
        case 0x65, 0x66, 0x67, 0: break
        case 0x6e: kind = 0x67
        case 0x25: kind = 0x66
        default: throw unknownCode(typeName)
        }
        if let precision, precision > Int(Int32.max) {
            throw PlainError(.value, "precision too big")
        }
        let scaled = type == 0x25 ? value * 100 : value
        let percent: [UInt8] = type == 0x25 ? [0x25] : []
        var negative = scaled.sign == .minus
        if !scaled.isFinite {
            let name = scaled.isNaN ? "nan" : "inf"
            if scaled.isNaN { negative = false }
            var plain = self
            plain.grouping = 0
            return plain.assemble(
                negative: negative, radixPrefix: [],
                whole: Array((upper ? name.uppercased() : name).utf8), rest: percent)
        }
        var text = FloatText.present(
            scaled.magnitude, type: UInt8(kind), precision: precision, alternate: alternate,
            upper: upper)
        if alternate, type == 0, precision == nil, !text.contains(0x2E),
            let exponent = text.firstIndex(of: 0x65)
        {
            text.insert(0x2E, at: exponent)
        }
        let wholeCount = text.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        if negative, noNegativeZero {
            let digits = text.prefix { $0 != 0x65 && $0 != 0x45 }
            negative = digits.contains { $0 > 0x30 && $0 <= 0x39 }
        }
        return assemble(
            negative: negative, radixPrefix: [], whole: Array(text[..<wholeCount]),
            rest: Array(text[wholeCount...]) + percent)
    }

    /// Formats an integer under one of its own presentation types (`b c d o x X n` or none).
    ///
    /// - Parameter digits: gives the digits of the magnitude in a radix
    func format(
        negative: Bool, typeName: String, digits: (_ radix: Int) throws -> [UInt8]
    ) throws -> FormattedText {
        switch type {
        case 0, 0x64, 0x6e, 0x62, 0x6f, 0x78, 0x58: break
        default: throw unknownCode(typeName)
        }
        if precision != nil {
            throw PlainError(.value, "Precision not allowed in integer format specifier")
        }
        if noNegativeZero {
            throw PlainError(
                .value, "Negative zero coercion (z) not allowed in integer format specifier")
        }
        switch type {
        case 0, 0x64, 0x6e:
            return assemble(
                negative: negative, radixPrefix: [], whole: try digits(10), rest: [])
        case 0x62, 0x6f, 0x78, 0x58:
            let radix = type == 0x62 ? 2 : type == 0x6f ? 8 : 16
            var whole = try digits(radix)
            if type == 0x58 {
                for index in whole.indices where whole[index] >= 0x61 { whole[index] -= 0x20 }
            }
            return assemble(
                negative: negative, radixPrefix: alternate ? [0x30, UInt8(type)] : [],
                whole: whole, rest: [], groupSize: 4)
        default: throw unknownCode(typeName)
        }
    }

    /// Whether an integer under this presentation type is formatted as a float.
    var isFloatType: Bool {
        switch type {
        case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x25: true
        default: false
        }
    }

    /// Refuses what an integer shown as a character cannot have.
    func checkCharacter() throws(PlainError) {
        if precision != nil {
            throw PlainError(.value, "Precision not allowed in integer format specifier")
        }
        if noNegativeZero {
            throw PlainError(
                .value, "Negative zero coercion (z) not allowed in integer format specifier")
        }
        if sign != 0 {
            throw PlainError(.value, "Sign not allowed with integer format specifier 'c'")
        }
        if alternate {
            throw PlainError(
                .value, "Alternate form (#) not allowed with integer format specifier 'c'")
        }
    }

    /// Refuses what a string cannot have.
    func checkString() throws(PlainError) {
        if type != 0, type != 0x73 { throw unknownCode("str") }
        if sign == 0x20 {
            throw PlainError(.value, "Space not allowed in string format specifier")
        }
        if sign != 0 { throw PlainError(.value, "Sign not allowed in string format specifier") }
        if noNegativeZero {
            throw PlainError(
                .value, "Negative zero coercion (z) not allowed in string format specifier")
        }
        if alternate {
            throw PlainError(
                .value, "Alternate form (#) not allowed in string format specifier")
        }
        if align == 0x3d {
            throw PlainError(
                .value, "'=' alignment not allowed in string format specifier")
        }
    }

    /// The most characters the result can have beyond the digits themselves; charged in advance.
    var reservedSize: Int { max(width, precision ?? 0) }
}

extension FormatSpec {
    /// Nothing specified.
    static let plain = FormatSpec()

    private init() {}
}
