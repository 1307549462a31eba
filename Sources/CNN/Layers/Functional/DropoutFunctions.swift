import CNNKernels

/// Sets elements to zero, each with probability `p`, and scales the others by 1 / (1 − p).
///
/// Without `training` the input comes back as it is.
///
/// - Parameter generator: where the mask comes from; default: the thread's generator.
///
/// Source: Srivastava et al., https://jmlr.org/papers/v15/srivastava14a.html
public func dropout(
    _ input: Tensor, p: Double = 0.5, training: Bool = true, generator: Generator? = nil
) throws -> Tensor {
    try Dropping.check(p)
    guard training, p > 0, input.count > 0 else { return input }
    if p == 1 { return try Dropping.nothing(input) }
    if !input.dtype.isFloatingPoint {
        // The mask is drawn before its scale is refused.
        try withoutGradient { _ = try Tensor.emptyLike(input).bernoulli_(1 - p) }
        try Dropping.checkType(input)
    }
    // The mask lies in memory as the input does, and is drawn in that order.
    let mask = try Tensor.emptyLike(input, dtype: .uint8)
    let source = generator ?? .default
    mask.elements(UInt8.self) { ck_random_bernoulli(&source.core, $0, mask.count, 1 - p) }
    return try Dropping.masked(input, mask, 1 - p)
}

/// Drops whole channels of (N, C, …), each with probability `p`.
public func featureDropout(
    _ input: Tensor, p: Double = 0.5, training: Bool = true, generator: Generator? = nil
) throws -> Tensor {
    try Dropping.check(p)
    guard training, p > 0, input.count > 0 else { return input }
    guard input.dim >= 2 else {
        throw TensorError.runtime("Feature dropout requires at least 2 dimensions in the input")
    }
    try Dropping.checkType(input)
    if p == 1 { return try Dropping.nothing(input) }
    let noise = try Dropping.noise(
        Array(input.shape.prefix(2)) + [Int](repeating: 1, count: input.dim - 2), input.dtype, p,
        generator)
    return try input.mul(noise)
}

/// Drops channels of (N, C, L) or (C, L).
public func dropout1d(
    _ input: Tensor, p: Double = 0.5, training: Bool = true, generator: Generator? = nil
) throws -> Tensor {
    try Dropping.channels("dropout1d", input, p, training, generator, ranks: 2...3, unbatched: 2)
}

/// Drops channels of (N, C, H, W).
public func dropout2d(
    _ input: Tensor, p: Double = 0.5, training: Bool = true, generator: Generator? = nil
) throws -> Tensor {
    // PyTorch takes three dimensions as a batch of rows here, and warns.
    try featureDropout(input, p: p, training: training, generator: generator)
}

/// Dropout that keeps mean and variance of inputs as `selu` makes them: dropped elements get the value that
/// `selu` tends to, and all are scaled and shifted.
///
/// Source: Klambauer et al., https://arxiv.org/abs/1706.02515
public func alphaDropout(
    _ input: Tensor, p: Double = 0.5, training: Bool = false, generator: Generator? = nil
) throws -> Tensor {
    try Dropping.check(p)
    guard training, p > 0, input.count > 0 else { return input }
    if p == 1 { return try Dropping.nothing(input) }
    if !input.dtype.isFloatingPoint {
        try withoutGradient { _ = try Tensor.emptyLike(input).bernoulli_(1 - p) }
        try Dropping.checkType(input)
    }
    let alpha = 1.7580993408473766
    let noise = try Tensor.emptyLike(input).bernoulli_(1 - p, generator: generator)
    let a = 1 / ((alpha * alpha * p + 1) * (1 - p)).squareRoot()
    let shift = try withoutGradient {
        try noise.sub(.int(1)).mul(.double(alpha * a)).add(.double(alpha * a * p))
    }
    return try input.mul(try withoutGradient { try noise.mul(.double(a)) }).add(shift)
}

enum Dropping {
    static func check(_ p: Double) throws {
        guard p >= 0, p <= 1 else {
            throw TensorError.value(
                "dropout probability has to be between 0 and 1, but got \(PythonNumber.text(p))")
        }
    }

    static func checkType(_ input: Tensor) throws {
        guard input.dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "result type Float can't be cast to the desired output type "
                    + input.dtype.scalarTypeName)
        }
    }

    /// What is left when everything is dropped: zeros, or NaN where the input is not finite.
    static func nothing(_ input: Tensor) throws -> Tensor {
        try input.mul(try Tensor.zeros([], dtype: input.dtype))
    }

    /// Factors 0 and 1 / (1 − p).
    static func noise(
        _ shape: [Int], _ dtype: DType, _ p: Double, _ generator: Generator?
    ) throws -> Tensor {
        try withoutGradient {
            let noise = try Tensor.empty(shape, dtype: dtype).bernoulli_(
                1 - p, generator: generator)
            return try noise.div_(.double(1 - p))
        }
    }

    static func channels(
        _ name: String, _ input: Tensor, _ p: Double, _ training: Bool, _ generator: Generator?,
        ranks: ClosedRange<Int>, unbatched: Int
    ) throws -> Tensor {
        try check(p)
        guard ranks.contains(input.dim) else {
            throw TensorError.runtime(
                "\(name): Expected \(ranks.lowerBound)D or \(ranks.upperBound)D input, but received a "
                    + "\(input.dim)D input. Note that \(name) exists to provide channel-wise dropout on "
                    + "inputs with 1 spatial dimension, a channel dimension, and an optional batch "
                    + "dimension (i.e. 2D or 3D inputs).")
        }
        guard input.dim == unbatched else {
            return try featureDropout(input, p: p, training: training, generator: generator)
        }
        return try featureDropout(
            try input.unsqueeze(0), p: p, training: training, generator: generator
        ).squeeze(0)
    }

    /// x / keep where the mask is 1, x · 0 elsewhere.
    static func masked(_ input: Tensor, _ mask: Tensor, _ keep: Double) throws -> Tensor {
        let sameLayout = input.strides == mask.strides
        var x = input
        if !sameLayout {
            x = try Tensor.emptyLike(mask, dtype: input.dtype)
            Elementwise.copy(input, to: x)
        }
        let output = try Tensor.emptyLike(mask, dtype: input.dtype)
        if output.isContiguous, !output.isRowMajor {
            output.take(strides: Shape.strides(output.shape))
        }
        if input.dtype == .float32 {
            run(x, mask, 1 / Float(keep), output)
        } else {
            run(x, mask, 1 / keep, output)
        }
        return output.record("MulBackward0", [input], saving: [mask]) { node, gradients in
            guard let dy = gradients[0] else { return [nil] }
            return [try masked(dy, try node.saved(0), keep)]
        }
    }

    private static func run<T: Real>(_ x: Tensor, _ mask: Tensor, _ scale: T, _ y: Tensor) {
        let block = 1 << 14
        let count = x.count
        access(x, mask, y) { x, mask, y in
            let (x, y) = (x.assumingMemoryBound(to: T.self), y.assumingMemoryBound(to: T.self))
            let mask = mask.assumingMemoryBound(to: UInt8.self)
            parallel(blocks: (count + block - 1) / block) { i in
                let at = i * block
                T.maskScale(x + at, mask + at, scale, y + at, Int64(min(block, count - at)))
            }
        }
    }
}
