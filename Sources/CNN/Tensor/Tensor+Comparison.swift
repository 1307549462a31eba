import CNNKernels

extension Tensor {
    private func compared(_ op: Int, _ other: Tensor) throws -> Tensor {
        try Elementwise.compare(op, self, .tensor(other), dtype: CNN.resultType(self, other))
    }

    private func compared(_ op: Int, _ other: Scalar) throws -> Tensor {
        let dtype = resultType(other)
        return try Elementwise.compare(op, self, .number(other.bits(as: dtype)), dtype: dtype)
    }

    /// Where elements are equal.
    public func eq(_ other: Tensor) throws -> Tensor { try compared(Int(CK_EQ), other) }
    public func eq(_ other: Scalar) throws -> Tensor { try compared(Int(CK_EQ), other) }
    /// Where elements differ.
    public func ne(_ other: Tensor) throws -> Tensor { try compared(Int(CK_NE), other) }
    public func ne(_ other: Scalar) throws -> Tensor { try compared(Int(CK_NE), other) }
    /// Where elements are less.
    public func lt(_ other: Tensor) throws -> Tensor { try compared(Int(CK_LT), other) }
    public func lt(_ other: Scalar) throws -> Tensor { try compared(Int(CK_LT), other) }
    /// Where elements are less or equal.
    public func le(_ other: Tensor) throws -> Tensor { try compared(Int(CK_LE), other) }
    public func le(_ other: Scalar) throws -> Tensor { try compared(Int(CK_LE), other) }
    /// Where elements are greater.
    public func gt(_ other: Tensor) throws -> Tensor { try compared(Int(CK_GT), other) }
    public func gt(_ other: Scalar) throws -> Tensor { try compared(Int(CK_GT), other) }
    /// Where elements are greater or equal.
    public func ge(_ other: Tensor) throws -> Tensor { try compared(Int(CK_GE), other) }
    public func ge(_ other: Scalar) throws -> Tensor { try compared(Int(CK_GE), other) }

    /// Where both are other than zero.
    public func logicalAnd(_ other: Tensor) throws -> Tensor {
        try compared(Int(CK_LOGICAL_AND), other)
    }
    /// Where one of both is other than zero.
    public func logicalOr(_ other: Tensor) throws -> Tensor {
        try compared(Int(CK_LOGICAL_OR), other)
    }
    /// Where exactly one is other than zero.
    public func logicalXor(_ other: Tensor) throws -> Tensor {
        try compared(Int(CK_LOGICAL_XOR), other)
    }

    private func bitwise(_ op: Int, _ name: String, _ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        return try Elementwise.binary(op, name, self, .tensor(other), dtype: dtype)
    }

    private func bitwise(_ op: Int, _ name: String, _ other: Scalar) throws -> Tensor {
        let dtype = resultType(other)
        return try Elementwise.binary(op, name, self, .number(other.bits(as: dtype)), dtype: dtype)
    }

    /// Bit by bit: both.
    public func bitwiseAnd(_ other: Tensor) throws -> Tensor {
        try bitwise(Int(CK_AND), "bitwise_and_cpu", other)
    }
    public func bitwiseAnd(_ other: Scalar) throws -> Tensor {
        try bitwise(Int(CK_AND), "bitwise_and_cpu", other)
    }
    /// Bit by bit: one of both.
    public func bitwiseOr(_ other: Tensor) throws -> Tensor {
        try bitwise(Int(CK_OR), "bitwise_or_cpu", other)
    }
    public func bitwiseOr(_ other: Scalar) throws -> Tensor {
        try bitwise(Int(CK_OR), "bitwise_or_cpu", other)
    }
    /// Bit by bit: exactly one.
    public func bitwiseXor(_ other: Tensor) throws -> Tensor {
        try bitwise(Int(CK_XOR), "bitwise_xor_cpu", other)
    }
    public func bitwiseXor(_ other: Scalar) throws -> Tensor {
        try bitwise(Int(CK_XOR), "bitwise_xor_cpu", other)
    }
    /// Bits moved up.
    public func bitwiseLeftShift(_ other: Tensor) throws -> Tensor {
        try bitwise(Int(CK_SHIFT_LEFT), "lshift_cpu", other)
    }
    public func bitwiseLeftShift(_ other: Scalar) throws -> Tensor {
        try bitwise(Int(CK_SHIFT_LEFT), "lshift_cpu", other)
    }
    /// Bits moved down.
    public func bitwiseRightShift(_ other: Tensor) throws -> Tensor {
        try bitwise(Int(CK_SHIFT_RIGHT), "rshift_cpu", other)
    }
    public func bitwiseRightShift(_ other: Scalar) throws -> Tensor {
        try bitwise(Int(CK_SHIFT_RIGHT), "rshift_cpu", other)
    }

