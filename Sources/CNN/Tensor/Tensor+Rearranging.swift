// Copies whose elements stand in another arrangement, or more than once.

extension Tensor {
    /// Reversed along `dims`.
    public func flip(_ dims: [Int]) throws -> Tensor {
        let plain = try dims.map { try Shape.dimension($0, of: dim) }
        guard Set(plain).count == plain.count else {
            throw TensorError.runtime(
                "dim \(plain.last ?? 0) appears multiple times in the list of dims")
        }
        var strides = strides
        var start = offset
        for d in plain where dim > 0 && shape[d] > 0 {
            start += (shape[d] - 1) * strides[d]
            strides[d] = -strides[d]
        }
        let backwards = Tensor(
            storage: storage, shape: shape, strides: strides, offset: start, count: count,
            dtype: dtype, isContiguous: count <= 1)
        let result = try Tensor.emptyLike(self)
        Elementwise.copy(backwards, to: result)
        return result.record("FlipBackward0", [self]) { _, gradients in
            [try gradients[0]?.flip(plain)]
        }
    }

    /// Moved along `dims` by `shifts` places; what leaves one end enters at the other. No `dims`: as if flat.
    public func roll(_ shifts: [Int], _ dims: [Int] = []) throws -> Tensor {
        if dims.isEmpty {
            guard shifts.count == 1 else {
                throw TensorError.runtime(
                    "shifts and dimensions must align. shifts: \(shifts.count), dims:0")
            }
            let flat = try withoutGradient { try reshape([-1]).roll(shifts, [0]).reshape(shape) }
            return flat.record("RollBackward0", [self]) { _, gradients in
                [try gradients[0]?.roll(shifts.map { 0 &- $0 })]
            }
        }
        guard shifts.count == dims.count else {
            throw TensorError.runtime(
                "shifts and dimensions must align. shifts: \(shifts.count), dims:\(dims.count)")
        }
        if dim == 0, let first = dims.first {
            throw TensorError.index(
                "Dimension specified as \(first) but tensor has no dimensions")
        }
        let plain = try dims.map { try Shape.dimension($0, of: dim) }
        if count == 0 { return try clone() }
        let result = try withoutGradient {
            var result = self
            for (shift, d) in zip(shifts, plain) {
                let size = shape[d]
                let start = ((-(shift % size)) % size + size) % size
                result = try cat(
                    [result.narrow(d, start, size - start), result.narrow(d, 0, start)], d)
            }
            return result
        }
        return result.record("RollBackward0", [self]) { _, gradients in
            [try gradients[0]?.roll(shifts.map { 0 &- $0 }, plain)]
        }
    }

    /// Repeated so often along each dimension; more numbers than dimensions add leading ones.
    public func `repeat`(_ times: [Int]) throws -> Tensor {
        guard times.count >= dim else {
            throw TensorError.runtime(
                "Number of dimensions of repeat dims can not be smaller than number of dimensions "
                    + "of tensor")
        }
        let padded = [Int](repeating: 1, count: times.count - dim) + shape
        var target: [Int] = []
        for (n, size) in zip(times, padded) {
            let (product, overflow) = n.multipliedReportingOverflow(by: size)
            if overflow {
                throw TensorError.runtime(
                    "Storage size calculation overflowed with sizes=\(Shape.list(times))")
            }
            target.append(product)
        }
        for size in target where size < 0 {
            throw TensorError.runtime(
                "Trying to create tensor with negative dimension \(size): \(Shape.list(target))")
        }
        for n in times where n < 0 {
            throw TensorError.runtime(
                "Trying to create tensor with negative dimension \(n): \(Shape.list(times))")
        }
        let result = try Tensor.empty(target, dtype: dtype)
        if result.count > 0 {
            try withoutGradient {
                let source = try reshape(padded.flatMap { [1, $0] })
                let split = try result.view(zip(times, padded).flatMap { [$0, $1] })
                Elementwise.copy(source, to: split)
            }
        }
        return result.record("RepeatBackward0", [self]) { [shape] _, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            if gradient.count == 0 { return [try Tensor.zeros(shape, dtype: gradient.dtype)] }
            let split = try gradient.reshape(zip(times, padded).flatMap { [$0, $1] })
            let dims = Array(Swift.stride(from: 0, to: 2 * times.count, by: 2))
            return [try (dims.isEmpty ? split : split.sum(dims)).reshape(shape)]
        }
    }

    /// As `repeat`; fewer numbers than dimensions repeat the last ones.
    public func tile(_ times: [Int]) throws -> Tensor {
        try `repeat`([Int](repeating: 1, count: Swift.max(0, dim - times.count)) + times)
    }

