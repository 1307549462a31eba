// Views: other shapes over the same memory.

extension Tensor {
    /// A tensor over the same memory with another shape; records `name` if this one needs a gradient.
    func makeView(
        _ name: @autoclosure () -> String, _ shape: [Int], _ strides: [Int], _ offset: Int,
        _ backward: @autoclosure () -> Node.Backward
    ) -> Tensor {
        var count = 1
        for size in shape { count *= size }
        let result = Tensor(
            storage: storage, shape: shape, strides: strides, offset: offset, count: count,
            dtype: dtype, isContiguous: Shape.isContiguous(shape, strides))
        result.isInference = isInference
        shareVersion(with: result)
        let base = view?.base ?? self
        result.view = ViewOrigin(base: base, version: version)
        if !GradMode.isEnabled {
            if !GradMode.isInference { result.view?.madeWithoutGrad = true }
        } else if requiresGrad {
            result.attach(Node(name(), [self], backward()))
        }
        if let view {
            if view.madeWithoutGrad { result.view?.madeWithoutGrad = true }
            if view.madeByFunction { result.view?.madeByFunction = true }
            if view.isOneOfSeveral { result.view?.isOneOfSeveral = true }
        }
        return result
    }

    /// The same elements in another shape over the same memory. One size may be -1.
    /// - Throws: PyTorch's messages when the sizes or the strides do not allow it.
    public func view(_ shape: [Int]) throws -> Tensor {
        let sizes = try resolved(shape)
        guard let strides = viewStrides(sizes) else {
            throw TensorError.runtime(
                "view size is not compatible with input tensor's size and stride (at least one "
                    + "dimension spans across two contiguous subspaces). Use .reshape(...) instead."
            )
        }
        return makeView("ViewBackward0", sizes, strides, offset, Tensor.reshapeBack(self.shape))
    }

    /// The same elements in another shape: a view if the strides allow it, else a copy. One size may be -1.
    public func reshape(_ shape: [Int]) throws -> Tensor {
        let sizes = try resolved(shape)
        if let strides = viewStrides(sizes) {
            return makeView(
                isContiguous ? "ViewBackward0" : "ReshapeAliasBackward0", sizes, strides, offset,
                Tensor.reshapeBack(self.shape))
        }
        let source = try clone(contiguous: true)
        let result = source.makeView(
            "UnsafeViewBackward0", sizes, Shape.strides(sizes), 0, Tensor.reshapeBack(self.shape))
        result.view = nil
        return result
    }

    /// The same bytes read as elements of another type, over the same memory, without a graph. Where elements differ in
    /// size, the last dimension grows or shrinks.
    /// - Throws: PyTorch's messages when sizes, strides or the offset do not allow it; for `bool`, whose elements are
    ///   not any bytes.
    public func view(_ type: DType) throws -> Tensor {
        if type == dtype { return try view(shape) }
        if type == .bool {
            throw TensorError.notImplemented(
                "view(torch.bool) is not part of CNNLab's torch: bytes other than 0 and 1 are no truth values. "
                    + "x != 0 makes them.")
        }
        var (shape, strides, offset) = (shape, strides, offset)
        let (old, new) = (dtype.itemSize, type.itemSize)
        func refused(_ what: String, _ expected: String, _ given: Int) -> TensorError {
            .runtime(
                "self.\(what) must be \(expected) to view \(dtype.scalarTypeName) as "
                    + "\(type.scalarTypeName) (different element sizes), but got \(given)")
        }
        if old != new {
            guard let size = shape.last, let stride = strides.last else {
                throw TensorError.runtime(
                    "self.dim() cannot be 0 to view \(dtype.scalarTypeName) as "
                        + "\(type.scalarTypeName) (different element sizes)")
            }
            let isFitting = old > new || size % (new / old) == 0
            guard isFitting else { throw refused("size(-1)", "divisible by \(new / old)", size) }
            guard stride == 1 else { throw refused("stride(-1)", "1", stride) }
            if old > new {
                let parts = old / new
                let total = size.multipliedReportingOverflow(by: parts)
                guard !total.overflow else {
                    throw TensorError.runtime(
                        "size \(size) of the last dimension is too large to view as \(type.scalarTypeName)"
                    )
                }
                shape[dim - 1] = total.partialValue
                for d in 0..<(dim - 1) {
                    strides[d] = strides[d].multipliedReportingOverflow(by: parts).partialValue
                }
                offset = offset.multipliedReportingOverflow(by: parts).partialValue
            } else {
                let parts = new / old
                let needed = "divisible by \(parts)"
                guard offset % parts == 0 else {
                    throw refused("storage_offset()", needed, offset)
                }
                shape[dim - 1] = size / parts
                for d in 0..<(dim - 1) {
                    guard strides[d] % parts == 0 else {
                        throw refused("stride(\(d))", needed, strides[d])
                    }
                    strides[d] /= parts
                }
                offset /= parts
            }
        }
        let result = Tensor(
            storage: storage, shape: shape, strides: strides, offset: offset,
            count: try Shape.count(shape, itemSize: new), dtype: type,
            isContiguous: Shape.isContiguous(shape, strides))
        result.isInference = isInference
        shareVersion(with: result)
        return result
    }

