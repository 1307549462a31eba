import BigInt

/// The generator MT19937 (Matsumoto and Nishimura, 1998) with the seeding and the derived draws of
/// Python's `random`, so that a seed gives Python's numbers.
struct MersenneTwister {
    private static let size = 624
    private static let middle = 397

    private(set) var state = [UInt32](repeating: 0, count: Self.size)
    private(set) var index = Self.size

    /// Seeds from the magnitude of an integer, 32 bits at a time, least significant first.
    init(seed: BigUInt) {
        var key: [UInt32] = []
        for word in seed.words {
            key.append(UInt32(truncatingIfNeeded: word))
            key.append(UInt32(truncatingIfNeeded: word >> 32))
        }
        while key.count > 1, key.last == 0 { key.removeLast() }
        if key.isEmpty { key = [0] }
        initialize(19_650_218)
        mix(key)
    }

    /// Takes a state saved earlier.
    init?(state: [UInt32], index: Int) {
        guard state.count == Self.size, 0...Self.size ~= index else { return nil }
        self.state = state
        self.index = index
    }

    private mutating func initialize(_ seed: UInt32) {
        state[0] = seed
        for i in 1..<Self.size {
            let previous = state[i - 1]
            state[i] = 1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(i)
        }
        index = Self.size
    }

    private mutating func mix(_ key: [UInt32]) {
        var i = 1
        var j = 0
        for _ in 0..<max(Self.size, key.count) {
            let previous = state[i - 1]
            state[i] =
                (state[i] ^ ((previous ^ (previous >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(j)
            i += 1
            j += 1
            if i >= Self.size {
                state[0] = state[Self.size - 1]
                i = 1
            }
            if j >= key.count { j = 0 }
        }
        for _ in 0..<(Self.size - 1) {
            let previous = state[i - 1]
            state[i] =
                (state[i] ^ ((previous ^ (previous >> 30)) &* 1_566_083_941)) &- UInt32(i)
            i += 1
            if i >= Self.size {
                state[0] = state[Self.size - 1]
                i = 1
            }
        }
        state[0] = 0x8000_0000
    }

    private mutating func refill() {
        for i in 0..<Self.size {
            let y = (state[i] & 0x8000_0000) | (state[(i + 1) % Self.size] & 0x7fff_ffff)
            let twist: UInt32 = y & 1 == 0 ? 0 : 0x9908_b0df
            state[i] = state[(i + Self.middle) % Self.size] ^ (y >> 1) ^ twist
        }
        index = 0
    }

    /// 32 uniform bits.
    mutating func next() -> UInt32 {
        if index >= Self.size { refill() }
        var y = state[index]
        index += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9d2c_5680
        y ^= (y << 15) & 0xefc6_0000
        return y ^ (y >> 18)
    }

    /// A float in [0, 1) with 53 random bits, from two draws.
    mutating func random() -> Double {
        let a = next() >> 5
        let b = next() >> 6
        return (Double(a) * 67_108_864 + Double(b)) * (1 / 9_007_199_254_740_992)
    }

    /// At most 64 random bits.
    mutating func bits(_ count: Int) -> UInt64 {
        if count <= 0 { return 0 }
        if count <= 32 { return UInt64(next() >> UInt32(32 - count)) }
        let low = UInt64(next())
        return low | UInt64(next() >> UInt32(64 - count)) << 32
    }

    /// Any number of random bits.
    mutating func bigBits(_ count: Int) -> BigUInt {
        var words: [UInt] = []
        var left = count
        while left > 0 {
            words.append(UInt(bits(min(left, 64))))
            left -= 64
        }
        return BigUInt(words: words)
    }

    /// A uniform integer in `0..<bound`, by rejection; `bound` must be positive.
    mutating func below(_ bound: Int) -> Int {
        let count = Int.bitWidth - bound.leadingZeroBitCount
        while true {
            let draw = bits(count)
            if draw < UInt64(bound) { return Int(draw) }
        }
    }

    /// A uniform integer in `0..<bound` for bounds of any size.
    mutating func below(_ bound: BigUInt) -> BigUInt {
        let count = bound.bitWidth
        while true {
            let draw = bigBits(count)
            if draw < bound { return draw }
        }
    }
}
