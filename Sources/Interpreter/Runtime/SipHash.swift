// SipHash-1-3 with a key of zeros, the hash of texts and bytes: what CPython computes when it is started
// with PYTHONHASHSEED=0, so that sets of strings are printed in the order they have there. One round for each
// eight bytes and three at the end. J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input PRF", 2012.

/// The hash of texts and bytes.
enum SipHash {
    /// The hash of bytes; 0 of none, never -1.
    static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
        if bytes.isEmpty { return 0 }
        var state = State()
        var position = 0
        while position &+ 8 <= bytes.count {
            state.add(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            )
            position &+= 8
        }
        var last = UInt64(truncatingIfNeeded: bytes.count) << 56
        var shift: UInt64 = 0
        while position < bytes.count {
            last |= UInt64(bytes[position]) &<< shift
            shift &+= 8
            position &+= 1
        }
        state.add(last)
        let result = Int(bitPattern: UInt(state.finish()))
        return result == -1 ? -2 : result
    }

    private struct State {
        private var a: UInt64 = 0x736f_6d65_7073_6575
        private var b: UInt64 = 0x646f_7261_6e64_6f6d
        private var c: UInt64 = 0x6c79_6765_6e65_7261
        private var d: UInt64 = 0x7465_6462_7974_6573

        @inline(__always)
        private mutating func round() {
            a &+= b
            b = a ^ (b &<< 13 | b &>> 51)
            a = a &<< 32 | a &>> 32
            c &+= d
            d = c ^ (d &<< 16 | d &>> 48)
            a &+= d
            d = a ^ (d &<< 21 | d &>> 43)
            c &+= b
            b = c ^ (b &<< 17 | b &>> 47)
            c = c &<< 32 | c &>> 32
        }

        @inline(__always)
        mutating func add(_ word: UInt64) {
            d ^= word
            round()
            a ^= word
        }

        @inline(__always)
        mutating func finish() -> UInt64 {
            c ^= 0xff
            round()
            round()
            round()
            return a ^ b ^ c ^ d
        }
    }
}
