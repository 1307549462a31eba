/// What batch and instance normalization share: γ, β and running statistics under PyTorch's names.
public class NormalizationModule: Module {
    public let numFeatures: Int
    public let eps: Double
    /// How far running statistics move; `nil` keeps plain averages over all batches.
    public let momentum: Double?
    public let affine: Bool
    public let hasBias: Bool
    public let trackRunningStats: Bool

    /// γ (C), or none.
    public var weight: Tensor? { parameter("weight") }
    /// β (C), or none.
    public var bias: Tensor? { parameter("bias") }
    /// (C), or none.
    public var runningMean: Tensor? { buffer("running_mean") }
    /// (C), or none.
    public var runningVar: Tensor? { buffer("running_var") }
    /// How many batches the running statistics have seen.
    public var numBatchesTracked: Tensor? { buffer("num_batches_tracked") }

    init(
        _ numFeatures: Int, eps: Double, momentum: Double?, affine: Bool, trackRunningStats: Bool,
        bias: Bool, dtype: DType
    ) throws {
        self.numFeatures = numFeatures
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.trackRunningStats = trackRunningStats
        hasBias = affine && bias
        super.init()
        try addParameter("weight", affine ? [numFeatures] : nil, dtype)
        try addParameter("bias", hasBias ? [numFeatures] : nil, dtype)
        if trackRunningStats {
            register(buffer: "running_mean", try Tensor.zeros([numFeatures], dtype: dtype))
            register(buffer: "running_var", try Tensor.ones([numFeatures], dtype: dtype))
            register(buffer: "num_batches_tracked", try Tensor.zeros([], dtype: .int64))
        } else {
            for name in ["running_mean", "running_var", "num_batches_tracked"] {
                register(buffer: name, nil)
            }
        }
        try resetParameters()
    }

    /// Sets the running statistics back to mean 0 and variance 1.
    public func resetRunningStats() throws {
        try withoutGradient {
            try runningMean?.zero_()
            try runningVar?.fill_(.int(1))
            try numBatchesTracked?.zero_()
        }
    }

    public override func resetParameters() throws {
        try resetRunningStats()
        if let weight { try Initialize.ones_(weight) }
        if let bias { try Initialize.zeros_(bias) }
    }

    /// - Throws: PyTorch's message for an input of the wrong rank.
    func checkInput(_ input: Tensor) throws {}

    public override var extraDescription: String {
        func text(_ value: Bool) -> String { value ? "True" : "False" }
        return "\(numFeatures), eps=\(PythonNumber.text(eps)), "
            + "momentum=\(momentum.map(PythonNumber.text) ?? "None"), affine=\(text(affine)), "
            + "bias=\(text(hasBias)), track_running_stats=\(text(trackRunningStats))"
    }
}

/// Batch normalization of (N, C) or (N, C, …); see ``batchNorm(_:_:_:_:_:training:momentum:eps:)``.
public class BatchNorm: NormalizationModule {
    public override func forward(_ input: Tensor) throws -> Tensor {
        try checkInput(input)
        var factor = momentum ?? 0
        if training && trackRunningStats, let seen = numBatchesTracked {
            try withoutGradient { _ = try seen.add_(.int(1)) }
            if momentum == nil { factor = 1 / (try seen.item().doubleValue) }
        }
        let usesBatch = training || (runningMean == nil && runningVar == nil)
        let tracks = !training || trackRunningStats
        return try batchNorm(
            input, tracks ? runningMean : nil, tracks ? runningVar : nil, weight, bias,
            training: usesBatch, momentum: factor, eps: eps)
    }
}

/// Batch normalization of (N, C) or (N, C, L).
public final class BatchNorm1d: BatchNorm {
    public override init(
        _ numFeatures: Int, eps: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = true,
        trackRunningStats: Bool = true, bias: Bool = true, dtype: DType = .float32
    ) throws {
        try super.init(
            numFeatures, eps: eps, momentum: momentum, affine: affine,
            trackRunningStats: trackRunningStats, bias: bias, dtype: dtype)
    }

    override func checkInput(_ input: Tensor) throws {
        guard input.dim == 2 || input.dim == 3 else {
            throw TensorError.value("expected 2D or 3D input (got \(input.dim)D input)")
        }
    }
}

/// Batch normalization of (N, C, H, W).
public final class BatchNorm2d: BatchNorm {
    public override init(
        _ numFeatures: Int, eps: Double = 1e-5, momentum: Double? = 0.1, affine: Bool = true,
        trackRunningStats: Bool = true, bias: Bool = true, dtype: DType = .float32
    ) throws {
        try super.init(
            numFeatures, eps: eps, momentum: momentum, affine: affine,
            trackRunningStats: trackRunningStats, bias: bias, dtype: dtype)
    }

