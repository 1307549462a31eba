/// The cross entropy of softmax(input) with the target: log-softmax over the classes, then
/// ``nllLoss(_:_:weight:ignoreIndex:reduction:)``. (N, C, …) with class indices (N, …), or with
/// probabilities (N, C, …).
///
/// - Parameters:
///   - weight: (C), the weight of each class.
///   - ignoreIndex: class indices that count for nothing.
///   - labelSmoothing: the share of each target that is spread over all classes, 0 to 1.
/// - Throws: PyTorch's messages.
public func crossEntropy(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100,
    reduction: Reduction = .mean, labelSmoothing: Double = 0
) throws -> Tensor {
    guard labelSmoothing <= 1 else {
        throw TensorError.runtime(
            "label_smoothing must be between 0.0 and 1.0. Got: \(PythonNumber.compact(labelSmoothing))"
        )
    }
    // PyTorch takes what is below 0 for no smoothing at all.
    let labelSmoothing = labelSmoothing > 0 ? labelSmoothing : 0
    let classDim = input.dim == 1 ? 0 : 1
    if input.shape == target.shape {
        guard ignoreIndex < 0 || !target.dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "ignore_index is not supported for floating point target")
        }
        guard target.dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "Expected floating point type for target with class probabilities, got "
                    + target.dtype.scalarTypeName)
        }
        return try probabilities(
            input, target, weight, reduction, labelSmoothing,
            Shape.dimension(classDim, of: input.dim))
    }
    let logs = try logSoftmax(input, dim: classDim)
    let loss = try nllLoss(
        logs, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
    if labelSmoothing == 0 { return loss }
    let smooth = try smoothLoss(logs, target, weight, ignoreIndex, reduction, classDim)
    return try loss.mul(.double(1 - labelSmoothing))
        .add(try smooth.mul(.double(labelSmoothing / Double(input.shape[classDim]))))
}

private func column(_ weight: Tensor, _ rank: Int, _ classDim: Int) throws -> Tensor {
    var shape = [Int](repeating: 1, count: rank)
    shape[classDim] = weight.count
    return try weight.view(shape)
}

private func probabilities(
    _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ reduction: Reduction,
    _ smoothing: Double, _ classDim: Int
) throws -> Tensor {
    let classes = input.shape[classDim]
    if let weight, weight.shape != [classes] {
        throw TensorError.runtime(
            "cross_entropy: weight tensor should be defined either for all \(classes) classes or no "
                + "classes but got weight tensor of shape: \(Shape.list(weight.shape))")
    }
    var target = target
    if smoothing > 0 {
        target = try target.mul(.double(1 - smoothing)).add(.double(smoothing / Double(classes)))
    }
    var product = try logSoftmax(input, dim: classDim).mul(target)
    if let weight { product = try product.mul(try column(weight, input.dim, classDim)) }
    switch reduction {
    case .none: return try product.sum([classDim]).neg()
    case .sum: return try product.sum().neg()
    default:
        let count = Double(input.count) / Double(max(classes, 1))
        let mean = try product.sum().neg().div(.double(count))
        // PyTorch divides by a plain number here, which its graph shows.
        mean.node?.rename("DivBackward1")
        return mean
    }
}

/// The loss against equal probabilities of all classes, as far as targets are not ignored.
private func smoothLoss(
    _ logs: Tensor, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int, _ reduction: Reduction,
    _ classDim: Int
) throws -> Tensor {
    let weighted = try weight.map { try logs.mul(try column($0, logs.dim, classDim)) } ?? logs
    let targets = try target.scalars().map(\.intValue)
    let counts = targets.map { $0 == ignoreIndex ? 0.0 : 1.0 }
    let mask = try Tensor(counts, target.shape).to(logs.dtype)
    let losses = try weighted.sum([classDim]).neg().reshape(target.shape).mul(mask)
    switch reduction {
    case .none: return losses
    case .sum: return try losses.sum()
    default:
        var total = counts.reduce(0, +)
        if let weights = try weight?.scalars().map(\.doubleValue) {
            total = targets.filter { $0 != ignoreIndex }.reduce(0) { $0 + weights[$1] }
        }
        return try losses.sum().div(.double(total))
    }
}
