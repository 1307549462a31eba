// The negative log likelihood picks one element a row. It is linear in its input: the loss, the gradient
// (which puts values where the loss picked them) and the gradient's gradient are the same two maps.

/// Picks −input[n, target[n]], weighted by the target's class: (N, C, …), (N, …) → scalar, or (N, …) without
/// reduction; also (C), () → ().
///
/// - Parameters:
///   - weight: (C), the weight of each class.
///   - ignoreIndex: targets that count for nothing.
/// - Throws: PyTorch's messages, such as `Target 10 is out of bounds.`
public func nllLoss(
    _ input: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100,
    reduction: Reduction = .mean
) throws -> Tensor {
    let pick = try Pick(input, target, weight, ignoreIndex, reduction)
    let name = input.dim <= 2 ? "NllLossBackward0" : "NllLoss2DBackward0"
    return try pick.loss(input, name)
}

/// A checked choice of one element a row.
private struct Pick {
    /// (N, C, …) as (rows of a batch, classes, places).
    let shape: [Int]
    let outputShape: [Int]
    let dtype: DType
    let outer: Int
    let classes: Int
    let inner: Int
    /// The class of each row and place; −1 where it is ignored.
    let choices: [Int]
    /// The negated weight of each row and place, divided by the sum of weights for a mean.
    let factors: [Double]
    let isReduced: Bool
    /// Whether the sum of losses is divided by that of the weights.
    let divides: Bool

    init(
        _ input: Tensor, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int,
        _ reduction: Reduction
    ) throws {
        guard input.dim > 0 else {
            throw TensorError.value("Expected 1 or more dimensions (got 0)")
        }
        if input.dim > 1 && target.dim >= 1 && input.shape[0] != target.shape[0] {
            throw TensorError.value(
                "Expected input batch_size (\(input.shape[0])) to match target batch_size "
                    + "(\(target.shape[0])).")
        }
        if input.dim > 1 && target.dim == 0 {
            throw TensorError.value(
                "Expected input batch_size (\(input.shape[0])) to match target batch_size (0).")
        }
        if input.dim == 1, target.dim == 1, target.dtype != .int64, target.dtype != .uint8 {
            throw TensorError.runtime(
                "expected target dtype to be Long or Byte, but got \(target.dtype.scalarTypeName)")
        }
        if input.dim == 1, target.dim == 1, target.count != 1 {
            throw TensorError.value(
                "For 1D input, 1D target must have size 1, but got target size: \(target.count)")
        }
        if input.dim <= 2 {
            guard target.dim <= 1, input.dim == 2 || target.count <= 1 else {
                throw TensorError.runtime(
                    "0D or 1D target tensor expected, multi-target not supported")
            }
        } else {
            let wanted = [input.shape[0]] + input.shape.dropFirst(2)
            guard target.shape == wanted else {
                throw TensorError.runtime(
                    "Expected target size \(Shape.list(wanted)), got \(Shape.list(target.shape))")
            }
        }
        guard target.dtype == .int64 || target.dtype == .uint8 else {
            throw TensorError.runtime(
                "expected target dtype to be Long or Byte, but got \(target.dtype.scalarTypeName)")
        }
        guard input.dtype.isFloatingPoint else {
            throw TensorError.notImplemented(
                "\"nll_loss_out_frame\" not implemented for '\(input.dtype.scalarTypeName)'")
        }
        shape = input.shape
        dtype = input.dtype
        classes = input.dim == 1 ? input.shape[0] : input.shape[1]
        outer = input.dim == 1 ? 1 : input.shape[0]
        inner = input.shape.dropFirst(2).reduce(1, *)
        if let weight, weight.shape != [classes] {
            throw TensorError.runtime(
                "weight tensor should be defined either for all \(classes) classes or no classes but "
                    + "got weight tensor of shape: \(Shape.list(weight.shape))")
        }
        if let weight, weight.dtype != input.dtype {
            throw TensorError.runtime(
                "expected scalar type \(input.dtype.scalarTypeName) but found "
                    + weight.dtype.scalarTypeName)
        }
        isReduced = reduction != .none
        outputShape = isReduced ? [] : target.shape
        let weights = try weight?.scalars().map(\.doubleValue)
        let targets = try target.plain()
        var choices: [Int] = []
        var factors: [Double] = []
        choices.reserveCapacity(target.count)
        factors.reserveCapacity(target.count)
        var total = 0.0
        for i in 0..<target.count {
            let choice = targets.access { p in
                target.dtype == .int64
                    ? p.assumingMemoryBound(to: Int.self)[i]
                    : Int(p.assumingMemoryBound(to: UInt8.self)[i])
            }
            if choice == ignoreIndex {
                choices.append(-1)
                factors.append(0)
                continue
            }
            guard choice >= 0, choice < classes else {
                throw TensorError.index("Target \(choice) is out of bounds.")
            }
            let weight = weights?[choice] ?? 1
            total += weight
            choices.append(choice)
            factors.append(-weight)
        }
        plainWeights = weights == nil ? nil : factors.map { -$0 }
        divides = reduction == .mean
        if reduction == .mean {
            for i in factors.indices { factors[i] /= total }
        }
        self.choices = choices
        self.factors = factors
        // A mean of nothing is not a number, even where no row would say so.
        isEmptyMean = reduction == .mean && total == 0
    }

