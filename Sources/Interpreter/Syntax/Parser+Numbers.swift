import BigInt

/// The values of numbers.
extension Parser {
    /// CPython's limit for decimal digits, beyond which conversion would take quadratic time.
    static let maximumDigits = 4300

    mutating func parseNumber() throws(ParseError) -> ExpressionID {
        let index = at
        at += 1
        let token = tree.tokens[index]
        let raw = tree.source.bytes[Int(token.start)..<Int(token.end)]
        if raw.count == 1, let byte = raw.first {
            return make(.smallInt(Int32(byte) - 48), from: index)
        }
        let digits = raw.filter { $0 != 95 }
        let last = digits[digits.count - 1]
        if digits.count > 2, digits[0] == 48 {
            switch digits[1] | 32 {
            case 120: return makeInteger(digits[2...], bits: 4, index)
            case 111: return makeInteger(digits[2...], bits: 3, index)
            case 98: return makeInteger(digits[2...], bits: 1, index)
            default: break
            }
        }
        if last | 32 == 106 {
            throw refusal(String(decoding: raw, as: UTF8.self), at: index)
        }
        if digits.contains(where: { $0 == 46 || $0 | 32 == 101 }) {
            var text = String(decoding: digits, as: UTF8.self)
            if text.hasPrefix(".") { text = "0" + text }
            return makeConstant(.float(Double(text) ?? .infinity), from: index)
        }
        return try makeDecimal(digits, index)
    }

    private mutating func makeDecimal(
        _ digits: [UInt8], _ index: Int
    ) throws(ParseError) -> ExpressionID {
        var value = 0
        for digit in digits {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(digit) - 48)
            if overflow || carry { return try makeBigDecimal(digits, index) }
            value = sum
        }
        return makeInt(value, index)
    }

    private mutating func makeBigDecimal(
        _ digits: [UInt8], _ index: Int
    ) throws(ParseError) -> ExpressionID {
        let significant = digits.drop { $0 == 48 }
        guard digits.count <= Parser.maximumDigits else {
            var result = makeFailure(
                "Exceeds the limit (\(Parser.maximumDigits) digits) for integer string conversion: "
                    + "value has \(digits.count) digits; use sys.set_int_max_str_digits() to increase "
                    + "the limit - Consider hexadecimal for huge integer literals to avoid decimal "
                    + "conversion limits.", .syntaxError, index, index)
            result.endColumn = 0
            throw .failure(result)
        }
        let value = BigUInt(String(decoding: significant, as: UTF8.self), radix: 10) ?? 0
        return makeConstant(
            .bigInt(hexDigits: String(value, radix: 16), negative: false), from: index)
    }

    private mutating func makeInt(_ value: Int, _ index: Int) -> ExpressionID {
        if let small = Int32(exactly: value) { return make(.smallInt(small), from: index) }
        return makeConstant(.int(value), from: index)
    }

    /// Digits of `bits` bits each, in time linear in their number.
    private mutating func makeInteger(
        _ digits: ArraySlice<UInt8>, bits: Int, _ index: Int
    ) -> ExpressionID {
        var nibbles: [UInt8] = []
        nibbles.reserveCapacity(digits.count * bits / 4 + 1)
        var pending = 0
        var available = 0
        for digit in digits.reversed() {
            let value = digit < 58 ? Int(digit) - 48 : Int(digit | 32) - 87
            pending |= value << available
            available += bits
            while available >= 4 {
                nibbles.append(UInt8(pending & 15))
                pending >>= 4
                available -= 4
            }
        }
        if available > 0 { nibbles.append(UInt8(pending & 15)) }
        while nibbles.count > 1, nibbles[nibbles.count - 1] == 0 { nibbles.removeLast() }
        if nibbles.count < 16 {
            var value = 0
            for nibble in nibbles.reversed() { value = value << 4 | Int(nibble) }
            return makeInt(value, index)
        }
        let text = nibbles.reversed().map { $0 < 10 ? $0 + 48 : $0 + 87 }
        let hex = String(decoding: text, as: UTF8.self)
        if nibbles.count == 16, let value = Int(hex, radix: 16) { return makeInt(value, index) }
        return makeConstant(.bigInt(hexDigits: hex, negative: false), from: index)
    }
}