    // MARK: In-place forms: computed apart, then copied into this tensor

    /// Runs an operation that has no gradient and stores its result in this tensor.
    ///
    /// - Parameters:
    ///   - step: what the graph calls the step; nil leaves the graph as it is.
    ///   - others: what the operation reads besides; none may show a part of this tensor.
    @discardableResult
    public func replace_(
        _ step: String? = nil, _ others: [Tensor] = [], _ operation: (Tensor) throws -> Tensor
    ) throws -> Tensor {
        for other in others { try checkOverlap(other) }
        let result = try withoutGradient { try operation(self) }
        guard result.shape == shape else {
            throw TensorError.runtime(
                "output with shape \(Shape.list(shape)) doesn't match the broadcast shape "
                    + "\(Shape.list(result.shape))")
        }
        if result.dtype != .bool { try checkResult(result.dtype) }
        guard let step else {
            try checkWritable()
            Elementwise.copy(result, to: self)
            bumpVersion()
            return self
        }
        return try inPlace(step) { _, gradients in
            [try gradients[0].map { try Tensor.zerosLike($0) }]
        } _: {
            Elementwise.copy(result, to: self)
        }
    }

    /// Stores what an operation computes of this tensor, with the operation's name as the step's.
    ///
    /// - Parameter others: what the operation reads besides; none may show a part of this tensor.
    @discardableResult
    public func overwrite_(
        _ others: [Tensor] = [], _ operation: (Tensor) throws -> Tensor
    ) throws -> Tensor {
        try checkInPlace()
        for other in others { try checkOverlap(other) }
        // A step that keeps its input must keep it as it was.
        let source = GradMode.isEnabled && requiresGrad ? try clone() : self
        let result = try operation(source)
        guard result.shape == shape else {
            throw TensorError.runtime(
                "output with shape \(Shape.list(shape)) doesn't match the broadcast shape "
                    + "\(Shape.list(result.shape))")
        }
        if result.dtype != .bool { try checkResult(result.dtype) }
        let found = result.node?.name ?? "CopyBackwards"
        let name = Self.inPlaceNames[found] ?? found
        // PyTorch's steps of these names keep their result, and refuse when it was changed again.
        let keepsResult = Self.inPlaceNames[found] != nil && found != "ThresholdBackward0"
        let changed = try inPlace(name, [result], savingResult: keepsResult) { node, gradients in
            if keepsResult { _ = try node.saved(0) }
            return [
                node.needs(0) ? try gradients[0].map { try Tensor.zerosLike($0) } : nil,
                gradients[0],
            ]
        } _: {
            let apart = result.storage === storage ? try result.copied() : result
            Elementwise.copy(apart, to: self)
        }
        if view == nil, let node { node.appearance = .overwriting }
        return changed
    }

    /// Steps that PyTorch calls differently when they overwrite their input.
    private static let inPlaceNames = [
        "LeakyReluBackward0": "LeakyReluBackward1", "EluBackward0": "EluBackward1",
        "CeluBackward0": "CeluBackward1", "ThresholdBackward0": "ThresholdBackward1",
        "RreluWithNoiseBackward0": "RreluWithNoiseBackward1",
    ]

    // MARK: Whole tensors

    /// Whether shapes and all elements are the same.
    public func equal(_ other: Tensor) throws -> Bool {
        if shape != other.shape { return false }
        return try eq(other).all().firstElement().boolValue
    }

    /// Where |self − other| ≤ atol + rtol·|other|; infinities of one sign are close.
    public func isclose(
        _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
    ) throws -> Tensor {
        guard dtype == other.dtype else {
            throw TensorError.runtime(
                "\(dtype.scalarTypeName) did not match \(other.dtype.scalarTypeName)")
        }
        return try withoutGradient {
            var close = try eq(other)
            if dtype.isFloatingPoint {
                if equalNaN { close = try close.logicalOr(isnan().logicalAnd(other.isnan())) }
            }
            let (a, b) =
                dtype.isFloatingPoint
                ? (self, other) : (try converted(to: .float64), try other.converted(to: .float64))
            let allowed = try b.abs().mul(.double(rtol)).add(.double(atol))
            let difference = try a.sub(b).abs()
            return try close.logicalOr(difference.isfinite().logicalAnd(difference.le(allowed)))
        }
    }

    /// Whether all elements are close; see `isclose`.
    public func allclose(
        _ other: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNaN: Bool = false
    ) throws -> Bool {
        try isclose(other, rtol: rtol, atol: atol, equalNaN: equalNaN).all().firstElement()
            .boolValue
    }
}
