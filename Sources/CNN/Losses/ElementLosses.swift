// Losses that compare two tensors element by element.

/// (input − target)²
public func mseLoss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean
) throws -> Tensor {
    _ = try Shape.broadcast(input.shape, target.shape)
    try requireFloating(input, target, "mse_cpu")
    return try pair("MseLossBackward0", input, target) { x, t in
        let d = try x.sub(t)
        return try d.mul(d).reduced(reduction)
    }
}

/// |input − target|
public func l1Loss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean
) throws -> Tensor {
    try input.sub(target).abs().reduced(reduction)
}

/// Half the square divided by beta where the difference is below beta, else the difference less beta / 2.
public func smoothL1Loss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean, beta: Double = 1
) throws -> Tensor {
    guard beta >= 0 else {
        throw TensorError.runtime("smooth_l1_loss does not support negative values for beta.")
    }
    _ = try Shape.broadcast(input.shape, target.shape)
    if beta == 0 { return try l1Loss(input, target, reduction: reduction) }
    try requireFloating(input, target, "smooth_l1_cpu")
    return try pair("SmoothL1LossBackward0", input, target) { x, t in
        let d = try x.sub(t).abs()
        let near = try d.mul(d).mul(.double(0.5 / beta))
        return try CNN.where(try d.lt(.double(beta)), near, try d.sub(.double(0.5 * beta)))
            .reduced(reduction)
    }
}

/// Half the square where the difference is below delta, else delta·(difference − delta / 2).
public func huberLoss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean, delta: Double = 1
) throws -> Tensor {
    guard delta > 0 else {
        throw TensorError.runtime("huber_loss does not support non-positive values for delta.")
    }
    _ = try Shape.broadcast(input.shape, target.shape)
    try requireFloating(input, target, "huber_cpu")
    return try pair("HuberLossBackward0", input, target) { x, t in
        let d = try x.sub(t).abs()
        let far = try d.sub(.double(0.5 * delta)).mul(.double(delta))
        return try CNN.where(try d.lt(.double(delta)), try d.mul(d).mul(.double(0.5)), far)
            .reduced(reduction)
    }
}

/// −(target·log(input) + (1 − target)·log(1 − input)), logarithms being held above −100.
///
/// - Parameter weight: factors that broadcast to the input's shape.
/// - Throws: for inputs outside 0 … 1.
public func binaryCrossEntropy(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean
) throws -> Tensor {
    guard input.shape == target.shape else {
        throw TensorError.value(
            "Using a target size (torch.Size(\(Shape.list(target.shape)))) that is different to the "
                + "input size (torch.Size(\(Shape.list(input.shape)))) is deprecated. Please ensure they "
                + "have the same size.")
    }
    guard input.dtype == target.dtype, input.dtype.isFloatingPoint else {
        throw TensorError.runtime(
            "Found dtype \(target.dtype.scalarTypeName) but expected \(input.dtype.scalarTypeName)")
    }
    let inside = try withoutGradient {
        try input.scalars().allSatisfy { !($0.doubleValue < 0 || $0.doubleValue > 1) }
    }
    guard inside else {
        throw TensorError.runtime("all elements of input should be between 0 and 1")
    }
    let losses = try withoutGradient {
        let one = try input.log().clamp(min: -100).mul(target)
        let zero = try input.neg().log1p().clamp(min: -100).mul(try target.rsub(1))
        let sum = try one.add(zero).neg()
        return try weight.map { try sum.mul($0) } ?? sum
    }
    let result = try withoutGradient { try losses.reduced(reduction) }
    let count = Double(input.count)
    return result.record(
        "BinaryCrossEntropyBackward0", [input, target], saving: [input, target, weight]
    ) { node, gradients in
        guard var g = gradients[0] else { return [nil, nil] }
        let (x, t) = (try node.saved(0), try node.saved(1))
        if reduction == .mean { g = try g.div(.double(count)) }
        if weight != nil { g = try g.mul(try node.saved(2)) }
        let rest = try x.rsub(1)
        return [
            node.needs(0)
                ? try x.sub(t).div(try rest.mul(x).clamp(min: 1e-12)).mul(g) : nil,
            node.needs(1) ? try rest.log().sub(try x.log()).mul(g) : nil,
        ]
    }
}

/// ``binaryCrossEntropy(_:_:weight:reduction:)`` of sigmoid(input), computed without overflow.
///
/// - Parameter posWeight: factors of the positive term.
public func binaryCrossEntropyWithLogits(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean,
    posWeight: Tensor? = nil
) throws -> Tensor {
    guard input.shape == target.shape else {
        throw TensorError.value(
            "Target size (torch.Size(\(Shape.list(target.shape)))) must be the same as input size "
                + "(torch.Size(\(Shape.list(input.shape))))")
    }
    guard target.dtype.isFloatingPoint, input.dtype.isFloatingPoint else {
        throw TensorError.runtime(
            "result type Float can't be cast to the desired output type "
                + (target.dtype.isFloatingPoint ? input : target).dtype.scalarTypeName)
    }
    return try composite(
        "BinaryCrossEntropyWithLogitsBackward0", [input, target, weight, posWeight]
    ) { inputs in
        guard let x = inputs[0], let t = inputs[1] else { return input }
        var logs = try x.logSigmoid()
        if let posWeight = inputs[3] {
            logs = try logs.mul(try posWeight.sub(.int(1)).mul(t).add(.int(1)))
        }
        var losses = try t.rsub(1).mul(x).sub(logs)
        if let weight = inputs[2] { losses = try losses.mul(weight) }
        return try losses.reduced(reduction)
    }
}

/// target·(log target − input), the input being log-probabilities.
///
/// - Parameter logTarget: whether the target is log-probabilities too.
public func klDiv(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean, logTarget: Bool = false
) throws -> Tensor {
    let losses: Tensor
    if logTarget {
        losses = try target.exp().mul(try target.sub(input))
    } else {
        // 0·log 0 is 0.
        let zero = try target.eq(.int(0))
        let logs = try target.maskedFill(zero, 1).log().mul(target)
        losses = try logs.sub(try target.mul(input))
    }
    if reduction == .batchmean {
        return try losses.sum().div(.int(input.dim == 0 ? 1 : input.shape[0]))
    }
    return try losses.reduced(reduction)
}

private func pair(
    _ name: String, _ input: Tensor, _ target: Tensor,
    _ body: @escaping (Tensor, Tensor) throws -> Tensor
) throws -> Tensor {
    try composite(name, [input, target]) { inputs in
        guard let x = inputs[0], let t = inputs[1] else { return input }
        return try body(x, t)
    }
}

private func requireFloating(_ input: Tensor, _ target: Tensor, _ kernel: String) throws {
    let type = input.dtype.promoted(with: target.dtype)
    guard type.isFloatingPoint else {
        throw TensorError.notImplemented(
            "\"\(kernel)\" not implemented for '\(type.scalarTypeName)'")
    }
}
