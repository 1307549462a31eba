extension Tensor {
    /// A copy with memory of its own, part of the graph. Keeps the order of dimensions unless `contiguous`.
    public func clone(contiguous: Bool = false) throws -> Tensor {
        let result =
            contiguous ? try Tensor.empty(shape, dtype: dtype) : try Tensor.emptyLike(self)
        Elementwise.copy(self, to: result)
        return result.record("CloneBackward0", [self]) { _, gradients in gradients }
    }

    /// Itself if contiguous, else a contiguous copy.
    public func contiguous() throws -> Tensor {
        isContiguous ? self : try clone(contiguous: true)
    }

    /// Itself if it has that type, else a converted copy.
    public func to(_ dtype: DType) throws -> Tensor {
        if dtype == self.dtype { return self }
        let result = try converted(to: dtype)
        if !dtype.isFloatingPoint { return result }
        return result.record("ToCopyBackward0", [self]) { _, gradients in gradients }
    }

    /// Copies `source`, which broadcasts to this shape, into this tensor's memory.
    @discardableResult
    public func copy_(_ source: Tensor) throws -> Tensor {
        if source.shape != shape {
            try checkInPlace([source])
            let shape = try Shape.broadcast(self.shape, source.shape)
            guard shape == self.shape else {
                throw TensorError.runtime(
                    "output with shape \(Shape.list(self.shape)) doesn't match the broadcast shape "
                        + Shape.list(shape))
            }
        }
        return try inPlace("CopyBackwards", [source]) { node, gradients in
            [
                node.needs(0) ? try gradients[0].map { try Tensor.zerosLike($0) } : nil,
                gradients[0],
            ]
        } _: {
            if source.storage === storage && source !== self {
                Elementwise.copy(try source.copied(), to: self)
            } else if source !== self {
                Elementwise.copy(source, to: self)
            }
        }
    }

    /// Sets every element.
    @discardableResult
    public func fill_(_ value: Scalar) throws -> Tensor {
        try dtype.check(value)
        return try inPlace("FillBackward2", mayOverlap: true) { _, gradients in
            [try gradients[0].map { try Tensor.zerosLike($0) }]
        } _: {
            if isContiguous {
                fillContiguous(value)
            } else {
                Elementwise.copy(try Tensor.scalar(value, dtype: dtype), to: self)
            }
        }
    }

    /// Sets every element to 0.
    @discardableResult
    public func zero_() throws -> Tensor {
        try inPlace("ZeroBackward0", mayOverlap: true) { _, gradients in
            [try gradients[0].map { try Tensor.zerosLike($0) }]
        } _: {
            if isContiguous {
                fillContiguous(.int(0))
            } else {
                Elementwise.copy(try Tensor.scalar(.int(0), dtype: dtype), to: self)
            }
        }
    }

    /// The number in a tensor of one element.
    public func item() throws -> Scalar {
        guard count == 1 else {
            throw TensorError.runtime(
                "a Tensor with \(count) elements cannot be converted to Scalar")
        }
        return firstElement()
    }

    /// All elements in row-major order.
    public func scalars() throws -> [Scalar] {
        let source = try plain()
        let size = dtype.itemSize
        return source.access { p in (0..<count).map { (p + $0 * size).scalar(dtype) } }
    }

    /// All elements in row-major order, converted to `type`.
    public func array<T: TensorElement>(_ type: T.Type = T.self) throws -> [T] {
        let source = try converted(to: T.dtype).plain()
        return source.elements(type) { Array(UnsafeBufferPointer(start: $0, count: count)) }
    }
}
