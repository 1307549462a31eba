import CNN
import Interpreter

/// What `norm` and `normalize` hand on to PyTorch's `linalg_vector_norm`, which then complains.
extension Call {
    /// The order of a norm.
    func normOrder(_ index: Int) throws -> Double {
        guard let scalar = torch.scalar(self[index]) else {
            if let tensor = torch.tensor(self[index]), tensor.dim == 0 { return try double(index) }
            throw misfit("linalg_vector_norm", "ord", 2, "Number", self[index])
        }
        return scalar.doubleValue
    }

    /// The dimensions of a norm.
    func checkNormDims(_ index: Int) throws {
        if isNone(index) || integer(self[index]) != nil { return }
        guard elements(self[index]) != nil else {
            throw misfit("linalg_vector_norm", "dim", 3, "tuple of ints", self[index])
        }
    }
}
