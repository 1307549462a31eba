import BigInt

/// Number theory and sums that must be exact, on integers of any size.
enum ExactMath {
    /// The sum of floats rounded once: Shewchuk's method of partials that do not overlap.
    struct FloatSum {
        private var partials: [Double] = []
        /// The sum of infinities and nans among the terms.
        private var special = 0.0
        private var infinities = 0.0

        /// Adds a term.
        ///
        /// - Throws: when finite terms overflow on the way
        mutating func add(_ term: Double) throws(PlainError) {
            var x = term
            var kept = 0
            for index in partials.indices {
                var y = partials[index]
                if x.magnitude < y.magnitude { swap(&x, &y) }
                let high = x + y
                let low = y - (high - x)
                if low != 0 {
                    partials[kept] = low
                    kept += 1
                }
                x = high
            }
            partials.removeSubrange(kept...)
            if x == 0 { return }
            if x.isFinite {
                partials.append(x)
                return
            }
            if term.isFinite {
                throw PlainError(.overflow, "intermediate overflow in fsum")
            }
            if term.isInfinite { infinities += term }
            special += term
            partials = []
        }

        /// The rounded sum.
        ///
        /// - Throws: for infinities of both signs
        func value() throws(PlainError) -> Double {
            if special != 0 {
                if infinities.isNaN { throw PlainError(.value, "-inf + inf in fsum") }
                return special
            }
            guard var high = partials.last else { return 0 }
            var index = partials.count - 2
            var low = 0.0
            while index >= 0 {
                let x = high
                let y = partials[index]
                high = x + y
                low = y - (high - x)
                index -= 1
                if low != 0 { break }
            }
            // Half-even: the discarded part decides when it lies on a tie.
            if index >= 0, (low < 0 && partials[index] < 0) || (low > 0 && partials[index] > 0) {
                let doubled = low * 2
                let x = high + doubled
                if doubled == x - high { high = x }
            }
            return high
        }
    }

    /// The product of the integers in `range`, split in halves so that factors stay of like size.
    ///
    /// - Parameter charge: told of the work to come, in products of machine words
    static func product(
        _ range: ClosedRange<Int>, charge: (Int) throws -> Void
    ) throws -> BigInt {
        if range.count <= 16 {
            try charge(range.count * 8)
            // Factors are joined as long as they fit into a word.
            var product = BigInt(1)
            var word = 1
            for factor in range {
                let (next, overflow) = word.multipliedReportingOverflow(by: factor)
                if overflow { product *= BigInt(word) }
                word = overflow ? factor : next
            }
            return product * BigInt(word)
        }
        let middle = range.lowerBound + range.count / 2
        let low = try product(range.lowerBound...(middle - 1), charge: charge)
        let high = try product(middle...range.upperBound, charge: charge)
        try charge(low.magnitude.words.count &* high.magnitude.words.count)
        return LongMultiplication.product(low, high)
    }

    /// `n` choose `k` for 0 ≤ k ≤ n.
    static func choose(_ n: BigInt, _ k: Int, charge: (Int) throws -> Void) throws -> BigInt {
        var result = BigInt(1)
        var step = 0
        while step < k {
            result = result * (n - BigInt(step)) / BigInt(step + 1)
            step += 1
            try charge(result.magnitude.words.count &* 4 &+ 8)
        }
        return result
    }

    /// n·(n−1)·…, `k` factors.
    static func falling(_ n: BigInt, _ k: Int, charge: (Int) throws -> Void) throws -> BigInt {
        var result = BigInt(1)
        var step = 0
        while step < k {
            result *= n - BigInt(step)
            step += 1
            try charge(result.magnitude.words.count &+ 8)
        }
        return result
    }
}

/// A fraction in lowest terms with a positive denominator; what `statistics` sums with.
struct Fraction {
    var numerator: BigInt
    var denominator: BigInt

    init(_ numerator: BigInt, _ denominator: BigInt = 1) {
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        if divisor == 0 || divisor == 1 {
            self.numerator = numerator * sign
            self.denominator = denominator * sign
        } else {
            self.numerator = numerator / divisor * sign
            self.denominator = denominator / divisor * sign
        }
    }

