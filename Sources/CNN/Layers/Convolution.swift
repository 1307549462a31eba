/// What the convolution layers have in common: their parameters, defaults and description.
public class ConvolutionModule: Module {
    public let inChannels: Int
    public let outChannels: Int
    public let kernelSize: [Int]
    public let stride: [Int]
    public let padding: Padding
    public let dilation: [Int]
    public let groups: Int
    public let outputPadding: [Int]
    let isTransposed: Bool

    /// The filters.
    public var weight: Tensor {
        get throws { try required("weight") }
    }
    /// (outChannels), or none.
    public var bias: Tensor? { parameter("bias") }

    init(
        dims: Int, _ inChannels: Int, _ outChannels: Int, kernelSize: [Int], stride: [Int],
        padding: Padding, dilation: [Int], groups: Int, bias: Bool, dtype: DType,
        transposed: Bool = false, outputPadding: [Int] = [0]
    ) throws {
        guard groups > 0 else { throw TensorError.value("groups must be a positive integer") }
        guard inChannels % groups == 0 else {
            throw TensorError.value("in_channels must be divisible by groups")
        }
        guard outChannels % groups == 0 else {
            throw TensorError.value("out_channels must be divisible by groups")
        }
        func full(_ values: [Int], _ name: String) throws -> [Int] {
            try spatial(values, dims, name)
        }
        self.inChannels = inChannels
        self.outChannels = outChannels
        self.kernelSize = try full(kernelSize, "kernel_size")
        self.stride = try full(stride, "stride")
        self.dilation = try full(dilation, "dilation")
        self.outputPadding = try full(outputPadding, "output_padding")
        self.groups = groups
        isTransposed = transposed
        switch padding {
        case .sizes(let sizes): self.padding = .sizes(try full(sizes, "padding"))
        case .same:
            guard self.stride.allSatisfy({ $0 == 1 }) else {
                throw TensorError.value("padding='same' is not supported for strided convolutions")
            }
            self.padding = .same
        case .valid: self.padding = .valid
        }
        super.init()
        let channels =
            transposed
            ? [inChannels, outChannels / groups] : [outChannels, inChannels / groups]
        try addParameter("weight", channels + self.kernelSize, dtype)
        try addParameter("bias", bias ? [outChannels] : nil, dtype)
        try resetParameters()
    }

    public override func resetParameters() throws {
        try Initialize.fanUniform(try weight, bias)
    }

    public override var extraDescription: String {
        let dims = kernelSize.count
        func tuple(_ values: [Int]) -> String {
            dims == 1
                ? "(\(values[0]),)" : "(" + values.map(String.init).joined(separator: ", ") + ")"
        }
        var text =
            "\(inChannels), \(outChannels), kernel_size=\(tuple(kernelSize)), stride=\(tuple(stride))"
        switch padding {
        case .sizes(let sizes):
            if sizes.contains(where: { $0 != 0 }) { text += ", padding=\(tuple(sizes))" }
        case .same: text += ", padding=same"
        case .valid: text += ", padding=valid"
        }
        if dilation.contains(where: { $0 != 1 }) { text += ", dilation=\(tuple(dilation))" }
        if outputPadding.contains(where: { $0 != 0 }) {
            text += ", output_padding=\(tuple(outputPadding))"
        }
        if groups != 1 { text += ", groups=\(groups)" }
        if bias == nil { text += ", bias=False" }
        return text
    }
}

/// Two-dimensional filters: (N, C, H, W) → (N, K, H′, W′). See ``conv2d(_:_:_:stride:padding:dilation:groups:)``.
public final class Conv2d: ConvolutionModule {
    /// Filters and biases are uniform from ±1/√(inputs of an output).
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: [Int], stride: [Int] = [1],
        padding: Padding = 0, dilation: [Int] = [1], groups: Int = 1, bias: Bool = true,
        dtype: DType = .float32
    ) throws {
        try super.init(
            dims: 2, inChannels, outChannels, kernelSize: kernelSize, stride: stride,
            padding: padding, dilation: dilation, groups: groups, bias: bias, dtype: dtype)
    }

    public convenience init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1, padding: Int = 0,
        bias: Bool = true
    ) throws {
        try self.init(
            inChannels, outChannels, kernelSize: [kernelSize], stride: [stride],
            padding: .sizes([padding]), bias: bias)
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try conv2d(
            input, try weight, bias, stride: stride, padding: padding, dilation: dilation,
            groups: groups)
    }
}

/// One-dimensional filters: (N, C, L) → (N, K, L′).
public final class Conv1d: ConvolutionModule {
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: [Int], stride: [Int] = [1],
        padding: Padding = 0, dilation: [Int] = [1], groups: Int = 1, bias: Bool = true,
        dtype: DType = .float32
    ) throws {
        try super.init(
            dims: 1, inChannels, outChannels, kernelSize: kernelSize, stride: stride,
            padding: padding, dilation: dilation, groups: groups, bias: bias, dtype: dtype)
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try conv1d(
            input, try weight, bias, stride: stride, padding: padding, dilation: dilation,
            groups: groups)
    }
}

/// The transpose of ``Conv2d``.
public final class ConvTranspose2d: ConvolutionModule {
    public init(
        _ inChannels: Int, _ outChannels: Int, kernelSize: [Int], stride: [Int] = [1],
        padding: [Int] = [0], outputPadding: [Int] = [0], groups: Int = 1, bias: Bool = true,
        dilation: [Int] = [1], dtype: DType = .float32
    ) throws {
        try super.init(
            dims: 2, inChannels, outChannels, kernelSize: kernelSize, stride: stride,
            padding: .sizes(padding), dilation: dilation, groups: groups, bias: bias, dtype: dtype,
            transposed: true, outputPadding: outputPadding)
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        guard case .sizes(let sizes) = padding else {
            throw TensorError.value("Only `zeros` padding mode is supported for ConvTranspose2d")
        }
        return try convTranspose2d(
            input, try weight, bias, stride: stride, padding: sizes, outputPadding: outputPadding,
            groups: groups, dilation: dilation)
    }
}
