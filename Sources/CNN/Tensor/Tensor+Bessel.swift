// Windows of signals with the functions that they are made of, and the parts of floating-point numbers.

extension Tensor {
    /// The modified Bessel function of the first kind, order 0.
    public func i0() throws -> Tensor { try asReal.besselFunction(0) }

    private func besselFunction(_ order: Int) throws -> Tensor {
        let result = try mapped { $0.isInfinite ? .nan : CNN.bessel($0, order: order) }
        if order == 0 {
            return result.record("I0Backward0", [self], saving: [self]) { node, gradients in
                [try gradients[0]?.mul(node.saved(0).besselFunction(1))]
            }
        }
        return result.recordSavingResult("SpecialI1Backward0", [self], saving: [self]) {
            node, gradients in
            // I₁′ = I₀ − I₁/x, ½ at 0.
            let (x, own) = (try node.saved(0), try node.saved(1))
            let isZero = try x.detach().eq(0)
            let ratio = try own.div(x.maskedFill(isZero, 1)).maskedFill(isZero, 0.5)
            return [try gradients[0]?.mul(x.besselFunction(0).sub(ratio))]
        }
    }

    /// A function of each element, in float64, without a gradient.
    private func mapped(_ function: (Double) -> Double) throws -> Tensor {
        let values = try withoutGradient { try detach().reshape([-1]).array(Double.self) }
        return try Tensor(values.map(function), shape).to(dtype)
    }

    /// Numbers from ½ up to 1 and the powers of two that they are multiplied by.
    public func frexp() throws -> (mantissa: Tensor, exponent: Tensor) {
        guard dtype.isFloatingPoint else {
            throw TensorError.runtime("torch.frexp() only supports floating-point dtypes")
        }
        let values = try withoutGradient { try detach().reshape([-1]).array(Double.self) }
        let parts = values.map { value -> (Double, Int) in
            guard value.isFinite, value != 0 else { return (value, 0) }
            let mantissa = value.significand / 2
            return (value < 0 ? -mantissa : mantissa, Int(value.exponent) + 1)
        }
        let exponent = try Tensor(parts.map(\.1), shape).to(.int32)
        let mantissa = try Tensor(parts.map(\.0), shape).to(dtype)
        return (
            mantissa.record("FrexpBackward0", [self], saving: [exponent]) { node, gradients in
                guard let gradient = gradients[0] else { return [nil] }
                return [try gradient.div(node.saved(0).to(gradient.dtype).exp2())]
            }, exponent
        )
    }

    /// `0 ..< count` as a window's formula sees them.
    private static func places(_ count: Int, _ dtype: DType) throws -> Tensor {
        try Tensor.arange(.int(0), .int(count), dtype: dtype)
    }

    /// The window of that length: the function of the places and of their number less one.
    public static func window(
        _ window: SignalWindow, _ length: Int, periodic: Bool = true, dtype: DType = .float32
    ) throws -> Tensor {
        if length == 0 { return try Tensor.empty([0], dtype: dtype) }
        if length == 1 { return try Tensor.ones([1], dtype: dtype) }
        let (count, isTooLong) = length.addingReportingOverflow(periodic ? 1 : 0)
        if isTooLong {
            throw TensorError.runtime("Storage size calculation overflowed with sizes=[\(length)]")
        }
        return try withoutGradient {
            let places = try places(count, dtype)
            let last = Double(count - 1)
            let values: Tensor
            switch window {
            case .hamming(let alpha, let beta):
                values = try places.mul(.double(2 * .pi / last)).cos().mul(.double(-beta))
                    .add(.double(alpha))
            case .bartlett:
                let up = try places.mul(.double(2 / last))
                let middle = (count - 1) / 2 + 1
                _ = try up.narrow(0, middle, count - middle).mul_(.int(-1)).add_(.int(2))
                values = up
            case .blackman:
                let turn = try places.mul(.double(.pi / last))
                values = try turn.mul(.int(4)).cos().mul(.double(0.08))
                    .sub(turn.mul(.int(2)).cos().mul(.double(0.5))).add(.double(0.42))
            case .kaiser(let beta):
                let scale = CNN.bessel(beta, order: 0)
                values = try places.mapped {
                    let place = 2 * $0 / last - 1
                    let height = Swift.max(1 - place * place, 0)
                    return CNN.bessel(beta * height.squareRoot(), order: 0) / scale
                }
            }
            return periodic ? try values.narrow(0, 0, length) : values
        }
    }
}

/// The shapes of windows.
public enum SignalWindow {
    /// alpha − beta · cos; one half each for Hann's.
    case hamming(alpha: Double, beta: Double)
    case bartlett, blackman
    case kaiser(beta: Double)
}
