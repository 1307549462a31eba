// Losses of single elements. The value is computed without recording; the backward step is a formula of tensor
// operations, so that it can be differentiated again.

/// (input − target)².
public func mseLoss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean
) throws -> Tensor {
    try elementwiseLoss(
        "MseLossBackward0", input, target, reduction, value: { try $0.sub($1).square() },
        slope: { try $0.sub($1).mul(2) })
}

/// |input − target|.
public func l1Loss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean
) throws -> Tensor {
    let shape = try Shape.broadcast(input.shape, target.shape)
    let x = input.shape == shape ? input : try input.expand(shape)
    let y = target.shape == shape ? target : try target.expand(shape)
    return try x.sub(y).abs().reduced(reduction)
}

/// ½ d² / beta where d = |input − target| is below beta, d − ½ beta elsewhere.
///
/// - Throws: `TensorError` for a negative beta.
public func smoothL1Loss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean, beta: Double = 1
) throws -> Tensor {
    _ = try Shape.broadcast(input.shape, target.shape)
    guard beta >= 0 else {
        throw TensorError.runtime("smooth_l1_loss does not support negative values for beta.")
    }
    if beta == 0 { return try l1Loss(input, target, reduction: reduction) }
    let dtype = CNN.resultType(input, target)
    guard dtype.isFloatingPoint else { throw Elementwise.unsupported("smooth_l1_cpu", dtype) }
    return try elementwiseLoss(
        "SmoothL1LossBackward0", input, target, reduction,
        value: { x, y in
            let d = try x.sub(y).abs()
            return try CNN.where(
                d.lt(.double(beta)), d.square().mul(.double(0.5 / beta)),
                d.sub(.double(0.5 * beta)))
        },
        slope: { x, y in
            let d = try x.sub(y)
            let isFar = try d.abs().ge(.double(beta))
            return try CNN.where(isFar, d.sign(), d.div(.double(beta)))
        })
}

/// −(target · log input + (1 − target) · log(1 − input)), logarithms cut at −100.
///
/// - Throws: `TensorError` for inputs outside [0, 1] and for shapes that differ.
public func binaryCrossEntropy(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean
) throws -> Tensor {
    guard input.shape == target.shape else {
        throw TensorError.value(
            "Using a target size (\(sizeText(target))) that is different to the input size "
                + "(\(sizeText(input))) is deprecated. Please ensure they have the same size.")
    }
    let weight = try weight.map { try broadcastWeight($0, to: input.shape) }
    try checkTypes(input, target)
    guard input.dtype.isFloatingPoint else {
        throw Elementwise.unsupported("binary_cross_entropy", input.dtype)
    }
    try weight?.checkUndifferentiated("weight", of: "binary_cross_entropy")
    try checkProbabilities(input, "input")
    try checkProbabilities(target, "target")
    return try elementwiseLoss(
        "BinaryCrossEntropyBackward0", input, target, reduction, weight: weight,
        value: { x, y in
            let positive = try x.log().clamp(min: -100).mul(y)
            let negative = try x.neg().log1p().clamp(min: -100).mul(y.sub(1))
            return try negative.sub(positive)
        },
        slope: { x, y in
            try x.sub(y).div(x.rsub(1).mul(x).clamp(min: leastVariance))
        })
}

/// What PyTorch divides by at least: 1e-12 as a number of single precision.
private let leastVariance = Scalar.double(Double(Float(1e-12)))

private func checkProbabilities(_ tensor: Tensor, _ name: String) throws {
    let fine = try withoutGradient {
        try tensor.ge(0).logicalAnd(tensor.le(1)).all().item().boolValue
    }
    if !fine { throw TensorError.runtime("all elements of \(name) should be between 0 and 1") }
}

private func broadcastWeight(_ weight: Tensor, to shape: [Int]) throws -> Tensor {
    let padded = [Int](repeating: 1, count: max(0, weight.dim - shape.count)) + shape
    for d in 1...max(weight.dim, 1) where d <= weight.dim {
        let size = weight.shape[weight.dim - d]
        if size != 1, d > shape.count || size != shape[shape.count - d] {
            throw TensorError.runtime(
                "Attempting to broadcast a dimension of length \(size) at -\(d)! Mismatching argument "
                    + "at index 1 had \(sizeText(weight)); but expected shape should be broadcastable "
                    + "to \(Shape.list(padded))")
        }
    }
    return weight
}

private func checkTypes(_ input: Tensor, _ target: Tensor) throws {
    if input.dtype == target.dtype { return }
    throw TensorError.runtime(
        "Found dtype \(target.dtype.scalarTypeName) but expected \(input.dtype.scalarTypeName)")
}

