import CNNKernels

/// The tensors one after the other along `d`; they agree in all other sizes. Empty one-dimensional ones are passed over.
public func cat(_ tensors: [Tensor], _ d: Int = 0) throws -> Tensor {
    guard let first = tensors.first else {
        throw TensorError.value("torch.cat(): expected a non-empty list of Tensors")
    }
    for (index, tensor) in tensors.enumerated() where tensor.dim == 0 {
        throw TensorError.runtime(
            "zero-dimensional tensor (at position \(index)) cannot be concatenated")
    }
    func isSkipped(_ tensor: Tensor) -> Bool { tensor.dim == 1 && tensor.count == 0 }
    let model = tensors.first { !isSkipped($0) } ?? first
    let d = try Shape.dimension(d, of: model.dim)
    var shape = model.shape
    shape[d] = 0
    var dtype = first.dtype
    for (index, tensor) in tensors.enumerated() {
        dtype = dtype.promoted(with: tensor.dtype)
        if isSkipped(tensor) && model.dim != 1 { continue }
        guard tensor.dim == model.dim else {
            throw TensorError.runtime(
                "Tensors must have same number of dimensions: got \(model.dim) and \(tensor.dim)")
        }
        for k in 0..<model.dim where k != d && tensor.shape[k] != model.shape[k] {
            throw TensorError.runtime(
                "Sizes of tensors must match except in dimension \(d). Expected size "
                    + "\(model.shape[k]) but got size \(tensor.shape[k]) for tensor number "
                    + "\(index) in the list.")
        }
        let (sum, overflow) = shape[d].addingReportingOverflow(tensor.shape[d])
        guard !overflow else {
            throw TensorError.runtime(
                "Storage size calculation overflowed with sizes=\(Shape.list(shape))")
        }
        shape[d] = sum
    }
    let result = try Tensor.empty(shape, dtype: dtype)
    if shape.count >= 4, first.suggestedFormat != .contiguous,
        tensors.allSatisfy({ $0.suggestedFormat == first.suggestedFormat })
    {
        result.take(strides: try first.suggestedFormat.strides(shape))
    }
    let sizes = tensors.map { isSkipped($0) && model.dim != 1 ? 0 : $0.shape[d] }
    if !joinRuns(tensors, d, into: result) {
        try withoutGradient {
            var start = 0
            for (tensor, size) in zip(tensors, sizes) {
                if tensor.count > 0 {
                    Elementwise.copy(tensor, to: try result.narrow(d, start, size))
                }
                start += size
            }
        }
    }
    guard isRecorded(tensors) else { return result }
    let shapes = tensors.map { $0.shape }
    return result.record("CatBackward0", tensors) { node, gradients in
        guard let gradient = gradients[0] else { return sizes.map { _ in nil } }
        var start = 0
        var parts: [Tensor?] = []
        for (index, size) in sizes.enumerated() {
            if node.needs(index) {
                let part = try gradient.narrow(d, start, size)
                parts.append(
                    size == 0 ? try Tensor.zeros(shapes[index], dtype: gradient.dtype) : part)
            } else {
                parts.append(nil)
            }
            start += size
        }
        return parts
    }
}

/// Joins by copying runs of memory, which is quick for small contiguous tensors of the result's type.
/// - Returns: false, with nothing done, where the tensors are not such.
private func joinRuns(_ tensors: [Tensor], _ d: Int, into result: Tensor) -> Bool {
    let size = result.dtype.itemSize
    let total = result.count * size
    if total == 0 { return true }
    var runs = 1
    for k in 0..<d { runs *= result.shape[k] }
    let row = total / runs
    // Greater ones are worth two threads; short runs are the elementwise loops' work.
    guard total <= 1 << 20, runs == 1 || row / tensors.count >= 64, result.isContiguous
    else { return false }
    for tensor in tensors where !tensor.isContiguous || tensor.dtype != result.dtype {
        return false
    }
    var start = 0
    for tensor in tensors where tensor.count > 0 {
        let length = tensor.count * size / runs
        access(tensor, result) { from, to in
            for run in 0..<runs {
                (to + (run * row + start)).copyMemory(from: from + run * length, byteCount: length)
            }
        }
        start += length
    }
    return true
}

/// The tensors, all of one shape, along a new dimension `d`.
public func stack(_ tensors: [Tensor], _ d: Int = 0) throws -> Tensor {
    guard let first = tensors.first else {
        throw TensorError.runtime("stack expects a non-empty TensorList")
    }
    let n = first.dim
    guard d >= -(n + 1) && d <= n else {
        throw TensorError.index(
            "Dimension out of range (expected to be in range of [\(-(n + 1)), \(n)], but got \(d))")
    }
    let plain = d < 0 ? d + n + 1 : d
    for (index, tensor) in tensors.enumerated() where tensor.shape != first.shape {
        throw TensorError.runtime(
            "stack expects each tensor to be equal size, but got \(Shape.list(first.shape)) at "
                + "entry 0 and \(Shape.list(tensor.shape)) at entry \(index)")
    }
    let result: Tensor
    let isSmall = n < 16 && first.count <= 1 << 16 && tensors.count <= 1 << 10
    let shape = first.shape[..<plain] + [tensors.count] + first.shape[plain...]
    let joined = try isSmall ? Tensor.empty(Array(shape), dtype: first.dtype) : nil
    if plain < n, n == 4 || n == 5, tensors.allSatisfy({ $0.suggestedFormat != .contiguous }) {
        // What lies in channels last is joined in it, then seen with one dimension more.
        result = try withoutGradient { try cat(tensors, plain).view(Array(shape)) }
        result.view = nil
    } else if let joined, joinRuns(tensors, plain, into: joined) {
        result = joined
    } else {
        result = try withoutGradient { try cat(tensors.map { try $0.unsqueeze(plain) }, plain) }
    }
    guard isRecorded(tensors) else { return result }
    return result.record("StackBackward0", tensors) { node, gradients in
        try tensors.indices.map {
            node.needs($0) ? try gradients[0]?.select(plain, $0) : nil
        }
    }
}