    private static func reshapeBack(_ shape: [Int]) -> Node.Backward {
        { _, gradients in [try gradients[0]?.reshape(shape)] }
    }

    /// Replaces a -1 in `shape`.
    func resolved(_ shape: [Int]) throws -> [Int] {
        var shape = shape
        var unknown: Int?
        var known = 1
        var overflow = false
        for (d, size) in shape.enumerated() {
            if size == -1 {
                if unknown != nil {
                    throw TensorError.runtime("only one dimension can be inferred")
                }
                unknown = d
            } else if size < 0 {
                throw TensorError.runtime(
                    "invalid shape dimension \(size) at index \(d) of shape \(Shape.list(shape))")
            } else {
                let (product, over) = known.multipliedReportingOverflow(by: size)
                known = product
                overflow = overflow || over
            }
        }
        let fits = !overflow && (unknown == nil ? known == count : known > 0 && count % known == 0)
        if let unknown, !overflow {
            if known == 0 && count == 0 {
                throw TensorError.runtime(
                    "cannot reshape tensor of 0 elements into shape \(Shape.list(shape)) because "
                        + "the unspecified dimension size -1 can be any value and is ambiguous")
            }
            if fits { shape[unknown] = count / known }
        }
        guard fits else {
            throw TensorError.runtime(
                "shape '\(Shape.list(shape))' is invalid for input of size \(count)")
        }
        return shape
    }

    /// The strides that show the same elements in that shape, if there are any.
    private func viewStrides(_ shape: [Int]) -> [Int]? {
        if isContiguous || shape == self.shape {
            return isContiguous ? Shape.strides(shape) : strides
        }
        if count == 0 { return Shape.strides(shape) }
        var result = [Int](repeating: 0, count: shape.count)
        var target = shape.count - 1
        var base = strides.last ?? 1
        var run = 1
        var taken = 1
        for d in stride(from: dim - 1, through: 0, by: -1) {
            run *= self.shape[d]
            let ends = d == 0 || self.shape[d - 1] != 1 && strides[d - 1] != run * base
            guard ends else { continue }
            while target >= 0 && (taken < run || shape[target] == 1) {
                result[target] = taken * base
                taken *= shape[target]
                target -= 1
            }
            if taken != run { return nil }
            if d > 0 {
                base = strides[d - 1]
                run = 1
                taken = 1
            }
        }
        return target == -1 ? result : nil
    }

    /// The dimensions in another order.
    public func permute(_ dims: [Int]) throws -> Tensor {
        guard dims.count == dim else {
            throw TensorError.runtime(
                "permute(sparse_coo): number of dimensions in the tensor input does not match the "
                    + "length of the desired ordering of dimensions i.e. input.dim() = \(dim) is "
                    + "not equal to len(dims) = \(dims.count)")
        }
        let order = try dims.map { try Shape.dimension($0, of: dim) }
        guard Set(order).count == dim else {
            throw TensorError.runtime("permute(): duplicate dims are not allowed.")
        }
        return makeView(
            "PermuteBackward0", order.map { shape[$0] }, order.map { strides[$0] }, offset
        ) { _, gradients in
            var inverse = order
            for (to, from) in order.enumerated() { inverse[from] = to }
            return [try gradients[0]?.permute(inverse)]
        }
    }

