// Operations along one dimension: the dimension is moved to the end and made contiguous, the kernel works on rows.

import CNNKernels

extension Tensor {
    /// Runs `kernel` on rows along `d` of contiguous copies; the results get this tensor's shape again.
    private func rows(
        _ d: Int, _ dtype: DType, _ kernel: (Int, Int, Tensor, Tensor) throws -> Void
    ) throws -> Tensor {
        let last = Swift.max(dim - 1, 0)
        if d == last || dim < 2 {
            let source = try plain()
            let result = try Tensor.empty(shape, dtype: dtype)
            let n = shape.last ?? 1
            try kernel(n == 0 ? 0 : count / n, n, source, result)
            return result
        }
        return try withoutGradient {
            let moved = try transpose(d, last).copied()
            return try moved.rows(last, dtype, kernel).transpose(d, last).copied()
        }
    }

    // MARK: Softmax

    /// Exponentials along `d` that sum to 1.
    public func softmax(_ d: Int) throws -> Tensor { try softmax(d, logarithm: false) }
    /// The logarithm of the softmax along `d`.
    public func logSoftmax(_ d: Int) throws -> Tensor { try softmax(d, logarithm: true) }

    private func softmax(_ d: Int, logarithm: Bool) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        guard dtype.isFloatingPoint else {
            let start = logarithm ? "log_softmax" : "softmax"
            let middle = d == Swift.max(dim - 1, 0) ? "_lastdim" : ""
            throw Elementwise.unsupported(start + middle + "_kernel_impl", dtype)
        }
        let code = dtype.code
        let isAcross = d != Swift.max(dim - 1, 0)
        let result = try rows(d, dtype) { rows, n, source, result in
            _ = CNN.access(source, result) { x, o in
                ck_softmax(code, logarithm, isAcross, Int64(rows), Int64(n), x, o)
            }
        }
        guard isRecorded(self) else { return result }
        return result.recordSavingResult(
            logarithm ? "LogSoftmaxBackward0" : "SoftmaxBackward0", [self]
        ) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [try gradient.softmaxBackward(node.saved(0), d, logarithm)]
        }
    }

    private func softmaxBackward(_ result: Tensor, _ d: Int, _ logarithm: Bool) throws -> Tensor {
        if isRecorded(self, result) {
            if logarithm { return try sub(result.exp().mul(sum([d], keepdim: true))) }
            let product = try mul(result)
            return try product.sub(result.mul(product.sum([d], keepdim: true)))
        }
        let last = Swift.max(dim - 1, 0)
        let (g, y) =
            d == last || dim < 2
            ? (try plain(), try result.plain())
            : (try transpose(d, last).copied(), try result.transpose(d, last).copied())
        let out = try Tensor.empty(g.shape, dtype: dtype)
        let n = g.shape.last ?? 1
        _ = CNN.access(g, y, out) { pg, py, po in
            ck_softmax_backward(
                dtype.code, logarithm, d != last, Int64(n == 0 ? 0 : g.count / n), Int64(n), pg, py,
                po)
        }
        return d == last || dim < 2 ? out : try out.transpose(d, last)
    }

    // MARK: Running sums and products

    /// Running sums along `d`. Integers and bools are summed in int64.
    public func cumsum(_ d: Int, dtype: DType? = nil) throws -> Tensor {
        if let dtype, !dtype.isFloatingPoint || dtype != self.dtype {
            try checkGradient(of: dtype)
            return try to(dtype).cumsum(d).to(dtype)
        }
        let d = try Shape.dimension(d, of: dim)
        return try scanned(Int(CK_CUMSUM), d).record("CumsumBackward0", [self]) { _, gradients in
            [try gradients[0]?.reversedCumsum(d)]
        }
    }

    private func reversedCumsum(_ d: Int) throws -> Tensor {
        dim == 0 ? self : try flip([d]).cumsum(d).flip([d])
    }

    /// Running products along `d`. Integers and bools are multiplied in int64.
    public func cumprod(_ d: Int, dtype: DType? = nil) throws -> Tensor {
        if let dtype, !dtype.isFloatingPoint || dtype != self.dtype {
            try checkGradient(of: dtype)
            return try to(dtype).cumprod(d).to(dtype)
        }
        let d = try Shape.dimension(d, of: dim)
        let result = try scanned(Int(CK_CUMPROD), d)
        guard isRecorded(self) else { return result }
        return result.recordSavingResult("CumprodBackward0", [self], saving: [self]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            _ = try node.saved(1)
            return [try gradient.cumprodBack(node.saved(0), d)]
        }
    }

    /// Exact also where elements are zero: the derivative of output j by input i is the product of the others up to j.
    private func cumprodBack(_ input: Tensor, _ d: Int) throws -> Tensor {
        if input.dim == 0 || input.count == 0 { return self }
        // As in PyTorch, the quotient where no element is 0: it says NaN where one is NaN or infinite.
        if try !input.hasZero() {
            return try mul(input.cumprod(d)).reversedCumsum(d).div(input)
        }
        var parts: [Tensor] = []
        let size = input.shape[d]
        for i in 0..<size {
            let one = try Tensor.onesLike(input.narrow(d, i, 1))
            let replaced = try cat(
                [input.narrow(d, 0, i), one, input.narrow(d, i + 1, size - i - 1)], d)
            let products = try replaced.cumprod(d).narrow(d, i, size - i)
            parts.append(try narrow(d, i, size - i).mul(products).sum([d], keepdim: true))
        }
        return try cat(parts, d)
    }

    private func scanned(_ op: Int, _ d: Int) throws -> Tensor {
        let source = try dtype.isFloatingPoint ? self : converted(to: .int64)
        return try source.rows(d, source.dtype) { rows, n, x, result in
            _ = CNN.access(x, result) { from, to in
                ck_scan(Int32(op), source.dtype.code, Int64(rows), Int64(n), from, to, nil)
            }
        }
    }

    /// Running maxima along `d` and their places.
    public func cummax(_ d: Int) throws -> (values: Tensor, indices: Tensor) {
        try runningExtremum(Int(CK_CUMMAX), "CummaxBackward0", d)
    }
    /// Running minima along `d` and their places.
    public func cummin(_ d: Int) throws -> (values: Tensor, indices: Tensor) {
        try runningExtremum(Int(CK_CUMMIN), "CumminBackward0", d)
    }

    private func runningExtremum(
        _ op: Int, _ name: String, _ d: Int
    ) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shape.dimension(d, of: dim)
        var places: Tensor?
        let values = try rows(d, dtype) { rows, n, x, result in
            let indices = try Tensor.zeros(x.shape, dtype: .int64)
            _ = CNN.access(x, result, indices) { from, to, place in
                ck_scan(
                    Int32(op), dtype.code, Int64(rows), Int64(n), from, to,
                    place.assumingMemoryBound(to: Int64.self))
            }
            places = indices
        }
        var indices = try places ?? Tensor.zeros(shape, dtype: .int64)
        if indices.shape != shape || d != Swift.max(dim - 1, 0) {
            indices = try withoutGradient { try indices.transpose(d, dim - 1).copied() }
        }
        let shape = shape
        values.record(name, [self], saving: [indices]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            if shape.isEmpty { return [gradient] }
            return [
                try Tensor.zeros(shape, dtype: gradient.dtype)
                    .scatterAdd(d, node.saved(0), gradient)
            ]
        }
        return (values, indices)
    }

    /// The different elements in order; where each element went; how often each occurs.
    public func unique() throws -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        let flat = try withoutGradient { try detach().reshape([-1]) }
        let (values, order) = try flat.sorted(0, false, stable: false)
        let inverse = try Tensor.zeros([count], dtype: .int64)
        var starts: [Int] = []
        let size = dtype.itemSize
        CNN.access(values, order, inverse) { p, from, to in
            let places = from.assumingMemoryBound(to: Int.self)
            let out = to.assumingMemoryBound(to: Int.self)
            for i in 0..<count {
                if i == 0 || (p + i * size).scalar(dtype) != (p + (i - 1) * size).scalar(dtype) {
                    starts.append(i)
                }
                out[places[i]] = starts.count - 1
            }
        }
        let firsts = try Tensor(starts)
        let ends = starts.dropFirst() + [count]
        let found = try values.indexSelect(0, firsts)
        return (
            found.withoutDerivative("Unique2Backward0", "_unique2", of: self),
            try inverse.reshape(shape), try Tensor(zip(starts, ends).map { $1 - $0 })
        )
    }
}