    override func checkInput(_ input: Tensor) throws {
        guard input.dim == 4 else {
            throw TensorError.value("expected 4D input (got \(input.dim)D input)")
        }
    }
}

/// Normalization of each channel of each image: (N, C, H, W) or (C, H, W).
///
/// Source: Ulyanov et al., https://arxiv.org/abs/1607.08022
public final class InstanceNorm2d: NormalizationModule {
    public init(
        _ numFeatures: Int, eps: Double = 1e-5, momentum: Double = 0.1, affine: Bool = false,
        trackRunningStats: Bool = false, bias: Bool = true, dtype: DType = .float32
    ) throws {
        try super.init(
            numFeatures, eps: eps, momentum: momentum, affine: affine,
            trackRunningStats: trackRunningStats, bias: bias, dtype: dtype)
    }

    override func checkInput(_ input: Tensor) throws {
        guard input.dim == 3 || input.dim == 4 else {
            throw TensorError.value("expected 3D or 4D input (got \(input.dim)D input)")
        }
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try checkInput(input)
        let unbatched = input.dim == 3
        let batch = unbatched ? try input.unsqueeze(0) : input
        if affine && batch.shape[1] != numFeatures {
            throw TensorError.value(
                "expected input's size at dim=\(unbatched ? 0 : 1) to match num_features "
                    + "(\(numFeatures)), but got: \(batch.shape[1]).")
        }
        let output = try instanceNorm(
            batch, runningMean, runningVar, weight, bias,
            useInputStats: training || !trackRunningStats, momentum: momentum ?? 0, eps: eps)
        return unbatched ? try output.squeeze(0) : output
    }
}

/// Normalization over the last dimensions: (…, normalizedShape).
///
/// Source: Ba et al., https://arxiv.org/abs/1607.06450
public final class LayerNorm: Module {
    public let normalizedShape: [Int]
    public let eps: Double
    public let elementwiseAffine: Bool
    public var weight: Tensor? { parameter("weight") }
    public var bias: Tensor? { parameter("bias") }

    public init(
        _ normalizedShape: [Int], eps: Double = 1e-5, elementwiseAffine: Bool = true,
        bias: Bool = true, dtype: DType = .float32
    ) throws {
        self.normalizedShape = normalizedShape
        self.eps = eps
        self.elementwiseAffine = elementwiseAffine
        super.init()
        try addParameter("weight", elementwiseAffine ? normalizedShape : nil, dtype)
        try addParameter("bias", elementwiseAffine && bias ? normalizedShape : nil, dtype)
        try resetParameters()
    }

    public override func resetParameters() throws {
        if let weight { try Initialize.ones_(weight) }
        if let bias { try Initialize.zeros_(bias) }
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try layerNorm(input, normalizedShape, weight, bias, eps: eps)
    }

    public override var extraDescription: String {
        let inner = normalizedShape.map(String.init).joined(separator: ", ")
        return "(\(inner)\(normalizedShape.count == 1 ? "," : "")), eps=\(PythonNumber.text(eps)), "
            + "elementwise_affine=\(elementwiseAffine ? "True" : "False"), "
            + "bias=\(bias == nil ? "False" : "True")"
    }
}

/// Normalization of groups of channels of each sample: (N, C, …).
///
/// Source: Wu and He, https://arxiv.org/abs/1803.08494
public final class GroupNorm: Module {
    public let numGroups: Int
    public let numChannels: Int
    public let eps: Double
    public let affine: Bool
    public var weight: Tensor? { parameter("weight") }
    public var bias: Tensor? { parameter("bias") }

    public init(
        _ numGroups: Int, _ numChannels: Int, eps: Double = 1e-5, affine: Bool = true,
        bias: Bool = true, dtype: DType = .float32
    ) throws {
        guard numGroups > 0, numChannels % numGroups == 0 else {
            throw TensorError.value(
                "num_channels (\(numChannels)) must be divisible by num_groups (\(numGroups))")
        }
        self.numGroups = numGroups
        self.numChannels = numChannels
        self.eps = eps
        self.affine = affine
        super.init()
        try addParameter("weight", affine ? [numChannels] : nil, dtype)
        try addParameter("bias", affine && bias ? [numChannels] : nil, dtype)
        try resetParameters()
    }

    public override func resetParameters() throws {
        if let weight { try Initialize.ones_(weight) }
        if let bias { try Initialize.zeros_(bias) }
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try groupNorm(input, numGroups, weight, bias, eps: eps)
    }

    public override var extraDescription: String {
        "\(numGroups), \(numChannels), eps=\(PythonNumber.text(eps)), "
            + "affine=\(affine ? "True" : "False"), bias=\(bias == nil ? "False" : "True")"
    }
}
