// The greatest and the smallest elements along a dimension.

extension Tensor {
    /// The `k` greatest (or smallest) elements along `d`, in order if `sorted`, and their places. NaN counts as the
    /// greatest; which of several equal elements are taken is PyTorch's choice.
    public func topk(
        _ k: Int, _ d: Int = -1, largest: Bool = true, sorted: Bool = true
    ) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shape.dimension(d, of: dim)
        guard k >= 0 && k <= (dim > 0 ? shape[d] : 1) else {
            throw TensorError.runtime("selected index k out of range")
        }
        guard dtype != .bool else {
            throw TensorError.notImplemented("topk does not support bool dtypes on CPU")
        }
        let places = try firstPlaces(k, d, largest, sorted)
        let top = try withoutGradient { dim == 0 ? try copied() : try gather(d, places) }
        if dim == 0 { return (top, places) }
        top.recordPicking("TopkBackward0", self, d, places, keepdim: true)
        return (top, places)
    }

    private func firstPlaces(_ k: Int, _ d: Int, _ largest: Bool, _ sorted: Bool) throws -> Tensor {
        if dim == 0 { return try Tensor.zeros([], dtype: .int64) }
        return try withoutGradient {
            let last = dim - 1
            let x = try (d == last ? self : transpose(d, last)).copied()
            let places = try Tensor.zeros(Array(x.shape.dropLast()) + [k], dtype: .int64)
            let n = shape[d]
            if places.count > 0 {
                CNN.access(x, places) { p, q in
                    let q = q.assumingMemoryBound(to: Int.self)
                    func integers<T: FixedWidthInteger>(_ type: T.Type) {
                        let p = UnsafeBufferPointer(
                            start: p.assumingMemoryBound(to: T.self), count: x.count)
                        Self.choose(p, n, k, sorted, q, by: largest ? (>) : (<))
                    }
                    func reals<T: BinaryFloatingPoint>(_ type: T.Type) {
                        let p = UnsafeBufferPointer(
                            start: p.assumingMemoryBound(to: T.self), count: x.count)
                        Self.choose(p, n, k, sorted, q) { a, b in
                            largest
                                ? (a.isNaN && !b.isNaN) || a > b : (!a.isNaN && b.isNaN) || a < b
                        }
                    }
                    switch dtype {
                    case .float32: reals(Float.self)
                    case .float64: reals(Double.self)
                    case .int64: integers(Int64.self)
                    case .int32: integers(Int32.self)
                    case .uint8, .bool: integers(UInt8.self)
                    }
                }
            }
            return d == last ? places : try places.transpose(d, last).copied()
        }
    }

    /// Writes the places of the first `k` elements of each row of `n`.
    private static func choose<T>(
        _ values: UnsafeBufferPointer<T>, _ n: Int, _ k: Int, _ sorted: Bool,
        _ places: UnsafeMutablePointer<Int>, by precedes: @escaping (T, T) -> Bool
    ) {
        for row in 0..<(values.count / n) {
            var order = PlaceOrder(
                UnsafeBufferPointer(rebasing: values[(row * n)..<((row + 1) * n)]), by: precedes)
            order.select(k, sorted: sorted)
            for index in 0..<k { places[row * k + index] = order.items[index].place }
        }
    }
}
