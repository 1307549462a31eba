// Elements in order along a dimension, and those of a given rank: the values and where they stood.

import CNNKernels

extension Tensor {
    /// The elements along `d` in order, and where each came from. NaN counts as the greatest.
    ///
    /// - Parameter stable: whether equal elements keep their order; if not, theirs is PyTorch's choice.
    public func sort(
        _ d: Int = -1, descending: Bool = false, stable: Bool = true
    ) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shape.dimension(d, of: dim)
        let (values, indices) = try laidOut(sorted(d, descending, stable: stable))
        values.recordPicking("SortBackward0", self, d, indices, keepdim: true)
        return (values, indices)
    }

    /// The places of the elements along `d` in order.
    public func argsort(
        _ d: Int = -1, descending: Bool = false, stable: Bool = true
    ) throws -> Tensor {
        try withoutGradient {
            try laidOut(sorted(Shape.dimension(d, of: dim), descending, stable: stable)).indices
        }
    }

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
        if dim == 0 { return try alone() }
        let places = try places(.first(k, sorted: sorted), d, descending: largest)
        let top = try withoutGradient { try gather(d, places) }
        top.recordPicking("TopkBackward0", self, d, places, keepdim: true)
        return (top, places)
    }

    /// The `k`-th smallest element along `d` (k counts from 1) and its place.
    public func kthvalue(
        _ k: Int, _ d: Int = -1, keepdim: Bool = false
    ) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shape.dimension(d, of: dim)
        guard dim == 0 || shape[d] > 0 else {
            throw TensorError.index(
                "kthvalue(): Expected reduction dim \(d) to have non-zero size.")
        }
        try refuseBools("kthvalue_cpu")
        guard k >= 1 && k <= (dim > 0 ? shape[d] : 1) else {
            throw TensorError.runtime(
                "kthvalue(): selected number k out of range for dimension \(d)")
        }
        return try picked(.rank(k - 1), d, keepdim, "KthvalueBackward0")
    }

    /// The middle element, the lower one of two; NaN if there is one.
    public func median() throws -> Tensor {
        try refuseBools("median_cpu")
        guard count > 0 else { return try Tensor.full([], .double(.nan), dtype: dtype) }
        let result = try withoutGradient {
            let flat = try reshape([-1])
            return try flat.gather(0, flat.places(.middle(ofNumbers: false), 0)).reshape([])
        }
        guard isRecorded(self) else { return result }
        return result.recordSavingResult(
            "MedianBackward0", [self], saving: [self], Self.evenBack)
    }

    /// The middle elements along `d`, the lower ones of two, and their places; NaN where there is one.
    public func median(
        _ d: Int, keepdim: Bool = false
    ) throws -> (values: Tensor, indices: Tensor) {
        try middle(d, keepdim, ofNumbers: false, "MedianBackward1")
    }

    /// The middle elements of the numbers along `d`, the lower ones of two, and their places.
    public func nanmedian(
        _ d: Int, keepdim: Bool = false
    ) throws -> (values: Tensor, indices: Tensor) {
        try middle(d, keepdim, ofNumbers: true, "NanmedianBackward1")
    }

    private func middle(
        _ d: Int, _ keepdim: Bool, ofNumbers: Bool, _ name: String
    ) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shape.dimension(d, of: dim)
        guard dim == 0 || shape[d] > 0 else {
            throw TensorError.index("median(): Expected reduction dim \(d) to have non-zero size.")
        }
        try refuseBools("median_out")
        return try picked(.middle(ofNumbers: ofNumbers), d, keepdim, name)
    }

    /// The most frequent value along `d`, the smallest of several, and a place where it is.
    public func mode(
        _ d: Int = -1, keepdim: Bool = false
    ) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shape.dimension(d, of: dim)
        guard dim == 0 || shape[d] > 0 else {
            throw TensorError.index("mode(): Expected reduction dim \(d) to have non-zero size.")
        }
        return try picked(.mostFrequent, d, keepdim, "ModeBackward0")
    }

    // MARK: Steps

    /// - Throws: PyTorch's message where a kernel has no loop for bools.
    private func refuseBools(_ kernel: String) throws {
        if dtype == .bool { throw Elementwise.unsupported(kernel, dtype) }
    }

    /// The result where there is but one element to choose from.
    private func alone() throws -> (values: Tensor, indices: Tensor) {
        (try withoutGradient { try copied() }, try Tensor.zeros([], dtype: .int64))
    }

    /// One element of each row along `d`, and its place.
    private func picked(
        _ choice: PlaceChoice, _ d: Int, _ keepdim: Bool, _ name: String
    ) throws -> (values: Tensor, indices: Tensor) {
        if dim == 0 { return try alone() }
        let (value, place) = try withoutGradient {
            let place = try places(choice, d)
            let value = try gather(d, place)
            return keepdim
                ? (value, place) : (try value.squeeze(d).copied(), try place.squeeze(d).copied())
        }
        value.recordPicking(name, self, d, place, keepdim: keepdim)
        return (value, place)
    }

    /// Both results in the order that this tensor's dimensions have in memory.
    private func laidOut(
        _ results: (values: Tensor, indices: Tensor)
    ) throws -> (values: Tensor, indices: Tensor) {
        if isRowMajor { return results }
        let values = try Tensor.emptyLike(self)
        let indices = try Tensor.emptyLike(self, dtype: .int64)
        Elementwise.copy(results.values, to: values)
        Elementwise.copy(results.indices, to: indices)
        return (values, indices)
    }

    func sorted(
        _ d: Int, _ descending: Bool, stable: Bool
    ) throws -> (values: Tensor, indices: Tensor) {
        try withoutGradient {
            guard stable || keepsOrder(d, descending) else {
                let places = try places(.all, d, descending: descending)
                return (try gather(d, places), places)
            }
            return try sortedStably(d, descending)
        }
    }

    /// Whether PyTorch's sort keeps the order of equal elements although nobody asked for it: insertion for short
    /// rows, radix for a long row of integers.
    private func keepsOrder(_ d: Int, _ descending: Bool) -> Bool {
        if dim == 0 || shape[d] <= 16 { return true }
        return dim == 1 && count >= 32768 && !descending && !dtype.isFloatingPoint
            && dtype != .bool
    }

    private func sortedStably(
        _ d: Int, _ descending: Bool
    ) throws -> (values: Tensor, indices: Tensor) {
        let last = Swift.max(dim - 1, 0)
        let moved = d != last && dim > 1
        let values = try (moved ? transpose(d, last) : self).copied()
        let indices = try Tensor.zeros(values.shape, dtype: .int64)
        let n = values.shape.last ?? 1
        let scratch = try Tensor.empty([n], dtype: dtype)
        let scratchIndices = try Tensor.empty([n], dtype: .int64)
        CNN.access(values, indices) { p, i in
            CNN.access(scratch, scratchIndices) { q, j in
                ck_sort(
                    dtype.code, descending, Int64(n == 0 ? 0 : values.count / n), Int64(n), p,
                    i.assumingMemoryBound(to: Int64.self), q,
                    j.assumingMemoryBound(to: Int64.self))
            }
        }
        if !moved { return (values, indices) }
        return (try values.transpose(d, last).copied(), try indices.transpose(d, last).copied())
    }

    /// Where the chosen elements of each row along `d` are, as many along `d` as are chosen.
    private func places(
        _ choice: PlaceChoice, _ d: Int, descending: Bool = false
    ) throws -> Tensor {
        try withoutGradient {
            let last = dim - 1
            let x = try (d == last ? self : transpose(d, last)).copied()
            let chosen = choice.count(of: shape[d])
            let places = try Tensor.zeros(Array(x.shape.dropLast()) + [chosen], dtype: .int64)
            if places.count > 0 {
                CNN.access(x, places) { p, q in
                    choice.write(
                        dtype, UnsafeRawBufferPointer(start: p, count: x.count * dtype.itemSize),
                        rowsOf: shape[d], descending: descending,
                        to: q.assumingMemoryBound(to: Int.self))
                }
            }
            return d == last ? places : try places.transpose(d, last).copied()
        }
    }
}
