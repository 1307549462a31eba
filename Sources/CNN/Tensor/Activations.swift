import CNNKernels

// Activation functions beyond ReLU, sigmoid and tanh. Values come from elementwise operations with recording off;
// gradients are written with recorded ones, so that they have gradients themselves.

extension Tensor {
    /// Records `derivative`, the slope at the input, as the gradient of this result of `input`.
    private func recordSlope(
        _ name: String, of input: Tensor, _ derivative: @escaping (Tensor) throws -> Tensor
    ) -> Tensor {
        guard isRecorded(input) else { return self }
        return record(name, [input], saving: [input]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [try gradient.mul(derivative(node.saved(0)))]
        }
    }

    /// Records a gradient that passes except where `stops` holds; there it is 0, or `slope` times as great.
    private func recordGate(
        _ name: String, of input: Tensor, slope: Double = 0,
        _ stops: @escaping (Tensor) throws -> Tensor
    ) -> Tensor {
        guard isRecorded(input) else { return self }
        return record(name, [input], saving: [input]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let stopped = try stops(node.saved(0).detach())
            let held =
                slope == 0
                ? try gradient.maskedFill(stopped, 0)
                : try CNN.where(stopped, gradient.mul(.double(slope)), gradient)
            return [held.constant(in: 0, of: node, name.secondStep)]
        }
    }

    private func checkActivation(_ name: String) throws {
        if !dtype.isFloatingPoint { throw Elementwise.unsupported(name, dtype) }
    }

    /// x where positive, slope · x elsewhere.
    public func leakyRelu(negativeSlope slope: Double = 0.01) throws -> Tensor {
        try checkActivation("leaky_relu_cpu")
        let result = try withoutGradient { try CNN.where(gt(0), self, mul(.double(slope))) }
        return result.recordGate("LeakyReluBackward0", of: self, slope: slope) { x in
            try x.gt(0).logicalNot()
        }
    }

    /// x where positive, weight · x elsewhere; `weight` has one element or one a channel (dimension 1).
    public func prelu(_ weight: Tensor) throws -> Tensor {
        guard dtype == weight.dtype else {
            throw TensorError.runtime(
                "prelu: Type promoting not supported. Got \(dtype.scalarTypeName) and "
                    + weight.dtype.scalarTypeName)
        }
        var sizes = [Int](repeating: 1, count: dim)
        if weight.count != 1 {
            guard dim > 0 else {
                throw TensorError.runtime("Not allow zero-dim input tensor.")
            }
            let channels = dim > 1 ? shape[1] : 1
            guard channels == weight.count else {
                throw TensorError.runtime(
                    "Mismatch of parameter numbers and input channel size. Found parameter "
                        + "numbers = \(weight.count) and channel size = \(channels).")
            }
            sizes[1] = channels
        }
        let slope = try weight.reshape(sizes)
        let result = try withoutGradient {
            try laidOut(CNN.where(gt(0), self, mul(slope)), with: [slope])
        }
        return result.record("PreluKernelBackward0", [self, slope], saving: [self, slope]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            let (x, slope) = (try node.saved(0), try node.saved(1))
            let positive = try x.detach().gt(0)
            return [
                node.needs(0) ? try CNN.where(positive, gradient, gradient.mul(slope)) : nil,
                node.needs(1) ? try gradient.mul(x).maskedFill(positive, 0) : nil,
            ]
        }
    }

    /// x where positive, α · (eˣ − 1) elsewhere.
    public func elu(alpha: Double = 1) throws -> Tensor {
        try elu(alpha: alpha, scale: 1)
    }

    /// Scaled ELU with the constants that keep mean 0 and variance 1.
    public func selu() throws -> Tensor {
        try elu(alpha: 1.6732632423543772848170429916717, scale: 1.0507009873554804934193349852946)
    }

    private func elu(alpha: Double, scale: Double) throws -> Tensor {
        try checkActivation("elu_cpu")
        let result = try withoutGradient {
            try CNN.where(
                gt(0), mul(.double(scale)), expm1().mul(.double(alpha * scale)))
        }
        return result.recordSlope("EluBackward0", of: self) { x in
            // From 0 on the slope counts as constant.
            try CNN.where(
                x.detach().le(0), x.clamp(max: 0).exp().mul(.double(alpha * scale)),
                Tensor.fullLike(x, .double(scale)))
        }
    }

    /// max(0, x) + min(0, α · (e^(x/α) − 1)).
    public func celu(alpha: Double = 1) throws -> Tensor {
        try checkActivation("elu_cpu")
        let result = try withoutGradient {
            try CNN.where(gt(0), self, div(.double(alpha)).expm1().mul(.double(alpha)))
        }
        return result.recordSlope("CeluBackward0", of: self) { x in
            try CNN.where(
                x.detach().le(0), x.clamp(max: 0).div(.double(alpha)).exp(), Tensor.onesLike(x))
        }
    }

