// The relatives of batch normalization are batch normalization of the same memory under another shape,
// with γ and β applied after: a row of layer norm, a group of group norm, a channel of an image of
// instance norm each becomes a channel of a batch of one.

/// Normalises each channel of each sample over its spatial dimensions: (N, C, …).
///
/// - Parameter useInputStats: whether the input's own statistics are used; else the running ones.
public func instanceNorm(
    _ input: Tensor, _ runningMean: Tensor? = nil, _ runningVar: Tensor? = nil,
    _ weight: Tensor? = nil, _ bias: Tensor? = nil, useInputStats: Bool = true,
    momentum: Double = 0.1, eps: Double = 1e-5
) throws -> Tensor {
    if useInputStats && input.shape.dropFirst(2).reduce(1, *) == 1 {
        throw TensorError.value(
            "Expected more than 1 spatial element when training, got input size "
                + "torch.Size(\(Shape.list(input.shape)))")
    }
    guard input.dim >= 2 else {
        throw TensorError.runtime("instance_norm: expected at least 2 dimensions")
    }
    let (n, c) = (input.shape[0], input.shape[1])
    guard useInputStats else {
        return try batchNorm(
            input, runningMean, runningVar, weight, bias, training: false, eps: eps
        ).view(input.shape)
    }
    func repeated(_ tensor: Tensor?) throws -> Tensor? {
        try tensor.map { try $0.repeat([n]) }
    }
    let mean = try withoutGradient { try repeated(runningMean?.detach())?.clone() }
    let variance = try withoutGradient { try repeated(runningVar?.detach())?.clone() }
    let output = try BatchNormalization.normalize(
        try input.reshape([1, n * c] + input.shape.dropFirst(2)), mean, variance, repeated(weight),
        repeated(bias), training: true, momentum: momentum, eps: eps)
    try withoutGradient {
        if let runningMean, let mean { try runningMean.copy_(try mean.view([n, c]).mean([0])) }
        if let runningVar, let variance {
            try runningVar.copy_(try variance.view([n, c]).mean([0]))
        }
    }
    return try output.view(input.shape)
}

/// Normalises over the last dimensions, which are `normalizedShape`, and applies γ and β to each element.
public func layerNorm(
    _ input: Tensor, _ normalizedShape: [Int], _ weight: Tensor? = nil, _ bias: Tensor? = nil,
    eps: Double = 1e-5
) throws -> Tensor {
    guard !normalizedShape.isEmpty else {
        throw TensorError.runtime(
            "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one "
                + "element, but got normalized_shape = []")
    }
    for (tensor, name) in [(weight, "weight"), (bias, "bias")] {
        if let tensor, tensor.shape != normalizedShape {
            throw TensorError.runtime(
                "Expected \(name) to be of same shape as normalized_shape, but got \(name) of shape "
                    + "\(Shape.list(tensor.shape)) and normalized_shape = \(Shape.list(normalizedShape))"
            )
        }
    }
    guard Array(input.shape.suffix(normalizedShape.count)) == normalizedShape else {
        throw TensorError.runtime(
            "Given normalized_shape=\(Shape.list(normalizedShape)), expected input with shape [*, "
                + normalizedShape.map(String.init).joined(separator: ", ")
                + "], but got input of size\(Shape.list(input.shape))")
    }
    try checkTypes(input, weight, bias, "LayerNormKernelImpl")
    let size = normalizedShape.reduce(1, *)
    let rows = input.shape.dropLast(normalizedShape.count).reduce(1, *)
    return try BatchNormalization.regrouped(
        "NativeLayerNormBackward0", input, [1, rows, size], weight, bias, normalizedShape, eps)
}

private func checkTypes(
    _ input: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ kernel: String
) throws {
    try BatchNormalization.checkTypes(input, [weight, bias])
    if !input.dtype.isFloatingPoint { throw Elementwise.unsupported(kernel, input.dtype) }
}

/// Normalises groups of channels of each sample, and applies γ and β to each channel: (N, C, …).
public func groupNorm(
    _ input: Tensor, _ numGroups: Int, _ weight: Tensor? = nil, _ bias: Tensor? = nil,
    eps: Double = 1e-5
) throws -> Tensor {
    guard input.dim >= 2 else {
        throw TensorError.runtime(
            "Expected at least 2 dimensions for input tensor but received \(input.dim)")
    }
    let (n, c) = (input.shape[0], input.shape[1])
    guard numGroups > 0 else {
        throw TensorError.runtime("Expected num groups to be greater than 0, got \(numGroups)")
    }
    guard c > 0 else {
        throw TensorError.runtime("Expected number of channels to be greater than 0, got 0")
    }
    guard c % numGroups == 0 else {
        throw TensorError.runtime(
            "Expected number of channels in input to be divisible by num_groups, but got input of shape "
                + "\(Shape.list(input.shape)) and num_groups=\(numGroups)")
    }
    for (tensor, name) in [(weight, "weight"), (bias, "bias")] {
        if let tensor, tensor.shape != [c] {
            throw TensorError.runtime(
                "Expected \(name) to be a vector of size equal to the number of channels in input, but "
                    + "got \(name) of shape \(Shape.list(tensor.shape)) and input of shape "
                    + Shape.list(input.shape))
        }
    }
    let s = input.shape.dropFirst(2).reduce(1, *)
    try checkTypes(input, weight, bias, "GroupNormKernelImpl")
    guard s > 0 else {
        throw TensorError.runtime("Expected HxW to be greater than 0, got 0")
    }
    if n * c / numGroups * s == 1 {
        throw TensorError.value(
            "Expected more than 1 value per channel when training, got input size "
                + Shape.list([n * c / numGroups, numGroups] + input.shape.dropFirst(2)))
    }
    return try BatchNormalization.regrouped(
        "NativeGroupNormBackward0", input, [1, n * numGroups, c / numGroups * s], weight, bias,
        [c] + [Int](repeating: 1, count: input.dim - 2), eps
    ).inFormat(of: input)
}

extension BatchNormalization {
    /// Normalises the memory of `input` seen as `shape`, then applies γ and β, which broadcast as `affine`.
    fileprivate static func regrouped(
        _ name: String, _ input: Tensor, _ shape: [Int], _ weight: Tensor?, _ bias: Tensor?,
        _ affine: [Int], _ eps: Double
    ) throws -> Tensor {
        func compute(_ input: Tensor, _ weight: Tensor?, _ bias: Tensor?) throws -> Tensor {
            let flat = try input.reshape(shape)
            var output = try normalize(
                flat, nil, nil, nil, nil, training: true, momentum: 0, eps: eps, centred: true
            ).view(input.shape)
            if let weight { output = try output.mul(try weight.view(affine)) }
            if let bias { return try output.add(try bias.view(affine)) }
            // PyTorch adds 0 in its place, so that no -0. is left.
            return weight == nil ? output : try output.add(.int(0))
        }
        return try composite(name, [input, weight, bias]) { try compute($0[0]!, $0[1], $0[2]) }
    }
}
