// The product of several matrices, multiplied in the order that costs the least.

/// The product of matrices, of which the first may be a row and the last a column of one dimension.
///
/// The order of the multiplications is the cheapest one (the matrix chain problem: Cormen et al.,
/// Introduction to Algorithms, §15.2), which decides how the sums are rounded.
/// - Throws: `TensorError` when there are fewer than two tensors, or they do not fit.
public func multiDot(_ tensors: [Tensor]) throws -> Tensor {
    guard let first = tensors.first, let last = tensors.last, tensors.count >= 2 else {
        throw TensorError.runtime(
            "multi_dot(): expected at least 2 tensors but got \(tensors.count)")
    }
    let matrices = try chain(tensors)
    let product = try cheapestProduct(matrices)
    let shape =
        (first.dim == 1 ? [] : [first.shape[0]]) + (last.dim == 1 ? [] : [last.shape[1]])
    return try product.view(shape)
}

/// The tensors as matrices that fit one another.
private func chain(_ tensors: [Tensor]) throws -> [Tensor] {
    let end = tensors.count - 1
    var matrices = tensors
    for (i, tensor) in tensors.enumerated() {
        let place = i == 0 ? "the first tensor" : i == end ? "the last tensor" : "tensor \(i)"
        let mayBeVector = i == 0 || i == end
        guard tensor.dim == 2 || mayBeVector && tensor.dim == 1 else {
            throw TensorError.runtime(
                "multi_dot(): \(place) must be \(mayBeVector ? "1D or 2D" : "2D") but got "
                    + "\(tensor.dim)D")
        }
        if tensor.dim == 1 { matrices[i] = try tensor.unsqueeze(i == 0 ? 0 : 1) }
    }
    for (i, tensor) in tensors.enumerated() where tensor.dtype != tensors[0].dtype {
        throw TensorError.runtime(
            "multi_dot(): all tensors must have be the same dtype but tensor 0 is "
                + "\(tensors[0].dtype.longName) and tensor \(i) \(tensor.dtype.longName)")
    }
    for i in 0..<end where matrices[i].shape[1] != matrices[i + 1].shape[0] {
        throw TensorError.runtime(
            "multi_dot(): tensors \(i) and \(i + 1) with shapes "
                + "\(Shape.list(tensors[i].shape)) and \(Shape.list(tensors[i + 1].shape)) "
                + "cannot be multiplied")
    }
    return matrices
}

/// Multiplies matrices that fit, splitting every run of them where the multiplications are fewest; among equals PyTorch
/// takes the first split, but the second of three matrices. Planning takes the cube of their number, so very long
/// chains are multiplied from the left.
private func cheapestProduct(_ matrices: [Tensor]) throws -> Tensor {
    let count = matrices.count
    guard count <= 400 else {
        return try matrices.dropFirst().reduce(matrices[0]) { try $0.mm($1) }
    }
    let sizes = matrices.map { Double($0.shape[0]) } + [Double(matrices[count - 1].shape[1])]
    var cost = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    var split = Array(repeating: Array(repeating: 0, count: count), count: count)
    for length in 1..<count {
        for i in 0..<(count - length) {
            let j = i + length
            cost[i][j] = .infinity
            for k in i..<j {
                let tried = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1]
                if tried < cost[i][j] || tried == cost[i][j] && count == 3 {
                    (cost[i][j], split[i][j]) = (tried, k)
                }
            }
        }
    }
    func product(_ i: Int, _ j: Int) throws -> Tensor {
        if i == j { return matrices[i] }
        let k = split[i][j]
        return try product(i, k).mm(product(k + 1, j))
    }
    return try product(0, count - 1)
}