    /// x · Φ(x), exact or by the tanh formula (`approximate` = "tanh").
    public func gelu(approximate: String = "none") throws -> Tensor {
        try checkActivation("GeluKernelImpl")
        switch approximate {
        case "none":
            let result = try Elementwise.unary(Int(CK_GELU), "GeluKernelImpl", self)
            return result.recordSlope("GeluBackward0", of: self) { x in
                let below = try x.mul(.double(0.7071067811865476)).erf().add(1).mul(0.5)
                let density = try x.mul(x).mul(-0.5).exp().mul(.double(0.3989422804014327))
                return try below.add(x.mul(density))
            }
        case "tanh":
            let (root, cubic) = (0.7978845608028654, 0.044715)
            let result = try withoutGradient {
                let inner = try mul(mul(self)).mul(.double(cubic)).add(self).mul(.double(root))
                return try inner.tanh().add(1).mul(0.5).mul(self)
            }
            return result.recordSlope("GeluBackward0", of: self) { x in
                let square = try x.mul(x)
                let t = try square.mul(x).mul(.double(cubic)).add(x).mul(.double(root)).tanh()
                let inner = try square.mul(.double(3 * cubic)).add(1).mul(.double(root))
                return try t.add(1).mul(0.5)
                    .add(x.mul(0.5).mul(t.mul(t).rsub(1)).mul(inner))
            }
        default:
            throw TensorError.runtime("approximate argument must be either none or tanh.")
        }
    }

    /// x · sigmoid(x).
    public func silu() throws -> Tensor {
        try checkActivation("silu_cpu")
        let result = try Elementwise.unary(Int(CK_SILU), "silu_cpu", self)
        return result.recordSlope("SiluBackward0", of: self) { x in
            let s = try x.sigmoid()
            return try s.mul(x.mul(s.rsub(1)).add(1))
        }
    }

    /// x · tanh(softplus(x)).
    public func mish() throws -> Tensor {
        try checkActivation("mish_cpu")
        let result = try withoutGradient { try mul(softplus().tanh()) }
        return result.recordSlope("MishBackward0", of: self) { x in
            let t = try x.softplus().tanh()
            return try t.add(x.mul(x.sigmoid()).mul(t.mul(t).rsub(1)))
        }
    }

    /// log(1 + e^(βx)) / β; x itself where βx is above the threshold.
    public func softplus(beta: Double = 1, threshold: Double = 20) throws -> Tensor {
        try checkActivation("softplus_cpu")
        let result = try withoutGradient {
            let scaled = try mul(.double(beta))
            return try CNN.where(
                scaled.gt(.double(threshold)), self,
                Elementwise.unary(Int(CK_SOFTPLUS), "softplus_cpu", scaled).div(.double(beta)))
        }
        return result.recordSlope("SoftplusBackward0", of: self) { x in
            let scaled = try x.mul(.double(beta))
            return try CNN.where(
                scaled.detach().gt(.double(threshold)), Tensor.onesLike(x), scaled.sigmoid())
        }
    }

    /// x / (1 + |x|).
    public func softsign() throws -> Tensor { try div(abs().add(1)) }

    /// x held between two bounds.
    public func hardtanh(min: Double = -1, max: Double = 1) throws -> Tensor {
        try bounded(min, max, "HardtanhBackward0")
    }

    /// x held between 0 and 6.
    public func relu6() throws -> Tensor { try bounded(0, 6, "HardtanhBackward0") }

    private func bounded(_ low: Double, _ high: Double, _ name: String) throws -> Tensor {
        if dtype == .bool { throw Elementwise.unsupported("hardtanh", dtype) }
        let result = try withoutGradient {
            try laidOut(clamp(min: dtype.bound(low), max: dtype.bound(high)))
        }
        return result.recordGate(name, of: self) { x in
            try x.le(.double(low)).logicalOr(x.ge(.double(high)))
        }
    }

    /// (x + 3) / 6 held between 0 and 1.
    public func hardsigmoid() throws -> Tensor {
        try checkActivation("hardsigmoid")
        let result = try withoutGradient { try add(3).clamp(min: 0, max: 6).div(6) }
        guard isRecorded(self) else { return result }
        return result.record("HardsigmoidBackward0", [self], saving: [self]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let x = try node.saved(0).detach()
            let stopped = try x.gt(-3).logicalAnd(x.lt(3)).logicalNot()
            // PyTorch's sixth is one of single precision.
            return [
                try gradient.mul(.double(Double(Float(1) / 6))).maskedFill(stopped, 0)
                    .withoutSecondDerivative("aten::hardsigmoid_backward", of: node)
            ]
        }
    }

    /// x · hardsigmoid(x).
    public func hardswish() throws -> Tensor {
        try checkActivation("hardswish_cpu")
        let result = try withoutGradient { try mul(add(3).clamp(min: 0, max: 6)).div(6) }
        guard isRecorded(self) else { return result }
        return result.record("HardswishBackward0", [self], saving: [self]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let x = try node.saved(0)
            let inside = try gradient.mul(x.div(3).add(0.5))
            let low = try CNN.where(x.detach().le(-3), Tensor.zerosLike(x), inside)
            return [try CNN.where(x.detach().lt(3), low, gradient)]
        }
    }

    /// `value` where x is at most `threshold`, else x.
    public func threshold(_ threshold: Double, _ value: Double) throws -> Tensor {
        let result = try withoutGradient {
            try laidOut(maskedFill(le(.double(threshold)), .double(value)))
        }
        return result.recordGate("ThresholdBackward0", of: self) { x in
            try x.le(.double(threshold))
        }
    }
}

extension DType {
    /// A bound as a number of this type.
    fileprivate func bound(_ value: Double) -> Scalar {
        isFloatingPoint ? .double(value) : .int(Int(exactly: value.rounded(.towardZero)) ?? 0)
    }
}
