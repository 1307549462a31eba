/// y = x·Wᵀ + b: (…, in) → (…, out).
///
/// - Parameters:
///   - weight: (out, in).
///   - bias: (out).
/// - Throws: PyTorch's messages for shapes and types that do not fit.
public func linear(_ input: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) throws -> Tensor {
    guard input.dim == 2 else { return try linearOfOtherRank(input, weight, bias) }
    if weight.dim == 1, bias == nil { return try linearOfOtherRank(input, weight, bias) }
    guard let bias else { return try input.mm(try weight.t()) }
    if bias.dim == 2, weight.dim == 2 { return try bias.addmm(input, weight.t()) }
    guard weight.dim == 2, input.shape[1] == weight.shape[1], input.dtype == weight.dtype,
        bias.dtype == weight.dtype
    else { return try bias.addmm(input, weight.t()) }
    let (rows, outputs) = (input.shape[0], weight.shape[0])
    guard bias.dim <= 2 else { return try bias.expand([rows, outputs]) }
    guard bias.count == 1 || bias.dim == 1 && bias.shape == [outputs] else {
        throw TensorError.runtime(
            "The expanded size of the tensor (\(outputs)) must match the existing size "
                + "(\(bias.shape.last ?? 1)) at non-singleton dimension \(bias.dim).  Target sizes: "
                + "\(Shape.list([rows, outputs])).  Tensor sizes: \(Shape.list(bias.shape))")
    }
    guard input.dtype.isFloatingPoint else {
        return try input.mm(try weight.t()).add(bias)
    }
    let result = try withoutGradient { () throws -> Tensor in
        let result = try Tensor.empty([rows, outputs], dtype: input.dtype)
        Elementwise.copy(bias, to: result)
        try result.accumulateProduct(input.plain(), weight.plain())
        return result
    }
    result.record("AddmmBackward0", [bias, input, weight], saving: [input, weight]) {
        node, gradients in
        guard let dy = gradients[0] else { return [nil, nil, nil] }
        return [
            node.needs(0) ? try dy.sum([0]) : nil,
            node.needs(1) ? try dy.mm(try node.saved(1)) : nil,
            node.needs(2) ? try dy.t().mm(try node.saved(0)) : nil,
        ]
    }
    result.node?.appearance = Node.transposedWeight
    return result
}

private func linearOfOtherRank(_ input: Tensor, _ weight: Tensor, _ bias: Tensor?) throws -> Tensor
{
    guard let features = input.shape.last else {
        throw TensorError.runtime(
            "both arguments to linear need to be at least 1D, but they are 0D and 2D")
    }
    guard weight.dim == 2 else {
        if bias == nil, weight.dim == 1 {
            if input.dim == 1 { return try input.dot(weight) }
            if input.dim == 2 { return try input.mv(weight) }
        }
        guard weight.dim == 1, weight.count == features else {
            throw TensorError.runtime(
                "mat1 and mat2 shapes cannot be multiplied (\(Shape.times(input.shape)) and "
                    + "\(Shape.times(weight.shape)))")
        }
        let column = try weight.view([features, 1])
        let output = try input.reshape([-1, features]).mm(column).view(
            Array(input.shape.dropLast()))
        return try output.addBias(bias)
    }
    let rows = input.shape.dropLast().reduce(1, *)
    let sizes = Array(input.shape.dropLast()) + [weight.shape[0]]
    if features == weight.shape[1], input.dtype == weight.dtype {
        if bias == nil { return try input.matmul(try weight.t()) }
        if !input.isContiguous, let bias, bias.dtype == weight.dtype {
            return try input.matmul(try weight.t()).add(bias)
        }
    }
    let flat = try input.reshape([rows, features])
    return try linear(flat, weight, bias).unsafeView(sizes)
}

extension Tensor {
    fileprivate func addBias(_ bias: Tensor?) throws -> Tensor {
        guard let bias else { return self }
        return try add(bias)
    }

    /// self (m × n) += a (m × k) · b (n × k)ᵀ, all contiguous.
    fileprivate func accumulateProduct(_ a: Tensor, _ b: Tensor) throws {
        let (m, n, k) = (shape[0], shape[1], a.shape[1])
        if k == 0 || count == 0 { return }
        try CNN.access(a, b, self) { a, b, c in
            try Gemm.run(
                dtype, m, n, k, Gemm.Matrix(a, leading: k),
                Gemm.Matrix(b, leading: k, transposed: true), beta: 1, c, ldc: n)
        }
    }
}
