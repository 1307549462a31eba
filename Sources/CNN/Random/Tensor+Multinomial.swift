extension Tensor {
    /// Draws indices with the probabilities that a row of this tensor is proportional to.
    ///
    /// (categories) → (samples) or (rows, categories) → (rows, samples).
    public func multinomial(
        _ samples: Int, replacement: Bool = false, generator: Generator? = nil
    ) throws -> Tensor {
        guard dim == 1 || dim == 2 else {
            throw TensorError.runtime("prob_dist must be 1 or 2 dim")
        }
        guard dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "multinomial only supports floating-point dtypes for input, got: "
                    + dtype.scalarTypeName)
        }
        guard samples > 0 else { throw TensorError.runtime("cannot sample n_sample <= 0 samples") }
        let categories = shape[dim - 1]
        guard replacement || samples <= categories else {
            throw TensorError.runtime(
                "cannot sample n_sample > prob_dist.size(-1) samples without replacement")
        }
        let rows = dim == 1 ? 1 : shape[0]
        let weights = try withoutGradient { try detach().contiguous() }
        var values = [Double](repeating: 0, count: weights.count)
        weights.access { p in
            for i in values.indices { values[i] = p.scalar(at: i, dtype) }
        }
        let source = generator ?? .default
        var result: [Int] = []
        if !replacement || samples == 1 {
            guard values.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
                throw TensorError.runtime(
                    "probability tensor contains either `inf`, `nan` or element < 0")
            }
            for row in 0..<rows {
                guard values[row * categories..<(row + 1) * categories].contains(where: { $0 > 0 })
                else {
                    throw TensorError.runtime(
                        "invalid multinomial distribution (sum of probabilities <= 0)")
                }
            }
            // The race of exponential clocks: the category with the greatest weight per waiting time wins.
            let clocks = try Tensor.empty([rows, categories], dtype: dtype)
                .exponential_(generator: source)
            for row in 0..<rows {
                var keys = [Double](repeating: 0, count: categories)
                clocks.access { q in
                    for i in 0..<categories {
                        let at = row * categories + i
                        keys[i] =
                            dtype == .float32
                            ? Double(Float(values[at]) / Float(q.scalar(at: at, dtype)))
                            : values[at] / q.scalar(at: at, dtype)
                    }
                }
                let order = keys.indices.sorted {
                    keys[$0] != keys[$1] ? keys[$0] > keys[$1] : $0 < $1
                }
                result += order.prefix(samples)
            }
        } else {
            for row in 0..<rows {
                let row = Array(values[row * categories..<(row + 1) * categories])
                result += try Self.drawWithReplacement(
                    row, samples, single: dtype == .float32, source)
            }
        }
        return try Tensor(result, dim == 1 ? [samples] : [rows, samples])
    }

    /// Sums the row up, then finds each uniform among the sums.
    private static func drawWithReplacement(
        _ row: [Double], _ samples: Int, single: Bool, _ source: Generator
    ) throws -> [Int] {
        func round(_ value: Double) -> Double { single ? Double(Float(value)) : value }
        var sums: [Double] = []
        var sum = 0.0
        for value in row {
            guard value >= 0 else {
                throw TensorError.runtime(
                    value.isNaN
                        ? "invalid multinomial distribution (encountering probability entry = infinity or NaN)"
                        : "invalid multinomial distribution (encountering probability entry < 0)")
            }
            guard value.isFinite else {
                throw TensorError.runtime(
                    "invalid multinomial distribution (encountering probability entry = infinity or NaN)"
                )
            }
            sum = round(sum + value)
            sums.append(sum)
        }
        guard sum > 0 else {
            throw TensorError.runtime(
                "invalid multinomial distribution (sum of probabilities <= 0)")
        }
        sums = sums.map { round($0 / sum) }
        sums[sums.count - 1] = 1
        return (0..<samples).map { _ in
            let u = source.uniform()
            var (low, high) = (0, sums.count)
            while high - low > 0 {
                let middle = low + (high - low) / 2
                if sums[middle] < u { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}
