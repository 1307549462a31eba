extension Tensor {
    /// Dimensions `start` to `end` made one.
    public func flatten(_ start: Int = 0, _ end: Int = -1) throws -> Tensor {
        let (a, b) = (try Shape.dimension(start, of: dim), try Shape.dimension(end, of: dim))
        guard a <= b else {
            throw TensorError.runtime(
                "flatten() has invalid args: start_dim cannot come after end_dim")
        }
        if dim == 0 { return try reshape([1]) }
        if a == b { return self }
        let size = shape[a...b].reduce(1, *)
        return try reshape(Array(shape[..<a]) + [size] + Array(shape[(b + 1)...]))
    }

    /// Dimension `d` cut into these sizes; one may be -1.
    public func unflatten(_ d: Int, _ sizes: [Int]) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        guard !sizes.isEmpty else {
            throw TensorError.runtime("unflatten: sizes must be non-empty")
        }
        let size = dim == 0 ? 1 : shape[d]
        var known = 1
        for n in sizes where n != -1 {
            known = known.multipliedReportingOverflow(by: n).partialValue
        }
        let holes = sizes.filter { $0 == -1 }.count
        let fits = holes == 0 ? known == size : holes == 1 && known > 0 && size % known == 0
        guard fits else {
            if holes == 1 || holes == 0 {
                throw TensorError.runtime(
                    "unflatten: Provided sizes \(Shape.list(sizes)) don't multiply up to the size "
                        + "of dim \(d) (\(size)) in the input tensor")
            }
            throw TensorError.runtime("only one dimension can be inferred")
        }
        let parts = sizes.map { $0 == -1 ? size / known : $0 }
        return try view(Array(shape.prefix(d)) + parts + Array(shape.dropFirst(d + 1)))
    }

    /// Dimensions moved to other places, the rest in order.
    public func movedim(_ from: [Int], _ to: [Int]) throws -> Tensor {
        guard from.count == to.count else {
            throw TensorError.runtime(
                "movedim: Invalid source or destination dims: source (\(Shape.list(from)) dims) "
                    + "should contain the same number of dims as destination (\(Shape.list(to)) "
                    + "dims)")
        }
        let (a, b) = (
            try from.map { try Shape.dimension($0, of: dim) },
            try to.map { try Shape.dimension($0, of: dim) }
        )
        guard Set(a).count == a.count else {
            throw TensorError.runtime("movedim: repeated dim in `source` (\(Shape.list(from)))")
        }
        guard Set(b).count == b.count else {
            throw TensorError.runtime("movedim: repeated dim in `destination` (\(Shape.list(to)))")
        }
        var order = [Int](repeating: -1, count: dim)
        for (x, y) in zip(a, b) where y < dim { order[y] = x }
        var rest = (0..<dim).filter { !a.contains($0) }.makeIterator()
        for d in order.indices where order[d] < 0 { order[d] = rest.next() ?? 0 }
        return try permute(order)
    }

    /// The dimensions in reverse order: PyTorch's `T`.
    public func reversedDimensions() throws -> Tensor { try permute(Array((0..<dim).reversed())) }

    /// As another tensor's shape.
    public func viewAs(_ other: Tensor) throws -> Tensor { try view(other.shape) }
    /// As another tensor's shape.
    public func reshapeAs(_ other: Tensor) throws -> Tensor { try reshape(other.shape) }
    /// Expanded to another tensor's shape.
    public func expandAs(_ other: Tensor) throws -> Tensor { try expand(other.shape) }

    /// The diagonal of two dimensions as the last one, a view; `offset` counts from the main diagonal to the right.
    public func diagonal(offset k: Int = 0, _ first: Int = 0, _ second: Int = 1) throws -> Tensor {
        let (a, b) = (try Shape.dimension(first, of: dim), try Shape.dimension(second, of: dim))
        guard a != b else {
            throw TensorError.runtime("diagonal dimensions cannot be identical \(first), \(second)")
        }
        let rows = k < 0 ? shape[a] &+ k : shape[a]
        let columns = k > 0 ? shape[b] &- k : shape[b]
        let size = Swift.max(0, Swift.min(rows, columns))
        var start = offset
        if size > 0 { start += k >= 0 ? k * strides[b] : -k * strides[a] }
        let kept = (0..<dim).filter { $0 != a && $0 != b }
        let whole = shape
        return makeView(
            "DiagonalBackward0", kept.map { shape[$0] } + [size],
            kept.map { strides[$0] } + [strides[a] + strides[b]], start
        ) { _, gradients in
            [
                try gradients[0]?.insertedInZeros("DiagonalBackward0", whole) {
                    try $0.diagonal(offset: k, a, b)
                }
            ]
        }
    }

    /// Of a vector the matrix with it on the diagonal, of a matrix the diagonal (a copy).
    public func diag(_ k: Int = 0) throws -> Tensor {
        if dim == 2 {
            let whole = shape
            return try withoutGradient { try diagonal(offset: k).copied() }
                .record("DiagonalBackward0_copy", [self]) { _, gradients in
                    [
                        try gradients[0]?.insertedInZeros("DiagonalBackward0", whole) {
                            try $0.diagonal(offset: k)
                        }
                    ]
                }
        }
        guard dim == 1 else {
            throw TensorError.runtime(
                "diag(): Supports 1D or 2D tensors. Got \(dim)D")
        }
        let (size, overflow) = count.addingReportingOverflow(Swift.abs(Swift.max(k, -Int.max)))
        if overflow {
            throw TensorError.runtime("Storage size calculation overflowed with sizes=[\(k)]")
        }
        let result = try Tensor.zeros([size, size], dtype: dtype)
        try withoutGradient { Elementwise.copy(self, to: try result.diagonal(offset: k)) }
        return result.record("DiagEmbedBackward0", [self]) { _, gradients in
            [try gradients[0]?.diagonal(offset: k)]
        }
    }

    /// The sum of a matrix's diagonal.
    public func trace() throws -> Tensor {
        if dtype == .bool { throw Elementwise.unsupported("trace", dtype) }
        guard dim == 2 else {
            throw TensorError.runtime("trace: expected a matrix, but got tensor with dim \(dim)")
        }
        let result = try withoutGradient { try diagonal().sum() }
        let shape = shape
        return result.record("TraceBackward0", [self]) { _, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [
                try gradient.expand([Swift.min(shape[0], shape[1])])
                    .insertedInZeros("DiagonalBackward0", shape) { try $0.diagonal() }
            ]
        }
    }

    /// Windows of `size` places along `d`, `step` apart, as a new last dimension (a view).
    public func unfold(_ d: Int, _ size: Int, _ step: Int) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        let length = dim == 0 ? 1 : shape[d]
        guard size >= 0 else { throw TensorError.runtime("size is \(size) but must be >= 0") }
        guard size <= length else {
            throw TensorError.runtime(
                "maximum size for tensor at dimension \(d) is \(length) but size is \(size)")
        }
        guard step > 0 else { throw TensorError.runtime("step is \(step) but must be > 0") }
        var (shape, strides) = (shape, strides)
        let places = (length - size) / step + 1
        if dim > 0 {
            shape[d] = places
            strides.append(strides[d])
            strides[d] = strides[d].multipliedReportingOverflow(by: step).partialValue
        } else {
            strides.append(1)
        }
        shape.append(size)
        let (whole, layout) = (self.shape, Shape.strides(self.shape))
        let plain = makePlainUnfold(d, places, step)
        return makeView("UnfoldBackward0", shape, strides, offset) { _, gradients in
            [try gradients[0]?.scatteredBack(shape, plain, 0, into: whole, layout)]
        }
    }

    /// The strides of `unfold` over a contiguous tensor of this shape.
    private func makePlainUnfold(_ d: Int, _ places: Int, _ step: Int) -> [Int] {
        var strides = Shape.strides(shape)
        if dim == 0 { return [1] }
        strides.append(strides[d])
        strides[d] = places > 1 ? strides[d] * step : strides[d]
        return strides
    }
}

