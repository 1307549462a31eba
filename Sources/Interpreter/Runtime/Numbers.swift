package import BigInt
import Glibc

// Arithmetic of int, float and bool. Integers stay in machine words until they overflow; then they become
// big integers, and come back when they fit.

extension VirtualMachine {
    /// The most bits an integer may have, so that no single operation runs for long.
    static let integerBits = 1 << 22

    /// A number as arithmetic sees it: bool is an integer.
    enum Number {
        case int(Int)
        case big(BigInt)
        case float(Double)
    }

    func number(_ value: Value) -> Number? {
        switch value {
        case .int(let int): .int(int)
        case .float(let float): .float(float)
        case .bool(let bool): .int(bool ? 1 : 0)
        case .object(let object) where object.kind == .bigInt:
            .big(unsafeDowncast(object, to: BigIntObject.self).value)
        case .object(let object) where object.kind == .number:
            number(unsafeDowncast(object, to: NumberObject.self).value)
        default: nil
        }
    }

    /// The value as an integer of any size, if it is an `int` (or bool).
    package func bigInt(_ value: Value) -> BigInt? {
        switch number(value) {
        case .int(let int): BigInt(int)
        case .big(let big): big
        default: nil
        }
    }

    /// `a op b` for numbers; `nil` when one of them is none.
    func numberBinary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws -> Value? {
        switch (a, b) {
        case (.int(let x), .int(let y)): return try intBinary(op, x, y)
        case (.float(let x), .float(let y)): return try floatBinary(op, x, y)
        case (.bool(let x), .bool(let y)):
            switch op {
            case .bitAnd: return .bool(x && y)
            case .bitOr: return .bool(x || y)
            case .bitXor: return .bool(x != y)
            default: break
            }
        default: break
        }
        guard let x = number(a), let y = number(b) else { return nil }
        switch (x, y) {
        case (.int(let x), .int(let y)): return try intBinary(op, x, y)
        case (.int(let x), .big(let y)): return try bigBinary(op, BigInt(x), y)
        case (.big(let x), .int(let y)): return try bigBinary(op, x, BigInt(y))
        case (.big(let x), .big(let y)): return try bigBinary(op, x, y)
        case (.float(let x), .float(let y)): return try floatBinary(op, x, y)
        case (.int(let x), .float(let y)): return try floatBinary(op, Double(x), y)
        case (.float(let x), .int(let y)): return try floatBinary(op, x, Double(y))
        case (.big(let x), .float(let y)):
            return op.hasFloats ? try floatBinary(op, double(x), y) : nil
        case (.float(let x), .big(let y)):
            return op.hasFloats ? try floatBinary(op, x, double(y)) : nil
        }
    }

    /// A big integer as a float; OverflowError when it is too large.
    package func double(_ value: BigInt) throws -> Double {
        guard let result = NumberText.double(value) else {
            throw error(.overflowError, "int too large to convert to float")
        }
        return result
    }

