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
    try weight?.checkUndifferentiated(
        "weight", of: input.dim <= 2 ? "nll_loss_forward" : "nll_loss2d_forward")
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
    /// Where in the input the element stands that is picked for each target; −1 where the target is ignored.
    let places: [Int]
    /// The weight of each target; nil when all count the same.
    let weights: [Double]?
    /// The sum of the weights of all targets that count.
    let total: Double
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
        } else if input.dim == 4, target.dim != 3 {
            throw TensorError.runtime(
                "only batches of spatial targets supported (3D tensors) but got targets of "
                    + "dimension: \(target.dim)")
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
        let classes = input.dim == 1 ? input.shape[0] : input.shape[1]
        let inner = input.shape.dropFirst(2).reduce(1, *)
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
        divides = reduction == .mean
        let classWeights = try weight?.scalars().map(\.doubleValue)
        let targets = try target.plain()
        (places, weights, total) = try targets.access { targets in
            try Self.picked(
                count: target.count, classes: classes, inner: inner, classWeights, ignoreIndex
            ) { i in
                target.dtype == .int64
                    ? targets.assumingMemoryBound(to: Int.self)[i]
                    : Int(targets.assumingMemoryBound(to: UInt8.self)[i])
            }
        }
    }

    /// - Parameter target: the class of a row and place.
    @inline(__always)
    private static func picked(
        count: Int, classes: Int, inner: Int, _ classWeights: [Double]?, _ ignoreIndex: Int,
        _ target: (Int) -> Int
    ) throws -> (places: [Int], weights: [Double]?, total: Double) {
        guard let classWeights else {
            var counted = 0
            let places = try [Int](unsafeUninitializedCapacity: count) { places, used in
                try eachPlace(count, classes, inner, ignoreIndex, target) { i, place, _ in
                    places[i] = place
                    if place >= 0 { counted += 1 }
                }
                used = count
            }
            return (places, nil, Double(counted))
        }
        var places: [Int] = []
        var weights: [Double] = []
        places.reserveCapacity(count)
        weights.reserveCapacity(count)
        var total = 0.0
        try eachPlace(count, classes, inner, ignoreIndex, target) { _, place, choice in
            places.append(place)
            weights.append(place < 0 ? 0 : classWeights[choice])
            if place >= 0 { total += classWeights[choice] }
        }
        return (places, weights, total)
    }

    /// Calls `body` with each target's number, with where the element stands that it picks (−1 where it is ignored), and with
    /// its class.
    @inline(__always)
    private static func eachPlace(
        _ count: Int, _ classes: Int, _ inner: Int, _ ignoreIndex: Int, _ target: (Int) -> Int,
        _ body: (Int, Int, Int) -> Void
    ) throws {
        // Where class 0 of a target's row and place stands.
        var first = 0
        var column = 0
        for i in 0..<count {
            let choice = target(i)
            if choice == ignoreIndex {
                body(i, -1, choice)
            } else {
                guard choice >= 0, choice < classes else {
                    throw TensorError.index("Target \(choice) is out of bounds.")
                }
                body(i, first + choice * inner, choice)
            }
            first += 1
            column += 1
            if column == inner {
                column = 0
                first += (classes - 1) * inner
            }
        }
    }

    /// What an element is multiplied by: its negated weight, divided by the sum of all for a mean.
    private func factor(_ i: Int) -> Double {
        let weight = -(weights?[i] ?? 1)
        return divides ? weight / total : weight
    }

    /// A mean of nothing is not a number, even where no row would say so.
    private var isEmptyMean: Bool { divides && total == 0 }

    /// The loss of an input.
    func loss(_ input: Tensor, _ name: String) throws -> Tensor {
        let result = try Tensor.empty(outputShape, dtype: dtype)
        let x = try input.plain()
        access(x, result) { x, result in
            if isReduced {
                let value =
                    dtype == .float32
                    ? Double(sum(x, Float.self)) : sum(x, Double.self)
                return result.store(isEmptyMean ? .nan : value, at: 0, as: dtype)
            }
            for (i, place) in places.enumerated() {
                let value = place < 0 ? 0 : factor(i) * x.scalar(at: place, dtype)
                result.store(value, at: i, as: dtype)
            }
        }
        return result.record(name, [input]) { node, gradients in
            guard let g = gradients[0] else { return [nil] }
            return [try spread(g, name).constant(in: 0, of: node, name.secondStep)]
        }
    }

    /// The sum or mean of the losses, added in PyTorch's order: on 8 levels, a level's sum moving to the next one every
    /// 16 rows, so that a printed loss agrees to its last digit.
    private func sum<T: BinaryFloatingPoint>(_ x: UnsafeMutableRawPointer, _ type: T.Type) -> T {
        let x = x.assumingMemoryBound(to: T.self)
        let levels = 8
        var log = 0
        while 1 << log < places.count { log += 1 }
        let power = Swift.max(4, log / levels)
        let mask = (1 << power) - 1
        return withUnsafeTemporaryAllocation(of: T.self, capacity: 2 * levels) { all in
            all.initialize(repeating: 0)
            let (losses, sums) = (all.baseAddress!, all.baseAddress! + levels)
            // The first level, which most rows stay in.
            var (loss, weight, counted) = (T(0), T(0), 0)
            places.withUnsafeBufferPointer { places in
                for i in places.indices where places[i] >= 0 {
                    counted += 1
                    if let weights {
                        loss -= x[places[i]] * T(weights[i])
                        weight += T(weights[i])
                    } else {
                        loss -= x[places[i]]
                    }
                    if i & mask != 0 { continue }
                    losses[1] += loss
                    sums[1] += weight
                    (loss, weight) = (0, 0)
                    var j = 1
                    while j < levels - 1, i & (mask << (j * power)) == 0 {
                        losses[j + 1] += losses[j]
                        sums[j + 1] += sums[j]
                        losses[j] = 0
                        sums[j] = 0
                        j += 1
                    }
                }
            }
            losses[0] = loss
            sums[0] = weight
            func total(_ parts: UnsafeMutablePointer<T>) -> T {
                (0..<levels).reduce(0) { $0 + parts[$1] }
            }
            guard divides else { return total(losses) }
            return total(losses) / (weights == nil ? T(counted) : total(sums))
        }
    }

    /// The gradient of the input from that of the loss.
    private func spread(_ gradient: Tensor, _ name: String) throws -> Tensor {
        let result = try Tensor.zeros(shape, dtype: dtype)
        let g = try gradient.plain()
        access(g, result) { g, result in
            let common = weights == nil && isReduced ? factor(0) * g.scalar(at: 0, dtype) : nil
            for (i, place) in places.enumerated() where place >= 0 {
                let value = common ?? factor(i) * g.scalar(at: isReduced ? 0 : i, dtype)
                result.store(value, at: place, as: dtype)
            }
        }
        return result.record(name, [gradient]) { _, gradients in
            guard let v = gradients[0] else { return [nil] }
            return [try loss(v, name)]
        }
    }
}
