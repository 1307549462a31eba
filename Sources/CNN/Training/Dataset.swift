/// Samples by number, each of one or more tensors (an image and its label).
public protocol Dataset {
    /// The number of samples.
    var count: Int { get }
    /// The tensors of one sample.
    func sample(_ index: Int) throws -> [Tensor]
    /// The tensors of several samples, stacked along a new first dimension.
    func batch(_ indices: [Int]) throws -> [Tensor]
}

extension Dataset {
    public func batch(_ indices: [Int]) throws -> [Tensor] {
        let samples = try indices.map { try sample($0) }
        guard let first = samples.first else { return [] }
        return try first.indices.map { part in
            try Collation.stack(samples.map { $0[part] })
        }
    }
}

/// Tensors with the same first dimension, whose rows are the samples.
public struct TensorDataset: Dataset {
    public let tensors: [Tensor]

    /// - Parameter tensors: at least one; their first dimensions must agree, which is checked on use.
    public init(_ tensors: [Tensor]) { self.tensors = tensors }

    public var count: Int { tensors.first?.shape.first ?? 0 }

    public func sample(_ index: Int) throws -> [Tensor] {
        try tensors.map { try $0.select(0, index) }
    }

    public func batch(_ indices: [Int]) throws -> [Tensor] {
        try tensors.map { try Collation.rows($0, indices) }
    }
}

/// A choice of another dataset's samples.
public struct Subset: Dataset {
    public let dataset: any Dataset
    public let indices: [Int]

    public init(_ dataset: any Dataset, _ indices: [Int]) {
        self.dataset = dataset
        self.indices = indices
    }

    public var count: Int { indices.count }
    public func sample(_ index: Int) throws -> [Tensor] { try dataset.sample(indices[index]) }
    public func batch(_ indices: [Int]) throws -> [Tensor] {
        try dataset.batch(indices.map { self.indices[$0] })
    }
}

/// Cuts a dataset at random into parts of these sizes, as `torch.utils.data.random_split` does.
///
/// - Throws: PyTorch's message when the sizes do not add up.
public func randomSplit(
    _ dataset: any Dataset, _ lengths: [Int], generator: Generator? = nil
) throws -> [Subset] {
    guard lengths.reduce(0, +) == dataset.count, lengths.allSatisfy({ $0 >= 0 }) else {
        throw TensorError.value(
            "Sum of input lengths does not equal the length of the input dataset!")
    }
    let order = try Tensor.randperm(dataset.count, generator: generator).array(Int.self)
    var start = 0
    return lengths.map { length in
        defer { start += length }
        return Subset(dataset, Array(order[start..<start + length]))
    }
}

/// Puts samples together.
package enum Collation {
    /// Rows of a tensor by number, copied.
    package static func rows(_ tensor: Tensor, _ indices: [Int]) throws -> Tensor {
        guard tensor.dim > 0 else {
            throw TensorError.index("index of a tensor without dimensions")
        }
        let source = try tensor.plain()
        let result = try Tensor.empty(
            [indices.count] + tensor.shape.dropFirst(), dtype: tensor.dtype)
        let rows = tensor.shape[0]
        for index in indices where index < 0 || index >= rows {
            throw TensorError.index(
                "index \(index) is out of bounds for dimension 0 with size \(rows)")
        }
        let size = tensor.shape.dropFirst().reduce(1, *) * tensor.dtype.itemSize
        if size == 0 { return result }
        access(source, result) { from, to in
            for (place, index) in indices.enumerated() {
                (to + place * size).copyMemory(from: from + index * size, byteCount: size)
            }
        }
        return result
    }

    /// Tensors of one shape along a new first dimension.
    static func stack(_ tensors: [Tensor]) throws -> Tensor {
        guard let first = tensors.first else {
            throw TensorError.runtime("stack expects a non-empty TensorList")
        }
        let result = try Tensor.empty([tensors.count] + first.shape, dtype: first.dtype)
        let size = first.count * first.dtype.itemSize
        for (place, tensor) in tensors.enumerated() {
            guard tensor.shape == first.shape, tensor.dtype == first.dtype else {
                throw TensorError.runtime(
                    "stack expects each tensor to be equal size, but got \(Shape.list(first.shape)) at "
                        + "entry 0 and \(Shape.list(tensor.shape)) at entry \(place)")
            }
            access(try tensor.plain(), result) { from, to in
                (to + place * size).copyMemory(from: from, byteCount: size)
            }
        }
        return result
    }
}
