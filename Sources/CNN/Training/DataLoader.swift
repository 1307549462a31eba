/// Gives a dataset out in batches.
///
/// Shuffling draws what PyTorch draws, so that the same seed gives the same batches: a base seed for workers that
/// nobody uses here, a seed for the sampler, and the order from a generator of that seed.
public struct DataLoader {
    public let dataset: any Dataset
    public let batchSize: Int
    public let shuffle: Bool
    /// Whether a last batch that is not full is left out.
    public let dropLast: Bool
    public let generator: Generator?

    /// - Parameter batchSize: at least 1.
    public init(
        _ dataset: any Dataset, batchSize: Int = 1, shuffle: Bool = false, dropLast: Bool = false,
        generator: Generator? = nil
    ) {
        self.dataset = dataset
        self.batchSize = Swift.max(batchSize, 1)
        self.shuffle = shuffle
        self.dropLast = dropLast
        self.generator = generator
    }

    /// The number of batches.
    public var count: Int {
        dropLast ? dataset.count / batchSize : (dataset.count + batchSize - 1) / batchSize
    }

    /// The order of one pass, drawn now.
    public func order() throws -> [Int] {
        let source = generator ?? .default
        // Drawn for worker processes, whether there are any or not.
        _ = source.random64()
        guard shuffle else { return Array(0..<dataset.count) }
        let sampler = generator ?? Generator(seed: source.random64() & (UInt64.max >> 1))
        let order = try Tensor.randperm(dataset.count, generator: sampler).array(Int.self)
        // The sampler draws an order once more when it ends, of which it takes nothing.
        if generator != nil { _ = try Tensor.randperm(dataset.count, generator: sampler) }
        return order
    }

    /// One pass over the data: batches are made as they are asked for.
    public func epoch() throws -> some Sequence<Result<[Tensor], any Error>> {
        let order = try order()
        let (size, count, dataset) = (batchSize, count, dataset)
        return (0..<count).lazy.map { batch in
            let start = batch * size
            return Result {
                try dataset.batch(Array(order[start..<Swift.min(start + size, order.count)]))
            }
        }
    }
}
