import CNNKernels

extension Tensor {
    /// −self.
    public func neg() throws -> Tensor {
        try checkNegation()
        return try apply(.neg)
    }
    /// self = −self.
    @discardableResult public func neg_() throws -> Tensor {
        try checkNegation()
        return try apply_(.neg)
    }

    private func checkNegation() throws {
        guard dtype == .bool else { return }
        throw TensorError.notImplemented(
            "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to "
                + "invert a mask, use the `~` or `logical_not()` operator instead.")
    }

    /// The absolute value.
    public func abs() throws -> Tensor {
        if dtype == .bool { throw Elementwise.unsupported("abs_cpu", dtype) }
        return try apply(.abs)
    }
    @discardableResult public func abs_() throws -> Tensor { try apply_(.abs) }
    /// e to the power of each element.
    public func exp() throws -> Tensor { try apply(.exp) }
    @discardableResult public func exp_() throws -> Tensor { try apply_(.exp) }
    /// 2 to the power of each element.
    public func exp2() throws -> Tensor { try apply(.exp2) }
    @discardableResult public func exp2_() throws -> Tensor { try apply_(.exp2) }
    /// eˣ − 1.
    public func expm1() throws -> Tensor { try apply(.expm1) }
    @discardableResult public func expm1_() throws -> Tensor { try apply_(.expm1) }
    /// The natural logarithm.
    public func log() throws -> Tensor { try apply(.log) }
    @discardableResult public func log_() throws -> Tensor { try apply_(.log) }
    /// The logarithm to base 2.
    public func log2() throws -> Tensor { try apply(.log2) }
    @discardableResult public func log2_() throws -> Tensor { try apply_(.log2) }
    /// The logarithm to base 10.
    public func log10() throws -> Tensor { try apply(.log10) }
    @discardableResult public func log10_() throws -> Tensor { try apply_(.log10) }
    /// The logarithm of 1 + x.
    public func log1p() throws -> Tensor { try apply(.log1p) }
    @discardableResult public func log1p_() throws -> Tensor { try apply_(.log1p) }
    /// The square root.
    public func sqrt() throws -> Tensor { try apply(.sqrt) }
    @discardableResult public func sqrt_() throws -> Tensor { try apply_(.sqrt) }
    /// 1 / √x.
    public func rsqrt() throws -> Tensor { try apply(.rsqrt) }
    @discardableResult public func rsqrt_() throws -> Tensor { try apply_(.rsqrt) }
    /// The sine.
    public func sin() throws -> Tensor { try apply(.sin) }
    @discardableResult public func sin_() throws -> Tensor { try apply_(.sin) }
    /// The cosine.
    public func cos() throws -> Tensor { try apply(.cos) }
    @discardableResult public func cos_() throws -> Tensor { try apply_(.cos) }
    /// The tangent.
    public func tan() throws -> Tensor { try apply(.tan) }
    @discardableResult public func tan_() throws -> Tensor { try apply_(.tan) }
    /// The inverse sine.
    public func asin() throws -> Tensor { try apply(.asin) }
    @discardableResult public func asin_() throws -> Tensor { try apply_(.asin) }
    /// The inverse cosine.
    public func acos() throws -> Tensor { try apply(.acos) }
    @discardableResult public func acos_() throws -> Tensor { try apply_(.acos) }
    /// The inverse tangent.
    public func atan() throws -> Tensor { try apply(.atan) }
    @discardableResult public func atan_() throws -> Tensor { try apply_(.atan) }
    /// The hyperbolic sine.
    public func sinh() throws -> Tensor { try apply(.sinh) }
    @discardableResult public func sinh_() throws -> Tensor { try apply_(.sinh) }
    /// The hyperbolic cosine.
    public func cosh() throws -> Tensor { try apply(.cosh) }
    @discardableResult public func cosh_() throws -> Tensor { try apply_(.cosh) }
    /// The hyperbolic tangent.
    public func tanh() throws -> Tensor { try apply(.tanh) }
    @discardableResult public func tanh_() throws -> Tensor { try apply_(.tanh) }
    /// The inverse hyperbolic sine.
    public func asinh() throws -> Tensor { try apply(.asinh) }
    @discardableResult public func asinh_() throws -> Tensor { try apply_(.asinh) }
    /// The inverse hyperbolic cosine.
    public func acosh() throws -> Tensor { try apply(.acosh) }
    @discardableResult public func acosh_() throws -> Tensor { try apply_(.acosh) }
    /// The inverse hyperbolic tangent.
    public func atanh() throws -> Tensor { try apply(.atanh) }
    @discardableResult public func atanh_() throws -> Tensor { try apply_(.atanh) }
    /// The error function.
    public func erf() throws -> Tensor { try apply(.erf) }
    @discardableResult public func erf_() throws -> Tensor { try apply_(.erf) }
    /// 1 − erf(x).
    public func erfc() throws -> Tensor { try apply(.erfc) }
    @discardableResult public func erfc_() throws -> Tensor { try apply_(.erfc) }
    /// The inverse of the error function.
    public func erfinv() throws -> Tensor { try apply(.erfinv) }
    @discardableResult public func erfinv_() throws -> Tensor { try apply_(.erfinv) }
    /// The logarithm of the gamma function's absolute value.
    public func lgamma() throws -> Tensor { try apply(.lgamma) }
    @discardableResult public func lgamma_() throws -> Tensor { try apply_(.lgamma) }
    /// The derivative of `lgamma`.
    public func digamma() throws -> Tensor { try apply(.digamma) }
    @discardableResult public func digamma_() throws -> Tensor { try apply_(.digamma) }
    /// The largest integer not above.
    public func floor() throws -> Tensor { try apply(.floor) }
    @discardableResult public func floor_() throws -> Tensor { try apply_(.floor) }
    /// The smallest integer not below.
    public func ceil() throws -> Tensor { try apply(.ceil) }
    @discardableResult public func ceil_() throws -> Tensor { try apply_(.ceil) }
    /// The nearest integer; halves go to the even one.
    public func round() throws -> Tensor { try apply(.round) }
    @discardableResult public func round_() throws -> Tensor { try apply_(.round) }

