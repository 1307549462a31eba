/// log(exp(x) / Σ exp(x)) along `dim`.
public func logSoftmax(_ input: Tensor, dim: Int) throws -> Tensor { try input.logSoftmax(dim) }

/// exp(x) / Σ exp(x) along `dim`.
public func softmax(_ input: Tensor, dim: Int) throws -> Tensor { try input.softmax(dim) }
