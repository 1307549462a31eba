// Looking values up: sorted boundaries, membership, the most frequent value, runs of equal ones.

extension Tensor {
    /// For each value the place among sorted `boundaries` where it belongs; `right` counts equal ones as below.
    public static func searchsorted(
        _ boundaries: Tensor, _ values: Tensor, right: Bool = false, int32: Bool = false
    ) throws -> Tensor {
        guard boundaries.dim <= 1 || boundaries.shape.dropLast() == values.shape.dropLast() else {
            throw TensorError.runtime(
                "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 "
                    + "dimensions of boundaries tensor and input value tensor must match, but we got "
                    + "boundaries tensor \(Shape.list(boundaries.shape)) and input value tensor "
                    + Shape.list(values.shape))
        }
        let edges = try boundaries.array(Double.self)
        let wanted = try values.array(Double.self)
        let size = boundaries.dim == 0 ? 1 : boundaries.shape[boundaries.dim - 1]
        let perRow = values.dim == 0 ? 1 : values.shape[values.dim - 1]
        let places = wanted.enumerated().map { index, value -> Int in
            let start = boundaries.dim <= 1 ? 0 : index / Swift.max(perRow, 1) * size
            var (low, high) = (start, start + size)
            while low < high {
                let middle = low + (high - low) / 2
                let isBelow = right ? edges[middle] <= value : edges[middle] < value
                if isBelow || value.isNaN { low = middle + 1 } else { high = middle }
            }
            return low - start
        }
        return try Tensor(places, values.shape).to(int32 ? .int32 : .int64)
    }

    /// Where elements occur among those of `others`.
    public func isin(_ others: Tensor, invert: Bool = false) throws -> Tensor {
        for tensor in [self, others] where tensor.dtype == .bool {
            throw TensorError.notImplemented("Unsupported input type encountered for isin(): Bool")
        }
        let known = Set(try others.array(Double.self))
        return try Tensor(array(Double.self).map { known.contains($0) != invert }, shape)
    }

    /// The elements without repetitions in a row, with the run of each and the runs' lengths.
    public func uniqueConsecutive() throws -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        let flat = try withoutGradient { try detach().reshape([-1]) }
        let values = try flat.array(Double.self)
        var starts: [Int] = []
        var inverse: [Int] = []
        var counts: [Int] = []
        for (index, value) in values.enumerated() {
            if index == 0 || values[index - 1] != value {
                starts.append(index)
                counts.append(0)
            }
            counts[counts.count - 1] += 1
            inverse.append(starts.count - 1)
        }
        let found = try flat.indexSelect(0, Tensor(starts)).withoutDerivative(
            "UniqueConsecutiveBackward0", "unique_consecutive", of: self)
        return (found, try Tensor(inverse, shape), try Tensor(counts))
    }

    /// The entries of dimension `d` without repetitions in a row, with the run of each and the runs' lengths.
    public func uniqueConsecutive(_ d: Int) throws -> (
        values: Tensor, inverse: Tensor, counts: Tensor
    ) {
        let plain = try Shape.dimension(d, of: dim)
        let rows = try rows(plain)
        var starts: [Int] = []
        var inverse: [Int] = []
        var counts: [Int] = []
        for (index, row) in rows.enumerated() {
            if index == 0 || rows[index - 1] != row {
                starts.append(index)
                counts.append(0)
            }
            counts[counts.count - 1] += 1
            inverse.append(starts.count - 1)
        }
        let found = try withoutGradient { try detach().indexSelect(plain, Tensor(starts)) }
        return (
            found.withoutDerivative("UniqueConsecutiveBackward0", "unique_consecutive", of: self),
            try Tensor(inverse), try Tensor(counts)
        )
    }

    /// The elements of each entry of a dimension, in their order.
    private func rows(_ d: Int) throws -> [[Double]] {
        guard dim > 0 else {
            throw TensorError.index("Dimension specified as \(d) but tensor has no dimensions")
        }
        let empty = shape.count { $0 == 0 }
        if shape[d] == 0, empty > 1 {
            throw TensorError.runtime(
                "Number of zero sized dimensions is more than one, so unique cannot be applied ")
        }
        if shape[d] > 0, empty > 0 {
            throw TensorError.runtime(
                "There are 0 sized dimensions, and they aren't selected, so unique cannot be applied"
            )
        }
        let moved = try withoutGradient { try detach().movedim([d], [0]) }
        let values = try moved.array(Double.self)
        let n = moved.shape[0]
        let width = n == 0 ? 0 : values.count / n
        return (0..<n).map { Array(values[($0 * width)..<(($0 + 1) * width)]) }
    }

    /// A step of the graph that PyTorch has no derivative for.
    func withoutDerivative(_ step: String, _ function: String, of source: Tensor) -> Tensor {
        record(step, [source]) { _, _ in
            throw TensorError.notImplemented(
                "the derivative for '\(function)' is not implemented.")
        }
    }

    /// The rows (entries of dimension `d`) without repetitions, sorted.
    public func uniqueRows(_ d: Int) throws -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        let plain = try Shape.dimension(d, of: dim)
        let rows = try rows(plain)
        let n = rows.count
        let order = (0..<n).sorted { a, b in
            rows[a] == rows[b] ? a < b : rows[a].lexicographicallyPrecedes(rows[b])
        }
        var firsts: [Int] = []
        var counts: [Int] = []
        var inverse = [Int](repeating: 0, count: n)
        for index in order {
            if let last = firsts.last, rows[last] == rows[index] {
                counts[counts.count - 1] += 1
            } else {
                firsts.append(index)
                counts.append(1)
            }
            inverse[index] = firsts.count - 1
        }
        let found = try withoutGradient { try detach().indexSelect(plain, Tensor(firsts)) }
        return (
            found.withoutDerivative("UniqueDimBackward0", "unique_dim", of: self),
            try Tensor(inverse), try Tensor(counts)
        )
    }

    /// The median of what is a number: the lower of two.
    public func nanmedian() throws -> Tensor {
        if dtype == .bool { throw Elementwise.unsupported("median_cpu", dtype) }
        let values = try array(Double.self)
        let order = values.indices.filter { !values[$0].isNaN }.sorted { values[$0] < values[$1] }
        guard !order.isEmpty else {
            return try composite("NanmedianBackward0", [self]) { x in
                try (x[0] ?? self).sum().mul(.double(.nan))
            }
        }
        let place = order[(order.count - 1) / 2]
        return try composite("NanmedianBackward0", [self]) { x in
            try (x[0] ?? self).reshape([-1]).select(0, place).clone()
        }
    }
}
