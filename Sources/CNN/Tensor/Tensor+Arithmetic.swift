import CNNKernels

/// The type in which two tensors are computed with: a tensor without dimensions only raises the other's category.
package func resultType(_ a: Tensor, _ b: Tensor) -> DType {
    if a.dtype == b.dtype { return a.dtype }
    if (a.dim == 0) == (b.dim == 0) { return a.dtype.promoted(with: b.dtype) }
    let (wide, narrow) = a.dim == 0 ? (b.dtype, a.dtype) : (a.dtype, b.dtype)
    return narrow.category > wide.category ? wide.promoted(with: narrow) : wide
}

extension Tensor {
    /// The type in which several tensors are computed with.
    static func commonType(_ tensors: [Tensor]) throws -> DType {
        // An empty tensor of each kind stands for those seen so far.
        var known = tensors[0]
        for tensor in tensors.dropFirst() {
            let dtype = CNN.resultType(known, tensor)
            known = try Tensor.empty(Swift.max(known.dim, tensor.dim) == 0 ? [] : [0], dtype: dtype)
        }
        return known.dtype
    }

    /// The type that this tensor and a number are computed in.
    func resultType(_ scalar: Scalar) -> DType { scalar.promoted(with: dtype) }

    /// - Throws: PyTorch's message when results of that type cannot be written into this tensor.
    func checkResult(_ type: DType) throws {
        if type.category > dtype.category {
            throw TensorError.runtime(
                "result type \(type.scalarTypeName) can't be cast to the desired output type "
                    + "\(dtype.scalarTypeName)")
        }
    }

    /// - Throws: PyTorch's message when the other operand would make this tensor larger.
    func checkInPlaceShape(_ other: Tensor) throws {
        if other.storage === storage { try checkOverlap(other) }
        if other.shape == shape || other.count == 1 && other.dim <= dim { return }
        let shape = try Shape.broadcast(self.shape, other.shape)
        if shape != self.shape {
            throw TensorError.runtime(
                "output with shape \(Shape.list(self.shape)) doesn't match the broadcast shape "
                    + "\(Shape.list(shape))")
        }
    }

    /// - Throws: PyTorch's message when another tensor shows part of the memory that is to be written.
    package func checkOverlap(_ other: Tensor) throws {
        guard other.storage === storage, dtype == other.dtype,
            other.offset != offset || other.strides != strides || other.shape != shape
        else { return }
        let last = offset + zip(shape, strides).reduce(0) { $0 + ($1.0 - 1) * $1.1 }
        let otherLast =
            other.offset + zip(other.shape, other.strides).reduce(0) { $0 + ($1.0 - 1) * $1.1 }
        guard count > 0, other.count > 0, offset <= otherLast, other.offset <= last,
            Layout.isDense(self), Layout.isDense(other)
        else { return }
        throw TensorError.runtime(
            "unsupported operation: some elements of the input tensor and the written-to tensor "
                + "refer to a single memory location. Please clone() the tensor before performing "
                + "the operation.")
    }

    // MARK: Sum and difference

