// Arithmetic on constants, done by the compiler where the result cannot be told from one computed at
// run time: numbers that stay small, and no errors.

enum Folding {
    static func unary(_ op: UnaryOperator, _ value: ConstantValue) -> ConstantValue? {
        switch (op, value) {
        case (.not, .bool(let flag)): return .bool(!flag)
        case (.not, .none): return .bool(true)
        case (.not, .int(let number)): return .bool(number == 0)
        case (.minus, .int(let number)):
            let (result, overflow) = (0).subtractingReportingOverflow(number)
            return overflow ? nil : .int(result)
        case (.minus, .bigInt(let digits, let negative)):
            if !negative, digits == "8000000000000000" { return .int(.min) }
            return .bigInt(hexDigits: digits, negative: !negative)
        case (.minus, .float(let number)): return .float(-number)
        case (.plus, .int), (.plus, .float), (.plus, .bigInt): return value
        case (.invert, .int(let number)): return .int(~number)
        default: return nil
        }
    }

    static func binary(
        _ op: BinaryOperator, _ left: ConstantValue, _ right: ConstantValue
    ) -> ConstantValue? {
        switch (left, right) {
        case (.int(let a), .int(let b)): integers(op, a, b)
        case (.float(let a), .float(let b)): floats(op, a, b)
        case (.float(let a), .int(let b)) where magnitudeIsExact(b): floats(op, a, Double(b))
        case (.int(let a), .float(let b)) where magnitudeIsExact(a): floats(op, Double(a), b)
        default: nil
        }
    }

    private static func integers(_ op: BinaryOperator, _ a: Int, _ b: Int) -> ConstantValue? {
        let result: (partialValue: Int, overflow: Bool)
        switch op {
        case .add: result = a.addingReportingOverflow(b)
        case .subtract: result = a.subtractingReportingOverflow(b)
        case .multiply: result = a.multipliedReportingOverflow(by: b)
        case .bitAnd: result = (a & b, false)
        case .bitOr: result = (a | b, false)
        case .bitXor: result = (a ^ b, false)
        case .leftShift:
            guard b >= 0, b < 62, a >= 0, a < 1 << (62 - b) else { return nil }
            result = (a << b, false)
        case .rightShift:
            guard b >= 0 else { return nil }
            result = (b < 64 ? a >> b : (a < 0 ? -1 : 0), false)
        case .floorDivide, .remainder:
            guard b != 0, b != -1 else { return nil }
            let quotient = a / b
            let remainder = a % b
            let adjust = remainder != 0 && (remainder < 0) != (b < 0)
            result =
                op == .floorDivide
                ? (adjust ? quotient - 1 : quotient, false)
                : (adjust ? remainder + b : remainder, false)
        case .divide:
            guard b != 0, magnitudeIsExact(a), magnitudeIsExact(b) else { return nil }
            return .float(Double(a) / Double(b))
        case .power: return power(a, b)
        case .matrixMultiply: return nil
        }
        return result.overflow ? nil : .int(result.partialValue)
    }

    private static func magnitudeIsExact(_ value: Int) -> Bool { value.magnitude < 1 << 53 }

    private static func power(_ base: Int, _ exponent: Int) -> ConstantValue? {
        guard exponent >= 0, exponent < 64 else { return nil }
        var result = 1
        for _ in 0..<exponent {
            let (product, overflow) = result.multipliedReportingOverflow(by: base)
            if overflow { return nil }
            result = product
        }
        return .int(result)
    }

    private static func floats(_ op: BinaryOperator, _ a: Double, _ b: Double) -> ConstantValue? {
        switch op {
        case .add: .float(a + b)
        case .subtract: .float(a - b)
        case .multiply: .float(a * b)
        case .divide: b == 0 ? nil : .float(a / b)
        default: nil
        }
    }
}
