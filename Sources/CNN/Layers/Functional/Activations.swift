// Activations that are made of others. Each is one step in the graph, under PyTorch's name for it.

/// x where it is positive, else slope·x.
public func leakyReLU(_ input: Tensor, negativeSlope: Double = 0.01) throws -> Tensor {
    try composite("LeakyReluBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        return try x.relu().add(try x.clamp(max: 0).mul(.double(negativeSlope)))
    }
}

/// x where it is positive, else weight·x, with one weight or one a channel.
public func preLU(_ input: Tensor, _ weight: Tensor) throws -> Tensor {
    guard weight.dim <= 1 else {
        throw TensorError.runtime(
            "prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = \(weight.dim)")
    }
    let channels = input.dim > 1 ? input.shape[1] : 1
    guard weight.count == 1 || weight.count == channels else {
        throw TensorError.runtime(
            "Mismatch of parameter numbers and input channel size. Found parameter numbers = "
                + "\(weight.count) and channel size = \(channels).")
    }
    return try composite("PreluKernelBackward0", [input, weight]) { inputs in
        guard let x = inputs[0], var w = inputs[1] else { return input }
        var shape = [Int](repeating: 1, count: max(x.dim, 1))
        if x.dim > 1 { shape[1] = w.count }
        w = x.dim == 0 ? try w.view([]) : try w.view(shape)
        return try x.relu().add(try x.clamp(max: 0).mul(w))
    }
}

/// x where it is positive, else alpha·(eˣ − 1).
public func elu(_ input: Tensor, alpha: Double = 1) throws -> Tensor {
    try exponentialLinear(input, alpha, scale: 1, inputScale: 1)
}

/// ``elu(_:alpha:)`` with the constants that keep mean and variance.
public func selu(_ input: Tensor) throws -> Tensor {
    try exponentialLinear(
        input, 1.6732632423543772848170429916717, scale: 1.0507009873554804934193349852946,
        inputScale: 1)
}

/// x where it is positive, else alpha·(exp(x / alpha) − 1).
public func celu(_ input: Tensor, alpha: Double = 1) throws -> Tensor {
    guard alpha != 0 else {
        throw TensorError.runtime("ZeroDivisionError: alpha cannot be 0 for CELU")
    }
    return try exponentialLinear(input, alpha, scale: 1, inputScale: 1 / alpha)
}

private func exponentialLinear(
    _ input: Tensor, _ alpha: Double, scale: Double, inputScale: Double
) throws -> Tensor {
    try composite("EluBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        let negative = try x.clamp(max: 0).mul(.double(inputScale)).expm1().mul(.double(alpha))
        return try x.relu().add(negative).mul(.double(scale))
    }
}

/// x·Φ(x), Φ being the normal distribution's; with `tanh` its approximation.
///
/// Source: Hendrycks and Gimpel, https://arxiv.org/abs/1606.08415
public func gelu(_ input: Tensor, approximate: String = "none") throws -> Tensor {
    guard approximate == "none" || approximate == "tanh" else {
        throw TensorError.runtime("approximate argument must be either none or tanh.")
    }
    return try composite("GeluBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        if approximate == "none" {
            return try x.mul(.double(0.5))
                .mul(try x.mul(.double(0.5.squareRoot())).erf().add(.int(1)))
        }
        let cube = try x.mul(x).mul(x).mul(.double(0.044715))
        let inner = try x.add(cube).mul(.double((2 / Double.pi).squareRoot()))
        return try x.mul(.double(0.5)).mul(try inner.tanh().add(.int(1)))
    }
}

/// x·sigmoid(x).
public func silu(_ input: Tensor) throws -> Tensor {
    try composite("SiluBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        return try x.mul(try x.sigmoid())
    }
}

/// x·tanh(softplus(x)).
public func mish(_ input: Tensor) throws -> Tensor {
    try composite("MishBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        return try x.mul(try plainSoftplus(x, 1, 20).tanh())
    }
}

/// log(1 + exp(beta·x)) / beta, which is x beyond `threshold`.
public func softplus(_ input: Tensor, beta: Double = 1, threshold: Double = 20) throws -> Tensor {
    try composite("SoftplusBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        return try plainSoftplus(x, beta, threshold)
    }
}

private func plainSoftplus(_ x: Tensor, _ beta: Double, _ threshold: Double) throws -> Tensor {
    let scaled = try x.mul(.double(beta))
    let soft = try scaled.clamp(max: .double(threshold)).exp().log1p().div(.double(beta))
    return try CNN.where(try scaled.gt(.double(threshold)), x, soft)
}

/// x held between two values.
public func hardtanh(_ input: Tensor, minVal: Scalar = -1.0, maxVal: Scalar = 1.0) throws -> Tensor
{
    guard minVal.doubleValue <= maxVal.doubleValue else {
        throw TensorError.value("min_val cannot be greater than max_val")
    }
    return try composite("HardtanhBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        return try held(x, minVal, maxVal)
    }
}

/// Has no gradient at the ends, unlike `clamp`.
private func held(_ x: Tensor, _ low: Scalar, _ high: Scalar) throws -> Tensor {
    let top = try CNN.where(try x.ge(high), high, x)
    return try CNN.where(try x.le(low), low, top)
}

/// min(max(x, 0), 6).
public func relu6(_ input: Tensor) throws -> Tensor { try hardtanh(input, minVal: 0, maxVal: 6) }

/// relu6(x + 3) / 6.
public func hardsigmoid(_ input: Tensor) throws -> Tensor {
    try composite("HardsigmoidBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        return try held(try x.add(.int(3)), 0, 6).div(.int(6))
    }
}

/// x·relu6(x + 3) / 6.
public func hardswish(_ input: Tensor) throws -> Tensor {
    try composite("HardswishBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        return try x.mul(try held(try x.add(.int(3)), 0, 6)).div(.int(6))
    }
}

/// x / (1 + |x|).
public func softsign(_ input: Tensor) throws -> Tensor {
    try input.div(try input.abs().add(.int(1)))
}

/// log(sigmoid(x)).
public func logSigmoid(_ input: Tensor) throws -> Tensor { try input.logSigmoid() }

/// x where it is above `threshold`, else `value`.
public func threshold(_ input: Tensor, _ threshold: Scalar, _ value: Scalar) throws -> Tensor {
    try composite("ThresholdBackward0", [input]) { inputs in
        guard let x = inputs[0] else { return input }
        return try CNN.where(try x.le(threshold), value, x)
    }
}
