import CNNKernels

/// The maximum of each window: (N, C, H, W) → (N, C, H′, W′), or without N.
///
/// - Parameter stride: default: the kernel's size.
public func maxPool2d(
    _ input: Tensor, _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0],
    dilation: [Int] = [1], ceilMode: Bool = false
) throws -> Tensor {
    try Pooling.max(
        try PoolGeometry(
            "max_pool2d", input, dims: 2, kernel: kernelSize, stride: stride, padding: padding,
            dilation: dilation, ceilMode: ceilMode), withIndices: false
    ).output.inFormat(of: input)
}

/// As ``maxPool2d(_:_:stride:padding:dilation:ceilMode:)``, with the place of each maximum in its plane.
public func maxPool2dWithIndices(
    _ input: Tensor, _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0],
    dilation: [Int] = [1], ceilMode: Bool = false
) throws -> (output: Tensor, indices: Tensor) {
    let result = try Pooling.max(
        try PoolGeometry(
            "max_pool2d", input, dims: 2, kernel: kernelSize, stride: stride, padding: padding,
            dilation: dilation, ceilMode: ceilMode), withIndices: true)
    return (try result.output.inFormat(of: input), try result.kept.inFormat(of: input))
}

/// The maximum of each window: (N, C, L) → (N, C, L′), or without N.
public func maxPool1d(
    _ input: Tensor, _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0],
    dilation: [Int] = [1], ceilMode: Bool = false
) throws -> Tensor {
    try maxPool1dWithIndices(
        input, kernelSize, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode,
        withIndices: false
    ).output
}

/// As ``maxPool1d(_:_:stride:padding:dilation:ceilMode:)``, with the place of each maximum in its row.
public func maxPool1dWithIndices(
    _ input: Tensor, _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0],
    dilation: [Int] = [1], ceilMode: Bool = false, withIndices: Bool = true
) throws -> (output: Tensor, indices: Tensor) {
    let geometry = try PoolGeometry(
        "max_pool1d", input, dims: 1, kernel: kernelSize, stride: stride, padding: padding,
        dilation: dilation, ceilMode: ceilMode)
    guard input.dtype.isFloatingPoint else {
        throw Elementwise.unsupported("max_pool1d_impl", input.dtype)
    }
    let result = try Pooling.max(geometry, withIndices: withIndices)
    return (result.output, result.kept)
}

/// The mean of each window: (N, C, H, W) → (N, C, H′, W′), or without N.
///
/// - Parameters:
///   - countIncludePad: whether the zeros of the padding count.
///   - divisorOverride: what sums are divided by instead of the window's size.
public func avgPool2d(
    _ input: Tensor, _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0],
    ceilMode: Bool = false, countIncludePad: Bool = true, divisorOverride: Int? = nil
) throws -> Tensor {
    if divisorOverride == 0 { throw TensorError.runtime("divisor must be not zero") }
    return try Pooling.average(
        try PoolGeometry(
            "avg_pool2d", input, dims: 2, kernel: kernelSize, stride: stride, padding: padding,
            dilation: [1], ceilMode: ceilMode), countIncludePad, divisorOverride ?? 0,
        "AvgPool2DBackward0"
    ).inFormat(of: input)
}

/// The mean of each window: (N, C, L) → (N, C, L′), or without N.
public func avgPool1d(
    _ input: Tensor, _ kernelSize: [Int], stride: [Int]? = nil, padding: [Int] = [0],
    ceilMode: Bool = false, countIncludePad: Bool = true
) throws -> Tensor {
    let output = try Pooling.average(
        try PoolGeometry(
            "avg_pool1d", input, dims: 1, kernel: kernelSize, stride: stride, padding: padding,
            dilation: [1], ceilMode: ceilMode), countIncludePad, 0, "SqueezeBackward1")
    output.node?.appearance = .through(input: 0, ["AvgPool2DBackward0", "UnsqueezeBackward0"])
    return output
}

/// The mean of each of `outputSize` nearly equal parts of a plane: (N, C, H, W) → (N, C, H′, W′).
///
/// - Parameter outputSize: one number or two; `nil` keeps the input's.
public func adaptiveAvgPool2d(_ input: Tensor, _ outputSize: [Int?]) throws -> Tensor {
    let g = try Pooling.adaptive("adaptive_avg_pool2d", input, outputSize)
    guard input.dtype.isFloatingPoint else {
        if g.window.oh == 1 && g.window.ow == 1 {
            throw TensorError.notImplemented(
                "mean(): could not infer output dtype. Input dtype must be either a floating point "
                    + "or complex dtype. Got: \(input.dtype.scalarTypeName)")
        }
        throw TensorError.notImplemented(
            "\"adaptive_avg_pool2d\" not implemented for '\(input.dtype.scalarTypeName)'")
    }
    // PyTorch takes a plain mean where one value a plane is asked for.
    let name = g.window.oh == 1 && g.window.ow == 1 ? "MeanBackward1" : "AdaptiveAvgPool2DBackward0"
    return try Pooling.linear(
        input, g.outputShape, name,
        forward: { x, y, isFloat in
            var window = g.window
            if isFloat {
                Float.adaptiveAvgPool(
                    &window, x.assumingMemoryBound(to: Float.self),
                    y.assumingMemoryBound(to: Float.self))
            } else {
                Double.adaptiveAvgPool(
                    &window, x.assumingMemoryBound(to: Double.self),
                    y.assumingMemoryBound(to: Double.self))
            }
        },
        backward: { dy, dx, isFloat in
            var window = g.window
            if isFloat {
                Float.adaptiveAvgPoolBackward(
                    &window, dy.assumingMemoryBound(to: Float.self),
                    dx.assumingMemoryBound(to: Float.self))
            } else {
                Double.adaptiveAvgPoolBackward(
                    &window, dy.assumingMemoryBound(to: Double.self),
                    dx.assumingMemoryBound(to: Double.self))
            }
        }
    ).inFormat(of: input)
}

/// The maximum of each of `outputSize` nearly equal parts of a plane, with its place in the plane.
public func adaptiveMaxPool2d(_ input: Tensor, _ outputSize: [Int?]) throws -> (
    output: Tensor, indices: Tensor
) {
    let g = try Pooling.adaptive("adaptive_max_pool2d", input, outputSize)
    guard input.dtype.isFloatingPoint else {
        throw Elementwise.unsupported("adaptive_max_pool2d", input.dtype)
    }
    let (output, indices) = try Pooling.adaptiveMax(g)
    return (try output.inFormat(of: input), try indices.inFormat(of: input))
}
