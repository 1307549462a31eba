import BigInt

/// The digest SHA-512 (FIPS 180-4), which Python's `random.seed` mixes into text seeds.
///
/// The round constants are the first 64 bits of the fractional parts of the cube roots of the first 80
/// primes, the initial state that of the square roots of the first 8; both are computed here with integers.
enum SHA512 {
    private static let constants = primes(80).map { fraction($0, power: 3) }
    private static let initial = primes(8).map { fraction($0, power: 2) }

    private static func primes(_ count: Int) -> [UInt64] {
        var found: [UInt64] = []
        var candidate: UInt64 = 2
        while found.count < count {
            if !found.contains(where: { candidate % $0 == 0 }) { found.append(candidate) }
            candidate += 1
        }
        return found
    }

    /// The first 64 fractional bits of the `power`-th root: the largest x with x^power ≤ n·2^(64·power).
    private static func fraction(_ number: UInt64, power: Int) -> UInt64 {
        var whole: UInt64 = 1
        while (1...power).reduce(UInt64(1), { result, _ in result * (whole + 1) }) <= number {
            whole += 1
        }
        let target = BigUInt(number) << (64 * power)
        var bits: UInt64 = 0
        for bit in (0..<64).reversed() {
            let trial = bits | (1 << UInt64(bit))
            if ((BigUInt(whole) << 64) + BigUInt(trial)).power(power) <= target { bits = trial }
        }
        return bits
    }

    /// The 64 bytes of the digest.
    static func digest(_ message: [UInt8]) -> [UInt8] {
        var state = initial
        var padded = message
        padded.append(0x80)
        while padded.count % 128 != 112 { padded.append(0) }
        padded += [UInt8](repeating: 0, count: 8)
        let bitCount = UInt64(message.count) &* 8
        for shift in stride(from: 56, through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
        }
        var schedule = [UInt64](repeating: 0, count: 80)
        for block in stride(from: 0, to: padded.count, by: 128) {
            for i in 0..<16 {
                schedule[i] = (0..<8).reduce(0) { $0 << 8 | UInt64(padded[block + i * 8 + $1]) }
            }
            for i in 16..<80 {
                let a = schedule[i - 15]
                let b = schedule[i - 2]
                let s0 = rotate(a, 1) ^ rotate(a, 8) ^ (a >> 7)
                let s1 = rotate(b, 19) ^ rotate(b, 61) ^ (b >> 6)
                schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
            }
            var v = state
            for i in 0..<80 {
                let s1 = rotate(v[4], 14) ^ rotate(v[4], 18) ^ rotate(v[4], 41)
                let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
                let t1 = v[7] &+ s1 &+ choice &+ constants[i] &+ schedule[i]
                let s0 = rotate(v[0], 28) ^ rotate(v[0], 34) ^ rotate(v[0], 39)
                let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
                v = [t1 &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
            }
            for i in 0..<8 { state[i] = state[i] &+ v[i] }
        }
        return state.flatMap { word in
            stride(from: 56, through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: word >> UInt64($0))
            }
        }
    }

    private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
        word >> count | word << (64 - count)
    }
}
