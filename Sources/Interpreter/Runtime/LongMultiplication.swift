import BigInt

// Products of long integers. Short ones are left to the package; longer ones are multiplied word by word in place, and
// from some forty words on by Karatsuba's method: three products of half the length instead of four.

enum LongMultiplication {
    /// Words of the shorter factor from which on a product is done here.
    private static let least = 8
    /// Words of the shorter factor from which on halving pays.
    private static let karatsuba = 40

    static func product(_ a: BigInt, _ b: BigInt) -> BigInt {
        let magnitude = product(a.magnitude, b.magnitude)
        return BigInt(sign: a.sign == b.sign ? .plus : .minus, magnitude: magnitude)
    }

    static func product(_ a: BigUInt, _ b: BigUInt) -> BigUInt {
        if min(a.bitWidth, b.bitWidth) < least * UInt.bitWidth { return a * b }
        let x = Array(a.words)
        let y = Array(b.words)
        let words = [UInt](unsafeUninitializedCapacity: x.count + y.count) { result, count in
            count = x.count + y.count
            guard let target = result.baseAddress else { return }
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in
                    guard let left = x.baseAddress, let right = y.baseAddress else { return }
                    multiply(left, x.count, right, y.count, into: target)
                }
            }
        }
        return BigUInt(words: words)
    }

    private typealias Words = UnsafePointer<UInt>
    private typealias Target = UnsafeMutablePointer<UInt>

    /// Writes all `n + m` words of the product.
    private static func multiply(
        _ a: Words, _ n: Int, _ b: Words, _ m: Int, into result: Target
    ) {
        if n < m { return multiply(b, m, a, n, into: result) }
        if m < karatsuba { return multiplyWords(a, n, b, m, into: result) }
        let half = (n &+ 1) / 2
        if m <= half { return multiplyUneven(a, n, b, m, into: result) }
        // a = a1·W + a0, b = b1·W + b0: the middle is (a1 + a0)(b1 + b0) − a1·b1 − a0·b0.
        multiply(a, half, b, half, into: result)
        multiply(a + half, n &- half, b + half, m &- half, into: result + 2 &* half)
        let size = half &+ 1
        let space = Target.allocate(capacity: 4 &* size)
        defer { space.deallocate() }
        let (left, right, middle) = (space, space + size, space + 2 &* size)
        sum(a, half, a + half, n &- half, into: left)
        sum(b, half, b + half, m &- half, into: right)
        multiply(left, size, right, size, into: middle)
        subtract(result, 2 &* half, from: middle, 2 &* size)
        subtract(result + 2 &* half, n &+ m &- 2 &* half, from: middle, 2 &* size)
        add(middle, 2 &* size, to: result + half, n &+ m &- half)
    }

    /// A long factor is cut into pieces of the other's length.
    private static func multiplyUneven(
        _ a: Words, _ n: Int, _ b: Words, _ m: Int, into result: Target
    ) {
        let piece = Target.allocate(capacity: 2 &* m)
        defer { piece.deallocate() }
        result.initialize(repeating: 0, count: n &+ m)
        var start = 0
        while start < n {
            let length = min(m, n &- start)
            multiply(a + start, length, b, m, into: piece)
            add(piece, length &+ m, to: result + start, n &+ m &- start)
            start &+= length
        }
    }

    private static func multiplyWords(
        _ a: Words, _ n: Int, _ b: Words, _ m: Int, into result: Target
    ) {
        result.initialize(repeating: 0, count: n &+ m)
        for i in 0..<m {
            let factor = b[i]
            let target = result + i
            var carry: UInt = 0
            for j in 0..<n {
                let (high, low) = a[j].multipliedFullWidth(by: factor)
                let (first, overflow) = low.addingReportingOverflow(carry)
                let (second, more) = first.addingReportingOverflow(target[j])
                target[j] = second
                carry = high &+ (overflow ? 1 : 0) &+ (more ? 1 : 0)
            }
            target[n] = carry
        }
    }

    /// `result` gets one word more than the longer has; `n` is not less than `m`.
    private static func sum(_ a: Words, _ n: Int, _ b: Words, _ m: Int, into result: Target) {
        result.initialize(from: a, count: n)
        result[n] = 0
        add(b, m, to: result, n &+ 1)
    }

    private static func add(_ a: Words, _ n: Int, to target: Target, _ m: Int) {
        var carry: UInt = 0
        var index = 0
        while index < m, index < n || carry != 0 {
            let word = index < n ? a[index] : 0
            let (first, overflow) = target[index].addingReportingOverflow(word)
            let (second, more) = first.addingReportingOverflow(carry)
            target[index] = second
            carry = (overflow ? 1 : 0) &+ (more ? 1 : 0)
            index &+= 1
        }
    }

    private static func subtract(_ a: Words, _ n: Int, from target: Target, _ m: Int) {
        var borrow: UInt = 0
        var index = 0
        while index < m, index < n || borrow != 0 {
            let word = index < n ? a[index] : 0
            let (first, overflow) = target[index].subtractingReportingOverflow(word)
            let (second, more) = first.subtractingReportingOverflow(borrow)
            target[index] = second
            borrow = (overflow ? 1 : 0) &+ (more ? 1 : 0)
            index &+= 1
        }
    }
}