    /// Two dimensions exchanged.
    public func transpose(_ first: Int, _ second: Int) throws -> Tensor {
        let a = try Shape.dimension(first, of: dim)
        let b = try Shape.dimension(second, of: dim)
        return transposed(a, b, "TransposeBackward0")
    }

    private func transposed(_ a: Int, _ b: Int, _ name: String) -> Tensor {
        var (shape, strides) = (shape, strides)
        if a < shape.count && b < shape.count {
            shape.swapAt(a, b)
            strides.swapAt(a, b)
        }
        return makeView(name, shape, strides, offset) { _, gradients in
            [gradients[0]?.transposed(a, b, name)]
        }
    }

    /// The transpose of a matrix; a vector is returned as it is.
    public func t() throws -> Tensor {
        guard dim <= 2 else {
            throw TensorError.runtime(
                "t() expects a tensor with <= 2 dimensions, but self is \(dim)D")
        }
        return transposed(0, dim < 2 ? 0 : 1, "TBackward0")
    }

    /// A dimension of size 1 put in at `d`.
    public func unsqueeze(_ d: Int) throws -> Tensor {
        guard d >= -(dim + 1) && d <= dim else {
            throw TensorError.index(
                "Dimension out of range (expected to be in range of [\(-(dim + 1)), \(dim)], but "
                    + "got \(d))")
        }
        let d = d < 0 ? d + dim + 1 : d
        var (shape, strides) = (shape, strides)
        strides.insert(d < dim ? shape[d] * strides[d] : 1, at: d)
        shape.insert(1, at: d)
        return makeView("UnsqueezeBackward0", shape, strides, offset) { _, gradients in
            [try gradients[0]?.squeeze(d)]
        }
    }

    /// Without its dimensions of size 1.
    public func squeeze() throws -> Tensor {
        try squeezed((0..<dim).filter { shape[$0] == 1 }, "SqueezeBackward0")
    }

    /// Without dimension `d`, if that has size 1.
    public func squeeze(_ d: Int) throws -> Tensor {
        let d = try Shape.dimension(d, of: dim)
        return try squeezed(dim > 0 && shape[d] == 1 ? [d] : [], "SqueezeBackward1")
    }

    /// Without those of the dimensions that have size 1.
    public func squeeze(_ dims: [Int]) throws -> Tensor {
        let dims = dims.isEmpty ? [] : try reductionDims(dims)
        return try squeezed(dims.filter { dim > 0 && shape[$0] == 1 }, "SqueezeBackward2")
    }

    private func squeezed(_ dims: [Int], _ name: String) throws -> Tensor {
        let kept = (0..<dim).filter { !dims.contains($0) }
        let original = shape
        return makeView(name, kept.map { shape[$0] }, kept.map { strides[$0] }, offset) {
            _, gradients in
            [try gradients[0]?.reshape(original)]
        }
    }

    /// Dimensions of size 1 repeated without copying; -1 keeps a size.
    public func expand(_ sizes: [Int]) throws -> Tensor {
        guard sizes.count >= dim else {
            throw TensorError.runtime(
                "expand(\(dtype == .bool ? "CPUBoolType" : "torch.\(dtype.scalarTypeName)Tensor"){\(Shape.list(shape))}, "
                    + "size=\(Shape.list(sizes))): the number of sizes provided (\(sizes.count)) "
                    + "must be greater or equal to the number of dimensions in the tensor (\(dim))")
        }
        let extra = sizes.count - dim
        var shape = sizes
        var strides = [Int](repeating: 0, count: sizes.count)
        for d in sizes.indices.reversed() {
            let size = d < extra ? 1 : self.shape[d - extra]
            if sizes[d] == -1 {
                guard d >= extra else {
                    throw TensorError.runtime(
                        "The expanded size of the tensor (-1) isn't allowed in a leading, "
                            + "non-existing dimension \(d)")
                }
                shape[d] = size
            }
            if d >= extra && shape[d] == size {
                strides[d] = self.strides[d - extra]
            } else if size != 1 || shape[d] < 0 {
                throw TensorError.runtime(
                    "The expanded size of the tensor (\(sizes[d])) must match the existing size "
                        + "(\(size)) at non-singleton dimension \(d).  Target sizes: "
                        + "\(Shape.list(sizes)).  Tensor sizes: \(Shape.list(self.shape))")
            }
        }
        _ = try Shape.count(shape, itemSize: dtype.itemSize)
        let original = self.shape
        return makeView("ExpandBackward0", shape, strides, offset) { _, gradients in
            [try gradients[0]?.sum(toShape: original)]
        }
    }