    /// Rounded to that many digits after the point.
    public func round(decimals: Int) throws -> Tensor {
        if !dtype.isFloatingPoint { throw Elementwise.unsupported("round_cpu", dtype) }
        if decimals == 0 { return try round() }
        var factor = 1.0
        for _ in 0..<Swift.min(Swift.abs(decimals), 400) { factor *= 10 }
        let result = try withoutGradient {
            decimals > 0
                ? try mul(.double(factor)).round().div(.double(factor))
                : try div(.double(factor)).round().mul(.double(factor))
        }
        return result.record("RoundBackward1", [self]) { _, gradients in
            [try gradients[0].map { try Tensor.zerosLike($0) }]
        }
    }
    /// Without fractions.
    public func trunc() throws -> Tensor { try apply(.trunc) }
    @discardableResult public func trunc_() throws -> Tensor { try apply_(.trunc) }
    /// −1, 0 or 1.
    public func sign() throws -> Tensor { try apply(.sign) }
    @discardableResult public func sign_() throws -> Tensor { try apply_(.sign) }
    /// 1 / x.
    public func reciprocal() throws -> Tensor { try apply(.reciprocal) }
    @discardableResult public func reciprocal_() throws -> Tensor { try apply_(.reciprocal) }
    /// x².
    public func square() throws -> Tensor { try pow(2) }
    @discardableResult public func square_() throws -> Tensor { try pow_(2) }
    /// 1 / (1 + e⁻ˣ).
    public func sigmoid() throws -> Tensor { try apply(.sigmoid) }
    @discardableResult public func sigmoid_() throws -> Tensor { try apply_(.sigmoid) }
    /// The logarithm of the sigmoid.
    public func logSigmoid() throws -> Tensor {
        guard dtype.isFloatingPoint else { throw Elementwise.unsupported("log_sigmoid_cpu", dtype) }
        // PyTorch gives this one in row-major order.
        let result = try Tensor.empty(shape, dtype: dtype)
        let function = UnaryFunction.logSigmoid
        _ = try Elementwise.unary(function.op, function.kernel, self, out: result)
        return result.record(function.node, [self], saving: [self], function.backward)
    }

    /// max(x, 0).
    public func relu() throws -> Tensor {
        try checkRelu()
        if let result = try deferredRelu() {
            guard isRecorded(self) else { return result }
            return result.recordSavingResult(
                UnaryFunction.relu.node, [self], UnaryFunction.relu.backward)
        }
        return try apply(.relu)
    }
    @discardableResult public func relu_() throws -> Tensor {
        try checkRelu()
        return try apply_(.relu)
    }

    private func checkRelu() throws {
        if dtype == .bool {
            throw TensorError.notImplemented("Boolean inputs not supported for relu")
        }
    }

    // MARK: Gradients that kernels compute in one pass

    /// This gradient where `result` is positive, else zero.
    func thresholdBackward(_ result: Tensor) throws -> Tensor {
        if let gradient = try deferredThreshold(result) { return gradient }
        return try gradientKernel(Int(CK_RELU_BACKWARD), "threshold_backward", result)
            .record("ThresholdBackwardBackward0", [self, result], saving: [result]) {
                node, gradients in
                [
                    node.needs(0) ? try gradients[0]?.thresholdBackward(node.saved(0)) : nil,
                    node.needs(1) ? try gradients[0].map { try Tensor.zerosLike($0) } : nil,
                ]
            }
    }

    /// self · (1 − y) · y.
    func sigmoidBackward(_ y: Tensor) throws -> Tensor {
        if isRecorded(self, y) { return try mul(y.rsub(1).mul(y)) }
        return try gradientKernel(Int(CK_SIGMOID_BACKWARD), "sigmoid_backward", y)
    }

    /// self · (1 − y²).
    func tanhBackward(_ y: Tensor) throws -> Tensor {
        if isRecorded(self, y) { return try mul(y.mul(y).rsub(1)) }
        return try gradientKernel(Int(CK_TANH_BACKWARD), "tanh_backward", y)
    }

    private func gradientKernel(_ op: Int, _ name: String, _ y: Tensor) throws -> Tensor {
        try Elementwise.binary(op, name, self, .tensor(y), dtype: dtype)
    }

    // MARK: Predicates

    /// Where elements are not a number.
    public func isnan() throws -> Tensor { try Elementwise.predicate(Int(CK_ISNAN), self) }
    /// Where elements are infinite.
    public func isinf() throws -> Tensor { try Elementwise.predicate(Int(CK_ISINF), self) }
    /// Where elements are neither infinite nor NaN.
    public func isfinite() throws -> Tensor { try Elementwise.predicate(Int(CK_ISFINITE), self) }
    /// Where elements are negative (also −0).
    public func signbit() throws -> Tensor { try Elementwise.predicate(Int(CK_SIGNBIT), self) }
    /// Where elements are zero.
    public func logicalNot() throws -> Tensor {
        try Elementwise.predicate(Int(CK_LOGICAL_NOT), self)
    }

    /// Each bit inverted; of bools the opposite.
    public func bitwiseNot() throws -> Tensor {
        guard !dtype.isFloatingPoint else {
            throw Elementwise.unsupported("bitwise_not_cpu", dtype)
        }
        return try Elementwise.unary(Int(CK_BITWISE_NOT), "bitwise_not_cpu", self)
    }
}