/// The binary cross entropy of sigmoid(input), computed without overflow.
///
/// - Parameter posWeight: the weight of positive targets.
public func binaryCrossEntropyWithLogits(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean,
    posWeight: Tensor? = nil
) throws -> Tensor {
    guard input.shape == target.shape else {
        throw TensorError.value(
            "Target size (\(sizeText(target))) must be the same as input size (\(sizeText(input)))")
    }
    try weight?.checkUndifferentiated("weight", of: "binary_cross_entropy_with_logits")
    try posWeight?.checkUndifferentiated("pos_weight", of: "binary_cross_entropy_with_logits")
    if target.dtype.isFloatingPoint, input.dtype.isFloatingPoint, input.dtype != target.dtype {
        // Computed in the wider type, given in the target's.
        let wide = CNN.resultType(input, target)
        let loss = try binaryCrossEntropyWithLogits(
            input.to(wide), target.to(wide), weight: weight, reduction: reduction,
            posWeight: posWeight
        ).to(target.dtype)
        loss.node?.rename("BinaryCrossEntropyWithLogitsBackward0")
        return loss
    }
    if target.dtype == .bool { _ = try target.sub(target) }
    guard input.dtype.isFloatingPoint else {
        throw Elementwise.unsupported("log_sigmoid_cpu", input.dtype)
    }
    if let weight { _ = try Shape.broadcast(input.shape, weight.shape) }
    guard target.dtype.isFloatingPoint else {
        throw TensorError.runtime(
            "result type \(input.dtype.scalarTypeName) can't be cast to the desired output type "
                + target.dtype.scalarTypeName)
    }
    return try elementwiseLoss(
        "BinaryCrossEntropyWithLogitsBackward0", input, target, reduction, weight: weight,
        value: { x, y in
            let tail = try x.abs().neg().exp().log1p().add(x.neg().clamp(min: 0))
            guard let posWeight else { return try x.mul(y.rsub(1)).add(tail) }
            let factor = try posWeight.sub(1).mul(y).add(1)
            return try x.mul(y.rsub(1)).add(factor.mul(tail))
        },
        slope: { x, y in
            guard let posWeight else { return try x.sigmoid().sub(y) }
            let weighted = try posWeight.mul(y)
            return try weighted.add(y.rsub(1)).mul(x.sigmoid()).sub(weighted)
        })
}

/// The Kullback-Leibler divergence of `target` from the log probabilities `input`.
public func klDiv(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean, logTarget: Bool = false
) throws -> Tensor {
    guard input.dtype.isFloatingPoint, target.dtype.isFloatingPoint else {
        throw TensorError.runtime("kl_div: Integral inputs not supported.")
    }
    let each: Tensor
    if logTarget {
        each = try target.exp().mul(target.sub(input))
    } else {
        // 0 · log 0 counts as 0.
        let entropy = try CNN.where(
            target.eq(0), Tensor.scalar(.double(0), dtype: target.dtype),
            target.mul(target.log()))
        each = try entropy.sub(target.mul(input))
    }
    return try each.reduced(reduction)
}

private func sizeText(_ tensor: Tensor) -> String { "torch.Size(\(Shape.list(tensor.shape)))" }

private func elementwiseLoss(
    _ name: String, _ input: Tensor, _ target: Tensor, _ reduction: Reduction,
    weight: Tensor? = nil, value: (Tensor, Tensor) throws -> Tensor,
    slope: @escaping (Tensor, Tensor) throws -> Tensor
) throws -> Tensor {
    let shape = try Shape.broadcast(input.shape, target.shape)
    if name == "MseLossBackward0", !input.dtype.isFloatingPoint, !target.dtype.isFloatingPoint {
        throw TensorError.notImplemented(
            "\"mse_cpu\" not implemented for '\(input.dtype.scalarTypeName)'")
    }
    func operand(_ tensor: Tensor, beside other: Tensor) throws -> Tensor {
        let tensor = tensor.shape == shape ? tensor : try tensor.expand(shape)
        return tensor.dtype == .bool && other.dtype.isFloatingPoint
            ? try tensor.to(other.dtype) : tensor
    }
    let x = try operand(input, beside: target)
    let y = try operand(target, beside: input)
    let scale = try weight?.expand(shape)
    let result = try withoutGradient {
        let each = try value(x, y)
        return try (scale.map { try each.mul($0) } ?? each).reduced(reduction)
    }
    return result.record(name, [x, y], saving: [x, y]) { node, gradients in
        guard var gradient = gradients[0] else { return [nil, nil] }
        let (x, y) = (try node.saved(0), try node.saved(1))
        if let scale { gradient = try gradient.mul(scale) }
        var back = try slope(x, y).mul(gradient)
        if reduction == .mean {
            back = try back.div(.int(max(x.count, 1)))
            back.node?.rename("DivBackward1")
        }
        return [
            node.needs(0) ? back : nil,
            node.needs(1) ? try targetGradient(name, x, y, gradient, reduction, back) : nil,
        ]
    }
}

/// The gradient with respect to the target: differences are antisymmetric, entropies have a formula of their own.
private func targetGradient(
    _ name: String, _ x: Tensor, _ y: Tensor, _ gradient: Tensor, _ reduction: Reduction,
    _ back: Tensor
) throws -> Tensor {
    let formula: Tensor
    switch name {
    case "BinaryCrossEntropyBackward0":
        formula = try x.neg().log1p().sub(x.log())
    case "BinaryCrossEntropyWithLogitsBackward0": formula = try x.neg()
    default: return try back.neg()
    }
    let result = try formula.mul(gradient)
    return reduction == .mean ? try result.div(.int(max(x.count, 1))) : result
}