    /// `length` places along `d` from `start` on.
    public func narrow(_ d: Int, _ start: Int, _ length: Int) throws -> Tensor {
        guard dim > 0 else {
            throw TensorError.runtime("narrow() cannot be applied to a 0-dim tensor.")
        }
        let d = try Shape.dimension(d, of: dim)
        guard length >= 0 else {
            throw TensorError.runtime("narrow(): length must be non-negative.")
        }
        let size = shape[d]
        guard start >= -size && start <= size else {
            throw TensorError.index(
                "start out of range (expected to be in range of [\(-size), \(size)], but got "
                    + "\(start))")
        }
        let first = start < 0 ? start + size : start
        guard length <= size - first else {
            throw TensorError.runtime(
                "start (\(first)) + length (\(length)) exceeds dimension size (\(size)).")
        }
        return try slice(d, first, first + length, 1)
    }

    /// The places `start, start + step, …` before `end` along `d`; bounds as in Python's slices.
    public func slice(_ d: Int, _ start: Int?, _ end: Int?, _ step: Int = 1) throws -> Tensor {
        guard dim > 0 else {
            throw TensorError.runtime("slice() cannot be applied to a 0-dim tensor.")
        }
        let d = try Shape.dimension(d, of: dim)
        guard step > 0 else { throw TensorError.runtime("slice step must be positive") }
        let size = shape[d]
        func bound(_ value: Int) -> Int {
            Swift.min(Swift.max(value < 0 ? value &+ size : value, 0), size)
        }
        let first = bound(start ?? 0)
        let last = Swift.max(bound(end ?? size), first)
        var (shape, strides) = (shape, strides)
        shape[d] = (last - first) / step + ((last - first) % step == 0 ? 0 : 1)
        let whole = (self.shape, dtype)
        let start = offset + (shape[d] == 0 ? 0 : first * strides[d])
        strides[d] = strides[d].multipliedReportingOverflow(by: step).partialValue
        return makeView("SliceBackward0", shape, strides, start) { _, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [
                try gradient.insertedInZeros("SliceBackward0", whole.0) {
                    try $0.slice(d, first, last, step)
                }
            ]
        }
    }

    /// The part at `index` along `d`, without that dimension.
    public func select(_ d: Int, _ index: Int) throws -> Tensor {
        guard dim > 0 else {
            throw TensorError.index("select() cannot be applied to a 0-dim tensor.")
        }
        let d = try Shape.dimension(d, of: dim)
        let size = shape[d]
        guard index >= -size && index < size else {
            throw TensorError.index(
                "select(): index \(index) out of range for tensor of size \(Shape.list(shape)) at "
                    + "dimension \(d)")
        }
        let index = index < 0 ? index + size : index
        var (shape, strides) = (shape, strides)
        let start = offset + index * strides[d]
        shape.remove(at: d)
        strides.remove(at: d)
        let whole = self.shape
        return makeView("SelectBackward0", shape, strides, start) { _, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [
                try gradient.insertedInZeros("SelectBackward0", whole) { try $0.select(d, index) }
            ]
        }
    }

    /// Zeros of that shape with this tensor at the place that `view` shows: the gradient of a view.
    func insertedInZeros(
        _ name: String, _ shape: [Int], _ view: @escaping (Tensor) throws -> Tensor
    ) throws -> Tensor {
        let result = try withoutGradient {
            let zeros = try Tensor.zeros(shape, dtype: dtype)
            Elementwise.copy(self, to: try view(zeros))
            return zeros
        }
        return result.record(name.replacingSuffix("0", "Backward0"), [self]) { _, gradients in
            [try gradients[0].map(view)]
        }
    }
}

extension String {
    fileprivate func replacingSuffix(_ suffix: String, _ other: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + other : self
    }
}
