import BigInt

/// Reading numbers from text as `int()` and `float()` do.
enum NumberText {
    /// An integer as read: small ones need no big arithmetic.
    enum Integer {
        case small(Int)
        case big(BigInt)
    }

    /// The longest decimal text that is converted to or from an integer, as in CPython 3.11.
    static let digitLimit = 4300

    /// An integer of up to 18 digits and nothing else but a minus, which most texts are; nil for any other.
    static func plainInteger(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let start = text.first == 0x2d ? 1 : 0
        guard 1...18 ~= text.count - start else { return nil }
        var value = 0
        for byte in text[start...] {
            guard 0x30...0x39 ~= byte else { return nil }
            value = value &* 10 &+ Int(byte &- 0x30)
        }
        return start == 1 ? -value : value
    }

    /// A number of up to 15 digits with a point among them and nothing else but a minus; nil for any other.
    ///
    /// Both the digits and the power of ten are floats exactly, so that their quotient is rounded once.
    static func plainFloat(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        let start = text.first == 0x2d ? 1 : 0
        guard 2...16 ~= text.count - start else { return nil }
        var digits = 0
        var places: Int?
        for (index, byte) in text.enumerated().dropFirst(start) {
            if byte == 0x2e, places == nil {
                places = text.count - 1 - index
            } else {
                guard 0x30...0x39 ~= byte else { return nil }
                digits = digits &* 10 &+ Int(byte &- 0x30)
            }
        }
        guard let places else { return nil }
        let value = Double(digits) / powersOfTen[places]
        return start == 1 ? -value : value
    }

    private static let powersOfTen: [Double] = (0...15).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// Reads an integer: white space around, a sign, a radix prefix, underscores between digits.
    ///
    /// - Parameter base: 2 to 36, or 0 for the radix that a prefix names
    /// - Returns: nil when the text is no integer
    /// - Throws: when it has more digits than are converted
    static func integer(_ text: [UInt32], base: Int) throws(PlainError) -> Integer? {
        var points = text[...]
        while let first = points.first, StringText.isSpace(first) { points.removeFirst() }
        while let last = points.last, StringText.isSpace(last) { points.removeLast() }
        var negative = false
        if let first = points.first, first == 0x2b || first == 0x2d {
            negative = first == 0x2d
            points.removeFirst()
        }
        var radix = base
        var prefixed = false
        if points.first == 0x30, let letter = points.dropFirst().first {
            let named: Int? =
                switch letter | 0x20 {
                case 0x78: 16
                case 0x6f: 8
                case 0x62: 2
                default: nil
                }
            if let named, base == 0 || base == named {
                radix = named
                points.removeFirst(2)
                prefixed = true
            }
        }
        let onlyZeros = radix == 0
        if radix == 0 { radix = 10 }
        guard let digits = digits(points, radix: radix, leadingUnderscore: prefixed) else {
            return nil
        }
        if onlyZeros, digits.first == 0, digits.contains(where: { $0 != 0 }) { return nil }
        return try value(digits, radix: radix, negative: negative)
    }

    private static func digits(
        _ points: ArraySlice<UInt32>, radix: Int, leadingUnderscore: Bool
    ) -> [UInt8]? {
        var digits: [UInt8] = []
        var lastWasDigit = leadingUnderscore
        for point in points {
            if point == 0x5f {
                if !lastWasDigit { return nil }
                lastWasDigit = false
                continue
            }
            let value: Int
            switch point {
            case 0x61...0x7a: value = Int(point - 0x57)
            case 0x41...0x5a: value = Int(point - 0x37)
            default:
                guard let digit = StringText.decimalDigit(point) else { return nil }
                value = digit
            }
            if value >= radix { return nil }
            digits.append(UInt8(value))
            lastWasDigit = true
        }
        return digits.isEmpty || !lastWasDigit ? nil : digits
    }

    private static func value(
        _ digits: [UInt8], radix: Int, negative: Bool
    ) throws(PlainError) -> Integer {
        var small = 0
        var fits = true
        for digit in digits {
            let (scaled, over) = small.multipliedReportingOverflow(by: radix)
            let (sum, over2) = scaled.addingReportingOverflow(Int(digit))
            if over || over2 {
                fits = false
                break
            }
            small = sum
        }
        if fits { return .small(negative ? -small : small) }
        if radix & (radix - 1) != 0, digits.count > digitLimit {
            throw PlainError(
                .value,
                "Exceeds the limit (\(digitLimit) digits) for integer string conversion: value has "
                    + "\(digits.count) digits; use sys.set_int_max_str_digits() to increase the limit"
            )
        }
        let magnitude =
            radix & (radix - 1) == 0
            ? binary(digits, bits: radix.trailingZeroBitCount)
            : decimal(digits, radix: radix)
        let value = BigInt(sign: negative ? .minus : .plus, magnitude: magnitude)
        return .big(value)
    }

    private static func binary(_ digits: [UInt8], bits: Int) -> BigUInt {
        var words: [UInt] = []
        var word: UInt = 0
        var filled = 0
        for digit in digits.reversed() {
            word |= UInt(digit) << UInt(filled)
            filled += bits
            if filled >= 64 {
                words.append(word)
                filled -= 64
                word = filled > 0 ? UInt(digit) >> UInt(bits - filled) : 0
            }
        }
        words.append(word)
        return BigUInt(words: words)
    }

