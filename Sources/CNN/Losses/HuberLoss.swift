/// Half the square where the difference is below delta, else delta·(difference − delta / 2).
///
/// - Throws: PyTorch's message for a delta that is not positive.
public func huberLoss(
    _ input: Tensor, _ target: Tensor, reduction: Reduction = .mean, delta: Double = 1
) throws -> Tensor {
    guard delta > 0 else {
        throw TensorError.runtime("huber_loss does not support non-positive values for delta.")
    }
    _ = try Shape.broadcast(input.shape, target.shape)
    if input.dtype.isFloatingPoint, target.dtype == .float64, input.dtype != .float64 {
        // The result is in the input's type.
        return try huberLoss(input, target.to(input.dtype), reduction: reduction, delta: delta)
    }
    if target.dtype == .bool, input.dtype.isFloatingPoint {
        return try huberLoss(input, target.to(input.dtype), reduction: reduction, delta: delta)
    }
    let dtype = CNN.resultType(input, target)
    if dtype.isFloatingPoint, !input.dtype.isFloatingPoint {
        throw TensorError.runtime(
            "result type \(dtype.scalarTypeName) can't be cast to the desired output type "
                + input.dtype.scalarTypeName)
    }
    guard dtype.isFloatingPoint else { throw Elementwise.unsupported("huber_cpu", dtype) }
    return try composite("HuberLossBackward0", [input, target]) { inputs in
        guard let x = inputs[0], let t = inputs[1] else { return input }
        let d = try x.sub(t).abs()
        let isNear = try d.detach().lt(.double(delta))
        let far = try d.sub(.double(0.5 * delta)).mul(.double(delta))
        // The square of what is far must not come back as infinity times 0.
        let near = try d.maskedFill(isNear.logicalNot(), 0)
        return try CNN.where(isNear, try near.mul(near).mul(.double(0.5)), far)
            .reduced(reduction)
    }
}
