import BigInt

// Arithmetic of very long integers. Division, roots and common divisors take time that grows with the square of the
// length, so they are done in pieces between which the machine looks at its budgets and at the interrupt flag.

extension VirtualMachine {
    /// Counts work on long integers, in steps of one machine word, against the budgets.
    @inline(__always)
    func chargeWords(_ steps: Int) throws {
        budget.ticks &-= steps >> 3
        if budget.ticks < 0 { try pollSlowly() }
    }

    /// Quotient and remainder of magnitudes; the divisor is not zero.
    func divide(
        _ a: BigUInt, by b: BigUInt
    ) throws -> (quotient: BigUInt, remainder: BigUInt) {
        let words = a.words.count
        let width = b.words.count
        let cost = width &* max(words &- width, 1)
        if cost < 1 << 20 {
            if cost > 64 { try chargeWords(cost) }
            return a.quotientAndRemainder(dividingBy: b)
        }
        // Long division whose digits are runs of words.
        let size = max((1 << 20) / width, 1)
        let source = Array(a.words)
        var quotient = [UInt](repeating: 0, count: words + size)
        var rest = BigUInt(0)
        var end = words
        while end > 0 {
            let start = max(end - (end % size == 0 ? size : end % size), 0)
            let digit = BigUInt(words: source[start..<end])
            let partial = rest << ((end - start) * UInt.bitWidth) | digit
            let (part, remainder) = partial.quotientAndRemainder(dividingBy: b)
            for (offset, word) in part.words.enumerated() where offset < end - start {
                quotient[start + offset] = word
            }
            rest = remainder
            end = start
            try chargeWords(size &* width)
        }
        return (BigUInt(words: quotient), rest)
    }

    /// Quotient and remainder as Python's `//` and `%`: the remainder has the divisor's sign.
    func floorDivide(
        _ a: BigInt, by b: BigInt
    ) throws -> (quotient: BigInt, remainder: BigInt) {
        let (q, r) = try divide(a.magnitude, by: b.magnitude)
        let quotient = BigInt(sign: a.sign == b.sign ? .plus : .minus, magnitude: q)
        let remainder = BigInt(sign: a.sign, magnitude: r)
        if !remainder.isZero, (remainder.sign == .minus) != (b.sign == .minus) {
            return (quotient - 1, remainder + b)
        }
        return (quotient, remainder)
    }

    /// The greatest common divisor, by Lehmer's method: the leading bits of both numbers give many steps of
    /// Euclid's algorithm at once.
    func commonDivisor(_ first: BigUInt, _ second: BigUInt) throws -> BigUInt {
        var a = BigInt(max(first, second))
        var b = BigInt(min(first, second))
        while b.magnitude.bitWidth > 62 {
            try chargeWords(a.magnitude.words.count &* 8)
            let shift = a.magnitude.bitWidth - 62
            var x = Int(a.magnitude >> shift)
            var y = Int(b.magnitude >> shift)
            var (xa, xb, ya, yb) = (1, 0, 0, 1)
            while y + ya != 0, y + yb != 0 {
                let quotient = (x + xa) / (y + ya)
                if quotient != (x + xb) / (y + yb) { break }
                let (first, firstOverflow) = quotient.multipliedReportingOverflow(by: ya)
                let (second, secondOverflow) = quotient.multipliedReportingOverflow(by: yb)
                if firstOverflow || secondOverflow { break }
                (xa, ya) = (ya, xa &- first)
                (xb, yb) = (yb, xb &- second)
                (x, y) = (y, x &- quotient &* y)
            }
            if xb == 0 {
                let rest = try divide(a.magnitude, by: b.magnitude).remainder
                a = b
                b = BigInt(rest)
            } else {
                (a, b) = (a * BigInt(xa) + b * BigInt(xb), a * BigInt(ya) + b * BigInt(yb))
            }
        }
        guard !b.isZero else { return a.magnitude }
        var small = Int(b)
        var rest = Int(try divide(a.magnitude, by: b.magnitude).remainder)
        while rest != 0 { (small, rest) = (rest, small % rest) }
        return BigUInt(small)
    }

    /// The integer part of a square root: each step doubles the number of right bits.
    func squareRoot(_ value: BigUInt) throws -> BigUInt {
        if value.isZero { return 0 }
        let half = (value.bitWidth - 1) / 2
        var root = BigUInt(1)
        var known = 0
        var position = half == 0 ? -1 : Int.bitWidth - half.leadingZeroBitCount - 1
        while position >= 0 {
            let before = known
            known = half >> position
            let scaled = try divide(value >> (2 * half - before - known + 1), by: root).quotient
            root = (root << (known - before - 1)) + scaled
            position -= 1
        }
        try chargeWords(root.words.count)
        return root * root > value ? root - 1 : root
    }

    /// `base ** exponent % modulus` of magnitudes; the modulus is not zero.
    func power(
        _ base: BigUInt, _ exponent: BigUInt, modulo modulus: BigUInt
    ) throws -> BigUInt {
        var factor = try divide(base, by: modulus).remainder
        var result = try divide(1, by: modulus).remainder
        let size = modulus.words.count
        for index in 0..<exponent.bitWidth {
            try chargeWords(size &* size &* 4 &+ 8)
            if exponent[bitAt: index] {
                result = try divide(result * factor, by: modulus).remainder
            }
            factor = try divide(factor * factor, by: modulus).remainder
        }
        return result
    }
}