extension Tensor {
    /// Becomes what `view`, made of this tensor, shows.
    ///
    /// - Throws: PyTorch's messages for leaves.
    package func takeView(_ other: Tensor) throws {
        try checkInPlace()
        shape = other.shape
        strides = other.strides
        offset = other.offset
        count = other.count
        isContiguous = other.isContiguous
        if let step = other.node, GradMode.isEnabled {
            node = step
            outputIndex = other.outputIndex
        }
        bumpVersion()
        view?.version = version
    }

    /// Another size; what is new is 0.
    @discardableResult
    public func resize_(_ sizes: [Int]) throws -> Tensor {
        if requiresGrad && GradMode.isEnabled {
            throw TensorError.runtime("cannot resize variables that require grad")
        }
        let wanted = try Shape.count(sizes, itemSize: dtype.itemSize)
        if wanted != count || !isContiguous {
            let fresh = try Tensor.zeros([wanted], dtype: dtype)
            let kept = try withoutGradient { try detach().reshape([count]) }
            let both = Swift.min(wanted, kept.count)
            if both > 0 {
                Elementwise.copy(try kept.slice(0, 0, both), to: try fresh.slice(0, 0, both))
            }
            storage = fresh.storage
            offset = 0
        }
        shape = sizes
        strides = Shape.strides(sizes)
        count = wanted
        isContiguous = true
        return self
    }

