/// y = x·Wᵀ + b: (…, in) → (…, out).
public final class Linear: Module {
    public let inFeatures: Int
    public let outFeatures: Int

    /// (out, in)
    public var weight: Tensor {
        get throws { try required("weight") }
    }
    /// (out), or none.
    public var bias: Tensor? { parameter("bias") }

    /// Weights and biases are uniform from ±1/√in.
    public init(
        _ inFeatures: Int, _ outFeatures: Int, bias: Bool = true, dtype: DType = .float32
    ) throws {
        self.inFeatures = inFeatures
        self.outFeatures = outFeatures
        super.init()
        try addParameter("weight", [outFeatures, inFeatures], dtype)
        try addParameter("bias", bias ? [outFeatures] : nil, dtype)
        try resetParameters()
    }

    public override func resetParameters() throws {
        try Initialize.fanUniform(try weight, bias)
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try linear(input, try weight, bias)
    }

    public override var extraDescription: String {
        "in_features=\(inFeatures), out_features=\(outFeatures), bias=\(bias == nil ? "False" : "True")"
    }
}

/// y = x₁·A·x₂ + b for each output: (…, in1), (…, in2) → (…, out).
public final class Bilinear: Module {
    public let in1Features: Int
    public let in2Features: Int
    public let outFeatures: Int

    public init(
        _ in1Features: Int, _ in2Features: Int, _ outFeatures: Int, bias: Bool = true,
        dtype: DType = .float32
    ) throws {
        guard in1Features > 0 else {
            throw TensorError.value(
                "in1_features must be > 0, but got (in1_features=\(in1Features))")
        }
        self.in1Features = in1Features
        self.in2Features = in2Features
        self.outFeatures = outFeatures
        super.init()
        try addParameter("weight", [outFeatures, in1Features, in2Features], dtype)
        try addParameter("bias", bias ? [outFeatures] : nil, dtype)
        try resetParameters()
    }

    public override func resetParameters() throws {
        let bound = 1 / Double(in1Features).squareRoot()
        try withoutGradient {
            try required("weight").uniform_(-bound, bound)
            try parameter("bias")?.uniform_(-bound, bound)
        }
    }

    public override func forward(_ inputs: [Tensor]) throws -> Tensor {
        guard inputs.count == 2 else {
            throw TensorError.type(
                "Bilinear.forward() takes 3 positional arguments but \(inputs.count + 1) were given"
            )
        }
        return try bilinear(inputs[0], inputs[1], try required("weight"), parameter("bias"))
    }

    public override var extraDescription: String {
        "in1_features=\(in1Features), in2_features=\(in2Features), out_features=\(outFeatures), "
            + "bias=\(parameter("bias") == nil ? "False" : "True")"
    }
}
