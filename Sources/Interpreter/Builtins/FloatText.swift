import func Glibc.vsnprintf

/// The text of floating-point numbers, as Python writes it.
///
/// `repr` wants the shortest digits that read back as the same number; the standard library's
/// `description` finds them, and only the layout (when to use an exponent) is decided here. The
/// presentation types `e f g` want correctly rounded digits to a given precision, which the C
/// library's formatting gives exactly for any precision.
enum FloatText {
    /// The digits of a finite number: 0.d₁d₂d₃… × 10^point, no zeros at either end
    /// (a single `0` for zero).
    struct Digits {
        var digits: [UInt8]
        var point: Int
    }

    /// Python's `repr` of a float: `0.1`, `1e-05`, `1e+16`, `inf`, `nan`.
    static func repr(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let text = value.description
        let magnitude = value.magnitude
        // `description` takes an exponent from 2^53 or 2^54 on, Python from 1e16 on.
        if magnitude < 0x1p53 || magnitude >= 0x1p54 { return text }
        let digits = shortest(magnitude)
        return String(
            decoding: (value < 0 ? [0x2d] : [])
                + layOut(digits, precision: 17, alternate: false, dotZero: true, upper: false),
            as: UTF8.self)
    }

    /// The shortest digits that identify a finite non-negative number.
    static func shortest(_ value: Double) -> Digits {
        parseDigits(Array(value.description.utf8))
    }

    /// The digits of a finite non-negative number rounded to `count` ≥ 1 significant places.
    static func rounded(_ value: Double, significant count: Int) -> Digits {
        parseDigits(cFormat(value, precision: count - 1, conversion: 0x65))
    }

