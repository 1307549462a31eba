// Batch normalization. Means and variances are taken and kept in double for one call; its backward pass
// is one call of a kernel, unless the pass itself is recorded: then it is written in recorded operations.

import CNNKernels

/// Normalises each channel: y = (x − mean) / √(variance + eps) · weight + bias, for (N, C, …).
///
/// In training the mean and the biased variance are the batch's own, over all dimensions but the second, and the running
/// statistics move towards the mean and the unbiased variance. Else the running statistics are used.
///
/// - Parameter momentum: how far running statistics move towards the batch's.
/// - Throws: PyTorch's messages, also for a batch with one value a channel in training.
///
/// Source: Ioffe and Szegedy, https://arxiv.org/abs/1502.03167
public func batchNorm(
    _ input: Tensor, _ runningMean: Tensor?, _ runningVar: Tensor?, _ weight: Tensor? = nil,
    _ bias: Tensor? = nil, training: Bool = false, momentum: Double = 0.1, eps: Double = 1e-5
) throws -> Tensor {
    if training { try BatchNormalization.checkBatch(input.shape) }
    if training, eps <= 0 {
        throw TensorError.value(
            "batch_norm eps must be positive during training, but got \(eps)")
    }
    if eps < 0 {
        throw TensorError.value("batch_norm eps must be non-negative, but got \(eps)")
    }
    try runningMean?.checkUndifferentiated("running_mean", of: "native_batch_norm")
    try runningVar?.checkUndifferentiated("running_var", of: "native_batch_norm")
    return try BatchNormalization.normalize(
        input, runningMean, runningVar, weight, bias, training: training, momentum: momentum,
        eps: eps
    ).inFormat(of: input)
}

enum BatchNormalization {
    /// There is no variance of one value.
    static func checkBatch(_ shape: [Int]) throws {
        let perChannel = shape.enumerated().reduce(1) { $1.offset == 1 ? $0 : $0 * $1.element }
        if perChannel == 1 {
            throw TensorError.value(
                "Expected more than 1 value per channel when training, got input size "
                    + "torch.Size(\(Shape.list(shape)))")
        }
    }

    /// The parameters that are there must be of the input's type, in PyTorch's words for each case.
    static func checkTypes(_ input: Tensor, _ parameters: [Tensor?]) throws {
        let given = parameters.compactMap { $0 }
        guard let first = given.first else { return }
        if first.dtype != input.dtype {
            throw TensorError.runtime(
                first.dtype == .float32
                    ? "mixed dtype (CPU): all inputs must share same datatype."
                    : "mixed dtype (CPU): expect parameter to have scalar type of Float")
        }
        for other in given where other.dtype != input.dtype {
            throw TensorError.runtime(
                "expected scalar type \(input.dtype.scalarTypeName) but found "
                    + other.dtype.scalarTypeName)
        }
    }

