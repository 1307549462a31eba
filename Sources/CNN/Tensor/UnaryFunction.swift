import CNNKernels

/// A differentiable function of one number: its kernel, its name in the graph and its derivative.
struct UnaryFunction: Sendable {
    /// What the backward step reads.
    enum Kept { case nothing, input, result }

    let op: Int
    let kernel: String
    let node: String
    let kept: Kept
    /// Whether it exists for integers; else they are converted to float32 first.
    let keepsIntegers: Bool
    /// The input's gradient from the result's and what was kept (the gradient itself if nothing).
    let derivative: @Sendable (Tensor, Tensor) throws -> Tensor

    init(
        _ op: Int, _ kernel: String, _ node: String, _ kept: Kept, keepsIntegers: Bool = false,
        _ derivative: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
    ) {
        self.op = op
        self.kernel = kernel
        self.node = node
        self.kept = kept
        self.keepsIntegers = keepsIntegers
        self.derivative = derivative
    }

    var backward: Node.Backward {
        let (kept, derivative) = (kept, derivative)
        return { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [try derivative(gradient, kept == .nothing ? gradient : node.saved(0))]
        }
    }

    static let neg = UnaryFunction(
        Int(CK_NEG), "neg", "NegBackward0", .nothing, keepsIntegers: true
    ) {
        g, _ in try g.neg()
    }
    static let abs = UnaryFunction(
        Int(CK_ABS), "abs_cpu", "AbsBackward0", .input, keepsIntegers: true
    ) {
        g, x in try g.mul(x.sign())
    }
    static let exp = UnaryFunction(Int(CK_EXP), "exp", "ExpBackward0", .result) { g, y in
        try g.mul(y)
    }
    static let exp2 = UnaryFunction(Int(CK_EXP2), "exp2", "Exp2Backward0", .result) { g, y in
        try g.mul(y).mul(.double(0.6931471805599453))
    }
    static let expm1 = UnaryFunction(Int(CK_EXPM1), "expm1", "Expm1Backward0", .result) { g, y in
        try g.mul(y.add(1))
    }
    static let log = UnaryFunction(Int(CK_LOG), "log", "LogBackward0", .input) { g, x in
        try g.div(x)
    }
    static let log2 = UnaryFunction(Int(CK_LOG2), "log2", "Log2Backward0", .input) { g, x in
        try g.div(x.mul(.double(0.6931471805599453)))
    }
    static let log10 = UnaryFunction(Int(CK_LOG10), "log10", "Log10Backward0", .input) { g, x in
        try g.div(x.mul(.double(2.302585092994046)))
    }
    static let log1p = UnaryFunction(Int(CK_LOG1P), "log1p", "Log1PBackward0", .input) { g, x in
        try g.div(x.add(1))
    }
    static let sqrt = UnaryFunction(Int(CK_SQRT), "sqrt", "SqrtBackward0", .result) { g, y in
        try g.div(y.mul(2))
    }
    static let rsqrt = UnaryFunction(Int(CK_RSQRT), "rsqrt", "RsqrtBackward0", .result) { g, y in
        try g.mul(.double(-0.5)).mul(y.pow(3))
    }
    static let sin = UnaryFunction(Int(CK_SIN), "sin", "SinBackward0", .input) { g, x in
        try g.mul(x.cos())
    }
    static let cos = UnaryFunction(Int(CK_COS), "cos", "CosBackward0", .input) { g, x in
        try g.mul(x.sin().neg())
    }
    static let tan = UnaryFunction(Int(CK_TAN), "tan", "TanBackward0", .result) { g, y in
        try g.mul(y.mul(y).add(1))
    }
    static let asin = UnaryFunction(Int(CK_ASIN), "asin", "AsinBackward0", .input) { g, x in
        try g.mul(x.mul(x).rsub(1).rsqrt())
    }
    static let acos = UnaryFunction(Int(CK_ACOS), "acos", "AcosBackward0", .input) { g, x in
        try g.mul(x.mul(x).rsub(1).rsqrt().neg())
    }
    static let atan = UnaryFunction(Int(CK_ATAN), "atan", "AtanBackward0", .input) { g, x in
        try g.div(x.mul(x).add(1))
    }
    static let sinh = UnaryFunction(Int(CK_SINH), "sinh", "SinhBackward0", .input) { g, x in
        try g.mul(x.cosh())
    }
    static let cosh = UnaryFunction(Int(CK_COSH), "cosh", "CoshBackward0", .input) { g, x in
        try g.mul(x.sinh())
    }
    static let tanh = UnaryFunction(Int(CK_TANH), "tanh", "TanhBackward0", .result) { g, y in
        try g.tanhBackward(y)
    }
    static let asinh = UnaryFunction(Int(CK_ASINH), "asinh", "AsinhBackward0", .input) { g, x in
        try g.mul(x.mul(x).add(1).rsqrt())
    }
    static let acosh = UnaryFunction(Int(CK_ACOSH), "acosh", "AcoshBackward0", .input) { g, x in
        try g.mul(x.mul(x).sub(1).rsqrt())
    }
    static let atanh = UnaryFunction(Int(CK_ATANH), "atanh", "AtanhBackward0", .input) { g, x in
        try g.div(x.mul(x).rsub(1))
    }
    static let erf = UnaryFunction(Int(CK_ERF), "erf", "ErfBackward0", .input) { g, x in
        try g.mul(x.mul(x).neg().exp().mul(.double(1.1283791670955126)))
    }
    static let erfc = UnaryFunction(Int(CK_ERFC), "erfc", "ErfcBackward0", .input) { g, x in
        try g.mul(x.mul(x).neg().exp().mul(.double(-1.1283791670955126)))
    }
    static let erfinv = UnaryFunction(Int(CK_ERFINV), "erfinv", "ErfinvBackward0", .input) { g, x in
        let y = try x.erfinv()
        return try g.mul(y.mul(y).exp().mul(.double(0.886226925452758)))
    }
    static let lgamma = UnaryFunction(Int(CK_LGAMMA), "lgamma", "LgammaBackward0", .input) { g, x in
        try g.mul(x.digamma())
    }
    static let digamma = UnaryFunction(Int(CK_DIGAMMA), "digamma", "DigammaBackward0", .input) {
        g, x in try g.mul(x.polygamma(1))
    }
    static let floor = UnaryFunction(
        Int(CK_FLOOR), "floor_vml_cpu", "FloorBackward0", .nothing, keepsIntegers: true
    ) { g, _ in try Tensor.zerosLike(g) }
    static let ceil = UnaryFunction(
        Int(CK_CEIL), "ceil_vml_cpu", "CeilBackward0", .nothing, keepsIntegers: true
    ) { g, _ in try Tensor.zerosLike(g) }
    static let round = UnaryFunction(
        Int(CK_ROUND), "round_vml_cpu", "RoundBackward0", .nothing, keepsIntegers: true
    ) { g, _ in try Tensor.zerosLike(g) }
    static let trunc = UnaryFunction(
        Int(CK_TRUNC), "trunc_vml_cpu", "TruncBackward0", .nothing, keepsIntegers: true
    ) { g, _ in try Tensor.zerosLike(g) }
    static let sign = UnaryFunction(
        Int(CK_SIGN), "sign", "SignBackward0", .nothing, keepsIntegers: true
    ) { g, _ in try Tensor.zerosLike(g) }
    static let reciprocal = UnaryFunction(
        Int(CK_RECIPROCAL), "reciprocal", "ReciprocalBackward0", .result
    ) { g, y in try g.neg().mul(y.mul(y)) }
    static let sigmoid = UnaryFunction(Int(CK_SIGMOID), "sigmoid", "SigmoidBackward0", .result) {
        g, y in try g.sigmoidBackward(y)
    }
    static let logSigmoid = UnaryFunction(
        Int(CK_LOG_SIGMOID), "log_sigmoid", "LogSigmoidBackward0", .input
    ) { g, x in try g.mul(x.neg().sigmoid()) }
    static let relu = UnaryFunction(
        Int(CK_RELU), "clamp_min_scalar_cpu", "ReluBackward0", .result, keepsIntegers: true
    ) {
        g, y in try g.thresholdBackward(y)
    }
}

extension Tensor {
    /// The function of each element.
    func apply(_ function: UnaryFunction) throws -> Tensor {
        let source =
            function.keepsIntegers || dtype.isFloatingPoint ? self : try converted(to: .standard)
        let result = try Elementwise.unary(function.op, function.kernel, source)
        guard isRecorded(self) else { return result }
        switch function.kept {
        case .nothing: return result.record(function.node, [self], function.backward)
        case .input: return result.record(function.node, [self], saving: [self], function.backward)
        case .result: return result.recordSavingResult(function.node, [self], function.backward)
        }
    }

    /// Each element replaced by the function of it.
    func apply_(_ function: UnaryFunction) throws -> Tensor {
        if !function.keepsIntegers && !dtype.isFloatingPoint { try checkResult(.standard) }
        return try inPlace(
            function.node, saving: function.kept == .input ? [self] : [],
            savingResult: function.kept == .result, function.backward
        ) {
            if function.op == Int(CK_RELU) && deferRelu_() { return }
            _ = try Elementwise.unary(function.op, function.kernel, self, out: self)
        }
    }
}
