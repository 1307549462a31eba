import BigInt

/// The functions of `math` on integers, and sums.
extension VirtualMachine {
    func addIntegerMath(to module: ModuleObject) {
        module.function(self, "gcd", "(*integers)", "The greatest common divisor.") {
            vm, arguments in
            var result = BigUInt(0)
            for value in arguments.variadic(0) {
                let next = vm.bigInt(try vm.indexValue(value)) ?? 0
                result = try vm.commonDivisor(result, next.magnitude)
            }
            return vm.integer(BigInt(result))
        }
        module.function(self, "lcm", "(*integers)", "The least common multiple.") {
            vm, arguments in
            var result = BigInt(1)
            for value in arguments.variadic(0) {
                let next = vm.bigInt(try vm.indexValue(value)) ?? 0
                if next == 0 || result == 0 {
                    result = 0
                    continue
                }
                try vm.checkBits(result.magnitude.bitWidth + next.magnitude.bitWidth)
                let divisor = try vm.commonDivisor(result.magnitude, next.magnitude)
                result = BigInt(try vm.divide(result.magnitude, by: divisor).quotient) * next
            }
            return vm.integer(BigInt(sign: .plus, magnitude: result.magnitude))
        }
        module.function(self, "factorial", "(n, /)", "1·2·…·n.") { vm, arguments in
            let value = try vm.indexValue(arguments[0])
            if try vm.isNegative(value) {
                throw vm.valueError("factorial() not defined for negative values")
            }
            guard case .int(let n) = value else {
                throw vm.overflowError("factorial() argument should not exceed \(Int.max)")
            }
            if n < 2 { return .int(1) }
            // n! has at most n·log2(n) bits.
            let bits = Int.bitWidth - n.leadingZeroBitCount
            let (most, overflow) = n.multipliedReportingOverflow(by: bits)
            try vm.checkBits(overflow ? .max : most)
            return vm.integer(try ExactMath.product(1...n) { try vm.chargeWords($0) })
        }
        module.function(self, "isqrt", "(n, /)", "The integer part of the square root.") {
            vm, arguments in
            let value = vm.bigInt(try vm.indexValue(arguments[0])) ?? 0
            if value < 0 { throw vm.valueError("isqrt() argument must be nonnegative") }
            return vm.integer(BigInt(try vm.squareRoot(value.magnitude)))
        }
        module.function(self, "comb", "(n, k, /)", "The ways to choose k of n items.") {
            vm, arguments in
            let n = vm.bigInt(try vm.indexValue(arguments[0])) ?? 0
            var k = vm.bigInt(try vm.indexValue(arguments[1])) ?? 0
            if n < 0 { throw vm.valueError("n must be a non-negative integer") }
            if k < 0 { throw vm.valueError("k must be a non-negative integer") }
            if k > n { return .int(0) }
            if n - k < k { k = n - k }
            let count = try vm.count(of: k, times: n)
            return vm.integer(try ExactMath.choose(n, count) { try vm.chargeWords($0) })
        }
        module.function(
            self, "perm", "(n, k=None, /)", "The ways to choose k of n items in order."
        ) { vm, arguments in
            let n = vm.bigInt(try vm.indexValue(arguments[0])) ?? 0
            let k = arguments[1].isNone ? n : vm.bigInt(try vm.indexValue(arguments[1])) ?? 0
            if n < 0 {
                throw vm.valueError(
                    arguments[1].isNone
                        ? "factorial() not defined for negative values"
                        : "n must be a non-negative integer")
            }
            if k < 0 { throw vm.valueError("k must be a non-negative integer") }
            if k > n { return .int(0) }
            if arguments[1].isNone, k > Int.max {
                throw vm.overflowError("factorial() argument should not exceed \(Int.max)")
            }
            let count = try vm.count(of: k, times: n)
            return vm.integer(try ExactMath.falling(n, count) { try vm.chargeWords($0) })
        }
    }

    /// The number of factors of the size of `n`, refused when their product is too large.
    private func count(of k: BigInt, times n: BigInt) throws -> Int {
        guard let count = Int(exactly: k) else {
            throw overflowError("min(n - k, k) must not exceed \(Int.max)")
        }
        let (bits, overflow) = count.multipliedReportingOverflow(by: n.magnitude.bitWidth)
        try checkBits(overflow ? .max : bits)
        return count
    }

    func addSums(to module: ModuleObject) {
        module.function(self, "fsum", "(seq, /)", "The sum of floats, rounded once.") {
            vm, arguments in
            var sum = ExactMath.FloatSum()
            try vm.iterate(arguments[0]) { item in
                let term = try vm.float(item)
                try vm.plain { try sum.add(term) }
            }
            return .float(try vm.plain { try sum.value() })
        }
        module.function(self, "prod", "(iterable, /, *, start=1)", "The product of the items.") {
            vm, arguments in
            var result = arguments[1]
            try vm.iterate(arguments[0]) { item in
                result = try vm.binary(.multiply, result, item)
            }
            return result
        }
        module.function(self, "hypot", "(*coordinates)", "The length of a vector.") {
            vm, arguments in .float(Self.norm(try arguments.variadic(0).map { try vm.float($0) }))
        }
        module.function(self, "dist", "(p, q, /)", "The distance of two points.") {
            vm, arguments in
            let p = try vm.elements(of: arguments[0])
            let q = try vm.elements(of: arguments[1])
            if p.count != q.count {
                throw vm.valueError("both points must have the same number of dimensions")
            }
            return .float(
                Self.norm(try zip(p, q).map { try vm.float($0) - vm.float($1) }))
        }
    }

    /// The Euclidean norm: squares are summed in twice the precision, and the root is corrected once.
    private static func norm(_ values: [Double]) -> Double {
        if values.contains(where: \.isInfinite) { return .infinity }
        if values.contains(where: \.isNaN) { return .nan }
        let largest = values.map(\.magnitude).max() ?? 0
        if largest == 0 { return 0 }
        let exponent = Int(largest.exponent)
        var high = 0.0
        var low = 0.0
        for value in values {
            let scaled = Double(sign: .plus, exponent: -exponent, significand: value)
            let square = scaled * scaled
            let sum = high + square
            let part = sum - high
            low += (high - (sum - part)) + (square - part) + (-square).addingProduct(scaled, scaled)
            high = sum
        }
        let root = (high + low).squareRoot()
        let rest = high.addingProduct(-root, root) + low
        return Double(sign: .plus, exponent: exponent, significand: root + rest / (2 * root))
    }
}
