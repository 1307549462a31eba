/// Rows of `weight` by number: indices of any shape (…) → (…, features).
///
/// - Parameter paddingIdx: a row that gets no gradient; negative ones count from the end.
public func embedding(_ input: Tensor, _ weight: Tensor, paddingIdx: Int? = nil) throws -> Tensor {
    guard input.dtype == .int64 || input.dtype == .int32 else {
        throw TensorError.runtime(
            "Expected tensor for argument #1 'indices' to have one of the following scalar types: "
                + "Long, Int; but got torch.\(input.dtype.scalarTypeName)Tensor instead (while checking "
                + "arguments for embedding)")
    }
    guard weight.dim == 2 else { throw TensorError.runtime("'weight' must be 2-D") }
    let rows = weight.shape[0]
    var padding = paddingIdx
    if let given = paddingIdx {
        guard given >= -rows, given < rows else {
            throw TensorError(.assertion, "Padding_idx must be within num_embeddings")
        }
        if given < 0 { padding = given + rows }
    }
    let indices = try input.scalars().map(\.intValue)
    guard indices.allSatisfy({ $0 >= 0 && $0 < rows }) else {
        throw TensorError.index("index out of range in self")
    }
    return try look(weight, indices, input.shape, padding)
}

private func look(
    _ weight: Tensor, _ indices: [Int], _ shape: [Int], _ padding: Int?
) throws -> Tensor {
    let features = weight.shape[1]
    let result = try withoutGradient {
        try Collation.rows(weight.detach(), indices).view(shape + [features])
    }.detach()
    let rows = weight.shape[0]
    return result.record("EmbeddingBackward0", [weight]) { _, gradients in
        guard let dy = gradients[0] else { return [nil] }
        return [try scatter(dy, indices, shape, rows, padding)]
    }
}

/// Adds each gradient to its row.
private func scatter(
    _ dy: Tensor, _ indices: [Int], _ shape: [Int], _ rows: Int, _ padding: Int?
) throws -> Tensor {
    let features = dy.shape.last ?? 0
    let result = try Tensor.zeros([rows, features], dtype: dy.dtype)
    let gradient = try dy.plain()
    access(gradient, result) { from, to in
        for (place, row) in indices.enumerated() where row != padding {
            for j in 0..<features {
                let sum =
                    to.scalar(at: row * features + j, dy.dtype)
                    + from.scalar(at: place * features + j, dy.dtype)
                to.store(sum, at: row * features + j, as: dy.dtype)
            }
        }
    }
    return result.record("EmbeddingDenseBackwardBackward0", [dy]) { _, gradients in
        guard let v = gradients[0] else { return [nil] }
        var found = try look(v, indices, shape, nil)
        if let padding {
            let kept = try Tensor(indices.map { $0 == padding ? 0.0 : 1.0 }, shape + [1])
            found = try found.mul(try kept.to(v.dtype))
        }
        return [found]
    }
}

/// Divides each element by a power of the mean square of neighbouring channels: (N, C, …).
///
/// Source: Krizhevsky et al., https://papers.nips.cc/paper/4824
public func localResponseNorm(
    _ input: Tensor, size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1
) throws -> Tensor {
    guard input.dim >= 3 else {
        throw TensorError.value(
            "Expected 3D or higher dimensionality                          input (got \(input.dim) dimensions)"
        )
    }
    guard size > 0 else {
        throw TensorError.runtime("kernel size should be greater than zero, but got size: \(size)")
    }
    if input.count == 0 { return input }
    let channels = input.shape[1]
    let squares = try input.mul(input)
    func zeros(_ count: Int) throws -> Tensor {
        var shape = input.shape
        shape[1] = count
        return try Tensor.zeros(shape, dtype: input.dtype)
    }
    let padded = try cat([try zeros(size / 2), squares, try zeros((size - 1) / 2)], 1)
    var sum = try padded.narrow(1, 0, channels)
    for shift in 1..<max(size, 1) { sum = try sum.add(try padded.narrow(1, shift, channels)) }
    let divisor = try sum.mul(.double(alpha / Double(size))).add(.double(k)).pow(.double(beta))
    return try input.div(divisor)
}