extension Tensor {
    /// Views of consecutive parts of `size` places along `d`; the last may be shorter.
    public func split(_ size: Int, _ d: Int = 0) throws -> [Tensor] {
        guard dim > 0 else {
            throw TensorError.runtime("split expects at least a 1-dimensional tensor")
        }
        guard size >= 0 else {
            throw TensorError.runtime(
                "split expects split_size be non-negative, but got split_size=\(size)")
        }
        let d = try Shape.dimension(d, of: dim)
        let total = shape[d]
        guard size > 0 || total == 0 else {
            throw TensorError.runtime(
                "split_size can only be 0 if dimension size is 0, but got dimension size of "
                    + "\(total)")
        }
        try MemoryAccount.require(parts: size == 0 ? 0 : total / size)
        var sizes: [Int] = []
        var rest = total
        while rest > 0 {
            sizes.append(Swift.min(size, rest))
            rest -= sizes[sizes.count - 1]
        }
        return try parts(sizes.isEmpty ? [0] : sizes, d, "SplitBackward0")
    }

    /// Views of consecutive parts of these sizes along `d`.
    public func split(_ sizes: [Int], _ d: Int = 0) throws -> [Tensor] {
        guard dim > 0 else {
            throw TensorError.runtime("split_with_sizes expects at least a 1-dimensional tensor")
        }
        let d = try Shape.dimension(d, of: dim)
        for size in sizes where size < 0 {
            throw TensorError.runtime(
                "split_with_sizes expects split_sizes have only non-negative entries, but got "
                    + "split_sizes=\(Shape.list(sizes))")
        }
        var sum = 0
        for size in sizes { sum = sum.addingReportingOverflow(size).partialValue }
        guard sum == shape[d] else {
            throw TensorError.runtime(
                "split_with_sizes expects split_sizes to sum exactly to \(shape[d]) (input "
                    + "tensor's size at dimension \(d)), but got split_sizes=\(Shape.list(sizes))")
        }
        return try parts(sizes, d, "SplitWithSizesBackward0")
    }

    private func parts(_ sizes: [Int], _ d: Int, _ name: String) throws -> [Tensor] {
        var start = 0
        let isTracked = isRecorded(self)
        let whole = shape
        let node =
            isTracked
            ? Node(name, [self]) { _, gradients in
                var parts: [Tensor] = []
                guard let known = gradients.compactMap({ $0 }).first else { return [nil] }
                for (index, size) in sizes.enumerated() {
                    if let part = gradients[index] {
                        parts.append(part)
                    } else {
                        var shape = whole
                        shape[d] = size
                        parts.append(try Tensor.zeros(shape, dtype: known.dtype))
                    }
                }
                return [try cat(parts, d)]
            } : nil
        return try sizes.map { size in
            let part = try withoutGradient { try slice(d, start, start + size) }
            start += size
            part.becomeOneOfSeveral(node)
            return part
        }
    }

    /// At most `chunks` views of equal parts along `d`; the last may be shorter.
    public func chunk(_ chunks: Int, _ d: Int = 0) throws -> [Tensor] {
        guard dim > 0 else {
            throw TensorError.runtime("chunk expects at least a 1-dimensional tensor")
        }
        guard chunks > 0 else {
            throw TensorError.runtime(
                "chunk expects `chunks` to be greater than 0, got: \(chunks)")
        }
        let plain = try Shape.dimension(d, of: dim)
        let size = (shape[plain] + chunks - 1) / chunks
        if size == 0 {
            return try parts(
                [Int](repeating: 0, count: Swift.min(chunks, 1 << 20)), plain,
                "SplitWithSizesBackward0")
        }
        return try split(size, plain)
    }

    /// Views of the parts along `d`, without that dimension.
    public func unbind(_ d: Int = 0) throws -> [Tensor] {
        guard dim > 0 else {
            throw TensorError.index("Dimension specified as \(d) but tensor has no dimensions")
        }
        let d = try Shape.dimension(d, of: dim)
        let isTracked = isRecorded(self)
        var shape = shape
        let size = shape.remove(at: d)
        try MemoryAccount.require(parts: size)
        let node =
            isTracked
            ? Node("UnbindBackward0", [self]) { _, gradients in
                guard let known = gradients.compactMap({ $0 }).first else { return [nil] }
                let zero = try Tensor.zeros(shape, dtype: known.dtype)
                return [try stack(gradients.map { $0 ?? zero }, d)]
            } : nil
        return try (0..<size).map { index in
            let part = try withoutGradient { try select(d, index) }
            part.becomeOneOfSeveral(node)
            return part
        }
    }

    private func becomeOneOfSeveral(_ node: Node?) {
        view?.madeWithoutGrad = !GradMode.isEnabled && !GradMode.isInference
        view?.isOneOfSeveral = true
        if let node { attach(node) }
    }
}
