import CNNKernels

// The state as bytes is laid out as PyTorch lays it out (little-endian, 5,056 bytes), so that a state
// saved there continues here: seed, words left, a flag, next word, 624 words in 64 bits each, the spare
// normal value with its flag, and a spare single-precision value that CPU sampling never fills.

extension Generator {
    private static let wordsOffset = 24
    private static let spareOffset = wordsOffset + 624 * 8
    /// The size of a state in bytes.
    public static let stateSize = 5056

    /// The whole state, in PyTorch's layout.
    public var state: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.stateSize)
        func put<T: FixedWidthInteger>(_ value: T, at offset: Int) {
            withUnsafeBytes(of: value.littleEndian) { raw in
                for (index, byte) in raw.enumerated() { bytes[offset + index] = byte }
            }
        }
        put(core.seed, at: 0)
        put(core.left, at: 8)
        put(Int32(1), at: 12)
        put(UInt64(core.next), at: 16)
        withUnsafeBytes(of: &core.words) { raw in
            for (index, word) in raw.bindMemory(to: UInt32.self).enumerated() {
                put(UInt64(word), at: Self.wordsOffset + index * 8)
            }
        }
        if core.has_spare_normal {
            put(core.spare_normal.bitPattern, at: Self.spareOffset + 8)
            put(Int32(1), at: Self.spareOffset + 24)
        }
        return bytes
    }

    /// Continues from a state that ``state`` gave, here or in PyTorch.
    ///
    /// - Throws: ``TensorError`` when the bytes are not a state.
    public func setState(_ bytes: [UInt8]) throws {
        guard bytes.count == Self.stateSize else {
            throw TensorError.runtime(
                "Expected a CPUGeneratorImplState of size \(Self.stateSize) but found the input "
                    + "RNG state size to be \(bytes.count)")
        }
        func get<T: FixedWidthInteger>(_ type: T.Type, at offset: Int) -> T {
            var value: T = 0
            withUnsafeMutableBytes(of: &value) { raw in
                for index in 0..<raw.count { raw[index] = bytes[offset + index] }
            }
            return T(littleEndian: value)
        }
        let left = get(Int32.self, at: 8)
        let next = get(UInt64.self, at: 16)
        guard (1...624).contains(left), next <= 624, get(Int32.self, at: 12) == 1 else {
            throw TensorError.runtime("Invalid mt19937 state")
        }
        core.seed = get(UInt64.self, at: 0)
        core.left = left
        core.next = UInt32(next)
        withUnsafeMutableBytes(of: &core.words) { raw in
            let words = raw.bindMemory(to: UInt32.self)
            for index in 0..<624 {
                words[index] = UInt32(
                    truncatingIfNeeded: get(UInt64.self, at: Self.wordsOffset + index * 8))
            }
        }
        core.has_spare_normal = get(Int32.self, at: Self.spareOffset + 24) != 0
        core.spare_normal =
            core.has_spare_normal
            ? Double(bitPattern: get(UInt64.self, at: Self.spareOffset + 8)) : 0
    }

    /// A generator in the same state that draws on its own from then on.
    public func clone() -> Generator {
        let copy = Generator()
        copy.core = core
        return copy
    }
}