    private func intBinary(_ op: BinaryOperator, _ a: Int, _ b: Int) throws -> Value {
        switch op {
        case .add:
            let (result, overflow) = a.addingReportingOverflow(b)
            return overflow ? integer(BigInt(a) + BigInt(b)) : .int(result)
        case .subtract:
            let (result, overflow) = a.subtractingReportingOverflow(b)
            return overflow ? integer(BigInt(a) - BigInt(b)) : .int(result)
        case .multiply:
            let (result, overflow) = a.multipliedReportingOverflow(by: b)
            return overflow ? integer(BigInt(a) * BigInt(b)) : .int(result)
        case .divide:
            if b == 0 { throw error(.zeroDivisionError, "division by zero") }
            if a.magnitude < 1 << 53, b.magnitude < 1 << 53 {
                return .float(Double(a) / Double(b))
            }
            return .float(try bigTrueDivide(BigInt(a), BigInt(b)))
        case .floorDivide:
            if b == 0 { throw error(.zeroDivisionError, "integer division or modulo by zero") }
            if b == -1 { return try negative(.int(a)) }
            let quotient = a / b
            return .int(a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient)
        case .remainder:
            if b == 0 { throw error(.zeroDivisionError, "integer modulo by zero") }
            if b == -1 { return .int(0) }
            let rest = a % b
            return .int(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
        case .power:
            if b < 0 {
                if a == 0 {
                    throw error(
                        .zeroDivisionError, "0.0 cannot be raised to a negative power")
                }
                return .float(pow(Double(a), Double(b)))
            }
            return try intPower(a, b)
        case .leftShift:
            if b < 0 { throw valueError("negative shift count") }
            if a == 0 { return .int(0) }
            if b < 63, a.magnitude.leadingZeroBitCount > b + 1 { return .int(a << b) }
            return try bigBinary(op, BigInt(a), BigInt(b))
        case .rightShift:
            if b < 0 { throw valueError("negative shift count") }
            return .int(a >> min(b, 63))
        case .bitAnd: return .int(a & b)
        case .bitOr: return .int(a | b)
        case .bitXor: return .int(a ^ b)
        case .matrixMultiply: throw unsupported("@", .int(a), .int(b))
        }
    }

    private func intPower(_ a: Int, _ b: Int) throws -> Value {
        var result = 1
        var base = a
        var exponent = b
        while exponent > 0 {
            if exponent & 1 == 1 {
                let (next, overflow) = result.multipliedReportingOverflow(by: base)
                if overflow { return try bigPower(BigInt(a), b) }
                result = next
            }
            exponent >>= 1
            if exponent > 0 {
                let (next, overflow) = base.multipliedReportingOverflow(by: base)
                if overflow { return try bigPower(BigInt(a), b) }
                base = next
            }
        }
        return .int(result)
    }

    private func bigPower(_ a: BigInt, _ b: Int) throws -> Value {
        if a.magnitude <= 1 { return integer(a.magnitude == 0 ? 0 : (b & 1 == 1 ? a : 1)) }
        let (bits, overflow) = a.magnitude.bitWidth.multipliedReportingOverflow(by: b)
        try checkBits(overflow ? .max : bits)
        var result = BigInt(1)
        var base = a
        var exponent = b
        while exponent > 0 {
            let size = base.magnitude.words.count
            try chargeWords(size &* size &+ 8)
            if exponent & 1 == 1 { result = LongMultiplication.product(result, base) }
            exponent >>= 1
            if exponent > 0 { base = LongMultiplication.product(base, base) }
        }
        return integer(result)
    }

    func checkBits(_ bits: Int) throws {
        if bits > Self.integerBits {
            throw error(
                .memoryError, arguments: [],
                hint: "The result would have more than a million digits.")
        }
        try reserve(bits / 8)
    }

    private func bigBinary(_ op: BinaryOperator, _ a: BigInt, _ b: BigInt) throws -> Value {
        switch op {
        case .add: return integer(a + b)
        case .subtract: return integer(a - b)
        case .multiply:
            let (left, right) = (a.magnitude.words.count, b.magnitude.words.count)
            if left &* right > 256 {
                try checkBits(a.magnitude.bitWidth + b.magnitude.bitWidth)
                try chargeWords(left &* right)
            }
            return integer(LongMultiplication.product(a, b))
        case .divide:
            if b.isZero { throw error(.zeroDivisionError, "division by zero") }
            return .float(try bigTrueDivide(a, b))
        case .floorDivide:
            if b.isZero {
                throw error(.zeroDivisionError, "integer division or modulo by zero")
            }
            return integer(try floorDivide(a, by: b).quotient)
        case .remainder:
            if b.isZero { throw error(.zeroDivisionError, "integer modulo by zero") }
            return integer(try floorDivide(a, by: b).remainder)
        case .power:
            if b.sign == .minus {
                if a.isZero {
                    throw error(
                        .zeroDivisionError, "0.0 cannot be raised to a negative power")
                }
                return .float(pow(try double(a), try double(b)))
            }
            return try bigPower(a, Int(exactly: b) ?? .max)
        case .leftShift:
            if b.sign == .minus { throw valueError("negative shift count") }
            if a.isZero { return .int(0) }
            guard let shift = Int(exactly: b), shift < Self.integerBits else {
                try checkBits(.max)
                return .none
            }
            try checkBits(a.magnitude.bitWidth + shift)
            return integer(a << shift)
        case .rightShift:
            if b.sign == .minus { throw valueError("negative shift count") }
            guard let shift = Int(exactly: b), shift <= a.magnitude.bitWidth else {
                return .int(a.sign == .minus ? -1 : 0)
            }
            // Rounds down for negative numbers too.
            if a.sign == .minus { return integer(-((-a - 1) >> shift) - 1) }
            return integer(a >> shift)
        case .bitAnd: return integer(a & b)
        case .bitOr: return integer(a | b)
        case .bitXor: return integer(a ^ b)
        case .matrixMultiply: throw unsupported("@", integer(a), integer(b))
        }
    }

    /// Quotient and remainder as Python's `//` and `%`: the remainder has the divisor's sign.
    package static func floorDivide(
        _ a: BigInt, _ b: BigInt
    ) -> (quotient: BigInt, remainder: BigInt) {
        let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
        if !remainder.isZero, (remainder.sign == .minus) != (b.sign == .minus) {
            return (quotient - 1, remainder + b)
        }
        return (quotient, remainder)
    }

    /// `a / b`, correctly rounded: the quotient is taken with 66 bits or more, a sticky bit for the rest.
    private func bigTrueDivide(_ a: BigInt, _ b: BigInt) throws -> Double {
        if a.isZero { return b.sign == .minus ? -0.0 : 0 }
        let negative = (a.sign == .minus) != (b.sign == .minus)
        let x = a.magnitude
        let y = b.magnitude
        let shift = max(66 - (x.bitWidth - y.bitWidth), -1100)
        let scaled = shift >= 0 ? x << shift : x
        let divisor = shift >= 0 ? y : y << -shift
        var (quotient, rest) = try divide(scaled, by: divisor)
        var exponent = -shift
        // Keep just the bits that a float can hold at this magnitude, plus a sticky one.
        let width = quotient.bitWidth
        let lowest = max(width - 64, -1076 - exponent)
        if lowest > 0 {
            let kept = quotient >> lowest
            if kept << lowest != quotient { rest = 1 }
            quotient = kept
            exponent += lowest
        }
        var mantissa = UInt64(truncatingIfNeeded: quotient.words.first ?? 0)
        if !rest.isZero { mantissa |= 1 }
        let keep = max(min(53, mantissa.bitWidth - mantissa.leadingZeroBitCount), 0)
        var drop = mantissa.bitWidth - mantissa.leadingZeroBitCount - keep
        drop = max(drop, -1074 - exponent)
        if drop > 0, drop < 64 {
            let half = UInt64(1) << (drop - 1)
            let low = mantissa & (half << 1 &- 1)
            mantissa >>= UInt64(drop)
            if low > half || (low == half && mantissa & 1 == 1) { mantissa += 1 }
            exponent += drop
        }
        let result = scalbn(Double(mantissa), Int32(clamping: exponent))
        if result.isInfinite {
            throw error(.overflowError, "integer division result too large for a float")
        }
        return negative ? -result : result
    }

    private func floatBinary(_ op: BinaryOperator, _ a: Double, _ b: Double) throws -> Value? {
        switch op {
        case .add: return .float(a + b)
        case .subtract: return .float(a - b)
        case .multiply: return .float(a * b)
        case .divide:
            if b == 0 { throw error(.zeroDivisionError, "float division by zero") }
            return .float(a / b)
        case .floorDivide:
            if b == 0 { throw error(.zeroDivisionError, "float floor division by zero") }
            return .float(Self.floorDivide(a, b).quotient)
        case .remainder:
            if b == 0 { throw error(.zeroDivisionError, "float modulo") }
            return .float(Self.floorDivide(a, b).remainder)
        case .power:
            if a == 0, b < 0 {
                throw error(.zeroDivisionError, "0.0 cannot be raised to a negative power")
            }
            if a < 0, a.isFinite, b.isFinite, b != b.rounded() {
                throw valueError(
                    "negative number cannot be raised to a fractional power",
                    hint: "The lab's Python has no complex numbers.")
            }
            let result = pow(a, b)
            if result.isInfinite, a.isFinite, b.isFinite {
                throw error(
                    .overflowError,
                    arguments: [.int(34), string("Numerical result out of range")])
            }
            return .float(result)
        default: return nil
        }
    }

    /// Quotient and remainder of floats as Python's `//` and `%`.
    package static func floorDivide(
        _ a: Double, _ b: Double
    ) -> (quotient: Double, remainder: Double) {
        var remainder = fmod(a, b)
        var quotient = (a - remainder) / b
        if remainder != 0 {
            if (b < 0) != (remainder < 0) {
                remainder += b
                quotient -= 1
            }
        } else {
            remainder = b.sign == .minus ? -0.0 : 0.0
        }
        if quotient != 0 {
            var floor = quotient.rounded(.down)
            if quotient - floor > 0.5 { floor += 1 }
            quotient = floor
        } else {
            quotient = (a / b).sign == .minus ? -0.0 : 0.0
        }
        return (quotient, remainder)
    }

    /// `a op b` for numbers and an ordering operator; `nil` when one of them is none.
    func numberCompare(_ op: ComparisonOperator, _ a: Value, _ b: Value) -> Bool? {
        switch (a, b) {
        case (.int(let x), .int(let y)): return op.compares(x, y)
        case (.float(let x), .float(let y)): return op.compares(x, y)
        default: break
        }
        guard let x = number(a), let y = number(b) else { return nil }
        switch (x, y) {
        case (.int(let x), .int(let y)): return op.compares(x, y)
        case (.int(let x), .big(let y)): return op.compares(BigInt(x), y)
        case (.big(let x), .int(let y)): return op.compares(x, BigInt(y))
        case (.big(let x), .big(let y)): return op.compares(x, y)
        case (.float(let x), .float(let y)): return op.compares(x, y)
        case (.int(let x), .float(let y)):
            if x.magnitude < 1 << 53 { return op.compares(Double(x), y) }
            return Self.compares(op, BigInt(x), y)
        case (.float(let x), .int(let y)):
            if y.magnitude < 1 << 53 { return op.compares(x, Double(y)) }
            return Self.compares(op.mirrored, BigInt(y), x)
        case (.big(let x), .float(let y)): return Self.compares(op, x, y)
        case (.float(let x), .big(let y)): return Self.compares(op.mirrored, y, x)
        }
    }

    /// Compares exactly: the float is not rounded, nor is the integer.
    private static func compares(_ op: ComparisonOperator, _ a: BigInt, _ b: Double) -> Bool {
        if b.isNaN { return op == .notEqual }
        if b.isInfinite { return op.holds(b > 0 ? -1 : 1) }
        let floor = BigInt(b.rounded(.down))
        if a > floor { return op.holds(1) }
        if a < floor { return op.holds(-1) }
        return op.holds(b > b.rounded(.down) ? -1 : 0)
    }
}

extension BinaryOperator {
    /// Whether floats take part in it.
    fileprivate var hasFloats: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .remainder, .power, .floorDivide: true
        case .matrixMultiply, .leftShift, .rightShift, .bitOr, .bitXor, .bitAnd: false
        }
    }
}

extension ComparisonOperator {
    @inline(__always)
    func compares<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch self {
        case .equal: a == b
        case .notEqual: a != b
        case .less: a < b
        case .lessEqual: a <= b
        case .greater: a > b
        case .greaterEqual: a >= b
        case .is, .isNot, .in, .notIn: false
        }
    }
}
