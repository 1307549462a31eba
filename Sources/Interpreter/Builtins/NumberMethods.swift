import BigInt

/// The methods of `int` and `float`.
extension VirtualMachine {
    func installIntMethods() {
        let type = types.int
        type.method(self, "bit_length", "()", "Bits needed for the number without its sign.") {
            vm, value, _ in .int(vm.bigInt(value)?.magnitude.bitWidth ?? 0)
        }
        type.method(self, "bit_count", "()", "Ones in the binary form of the magnitude.") {
            vm, value, _ in
            .int(vm.bigInt(value)?.magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount } ?? 0)
        }
        type.method(self, "conjugate", "()", "The number itself.") { vm, value, _ in
            try vm.positive(value)
        }
        type.method(self, "as_integer_ratio", "()", "The number and 1.") { vm, value, _ in
            vm.tuple([try vm.positive(value), .int(1)])
        }
        type.method(
            self, "to_bytes", "(length=1, byteorder='big', *, signed=False)",
            "The bytes of the number."
        ) { vm, value, arguments in
            try vm.bytes(
                of: vm.bigInt(value) ?? 0, length: vm.index(arguments[0]),
                isBig: vm.isBigEndian(arguments[1]), signed: vm.isTrue(arguments[2]))
        }
        type.classMethod(
            self, "from_bytes", "(bytes, byteorder='big', *, signed=False)",
            "The number that bytes stand for."
        ) { vm, _, arguments in
            var digits: [UInt8]
            if let bytes = vm.bytesObject(arguments[0]) {
                digits = bytes.bytes
            } else {
                guard vm.isIterable(arguments[0]) else {
                    throw vm.typeError(
                        "cannot convert '\(vm.typeName(arguments[0]))' object to bytes")
                }
                digits = try vm.elements(of: arguments[0]).map { item in
                    guard case .int(let byte) = item, 0...255 ~= byte else {
                        throw vm.valueError("bytes must be in range(0, 256)")
                    }
                    return UInt8(byte)
                }
            }
            if try !vm.isBigEndian(arguments[1]) { digits.reverse() }
            var result = BigInt(sign: .plus, magnitude: BigUInt(Self.words(digits)))
            if try vm.isTrue(arguments[2]), let first = digits.first, first >= 0x80 {
                result -= BigInt(1) << (digits.count * 8)
            }
            return vm.integer(result)
        }
        type.property(self, "real", get: { vm, value in try vm.positive(value) })
        type.property(self, "imag", get: { _, _ in .int(0) })
        type.property(self, "numerator", get: { vm, value in try vm.positive(value) })
        type.property(self, "denominator", get: { _, _ in .int(1) })
    }

    /// Bytes, the most significant first, as the words of a big number.
    private static func words(_ digits: [UInt8]) -> BigUInt {
        var words: [UInt] = []
        var end = digits.count
        while end > 0 {
            let start = max(0, end - 8)
            words.append(digits[start..<end].reduce(0) { $0 << 8 | UInt($1) })
            end = start
        }
        return BigUInt(words: words)
    }

    private func isBigEndian(_ order: Value) throws -> Bool {
        switch order.string?.swiftString {
        case "big": return true
        case "little": return false
        default: throw valueError("byteorder must be either 'little' or 'big'")
        }
    }

    private func bytes(of value: BigInt, length: Int, isBig: Bool, signed: Bool) throws -> Value {
        if length < 0 { throw valueError("length argument must be non-negative") }
        if value < 0, !signed { throw overflowError("can't convert negative int to unsigned") }
        try reserve(length)
        let bits = length > 1 << 40 ? Int.max : length * 8
        let magnitude = value.magnitude
        let room =
            signed
            ? (value < 0 ? (magnitude - 1).bitWidth : magnitude.bitWidth) < bits || value == 0
            : magnitude.bitWidth <= bits
        if !room { throw overflowError("int too big to convert") }
        let whole = value < 0 ? (BigUInt(1) << bits) - magnitude : magnitude
        let words = Array(whole.words)
        var result = (0..<length).map { place -> UInt8 in
            let word = place / 8
            return word < words.count
                ? UInt8(truncatingIfNeeded: words[word] >> UInt(place % 8 * 8)) : 0
        }
        if isBig { result.reverse() }
        return bytes(result)
    }

    func installFloatMethods() {
        let type = types.float
        func float(_ value: Value) -> Double {
            if case .float(let float) = value { return float }
            return 0
        }
        type.method(self, "is_integer", "()", "Whether the number is whole.") { _, value, _ in
            .bool(float(value).isFinite && float(value) == float(value).rounded())
        }
        type.method(self, "conjugate", "()", "The number itself.") { _, value, _ in value }
        type.method(self, "as_integer_ratio", "()", "The number as an exact fraction.") {
            vm, value, _ in
            let number = float(value)
            if number.isNaN { throw vm.valueError("cannot convert NaN to integer ratio") }
            if number.isInfinite {
                throw vm.overflowError("cannot convert Infinity to integer ratio")
            }
            let fraction = Fraction(exactly: number)
            return vm.tuple([vm.integer(fraction.numerator), vm.integer(fraction.denominator)])
        }
        type.method(self, "hex", "()", "The number in hexadecimal notation.") { vm, value, _ in
            vm.string(Self.hexadecimal(float(value)))
        }
        type.classMethod(self, "fromhex", "(string, /)", "The number of a hexadecimal notation.") {
            vm, _, arguments in
            guard let text = arguments[0].string?.swiftString else {
                throw vm.typeError("bad argument type for built-in operation")
            }
            guard let number = Self.parseHexadecimal(text) else {
                throw vm.valueError("invalid hexadecimal floating-point string")
            }
            if number.isInfinite, !text.lowercased().contains("inf") {
                throw vm.overflowError("hexadecimal value too large to represent as a float")
            }
            return .float(number)
        }
        type.property(self, "real", get: { _, value in value })
        type.property(self, "imag", get: { _, _ in .float(0) })
    }

    private static func hexadecimal(_ value: Double) -> String {
        if !value.isFinite { return FloatText.repr(value) }
        let sign = value.sign == .minus ? "-" : ""
        if value == 0 { return sign + "0x0.0p+0" }
        let isNormal = value.isNormal
        let exponent = isNormal ? Int(value.exponent) : -1022
        let digits = String(value.significandBitPattern, radix: 16)
        let padded = String(repeating: "0", count: 13 - digits.count) + digits
        return
            "\(sign)0x\(isNormal ? 1 : 0).\(padded)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }

    private static func parseHexadecimal(_ text: String) -> Double? {
        var body = text.lowercased().filter { $0 != " " }
        var sign = 1.0
        if body.hasPrefix("-") || body.hasPrefix("+") {
            sign = body.removeFirst() == "-" ? -1 : 1
        }
        switch body {
        case "inf", "infinity": return sign * .infinity
        case "nan": return .nan
        default: break
        }
        if body.hasPrefix("0x") { body.removeFirst(2) }
        guard let first = body.first, first.isHexDigit || first == "." else { return nil }
        if !body.contains("p") { body += "p0" }
        return Double("0x" + body).map { sign * $0 }
    }

    /// `__round__`, `__floor__`, `__ceil__`, `__trunc__`.
    func installRounding(of type: TypeObject) {
        type.method(self, "__int__", "()", "") { vm, value, _ in
            guard case .float(let float) = value else { return try vm.positive(value) }
            return try vm.integer(truncating: float)
        }
        type.method(self, "__float__", "()", "") { vm, value, _ in
            .float(try vm.float(value))
        }
        type.method(self, "__round__", "(ndigits=None, /)", "") { vm, value, arguments in
            try vm.rounded(value, arguments[0])
        }
        for (name, rule) in [
            ("__floor__", FloatingPointRoundingRule.down), ("__ceil__", .up),
            ("__trunc__", .towardZero),
        ] {
            type.method(self, name, "()", "") { vm, value, _ in
                guard case .float(let float) = value else { return try vm.positive(value) }
                return try vm.integer(truncating: float.rounded(rule))
            }
        }
    }

    /// `round(value, places)` of an int or float.
    func rounded(_ value: Value, _ places: Value) throws -> Value {
        if case .float(let float) = value {
            if places.isNone {
                if float.isNaN { throw valueError("cannot convert float NaN to integer") }
                return try integer(truncating: float.rounded(.toNearestOrEven))
            }
            let count = try sliceIndex(try indexValue(places))
            guard let result = FloatText.round(float, places: count) else {
                throw overflowError("rounded value too large to represent")
            }
            return .float(result)
        }
        if places.isNone { return try positive(value) }
        let count = try sliceIndex(try indexValue(places))
        if count >= 0 { return try positive(value) }
        let whole = bigInt(value) ?? 0
        // Ten to this many places is more than twice the number: it rounds to nothing.
        if count < -whole.magnitude.bitWidth { return .int(0) }
        let unit = BigInt(10).power(-count)
        let (quotient, rest) = try floorDivide(whole, by: unit)
        let twice = rest * 2
        let up =
            twice > unit || (twice == unit && quotient.magnitude.words.first.map { $0 & 1 } == 1)
        return integer((up ? quotient + 1 : quotient) * unit)
    }
}