    /// Each element so often in a row, along `d` (default: flat).
    public func repeatInterleave(_ times: Int, _ d: Int? = nil) throws -> Tensor {
        guard times >= 0 else { throw TensorError.runtime("Repeats must be non-negative") }
        guard let d else { return try reshape([-1]).repeatInterleave(times, 0) }
        let plain = try Shape.dimension(d, of: dim)
        guard dim > 0 else {
            throw TensorError.index(
                "Dimension out of range (expected to be in range of [-1, 0], but got 1)")
        }
        var (spread, target) = (shape, shape)
        spread.insert(times, at: plain + 1)
        let (size, overflow) = target[plain].multipliedReportingOverflow(by: times)
        if overflow {
            throw TensorError.runtime(
                "Storage size calculation overflowed with sizes=\(Shape.list(spread))")
        }
        target[plain] = size
        return try unsqueeze(plain + 1).expand(spread).clone(contiguous: true).view(target)
    }

    /// Each element as often as `times` says, along `d` (default: flat).
    public func repeatInterleave(_ times: Tensor, _ d: Int? = nil) throws -> Tensor {
        guard times.dim <= 1 else {
            throw TensorError.runtime("repeats must be 0-dim or 1-dim tensor")
        }
        guard let d else { return try reshape([-1]).repeatInterleave(times, 0) }
        let plain = try Shape.dimension(d, of: dim)
        guard dim > 0 else {
            throw TensorError.index("Dimension specified as \(d) but tensor has no dimensions")
        }
        let numbers = try times.array(Int.self)
        if numbers.count == 1 { return try repeatInterleave(numbers[0], plain) }
        guard numbers.count == shape[plain] else {
            throw TensorError.runtime(
                "repeats must have the same size as input along dim, but got repeats.size(0) = "
                    + "\(numbers.count) and input.size(\(plain)) = \(shape[plain])")
        }
        guard numbers.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("repeats can not be negative")
        }
        let most = 1 << 32
        guard numbers.allSatisfy({ $0 < most }), numbers.count < most, numbers.reduce(0, +) < most
        else {
            throw TensorError.runtime(
                "Storage size calculation overflowed with sizes=\(Shape.list(numbers))")
        }
        // The indices, of eight bytes each, in parts of 256.
        try MemoryAccount.require(parts: numbers.reduce(0, +) / 32)
        let index = numbers.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
        return try indexSelect(plain, Tensor(index))
    }

    /// Bordered with `value`: (before, after) for the last dimension, then for the one before, …; negative sizes cut off.
    public func pad(_ sizes: [Int], value: Scalar = 0) throws -> Tensor {
        guard sizes.count % 2 == 0 else {
            throw TensorError.runtime(
                "Length of pad must be even but instead it equals \(sizes.count)")
        }
        guard sizes.count / 2 <= dim else {
            throw TensorError.runtime(
                "Length of pad should be no more than twice the number of dimensions of the input. "
                    + "Pad length is \(sizes.count) while the input has \(dim) dimensions.")
        }
        var target = shape
        for k in 0..<sizes.count / 2 {
            let d = dim - 1 - k
            let sum = target[d].addingReportingOverflow(sizes[2 * k])
            let total = sum.partialValue.addingReportingOverflow(sizes[2 * k + 1])
            guard !sum.overflow && !total.overflow && total.partialValue >= 0 else {
                throw TensorError.runtime(
                    "The input size \(shape[d]), plus negative padding \(sizes[2 * k]) and "
                        + "\(sizes[2 * k + 1]) resulted in a negative output size, which is "
                        + "invalid. Check dimension \(d) of your input.")
            }
            target[d] = total.partialValue
        }
        let result = try Tensor.full(target, value, dtype: dtype)
        try withoutGradient {
            var (from, to) = (self, result)
            for k in 0..<sizes.count / 2 {
                let d = dim - 1 - k
                let (before, after) = (sizes[2 * k], sizes[2 * k + 1])
                from = try from.slice(d, Swift.max(-before, 0), shape[d] - Swift.max(-after, 0))
                to = try to.slice(d, Swift.max(before, 0), target[d] - Swift.max(after, 0))
            }
            if from.count > 0 && from.shape == to.shape { Elementwise.copy(from, to: to) }
        }
        return try result.inFormat(of: self).record("ConstantPadNdBackward0", [self]) {
            _, gradients in
            [try gradients[0]?.pad(sizes.map { 0 &- $0 })]
        }
    }
}
