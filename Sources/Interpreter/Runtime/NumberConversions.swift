package import BigInt

/// Hashes of numbers, and values as the machine numbers that natives need.
extension VirtualMachine {
    // MARK: Hashes

    private static let modulus = (1 << 61) - 1

    /// Python's hash of an integer: its residue modulo 2⁶¹ − 1, never −1.
    package static func hash(_ value: Int) -> Int {
        if value.magnitude < UInt(modulus) { return value == -1 ? -2 : value }
        let rest = Int(value.magnitude % UInt(modulus))
        let hash = value < 0 ? -rest : rest
        return hash == -1 ? -2 : hash
    }

    package static func hash(_ value: BigInt) -> Int {
        let rest = Int(value.magnitude % BigUInt(modulus))
        let hash = value.sign == .minus ? -rest : rest
        return hash == -1 ? -2 : hash
    }

    /// Python's hash of a float, equal to that of an equal integer.
    package static func hash(_ value: Double) -> Int {
        if value.isNaN { return 0 }
        if value.isInfinite { return value > 0 ? 314159 : -314159 }
        if let int = Int(exactly: value) { return hash(int) }
        var mantissa = value.magnitude.significand
        var exponent = Int(value.magnitude.exponent)
        var hash: UInt = 0
        while mantissa != 0 {
            hash = (hash << 28) & UInt(modulus) | hash >> 33
            mantissa *= 268_435_456
            exponent -= 28
            let digits = UInt(mantissa)
            mantissa -= Double(digits)
            hash += digits
            if hash >= UInt(modulus) { hash -= UInt(modulus) }
        }
        let shift = exponent >= 0 ? exponent % 61 : 60 - ((-1 - exponent) % 61)
        hash = ((hash << UInt(shift)) & UInt(modulus)) | hash >> UInt(61 - shift)
        let signed = value < 0 ? -Int(hash) : Int(hash)
        return signed == -1 ? -2 : signed
    }

    // MARK: Conversions that natives need

    /// The value as a machine integer through `__index__`; floats are refused.
    /// TypeError "'float' object cannot be interpreted as an integer"; OverflowError when it does not fit.
    package func index(_ value: Value) throws -> Int {
        switch value {
        case .int(let int): return int
        case .bool(let bool): return bool ? 1 : 0
        default: break
        }
        let whole = try indexValue(value)
        if case .int(let int) = whole { return int }
        throw error(.overflowError, "Python int too large to convert to C ssize_t")
    }

    /// The value as what C calls an `int`, for the methods that take no more.
    package func cInt(_ value: Value) throws -> Int {
        guard case .int(let number) = try indexValue(value), Int32(exactly: number) != nil else {
            throw error(.overflowError, "Python int too large to convert to C int")
        }
        return number
    }

    /// `operator.index(value)`: an integer of any size.
    package func indexValue(_ value: Value) throws -> Value {
        switch value {
        case .int: return value
        case .bool(let bool): return .int(bool ? 1 : 0)
        default: break
        }
        if value.bigInt != nil { return value }
        if let inner = value.wrappedNumber {
            return try indexValue(inner)
        }
        guard let slot = type(of: value).slots.toIndex else {
            throw typeError(
                "'\(typeName(value))' object cannot be interpreted as an integer")
        }
        return try slot(self, value)
    }

    /// A number without its fraction.
    func truncated(_ value: Value) throws -> Value {
        switch number(value) {
        case .int(let int): return .int(int)
        case .big(let big): return integer(big)
        case .float(let float):
            if float.isNaN { throw valueError("cannot convert float NaN to integer") }
            if float.isInfinite {
                throw error(.overflowError, "cannot convert float infinity to integer")
            }
            return integer(BigInt(float))
        case nil: throw typeError("'\(typeName(value))' object is no number")
        }
    }

    /// The value as a float, as math functions take it: "must be real number, not str".
    package func float(_ value: Value) throws -> Double {
        switch number(value) {
        case .int(let int): return Double(int)
        case .float(let float): return float
        case .big(let big): return try double(big)
        case nil: break
        }
        if let slot = type(of: value).slots.toFloat {
            let result = try slot(self, value)
            if case .float(let float) = result { return float }
            throw typeError(
                "\(typeName(value)).__float__ returned non-float (type \(typeName(result)))")
        }
        if let slot = type(of: value).slots.toIndex { return try float(slot(self, value)) }
        throw typeError("must be real number, not \(typeName(value))")
    }
}