    private static func parseDigits(_ text: [UInt8]) -> Digits {
        var digits: [UInt8] = []
        var point = 0
        var seenPoint = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == 0x2e {
                seenPoint = true
            } else if byte == 0x65 {
                var exponent = 0
                var negative = false
                for next in text[(index + 1)...] {
                    if next == 0x2d { negative = true }
                    if next >= 0x30 { exponent = exponent &* 10 &+ Int(next &- 0x30) }
                }
                point += negative ? -exponent : exponent
                break
            } else if byte >= 0x30 {
                if digits.isEmpty && byte == 0x30 {
                    if seenPoint { point -= 1 }
                } else {
                    digits.append(byte)
                    if !seenPoint { point += 1 }
                }
            }
            index += 1
        }
        while let last = digits.last, last == 0x30 { digits.removeLast() }
        return digits.isEmpty
            ? Digits(digits: [0x30], point: 1) : Digits(digits: digits, point: point)
    }

    /// C's `%.{precision}{conversion}` of a finite number; `conversion` is one of `e f g`.
    static func cFormat(
        _ value: Double, precision: Int, conversion: UInt8, alternate: Bool = false
    ) -> [UInt8] {
        if conversion == 0x66, !alternate, let exact = scaled(value, places: precision) {
            let text = DecimalText(exact, places: precision, isNegative: value.sign == .minus)
            return [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
                if let base = buffer.baseAddress { text.write(to: base) }
                count = text.count
            }
        }
        let pattern = alternate ? "%#.*" : "%.*"
        let format = pattern + String(UnicodeScalar(conversion))
        let places = Int32(clamping: precision)
        return withVaList([places, value]) { list in
            var size = 64 + Int(places)
            if conversion == 0x66 { size += 310 }
            return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                let written = buffer.withMemoryRebound(to: CChar.self) { chars in
                    Int(vsnprintf(chars.baseAddress, chars.count, format, list))
                }
                count = max(0, min(written, size - 1))
            }
        }
    }

    /// `|value| · 10^places` rounded to an integer, ties to even, where that can be had exactly in 128 bits and
    /// fits 64; most numbers that programs print are such.
    static func scaled(_ value: Double, places: Int) -> UInt64? {
        guard value.isFinite, 0..<powersOfTen.count ~= places else { return nil }
        let power = powersOfTen[places]
        let bits = value.significandBitPattern
        let isNormal = value.exponentBitPattern != 0
        let significand = isNormal ? bits | 1 << 52 : bits
        // value = significand · 2^-shift
        let shift = 1075 &- Int(max(value.exponentBitPattern, 1))
        let product = significand.multipliedFullWidth(by: power)
        if shift <= 0 {
            guard shift > -11, product.high == 0 else { return nil }
            let (whole, overflow) = product.low.multipliedReportingOverflow(by: 1 << UInt64(-shift))
            return overflow ? nil : whole
        }
        // The product is below 2^117.
        if shift > 118 { return 0 }
        let wide = UInt128(product.high) << 64 | UInt128(product.low)
        let whole = wide >> UInt128(shift)
        let rest = wide & (UInt128(1) << UInt128(shift) - 1)
        let half = UInt128(1) << UInt128(shift - 1)
        guard whole < UInt128(UInt64.max) else { return nil }
        let isUp = rest > half || (rest == half && whole & 1 == 1)
        return UInt64(whole) &+ (isUp ? 1 : 0)
    }

    private static let powersOfTen: [UInt64] = (0..<20).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    /// Lays digits out as `%g` does: an exponent where the point is far from the digits.
    ///
    /// - Parameter dotZero: whether a result that looks like an integer gets `.0` appended (as `repr`
    ///   and an empty presentation type do); it also moves the switch to an exponent by one place.
    static func layOut(
        _ number: Digits, precision: Int, alternate: Bool, dotZero: Bool, upper: Bool
    ) -> [UInt8] {
        let point = number.point
        var digits = number.digits
        let useExponent = point <= -4 || point > precision - (dotZero ? 1 : 0)
        if alternate {
            while digits.count < precision { digits.append(0x30) }
        }
        var result: [UInt8] = []
        if useExponent {
            result.append(digits[0])
            if digits.count > 1 || alternate {
                result.append(0x2e)
                result += digits[1...]
            }
            result.append(upper ? 0x45 : 0x65)
            let exponent = point - 1
            result.append(exponent < 0 ? 0x2d : 0x2b)
            let text = Array(String(exponent.magnitude).utf8)
            if text.count < 2 { result.append(0x30) }
            result += text
            return result
        }
        if point <= 0 {
            result += [0x30, 0x2e]
            result += [UInt8](repeating: 0x30, count: -point)
            result += digits
            return result
        }
        if digits.count <= point {
            result += digits
            result += [UInt8](repeating: 0x30, count: point - digits.count)
            if alternate {
                result.append(0x2e)
                if dotZero { result.append(0x30) }
            } else if dotZero {
                result += [0x2e, 0x30]
            }
            return result
        }
        result += digits[..<point]
        result.append(0x2e)
        result += digits[point...]
        return result
    }

    /// The unsigned text of a finite number in one of the presentation types `e f g` or 0 for none.
    ///
    /// - Parameter precision: nil for the type's own: 6 places, or the shortest digits for none.
    static func present(
        _ magnitude: Double, type: UInt8, precision: Int?, alternate: Bool, upper: Bool
    ) -> [UInt8] {
        switch type {
        case 0x65, 0x66:
            var text = cFormat(
                magnitude, precision: precision ?? 6, conversion: type, alternate: alternate)
            if upper, type == 0x65, let mark = text.lastIndex(of: 0x65) { text[mark] = 0x45 }
            return text
        case 0x67:
            let places = max(1, precision ?? 6)
            let digits = rounded(magnitude, significant: places)
            return layOut(
                digits, precision: places, alternate: alternate, dotZero: false, upper: upper)
        default:
            guard let precision else {
                return layOut(
                    shortest(magnitude), precision: 17, alternate: false, dotZero: true,
                    upper: upper)
            }
            let places = max(1, precision)
            let digits = rounded(magnitude, significant: places)
            return layOut(
                digits, precision: places, alternate: alternate, dotZero: true, upper: upper)
        }
    }

    /// `round(value, places)`: the decimal nearest to the number's exact value, ties to even;
    /// nil when the result is too large for a float.
    static func round(_ value: Double, places: Int) -> Double? {
        if !value.isFinite || value == 0 { return value }
        if places > 323 { return value }
        if places < -308 { return value.sign == .minus ? -0.0 : 0 }
        if places >= 0 {
            let text = cFormat(value, precision: places, conversion: 0x66)
            let result = Double(String(decoding: text, as: UTF8.self)) ?? value
            return result.isFinite ? result : nil
        }
        let magnitude = value.magnitude
        let point = decimalPoint(of: magnitude)
        let significant = point + places
        var result: Double
        if significant > 0 {
            let text = cFormat(magnitude, precision: significant - 1, conversion: 0x65)
            result = Double(String(decoding: text, as: UTF8.self)) ?? magnitude
        } else if significant == 0 {
            // Half a unit of the place rounded to is 5 with `-places - 1` zeros.
            let half = Double("5e\(-places - 1)") ?? .infinity
            result = magnitude > half ? (Double("1e\(-places)") ?? .infinity) : 0
        } else {
            result = 0
        }
        if !result.isFinite { return nil }
        if value.sign == .minus { result = -result }
        return result
    }

    /// The place of the decimal point before the first significant digit: 3 for 123.4.
    private static func decimalPoint(of magnitude: Double) -> Int {
        let text = cFormat(magnitude, precision: 17, conversion: 0x65)
        var exponent = 0
        var negative = false
        guard let mark = text.lastIndex(of: 0x65) else { return 1 }
        for byte in text[(mark + 1)...] {
            if byte == 0x2d { negative = true }
            if byte >= 0x30 { exponent = exponent * 10 + Int(byte - 0x30) }
        }
        return (negative ? -exponent : exponent) + 1
    }
}

/// The text of `±magnitude / 10^places`: its length, and its writing to memory that has room for it.
struct DecimalText {
    private let magnitude: UInt64
    private let places: Int
    private let isNegative: Bool
    let count: Int

    init(_ magnitude: UInt64, places: Int, isNegative: Bool) {
        self.magnitude = magnitude
        self.places = places
        self.isNegative = isNegative
        var digits = 1
        var rest = magnitude
        while rest >= 10 {
            rest /= 10
            digits &+= 1
        }
        count = max(digits, places &+ 1) &+ (places > 0 ? 1 : 0) &+ (isNegative ? 1 : 0)
    }

    func write(to bytes: UnsafeMutablePointer<UInt8>) {
        let start = isNegative ? 1 : 0
        if isNegative { bytes[0] = 0x2d }
        var rest = magnitude
        var index = count
        while index > start {
            index &-= 1
            if places > 0, index == count &- 1 &- places {
                bytes[index] = 0x2e
                continue
            }
            let quotient = rest / 10
            bytes[index] = UInt8(truncatingIfNeeded: rest &- quotient &* 10) &+ 0x30
            rest = quotient
        }
    }
}
