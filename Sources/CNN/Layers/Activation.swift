/// A module that applies one function to its input and has nothing to train.
public final class Activation: Module {
    private let name: String
    private let extra: String
    private let function: (Tensor) throws -> Tensor

    /// - Parameters:
    ///   - name: the class's name in PyTorch.
    ///   - extra: what is printed between the parentheses.
    public init(
        _ name: String, _ extra: String = "", _ function: @escaping (Tensor) throws -> Tensor
    ) {
        self.name = name
        self.extra = extra
        self.function = function
        super.init()
    }

    public override var typeName: String { name }
    public override var extraDescription: String { extra }
    public override func forward(_ input: Tensor) throws -> Tensor { try function(input) }
}

/// The activations by their names in PyTorch.
extension Activation {
    private static func inPlaceText(_ text: String, _ inplace: Bool) -> String {
        inplace ? (text.isEmpty ? "inplace=True" : text + ", inplace=True") : text
    }

    private static func applied(
        _ inplace: Bool, _ function: @escaping (Tensor) throws -> Tensor
    ) -> (Tensor) throws -> Tensor {
        inplace ? { input in try input.replace_ { try function($0) } } : function
    }

    public static func relu(inplace: Bool = false) -> Activation {
        Activation("ReLU", inPlaceText("", inplace)) {
            inplace ? try $0.relu_() : try $0.relu()
        }
    }

    public static func leakyReLU(_ negativeSlope: Scalar = 0.01, inplace: Bool = false)
        -> Activation
    {
        Activation(
            "LeakyReLU", inPlaceText("negative_slope=\(Check.text(negativeSlope))", inplace),
            applied(inplace) { try $0.leakyRelu(negativeSlope: negativeSlope.doubleValue) })
    }

    public static func elu(_ alpha: Scalar = 1.0, inplace: Bool = false) -> Activation {
        Activation(
            "ELU", inPlaceText("alpha=\(Check.text(alpha))", inplace),
            applied(inplace) { try $0.elu(alpha: alpha.doubleValue) })
    }

    public static func celu(_ alpha: Scalar = 1.0, inplace: Bool = false) -> Activation {
        Activation(
            "CELU", inPlaceText("alpha=\(Check.text(alpha))", inplace),
            applied(inplace) { try $0.celu(alpha: alpha.doubleValue) })
    }

    public static func selu(inplace: Bool = false) -> Activation {
        Activation("SELU", inPlaceText("", inplace), applied(inplace) { try $0.selu() })
    }

    public static func gelu(approximate: String = "none") -> Activation {
        Activation("GELU", "approximate='\(approximate)'") {
            try $0.gelu(approximate: approximate)
        }
    }

    public static func silu(inplace: Bool = false) -> Activation {
        Activation("SiLU", inPlaceText("", inplace), applied(inplace) { try $0.silu() })
    }

    public static func mish(inplace: Bool = false) -> Activation {
        Activation("Mish", inPlaceText("", inplace), applied(inplace) { try $0.mish() })
    }

    public static func sigmoid() -> Activation { Activation("Sigmoid") { try $0.sigmoid() } }
    public static func tanh() -> Activation { Activation("Tanh") { try $0.tanh() } }
    public static func logSigmoid() -> Activation {
        Activation("LogSigmoid") { try $0.logSigmoid() }
    }
    public static func softsign() -> Activation { Activation("Softsign") { try $0.softsign() } }

    public static func softmax(dim: Int) -> Activation {
        Activation("Softmax", "dim=\(dim)") { try $0.softmax(dim) }
    }

    public static func logSoftmax(dim: Int) -> Activation {
        Activation("LogSoftmax", "dim=\(dim)") { try $0.logSoftmax(dim) }
    }

    public static func softplus(beta: Scalar = 1.0, threshold: Scalar = 20.0) -> Activation {
        Activation(
            "Softplus", "beta=\(Check.text(beta)), threshold=\(Check.text(threshold))"
        ) {
            try $0.softplus(beta: beta.doubleValue, threshold: threshold.doubleValue)
        }
    }