    /// self + alpha · other.
    public func add(_ other: Tensor, alpha: Scalar = 1) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        try Self.checkAlpha(alpha, dtype)
        let result = try Elementwise.binary(
            Int(CK_ADD), "add", self, .tensor(other), dtype: dtype, alpha: alpha.doubleValue)
        return isRecorded(self, other)
            ? result.record("AddBackward0", [self, other], Self.addBack(alpha)) : result
    }

    /// self + other.
    public func add(_ other: Scalar, alpha: Scalar = 1) throws -> Tensor {
        let dtype = resultType(other)
        try Self.checkAlpha(alpha, dtype)
        let result = try Elementwise.binary(
            Int(CK_ADD), "add", self, .number(other.times(alpha).bits(as: dtype)), dtype: dtype)
        return isRecorded(self)
            ? result.record("AddBackward0", [self]) { _, gradients in gradients } : result
    }

    /// self += alpha · other.
    @discardableResult
    public func add_(_ other: Tensor, alpha: Scalar = 1) throws -> Tensor {
        try Self.checkAlpha(alpha, CNN.resultType(self, other))
        return try arithmetic_(
            Int(CK_ADD), "add", "AddBackward0", other, alpha: alpha, back: Self.addBack(alpha))
    }

    /// self += other.
    @discardableResult
    public func add_(_ other: Scalar, alpha: Scalar = 1) throws -> Tensor {
        try Self.checkAlpha(alpha, resultType(other))
        return try arithmetic_(Int(CK_ADD), "add", "AddBackward0", other.times(alpha)) {
            _, gradients in gradients
        }
    }

    private static func checkAlpha(_ alpha: Scalar, _ dtype: DType) throws {
        if case .bool = alpha, dtype != .bool {
            throw TensorError.runtime("Boolean alpha only supported for Boolean results.")
        }
        if case .double = alpha, !dtype.isFloatingPoint {
            throw TensorError.runtime(
                "For integral input tensors, argument alpha must not be a floating point number.")
        }
    }

    private static func addBack(_ alpha: Scalar) -> Node.Backward {
        { node, gradients in
            [
                gradients[0],
                node.needs(1)
                    ? (alpha == .int(1) ? gradients[0] : try gradients[0]?.mul(alpha)) : nil,
            ]
        }
    }

    /// self − alpha · other.
    public func sub(_ other: Tensor, alpha: Scalar = 1) throws -> Tensor {
        try checkSubtraction(other.dtype)
        let dtype = CNN.resultType(self, other)
        try Self.checkAlpha(alpha, dtype)
        let result = try Elementwise.binary(
            Int(CK_SUB), "sub", self, .tensor(other), dtype: dtype, alpha: alpha.doubleValue)
        return isRecorded(self, other)
            ? result.record("SubBackward0", [self, other], Self.subBack(alpha)) : result
    }

    /// self − other.
    public func sub(_ other: Scalar, alpha: Scalar = 1) throws -> Tensor {
        try checkSubtraction(other.dtype)
        let dtype = resultType(other)
        try Self.checkAlpha(alpha, dtype)
        let result = try Elementwise.binary(
            Int(CK_SUB), "sub", self, .number(other.times(alpha).bits(as: dtype)), dtype: dtype)
        return isRecorded(self)
            ? result.record("SubBackward0", [self]) { _, gradients in gradients } : result
    }

    /// self −= alpha · other.
    @discardableResult
    public func sub_(_ other: Tensor, alpha: Scalar = 1) throws -> Tensor {
        try checkSubtraction(other.dtype)
        try Self.checkAlpha(alpha, CNN.resultType(self, other))
        return try arithmetic_(
            Int(CK_SUB), "sub", "SubBackward0", other, alpha: alpha, back: Self.subBack(alpha))
    }

    /// self −= other.
    @discardableResult
    public func sub_(_ other: Scalar, alpha: Scalar = 1) throws -> Tensor {
        try checkSubtraction(other.dtype)
        try Self.checkAlpha(alpha, resultType(other))
        return try arithmetic_(Int(CK_SUB), "sub", "SubBackward0", other.times(alpha)) {
            _, gradients in
            gradients
        }
    }

    /// other − self.
    public func rsub(_ other: Scalar) throws -> Tensor {
        try checkSubtraction(other.dtype)
        let dtype = resultType(other)
        let number = try Tensor.scalar(other, dtype: dtype)
        let result = try Elementwise.binary(
            Int(CK_SUB), "sub", number, .tensor(self), dtype: dtype)
        return result.record("RsubBackward1", [self]) { _, gradients in [try gradients[0]?.neg()] }
    }

    private static func subBack(_ alpha: Scalar) -> Node.Backward {
        { node, gradients in
            [
                gradients[0],
                node.needs(1)
                    ? try (alpha == .int(1) ? gradients[0]?.neg() : gradients[0]?.mul(alpha).neg())
                    : nil,
            ]
        }
    }

    private func checkSubtraction(_ other: DType) throws {
        if dtype == .bool && other == .bool {
            throw TensorError.notImplemented(
                "Subtraction, the `-` operator, with two bool tensors is not supported. Use the "
                    + "`^` or `logical_xor()` operator instead.")
        }
        if dtype == .bool || other == .bool {
            throw TensorError.notImplemented(
                "Subtraction, the `-` operator, with a bool tensor is not supported. If you are "
                    + "trying to invert a mask, use the `~` or `logical_not()` operator instead.")
        }
    }

    // MARK: Product and quotient

    /// self · other.
    public func mul(_ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        let result = try Elementwise.binary(
            Int(CK_MUL), "mul", self, .tensor(other), dtype: dtype)
        guard isRecorded(self, other) else { return result }
        return result.record(
            "MulBackward0", [self, other],
            saving: [other.requiresGrad ? self : nil, requiresGrad ? other : nil], Self.mulBack)
    }

    /// self · other.
    public func mul(_ other: Scalar) throws -> Tensor {
        let dtype = resultType(other)
        let result = try Elementwise.binary(
            Int(CK_MUL), "mul", self, .number(other.bits(as: dtype)), dtype: dtype)
        guard isRecorded(self) else { return result }
        result.record("MulBackward0", [self]) { _, gradients in [try gradients[0]?.mul(other)] }
        result.node?.keepsNumber()
        return result
    }

    /// self ·= other.
    @discardableResult
    public func mul_(_ other: Tensor) throws -> Tensor {
        try arithmetic_(
            Int(CK_MUL), "mul", "MulBackward0", other,
            saving: [other.requiresGrad ? self : nil, requiresGrad ? other : nil],
            back: Self.mulBack)
    }

    /// self ·= other.
    @discardableResult
    public func mul_(_ other: Scalar) throws -> Tensor {
        try arithmetic_(Int(CK_MUL), "mul", "MulBackward0", other) { _, gradients in
            [try gradients[0]?.mul(other)]
        }
    }

    private static func mulBack(_ node: Node, _ gradients: [Tensor?]) throws -> [Tensor?] {
        guard let gradient = gradients[0] else { return [nil, nil] }
        return [
            node.needs(0) ? try gradient.mul(node.saved(1)) : nil,
            node.needs(1) ? try gradient.mul(node.saved(0)) : nil,
        ]
    }

    /// self / other; integers give floating point (``DType/standard``).
    public func div(_ other: Tensor) throws -> Tensor {
        let dtype = Tensor.quotientType(CNN.resultType(self, other))
        let result = try Elementwise.binary(
            Int(CK_DIV), "div", self, .tensor(other), dtype: dtype)
        guard isRecorded(self, other) else { return result }
        return result.record(
            "DivBackward0", [self, other], saving: [other.requiresGrad ? self : nil, other],
            Self.divBack)
    }

    /// self / other; integers give float32.
    public func div(_ other: Scalar) throws -> Tensor {
        let dtype = Tensor.quotientType(resultType(other))
        let result = try Elementwise.binary(
            Int(CK_DIV), "div", self, .number(other.bits(as: dtype)), dtype: dtype)
        guard isRecorded(self) else { return result }
        result.record("DivBackward0", [self]) { _, gradients in [try gradients[0]?.div(other)] }
        result.node?.keepsNumber()
        return result
    }

    /// self /= other.
    @discardableResult
    public func div_(_ other: Tensor) throws -> Tensor {
        try arithmetic_(
            Int(CK_DIV), "div", "DivBackward0", other, quotient: true,
            saving: [other.requiresGrad ? self : nil, other], back: Self.divBack)
    }

    /// self /= other.
    @discardableResult
    public func div_(_ other: Scalar) throws -> Tensor {
        try arithmetic_(Int(CK_DIV), "div", "DivBackward0", other, quotient: true) { _, gradients in
            [try gradients[0]?.div(other)]
        }
    }

    private static func quotientType(_ dtype: DType) -> DType {
        dtype.isFloatingPoint ? dtype : .standard
    }

    private static func divBack(_ node: Node, _ gradients: [Tensor?]) throws -> [Tensor?] {
        guard let gradient = gradients[0] else { return [nil, nil] }
        let other = try node.saved(1)
        return [
            node.needs(0) ? try gradient.div(other) : nil,
            node.needs(1)
                ? try gradient.neg().mul(node.saved(0).div(other).div(other)) : nil,
        ]
    }

    // MARK: The common part of in-place forms

    /// self = self op other, recorded.
    func arithmetic_(
        _ op: Int, _ kernel: String, _ name: String, _ other: Tensor, alpha: Scalar = 1,
        quotient: Bool = false, saving: [Tensor?] = [], back: @escaping Node.Backward
    ) throws -> Tensor {
        var dtype = CNN.resultType(self, other)
        if quotient { dtype = Tensor.quotientType(dtype) }
        try checkInPlace([other])
        try checkInPlaceShape(other)
        try checkResult(dtype)
        return try inPlace(name, [other], saving: saving, back) {
            _ = try Elementwise.binary(
                op, kernel, self, .tensor(other), dtype: dtype, alpha: alpha.doubleValue,
                out: self)
        }
    }

    /// self = self op other, recorded.
    func arithmetic_(
        _ op: Int, _ kernel: String, _ name: String, _ other: Scalar, quotient: Bool = false,
        saving: [Tensor?] = [], back: @escaping Node.Backward
    ) throws -> Tensor {
        var dtype = resultType(other)
        if quotient { dtype = Tensor.quotientType(dtype) }
        try checkResult(dtype)
        return try inPlace(name, saving: saving, back) {
            _ = try Elementwise.binary(
                op, kernel, self, .number(other.bits(as: dtype)), dtype: dtype, out: self)
        }
    }

    // MARK: Operators

    public static func + (a: Tensor, b: Tensor) throws -> Tensor { try a.add(b) }
    public static func + (a: Tensor, b: Scalar) throws -> Tensor { try a.add(b) }
    public static func + (a: Scalar, b: Tensor) throws -> Tensor { try b.add(a) }
    public static func - (a: Tensor, b: Tensor) throws -> Tensor { try a.sub(b) }
    public static func - (a: Tensor, b: Scalar) throws -> Tensor { try a.sub(b) }
    public static func - (a: Scalar, b: Tensor) throws -> Tensor { try b.rsub(a) }
    public static func * (a: Tensor, b: Tensor) throws -> Tensor { try a.mul(b) }
    public static func * (a: Tensor, b: Scalar) throws -> Tensor { try a.mul(b) }
    public static func * (a: Scalar, b: Tensor) throws -> Tensor { try b.mul(a) }
    public static func / (a: Tensor, b: Tensor) throws -> Tensor { try a.div(b) }
    public static func / (a: Tensor, b: Scalar) throws -> Tensor { try a.div(b) }
    public static func / (a: Scalar, b: Tensor) throws -> Tensor { try b.reciprocal().mul(a) }
    public static prefix func - (a: Tensor) throws -> Tensor { try a.neg() }
}

extension Scalar {
    /// self · factor; integers wrap around.
    func times(_ factor: Scalar) -> Scalar {
        if factor == .int(1) { return self }
        switch (self, factor) {
        case (.double, _), (_, .double): return .double(doubleValue * factor.doubleValue)
        default: return .int(intValue &* factor.intValue)
        }
    }
}