    static func normalize(
        _ input: Tensor, _ runningMean: Tensor?, _ runningVar: Tensor?, _ weight: Tensor?,
        _ bias: Tensor?, training: Bool, momentum: Double, eps: Double,
        name: String = "NativeBatchNormBackward0", centred: Bool = false
    ) throws -> Tensor {
        if input.dim > 0, input.count == 0 {
            var output = try input.clone()
            if let weight { output = try output.mul(weight.select(0, 0)) }
            if let bias { output = try output.add(bias.select(0, 0)) }
            return output
        }
        let channels = input.dim < 2 ? 0 : input.shape[1]
        for (tensor, name) in [
            (runningMean, "running_mean"), (runningVar, "running_var"), (weight, "weight"),
            (bias, "bias"),
        ] {
            guard let tensor else {
                if !training && name.hasPrefix("running") {
                    throw TensorError.runtime("\(name) must be defined in evaluation mode")
                }
                continue
            }
            guard tensor.count == channels else {
                throw TensorError.runtime(
                    "\(name) should contain \(channels) elements not \(tensor.count)")
            }
        }
        guard input.dim >= 2 else {
            throw TensorError.index(
                "Dimension out of range (expected to be in range of [\(-max(input.dim, 1)), "
                    + "\(max(input.dim, 1) - 1)], but got 1)")
        }
        guard input.dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "\"batch_norm\" not implemented for '\(input.dtype.scalarTypeName)'")
        }
        try checkTypes(input, [weight, bias, runningMean, runningVar])
        if input.dtype == .float32 {
            return try run(
                input, runningMean, runningVar, weight, bias, training, momentum, eps, name,
                centred,
                Float.self)
        }
        return try run(
            input, runningMean, runningVar, weight, bias, training, momentum, eps, name, centred,
            Double.self)
    }

    private static func run<T: Real>(
        _ input: Tensor, _ runningMean: Tensor?, _ runningVar: Tensor?, _ weight: Tensor?,
        _ bias: Tensor?, _ training: Bool, _ momentum: Double, _ eps: Double, _ name: String,
        _ centred: Bool, _: T.Type
    ) throws -> Tensor {
        let known = input.planeMap?.bareConvolution
        let x = try input.plain()
        let (n, c) = (input.shape[0], input.shape[1])
        let s = input.shape.dropFirst(2).reduce(1, *)
        // Rows: mean, then 1 / √(variance + eps); before that the sum of squared deviations.
        let statistics = try Tensor.empty([2, c], dtype: .float64)
        let affine = try Tensor.empty([2, c], dtype: T.dtype)
        let gamma = try weight?.plain()
        let beta = try bias?.plain()
        if training {
            if let known {
                try statistics.elements(Double.self) { try known.statistics($0, $0 + c) }
            } else if x.count > 0 {
                access(x, statistics) { x, statistics in
                    let mean = statistics.assumingMemoryBound(to: Double.self)
                    T.statistics(
                        x.assumingMemoryBound(to: T.self), Int64(n), Int64(c), Int64(s), mean,
                        mean + c)
                }
            } else {
                statistics.fillContiguous(.double(0))
            }
            try updateRunning(runningMean, runningVar, statistics, n * s, momentum, T.self)
        } else if let runningMean, let runningVar {
            let (mean, variance) = (try runningMean.plain(), try runningVar.plain())
            access(mean, variance, statistics) { mean, variance, out in
                let out = out.assumingMemoryBound(to: Double.self)
                for i in 0..<c {
                    out[i] = mean.scalar(at: i, T.dtype)
                    out[c + i] = variance.scalar(at: i, T.dtype)
                }
            }
        }
        let count = training ? Double(n * s) : 1
        let g: T.Source? = gamma?.elements(T.self) { UnsafePointer($0) }
        let b: T.Source? = beta?.elements(T.self) { UnsafePointer($0) }
        access(statistics, affine) { statistics, affine in
            let mean = statistics.assumingMemoryBound(to: Double.self)
            let affine = affine.assumingMemoryBound(to: T.self)
            for i in 0..<c {
                let invstd = 1 / (mean[c + i] / count + eps).squareRoot()
                mean[c + i] = invstd
                // PyTorch's roundings, so that a channel without variance prints the same remainders.
                let scale = T(invstd) * (g.map { $0[i] } ?? 1)
                affine[i] = scale
                affine[c + i] = (b.map { $0[i] } ?? 0).addingProduct(-T(mean[i]), scale)
            }
        }
        withExtendedLifetime((gamma, beta)) {}
        let output: Tensor
        if centred {
            output = try Tensor.empty(input.shape, dtype: T.dtype)
            center(x, statistics, output, T.self)
        } else if Deferral.accepts(x.shape, T.dtype) {
            let source = known.map { PlaneMap.Source.convolution($0) } ?? .memory(x.settled())
            let map = PlaneMap(source, x.shape, affine: affine)
            output = try Tensor.deferred(x.shape, map, reading: map.inputs)
        } else {
            output = try Tensor.empty(input.shape, dtype: T.dtype)
            access(x, output, affine) { x, y, affine in
                if output.count == 0 { return }
                let affine = affine.assumingMemoryBound(to: T.self)
                T.scaleShift(
                    x.assumingMemoryBound(to: T.self), y.assumingMemoryBound(to: T.self), Int64(n),
                    Int64(c), Int64(s), affine, affine + c)
            }
        }
        let inputs = [input, weight, bias].compactMap { $0 }
        let (hasWeight, hasBias, arity) = (weight != nil, bias != nil, inputs.indices)
        return output.record(
            name, inputs, saving: [input, weight, statistics, training ? nil : runningMean]
        ) { node, gradients in
            guard let dy = gradients[0] else { return arity.map { _ in nil } }
            let weight = hasWeight ? try node.saved(1) : nil
            let results = try backward(
                node.saved(0), weight, hasBias, node.saved(2), dy, training, eps,
                needsInput: node.needs(0), T.self)
            var all = [results.input]
            if hasWeight { all.append(results.weight) }
            if hasBias { all.append(results.bias) }
            return all
        }
    }

    /// y = (x − mean) / √(variance + eps) for rows, as the relatives of batch normalization compute it: a row of equal
    /// numbers gives exact zeros.
    private static func center<T: Real>(
        _ x: Tensor, _ statistics: Tensor, _ y: Tensor, _: T.Type
    ) {
        let rows = statistics.shape[1]
        guard x.count > 0 else { return }
        let size = x.count / rows
        access(x, statistics, y) { x, statistics, y in
            let (x, y) = (x.assumingMemoryBound(to: T.self), y.assumingMemoryBound(to: T.self))
            let mean = statistics.assumingMemoryBound(to: Double.self)
            let block = max(1, (1 << 14) / size)
            parallel(blocks: (rows + block - 1) / block) { i in
                for row in (i * block)..<min(rows, (i + 1) * block) {
                    let (shift, scale) = (T(mean[row]), T(mean[rows + row]))
                    let (from, to) = (x + row * size, y + row * size)
                    for k in 0..<size { to[k] = (from[k] - shift) * scale }
                }
            }
        }
    }

    private static func updateRunning<T: Real>(
        _ runningMean: Tensor?, _ runningVar: Tensor?, _ statistics: Tensor, _ count: Int,
        _ momentum: Double, _: T.Type
    ) throws {
        try withoutGradient {
            for (row, target) in [runningMean, runningVar].enumerated() {
                guard let target else { continue }
                let c = target.count
                let next = try target.copied()
                access(statistics, next) { statistics, next in
                    let values = statistics.assumingMemoryBound(to: Double.self) + row * c
                    let next = next.assumingMemoryBound(to: T.self)
                    let divisor = row == 0 ? 1 : Double(count - 1)
                    for i in 0..<c {
                        next[i] = T(
                            momentum * (values[i] / divisor) + (1 - momentum) * Double(next[i]))
                    }
                }
                try target.copy_(next)
            }
        }
    }

    private static func backward<T: Real>(
        _ input: Tensor, _ weight: Tensor?, _ hasBias: Bool, _ statistics: Tensor, _ dy: Tensor,
        _ training: Bool, _ eps: Double, needsInput: Bool, _: T.Type
    ) throws -> (input: Tensor?, weight: Tensor?, bias: Tensor?) {
        if GradMode.isEnabled {
            return try recordedBackward(input, weight, hasBias, statistics, dy, training, eps)
        }
        if let fused = try fusedBackward(
            input, weight, hasBias, statistics, dy, training, needsInput: needsInput)
        {
            return fused
        }
        let (x, gradient) = (try input.plain(), try dy.plain())
        let (n, c) = (input.shape[0], input.shape[1])
        let s = input.shape.dropFirst(2).reduce(1, *)
        let dx = needsInput ? try Tensor.empty(input.shape, dtype: T.dtype) : nil
        let dweight = try weight.map { try Tensor.zeros($0.shape, dtype: T.dtype) }
        let dbias = hasBias ? try Tensor.zeros([c], dtype: T.dtype) : nil
        if x.count == 0 { return (dx, dweight, dbias) }
        let gamma = try weight?.plain()
        let g: T.Source? = gamma?.elements(T.self) { UnsafePointer($0) }
        let pdx: T.Target? = dx?.elements(T.self) { $0 }
        let pdw: T.Target? = dweight?.elements(T.self) { $0 }
        let pdb: T.Target? = dbias?.elements(T.self) { $0 }
        access(x, gradient, statistics) { x, dy, statistics in
            let mean = statistics.assumingMemoryBound(to: Double.self)
            T.batchNormBackward(
                x.assumingMemoryBound(to: T.self), dy.assumingMemoryBound(to: T.self), Int64(n),
                Int64(c), Int64(s), mean, mean + c, g, training, pdx, pdw, pdb)
        }
        withExtendedLifetime((gamma, dx, dweight, dbias)) {}
        return (dx, dweight, dbias)
    }

    /// The gradients from what a gradient is made of, where it or the input is not computed; else `nil`.
    private static func fusedBackward(
        _ input: Tensor, _ weight: Tensor?, _ hasBias: Bool, _ statistics: Tensor, _ dy: Tensor,
        _ training: Bool, needsInput: Bool
    ) throws -> (input: Tensor?, weight: Tensor?, bias: Tensor?)? {
        let shape = input.shape
        if let convolution = input.planeMap?.bareConvolution {
            let gradient = try dy.planeGradient() ?? PlaneGradient(memory: dy.plain())
            let work = try NormalizedGradient(
                gradient, convolution, statistics: statistics, weight: weight, usesBatch: training)
            let both = try work.affineGradients()
            return (
                needsInput ? try Tensor.deferred(shape, work, reading: gradient.inputs) : nil,
                weight == nil ? nil : both.weight, hasBias ? both.bias : nil
            )
        }
        guard let gradient = dy.planeGradient() else { return nil }
        let x = try input.plain()
        let dx = needsInput ? try Tensor.empty(shape) : nil
        let dweight = try weight.map { try Tensor.empty($0.shape) }
        let dbias = hasBias ? try Tensor.empty([shape[1]]) : nil
        let gamma = try weight?.plain()
        let g = gamma?.elements(Float.self) { UnsafePointer($0) }
        let pdx = dx?.elements(Float.self) { $0 }
        let pdw = dweight?.elements(Float.self) { $0 }
        let pdb = dbias?.elements(Float.self) { $0 }
        x.read(Float.self) { x in
            statistics.elements(Double.self) { statistics in
                gradient.withGradient {
                    ck_gradient_bn_backward(
                        $0, x, Int64(shape[0]), Int64(shape[1]), Int64(shape[2]), Int64(shape[3]),
                        statistics, statistics + shape[1], g, training, pdx, pdw, pdb)
                }
            }
        }
        withExtendedLifetime((gamma, dx, dweight, dbias)) {}
        return (dx, dweight, dbias)
    }

    /// The same gradients by operations that are recorded, for derivatives of them.
    private static func recordedBackward(
        _ x: Tensor, _ weight: Tensor?, _ hasBias: Bool, _ statistics: Tensor, _ dy: Tensor,
        _ training: Bool, _ eps: Double
    ) throws -> (input: Tensor?, weight: Tensor?, bias: Tensor?) {
        let dims = [0] + Array(2..<x.dim)
        let column = [1, x.shape[1]] + [Int](repeating: 1, count: x.dim - 2)
        let mean: Tensor
        let invstd: Tensor
        if training {
            mean = try x.mean(dims, keepdim: true)
            let centred = try x.sub(mean)
            invstd = try centred.mul(centred).mean(dims, keepdim: true).add(.double(eps)).rsqrt()
        } else {
            let known = try statistics.to(x.dtype)
            mean = try known.select(0, 0).view(column)
            invstd = try known.select(0, 1).view(column)
        }
        let normal = try x.sub(mean).mul(invstd)
        var dx = dy
        if training {
            dx = try dx.sub(try dy.mean(dims, keepdim: true))
            dx = try dx.sub(try normal.mul(try dy.mul(normal).mean(dims, keepdim: true)))
        }
        dx = try dx.mul(invstd)
        if let weight { dx = try dx.mul(try weight.view(column)) }
        return (
            dx, weight == nil ? nil : try dy.mul(normal).sum(dims),
            hasBias ? try dy.sum(dims) : nil
        )
    }
}