    public static func hardtanh(
        minVal: Scalar = -1.0, maxVal: Scalar = 1.0, inplace: Bool = false
    ) -> Activation {
        let text = "min_val=\(Check.text(minVal)), max_val=\(Check.text(maxVal))"
        return Activation(
            "Hardtanh", inPlaceText(text, inplace),
            applied(inplace) { try $0.hardtanh(min: minVal.doubleValue, max: maxVal.doubleValue) })
    }

    public static func relu6(inplace: Bool = false) -> Activation {
        Activation("ReLU6", inPlaceText("", inplace), applied(inplace) { try $0.relu6() })
    }

    public static func hardsigmoid() -> Activation {
        Activation("Hardsigmoid") { try $0.hardsigmoid() }
    }

    public static func hardswish() -> Activation {
        Activation("Hardswish") { try $0.hardswish() }
    }

    public static func threshold(_ threshold: Scalar, _ value: Scalar) -> Activation {
        Activation("Threshold", "threshold=\(Check.text(threshold)), value=\(Check.text(value))") {
            try $0.threshold(threshold.doubleValue, value.doubleValue)
        }
    }

    public static func localResponseNorm(
        _ size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1
    ) -> Activation {
        let text =
            "\(size), alpha=\(PythonNumber.text(alpha)), beta=\(PythonNumber.text(beta)), "
            + "k=\(PythonNumber.text(k))"
        return Activation("LocalResponseNorm", text) {
            try CNN.localResponseNorm($0, size: size, alpha: alpha, beta: beta, k: k)
        }
    }
}

/// x where it is positive, else a trained factor times x.
public final class PReLU: Module {
    public let numParameters: Int
    /// (numParameters)
    public var weight: Tensor {
        get throws { try required("weight") }
    }
    private let start: Double

    public init(_ numParameters: Int = 1, start: Double = 0.25, dtype: DType = .float32) throws {
        self.numParameters = numParameters
        self.start = start
        super.init()
        try addParameter("weight", [numParameters], dtype)
        try resetParameters()
    }

    public override func resetParameters() throws {
        try Initialize.constant_(try weight, .double(start))
    }

    public override func forward(_ input: Tensor) throws -> Tensor { try input.prelu(try weight) }
    public override var extraDescription: String { "num_parameters=\(numParameters)" }
}

/// Rows of a table by number: (…) → (…, embeddingDim).
public final class Embedding: Module {
    public let numEmbeddings: Int
    public let embeddingDim: Int
    /// A row of zeros that is not trained.
    public let paddingIdx: Int?
    /// (numEmbeddings, embeddingDim)
    public var weight: Tensor {
        get throws { try required("weight") }
    }

    /// Starts from standard normal values.
    public init(
        _ numEmbeddings: Int, _ embeddingDim: Int, paddingIdx: Int? = nil, dtype: DType = .float32
    ) throws {
        if let paddingIdx, paddingIdx < -numEmbeddings || paddingIdx >= numEmbeddings {
            throw TensorError(.assertion, "Padding_idx must be within num_embeddings")
        }
        self.numEmbeddings = numEmbeddings
        self.embeddingDim = embeddingDim
        self.paddingIdx = paddingIdx.map { $0 < 0 ? $0 + numEmbeddings : $0 }
        super.init()
        try addParameter("weight", [numEmbeddings, embeddingDim], dtype)
        try resetParameters()
    }

    public override func resetParameters() throws {
        try Initialize.normal_(try weight)
        guard let paddingIdx else { return }
        try withoutGradient { _ = try weight.detach().select(0, paddingIdx).zero_() }
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try embedding(input, try weight, paddingIdx: paddingIdx)
    }

    public override var extraDescription: String {
        "\(numEmbeddings), \(embeddingDim)" + (paddingIdx.map { ", padding_idx=\($0)" } ?? "")
    }
}
