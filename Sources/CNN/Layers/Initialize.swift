// Initialisation: `torch.nn.init`, by PyTorch's names, and drawing the same numbers.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Fills tensors in place with the values that layers start from.
public enum Initialize {
    /// The numbers of inputs and outputs that meet in a weight.
    /// - Throws: PyTorch's message for tensors of fewer than two dimensions.
    public static func fans(_ tensor: Tensor) throws -> (fanIn: Int, fanOut: Int) {
        guard tensor.dim >= 2 else {
            throw TensorError.value(
                "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
        }
        let field = tensor.shape.dropFirst(2).reduce(1, *)
        return (tensor.shape[1] * field, tensor.shape[0] * field)
    }

    /// Weights uniform within `kaiming_uniform(a=√5)`, biases within ±1/√fanIn: what linear and
    /// convolution layers start from.
    static func fanUniform(_ weight: Tensor, _ bias: Tensor?) throws {
        try kaimingUniform_(weight, a: 5.0.squareRoot())
        guard let bias else { return }
        let fanIn = try fans(weight).fanIn
        let bound = fanIn > 0 ? 1 / Double(fanIn).squareRoot() : 0
        try uniform_(bias, -bound, bound)
    }

    @discardableResult
    public static func uniform_(
        _ tensor: Tensor, _ a: Double = 0, _ b: Double = 1, generator: Generator? = nil
    ) throws -> Tensor {
        try withoutGradient { try tensor.uniform_(a, b, generator: generator) }
    }

    @discardableResult
    public static func normal_(
        _ tensor: Tensor, mean: Double = 0, std: Double = 1, generator: Generator? = nil
    ) throws -> Tensor {
        try withoutGradient { try tensor.normal_(mean: mean, std: std, generator: generator) }
    }

    @discardableResult
    public static func constant_(_ tensor: Tensor, _ value: Scalar) throws -> Tensor {
        try withoutGradient { try tensor.fill_(value) }
    }

    @discardableResult
    public static func ones_(_ tensor: Tensor) throws -> Tensor {
        try constant_(tensor, .double(1))
    }

    @discardableResult
    public static func zeros_(_ tensor: Tensor) throws -> Tensor {
        try constant_(tensor, .double(0))
    }

    @discardableResult
    public static func eye_(_ tensor: Tensor) throws -> Tensor {
        guard tensor.dim == 2 else {
            throw TensorError.value("Only tensors with 2 dimensions are supported")
        }
        return try withoutGradient {
            try tensor.copy_(
                try Tensor.eye(tensor.shape[0], tensor.shape[1], dtype: tensor.dtype))
        }
    }

    @discardableResult
    public static func xavierUniform_(
        _ tensor: Tensor, gain: Double = 1, generator: Generator? = nil
    ) throws -> Tensor {
        let (fanIn, fanOut) = try fans(tensor)
        let std = gain * (2.0 / Double(fanIn + fanOut)).squareRoot()
        let bound = 3.0.squareRoot() * std
        return try uniform_(tensor, -bound, bound, generator: generator)
    }

    @discardableResult
    public static func xavierNormal_(
        _ tensor: Tensor, gain: Double = 1, generator: Generator? = nil
    ) throws -> Tensor {
        let (fanIn, fanOut) = try fans(tensor)
        let std = gain * (2.0 / Double(fanIn + fanOut)).squareRoot()
        return try normal_(tensor, mean: 0, std: std, generator: generator)
    }

    /// The recommended gain for a nonlinearity: `linear`, `relu`, `leaky_relu`, `tanh`, `sigmoid`, `selu`.
    public static func calculateGain(_ nonlinearity: String, _ parameter: Double? = nil) throws
        -> Double
    {
        switch nonlinearity {
        case "linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d",
            "conv_transpose3d", "sigmoid":
            return 1
        case "tanh": return 5.0 / 3
        case "relu": return 2.0.squareRoot()
        case "leaky_relu":
            let slope = parameter ?? 0.01
            return (2.0 / (1 + slope * slope)).squareRoot()
        case "selu": return 3.0 / 4
        default: throw TensorError.value("Unsupported nonlinearity \(nonlinearity)")
        }
    }

    private static func kaimingStd(
        _ tensor: Tensor, _ a: Double, _ mode: String, _ nonlinearity: String
    ) throws -> Double {
        let fans = try fans(tensor)
        guard mode == "fan_in" || mode == "fan_out" else {
            throw TensorError.value(
                "Mode \(mode) not supported, please use one of ['fan_in', 'fan_out']")
        }
        let fan = mode == "fan_in" ? fans.fanIn : fans.fanOut
        return try calculateGain(nonlinearity, a) / Double(fan).squareRoot()
    }

    @discardableResult
    public static func kaimingUniform_(
        _ tensor: Tensor, a: Double = 0, mode: String = "fan_in",
        nonlinearity: String = "leaky_relu", generator: Generator? = nil
    ) throws -> Tensor {
        if tensor.count == 0 { return tensor }
        let bound = 3.0.squareRoot() * (try kaimingStd(tensor, a, mode, nonlinearity))
        return try uniform_(tensor, -bound, bound, generator: generator)
    }

    @discardableResult
    public static func kaimingNormal_(
        _ tensor: Tensor, a: Double = 0, mode: String = "fan_in",
        nonlinearity: String = "leaky_relu", generator: Generator? = nil
    ) throws -> Tensor {
        if tensor.count == 0 { return tensor }
        return try normal_(
            tensor, mean: 0, std: try kaimingStd(tensor, a, mode, nonlinearity),
            generator: generator)
    }
}
