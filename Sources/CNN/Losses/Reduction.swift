/// What a loss does with the losses of single elements.
public enum Reduction: String, Sendable {
    case none, mean, sum
    /// For ``klDiv(_:_:reduction:logTarget:)`` alone: the sum divided by the size of the batch.
    case batchmean

    /// - Throws: PyTorch's message for a name it does not have.
    public init(name: String) throws {
        guard let known = Reduction(rawValue: name) else {
            throw TensorError.value("\(name) is not a valid value for reduction")
        }
        self = known
    }
}

extension Tensor {
    /// Applies a reduction to the losses of single elements.
    func reduced(_ reduction: Reduction) throws -> Tensor {
        switch reduction {
        case .none: self
        case .mean: try mean()
        case .sum: try sum()
        case .batchmean: try sum().div(.int(dim == 0 ? 1 : shape[0]))
        }
    }
}
