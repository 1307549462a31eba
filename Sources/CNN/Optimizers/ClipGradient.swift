#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Scales the gradients of parameters down, all by one factor, so that their norm together is at most `maxNorm`.
///
/// - Returns: the norm before.
@discardableResult
public func clipGradNorm_(
    _ parameters: [Tensor], maxNorm: Double, normType: Double = 2, errorIfNonfinite: Bool = false
) throws -> Tensor {
    try withoutGradient {
        let gradients = parameters.compactMap(\.grad)
        guard let first = gradients.first else { return try Tensor.zeros([]) }
        let norms = try gradients.map { try norm($0, normType) }
        let total = try norm(try Tensor(norms), normType)
        if errorIfNonfinite && !total.isFinite {
            throw TensorError.runtime(
                "The total norm of order \(PythonNumber.text(normType)) for gradients from `parameters` is "
                    + "non-finite, so it cannot be clipped. To disable this error and scale the gradients "
                    + "by the non-finite norm anyway, set `error_if_nonfinite=False`")
        }
        let factor = min(maxNorm / (total + 1e-6), 1)
        for gradient in gradients { try gradient.detach().mul_(.double(factor)) }
        return try Tensor.scalar(.double(total), dtype: first.dtype)
    }
}

private func norm(_ tensor: Tensor, _ order: Double) throws -> Double {
    var sum = 0.0
    let plain = try tensor.detach().plain()
    func size(_ i: Int) -> Double { plain.access { abs($0.scalar(at: i, plain.dtype)) } }
    for i in 0..<plain.count {
        let size = size(i)
        if order == .infinity {
            sum = size.isNaN || sum.isNaN ? .nan : max(sum, size)
        } else {
            sum += order == 2 ? size * size : pow(size, order)
        }
    }
    return order == .infinity ? sum : order == 2 ? sum.squareRoot() : pow(sum, 1 / order)
}

/// Holds every element of the gradients between −clipValue and clipValue.
public func clipGradValue_(_ parameters: [Tensor], clipValue: Double) throws {
    try withoutGradient {
        for gradient in parameters.compactMap(\.grad) {
            try gradient.detach().clamp_(min: .double(-clipValue), max: .double(clipValue))
        }
    }
}

/// All elements of the parameters in one row.
public func parametersToVector(_ parameters: [Tensor]) throws -> Tensor {
    try cat(try parameters.map { try $0.reshape([-1]) }, 0)
}

/// Spreads a row made by ``parametersToVector(_:)`` over the parameters again.
public func vectorToParameters(_ vector: Tensor, _ parameters: [Tensor]) throws {
    try withoutGradient {
        var start = 0
        for parameter in parameters {
            try parameter.detach().copy_(
                try vector.detach().narrow(0, start, parameter.count).view(parameter.shape))
            start += parameter.count
        }
    }
}