    /// The exact value of a finite float.
    init(exactly value: Double) {
        if value == 0 {
            self.init(0)
            return
        }
        let significand = BigInt(Int64(value.significandBitPattern))
        let raw = Int(value.exponentBitPattern)
        var numerator = raw == 0 ? significand : significand + BigInt(1 << 52)
        let exponent = (raw == 0 ? 1 : raw) - 1075
        if value.sign == .minus { numerator = -numerator }
        self =
            exponent >= 0
            ? Fraction(numerator << exponent) : Fraction(numerator, BigInt(1) << (-exponent))
    }

    static func + (a: Fraction, b: Fraction) -> Fraction {
        if a.denominator == b.denominator {
            return Fraction(a.numerator + b.numerator, a.denominator)
        }
        return Fraction(
            a.numerator * b.denominator + b.numerator * a.denominator,
            a.denominator * b.denominator)
    }

    static func - (a: Fraction, b: Fraction) -> Fraction {
        a + Fraction(-b.numerator, b.denominator)
    }

    static func * (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
    }

    static func / (a: Fraction, b: Fraction) -> Fraction {
        Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
    }

    /// The nearest float; nil beyond the largest.
    var double: Double? { Self.quotient(numerator, denominator) }

    /// The correctly rounded quotient of two integers; nil beyond the largest float.
    static func quotient(_ numerator: BigInt, _ denominator: BigInt) -> Double? {
        if numerator == 0 { return 0 }
        let negative = (numerator.sign == .minus) != (denominator.sign == .minus)
        let top = numerator.magnitude
        let bottom = denominator.magnitude
        // 66 bits of quotient, the last one sticky, leave rounding to one final step; a subnormal
        // result keeps fewer bits so that it is not rounded twice.
        let difference = top.bitWidth - bottom.bitWidth
        if difference > 1025 { return nil }
        let shift = max(difference - 56, -1074 - 2)
        var (quotient, remainder) =
            shift >= 0
            ? top.quotientAndRemainder(dividingBy: bottom << shift)
            : (top << -shift).quotientAndRemainder(dividingBy: bottom)
        if remainder != 0 {
            quotient |= 1
            remainder = 0
        }
        let bits = quotient.bitWidth
        var word = UInt64(truncatingIfNeeded: quotient.words.first ?? 0)
        if bits > 64 { word = UInt64.max }
        // Round to the 53 bits (fewer when subnormal) that the result can hold.
        let kept = max(0, min(53, bits + shift + 1074))
        let drop = bits - kept
        if drop > 0 {
            let half: UInt64 = 1 << UInt64(drop - 1)
            let rest = word & (half << 1 &- 1)
            word = drop >= 64 ? 0 : word >> UInt64(drop)
            if rest > half || (rest == half && word & 1 == 1) { word += 1 }
            let result = Double(sign: .plus, exponent: shift + drop, significand: Double(word))
            if !result.isFinite { return nil }
            return negative ? -result : result
        }
        let result = Double(sign: .plus, exponent: shift, significand: Double(word))
        if !result.isFinite { return nil }
        return negative ? -result : result
    }

    /// The correctly rounded square root of a non-negative fraction.
    var squareRoot: Double? {
        if numerator == 0 { return 0 }
        // An integer square root of some 58 bits, its last bit sticky, then one rounding.
        let excess = (numerator.bitWidth - denominator.bitWidth - 117) / 2
        let root: BigUInt
        if excess >= 0 {
            root = Self.oddRoot(numerator.magnitude, (denominator.magnitude << (2 * excess)))
            return Self.quotient(BigInt(root) << excess, 1)
        }
        root = Self.oddRoot(numerator.magnitude << (-2 * excess), denominator.magnitude)
        return Self.quotient(BigInt(root), BigInt(1) << -excess)
    }

    private static func oddRoot(_ numerator: BigUInt, _ denominator: BigUInt) -> BigUInt {
        let quotient = numerator / denominator
        let root = quotient.squareRoot()
        return root * root * denominator == numerator ? root : root | 1
    }
}
