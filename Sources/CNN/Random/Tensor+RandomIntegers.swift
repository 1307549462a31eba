import CNNKernels

extension Tensor {
    /// The least and greatest integer that the type holds exactly and in sequence.
    private var integerRange: (name: String, low: Int64, high: Int64) {
        switch dtype {
        case .float32: ("float", -(1 << 24), 1 << 24)
        case .float64: ("double", -(1 << 53), 1 << 53)
        case .int64: ("long", .min, .max)
        case .int32: ("int", Int64(Int32.min), Int64(Int32.max))
        case .uint8: ("unsigned char", 0, 255)
        case .bool: ("bool", 0, 1)
        }
    }

    private func fillRange(_ base: Int64, _ range: UInt64, _ source: Generator) throws {
        try sample("RandomBackward0") { memory, count in
            if dtype == .int64 {
                ck_random_range(
                    &source.core, memory.assumingMemoryBound(to: Int64.self), count, base, range)
                return
            }
            var value: Int64 = 0
            for i in 0..<count {
                ck_random_range(&source.core, &value, 1, base, range)
                memory.store(Double(value), at: i, as: dtype)
            }
        }
    }

    /// Fills with integers from `from ..< to`.
    @discardableResult
    public func random_(from: Int, to: Int, generator: Generator? = nil) throws -> Tensor {
        guard from < to else {
            throw TensorError.runtime(
                "random_ expects 'from' to be less than 'to', but got from=\(from) >= to=\(to)")
        }
        let limits = integerRange
        if !dtype.isFloatingPoint {
            guard from >= limits.low, from <= limits.high else {
                throw TensorError.runtime("from is out of bounds for \(limits.name)")
            }
            guard to - 1 >= limits.low, to - 1 <= limits.high else {
                throw TensorError.runtime("to - 1 is out of bounds for \(limits.name)")
            }
        }
        let range = UInt64(bitPattern: Int64(to)) &- UInt64(bitPattern: Int64(from))
        try fillRange(Int64(from), range, generator ?? .default)
        return self
    }

    /// Fills with integers from `0 ..< to`.
    @discardableResult
    public func random_(to: Int, generator: Generator? = nil) throws -> Tensor {
        try random_(from: 0, to: to, generator: generator)
    }

    /// Fills with integers from 0 to the greatest that the type holds (for floating point: the greatest
    /// up to which it holds every integer).
    @discardableResult
    public func random_(generator: Generator? = nil) throws -> Tensor {
        let source = generator ?? .default
        let limits = integerRange
        try sample("RandomBackward0") { memory, count in
            for i in 0..<count {
                switch dtype {
                case .int64:
                    let value = source.random64() % (UInt64(Int64.max) + 1)
                    memory.assumingMemoryBound(to: Int64.self)[i] = Int64(value)
                case .float64:
                    memory.store(Double(source.random64() % ((1 << 53) + 1)), at: i, as: dtype)
                case .bool:
                    memory.store(Double(source.random() & 1), at: i, as: dtype)
                default:
                    let value = UInt64(source.random()) % UInt64(limits.high + 1)
                    memory.store(Double(value), at: i, as: dtype)
                }
            }
        }
        return self
    }
}