    /// The last dimension as the diagonal of two new ones.
    public func diagEmbed(_ k: Int = 0, _ first: Int = -2, _ second: Int = -1) throws -> Tensor {
        let rank = dim + 1
        let (a, b) = (
            try Shape.dimension(first, of: rank), try Shape.dimension(second, of: rank)
        )
        guard a != b else {
            throw TensorError.runtime("diagonal dimensions cannot be identical \(first), \(second)")
        }
        guard dim > 0, Swift.abs(Swift.max(k, -Int.max)) < 1 << 31 else {
            throw TensorError.index("diag_embed: dimension out of range")
        }
        let size = shape[dim - 1] + Swift.abs(k)
        var sizes = Array(shape.dropLast())
        sizes.insert(size, at: Swift.min(a, b))
        sizes.insert(size, at: Swift.max(a, b))
        let result = try Tensor.zeros(sizes, dtype: dtype)
        try withoutGradient {
            Elementwise.copy(self, to: try result.diagonal(offset: k, a, b))
        }
        return result.record("DiagEmbedBackward0", [self]) { _, gradients in
            [try gradients[0]?.diagonal(offset: k, a, b)]
        }
    }

    /// Views of `count` parts along `d`, the first ones longer by one where it does not go up.
    public func tensorSplit(_ count: Int, _ d: Int = 0) throws -> [Tensor] {
        guard dim > 0 else {
            throw TensorError.runtime(
                "tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims"
            )
        }
        let plain = try Shape.dimension(d, of: dim)
        guard count > 0, count < 1 << 24 else {
            throw TensorError.runtime("number of sections must be larger than 0, got \(count)")
        }
        let (size, extra) = (shape[plain] / count, shape[plain] % count)
        var start = 0
        return try (0..<count).map { index in
            let end = start + size + (index < extra ? 1 : 0)
            defer { start = end }
            return try slice(plain, start, end)
        }
    }

    /// Views of the parts between these places along `d`.
    public func tensorSplit(at cuts: [Int], _ d: Int = 0) throws -> [Tensor] {
        guard dim > 0 else {
            throw TensorError.runtime(
                "tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims"
            )
        }
        let plain = try Shape.dimension(d, of: dim)
        var start = 0
        var parts: [Tensor] = []
        for cut in cuts {
            parts.append(try slice(plain, start, cut))
            start = cut
        }
        return parts + [try slice(plain, start, nil)]
    }
}