    let isEmptyMean: Bool
    /// The weight of each row and place before a mean divides them; nil when all count the same.
    let plainWeights: [Double]?

    private func place(_ i: Int) -> Int {
        (i / inner * classes + choices[i]) * inner + i % inner
    }

    /// The loss of an input.
    func loss(_ input: Tensor, _ name: String) throws -> Tensor {
        let result = try Tensor.empty(outputShape, dtype: dtype)
        let x = try input.plain()
        access(x, result) { x, result in
            if isReduced {
                let value =
                    dtype == .float32
                    ? Double(total(x, Float.self)) : total(x, Double.self)
                return result.store(isEmptyMean ? .nan : value, at: 0, as: dtype)
            }
            for i in choices.indices {
                let value = choices[i] < 0 ? 0 : factors[i] * x.scalar(at: place(i), dtype)
                result.store(value, at: i, as: dtype)
            }
        }
        return result.record(name, [input]) { _, gradients in
            guard let g = gradients[0] else { return [nil] }
            return [try spread(g, name)]
        }
    }

    /// The sum or mean of the losses, added in PyTorch's order: on 8 levels, a level's sum moving to the next one every
    /// 16 rows, so that a printed loss agrees to its last digit.
    private func total<T: BinaryFloatingPoint>(
        _ x: UnsafeMutableRawPointer, _ type: T.Type
    ) -> T {
        let levels = 8
        var log = 0
        while 1 << log < choices.count { log += 1 }
        let power = Swift.max(4, log / levels)
        let mask = (1 << power) - 1
        var losses = [T](repeating: 0, count: levels)
        var weights = losses
        var counted = 0
        for i in choices.indices where choices[i] >= 0 {
            counted += 1
            let value = T(x.scalar(at: place(i), dtype))
            if let plainWeights {
                losses[0] -= value * T(plainWeights[i])
                weights[0] += T(plainWeights[i])
            } else {
                losses[0] -= value
            }
            for j in 0..<(levels - 1) {
                if i & (mask << (j * power)) != 0 { break }
                losses[j + 1] += losses[j]
                weights[j + 1] += weights[j]
                losses[j] = 0
                weights[j] = 0
            }
        }
        let sum = losses.reduce(0, +)
        guard divides else { return sum }
        return sum / (plainWeights == nil ? T(counted) : weights.reduce(0, +))
    }

    /// The gradient of the input from that of the loss.
    private func spread(_ gradient: Tensor, _ name: String) throws -> Tensor {
        let result = try Tensor.zeros(shape, dtype: dtype)
        let g = try gradient.plain()
        access(g, result) { g, result in
            for i in choices.indices where choices[i] >= 0 {
                let value = factors[i] * g.scalar(at: isReduced ? 0 : i, dtype)
                result.store(value, at: place(i), as: dtype)
            }
        }
        return result.record(name, [gradient]) { _, gradients in
            guard let v = gradients[0] else { return [nil] }
            return [try loss(v, name)]
        }
    }
}
