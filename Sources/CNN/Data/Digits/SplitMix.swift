import Foundation

/// A small generator for drawing digits: SplitMix64, one stream an image, so that image 17 is the
/// same whatever is drawn before it. Source: Steele, Lea, Flood, *Fast splittable pseudorandom
/// number generators*, OOPSLA 2014.
struct SplitMix {
    private var state: UInt64
    private var spare: Double?

    /// The stream of an image, told apart by seed, split and index.
    init(seed: UInt64, stream: UInt64, index: Int) {
        state = seed
        for key in [stream, UInt64(index)] { state = next() ^ (key &* 0xd134_2543_de82_ef95) }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Uniform in [0, 1), 53 bits.
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func uniform(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
    }

    /// Uniform in 0 ..< bound.
    mutating func index(below bound: Int) -> Int { Int(uniform() * Double(bound)) }

    /// Normal with mean 0, by Box and Muller's transform.
    mutating func normal(_ deviation: Double) -> Double {
        if let value = spare {
            spare = nil
            return value * deviation
        }
        let radius = (-2 * log(1 - uniform())).squareRoot()
        let angle = 2 * Double.pi * uniform()
        spare = radius * sin(angle)
        return radius * cos(angle) * deviation
    }
}