    private static func decimal(_ digits: [UInt8], radix: Int) -> BigUInt {
        var result = BigUInt(0)
        var chunk: UInt = 0
        var scale: UInt = 1
        for digit in digits {
            chunk = chunk * UInt(radix) + UInt(digit)
            scale *= UInt(radix)
            if scale > UInt.max / 37 / 37 {
                result = result * BigUInt(scale) + BigUInt(chunk)
                chunk = 0
                scale = 1
            }
        }
        return result * BigUInt(scale) + BigUInt(chunk)
    }

    /// Reads a float: decimal digits with underscores, a point, an exponent, or `inf`/`nan` in any case.
    static func float(_ text: [UInt32]) -> Double? {
        var points = text[...]
        while let first = points.first, StringText.isSpace(first) { points.removeFirst() }
        while let last = points.last, StringText.isSpace(last) { points.removeLast() }
        var bytes: [UInt8] = []
        for point in points {
            if point < 0x80 {
                bytes.append(UInt8(point))
            } else if let digit = StringText.decimalDigit(point) {
                bytes.append(0x30 + UInt8(digit))
            } else {
                return nil
            }
        }
        var negative = false
        var index = 0
        if let first = bytes.first, first == 0x2b || first == 0x2d {
            negative = first == 0x2d
            index = 1
        }
        let word = String(decoding: bytes[index...], as: UTF8.self).lowercased()
        if word == "inf" || word == "infinity" { return negative ? -.infinity : .infinity }
        if word == "nan" { return negative ? -Double.nan : .nan }
        var plain: [UInt8] = negative ? [0x2d] : []
        guard number(bytes, from: index, into: &plain) else { return nil }
        return Double(String(decoding: plain, as: UTF8.self))
    }

    /// Checks the grammar of a decimal number and copies it without its underscores.
    private static func number(_ bytes: [UInt8], from start: Int, into plain: inout [UInt8]) -> Bool
    {
        var index = start
        func isDigit(_ at: Int) -> Bool { at < bytes.count && 0x30...0x39 ~= bytes[at] }
        func digits() -> Int? {
            var count = 0
            while index < bytes.count {
                if isDigit(index) {
                    plain.append(bytes[index])
                    count += 1
                } else if bytes[index] == 0x5f {
                    guard index > start, isDigit(index - 1), isDigit(index + 1) else { return nil }
                } else {
                    break
                }
                index += 1
            }
            return count
        }
        guard let whole = digits() else { return false }
        var fraction = 0
        if index < bytes.count, bytes[index] == 0x2e {
            if whole == 0 { plain.append(0x30) }
            plain.append(0x2e)
            index += 1
            guard let places = digits() else { return false }
            fraction = places
            if places == 0 { plain.append(0x30) }
        }
        if whole + fraction == 0 { return false }
        if index < bytes.count, bytes[index] | 0x20 == 0x65 {
            plain.append(0x65)
            index += 1
            if index < bytes.count, bytes[index] == 0x2b || bytes[index] == 0x2d {
                plain.append(bytes[index])
                index += 1
            }
            guard let places = digits(), places > 0 else { return false }
        }
        return index == bytes.count
    }

    /// The digits of a magnitude; decimal ones are refused beyond the limit.
    static func digits(_ magnitude: BigUInt, radix: Int) throws(PlainError) -> [UInt8] {
        if radix == 10 {
            // 3.3219 bits a digit; a first bound saves converting what is refused anyway.
            let bits = magnitude.bitWidth
            if bits > 14_280 {
                let text = bits > 14_400 ? "" : String(magnitude)
                if bits > 14_400 || text.utf8.count > digitLimit {
                    throw PlainError(
                        .value,
                        "Exceeds the limit (\(digitLimit) digits) for integer string conversion; "
                            + "use sys.set_int_max_str_digits() to increase the limit")
                }
                return Array(text.utf8)
            }
            return Array(String(magnitude).utf8)
        }
        let bits = radix.trailingZeroBitCount
        var result: [UInt8] = []
        let words = Array(magnitude.words)
        let count = max(1, (magnitude.bitWidth + bits - 1) / bits)
        result.reserveCapacity(count)
        for place in (0..<count).reversed() {
            let bit = place * bits
            var digit = bit / 64 < words.count ? words[bit / 64] >> UInt(bit % 64) : 0
            if bit % 64 + bits > 64, bit / 64 + 1 < words.count {
                digit |= words[bit / 64 + 1] << UInt(64 - bit % 64)
            }
            digit &= UInt(radix - 1)
            result.append(UInt8(digit < 10 ? 0x30 + digit : 0x57 + digit))
        }
        return result
    }

    /// The float nearest to an integer of any size, ties to even; nil beyond the largest float.
    static func double(_ value: BigInt) -> Double? {
        let magnitude = value.magnitude
        let bits = magnitude.bitWidth
        if bits <= 64 {
            let result = Double(UInt64(truncatingIfNeeded: magnitude.words.first ?? 0))
            return value.sign == .minus ? -result : result
        }
        if bits > 1024 { return nil }
        let shift = bits - 64
        var top = UInt64(truncatingIfNeeded: (magnitude >> shift).words.first ?? 0)
        // A sticky bit below the 64 kept decides ties.
        if magnitude.trailingZeroBitCount < shift { top |= 1 }
        let result = Double(sign: .plus, exponent: shift, significand: Double(top))
        if !result.isFinite { return nil }
        return value.sign == .minus ? -result : result
    }
}
