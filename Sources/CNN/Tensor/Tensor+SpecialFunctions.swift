import CNNKernels

// Functions of one or two numbers that are made of others and stand in the graph as one step.

extension Tensor {
    /// A step of this name made of other operations on this tensor and others.
    private func step(
        _ name: String, _ others: [Tensor] = [], _ body: @escaping ([Tensor]) throws -> Tensor
    ) throws -> Tensor {
        try laidOut(
            composite(name, [self] + others) { try body($0.compactMap { $0 }) }, with: others)
    }

    /// Integers as float32, floating-point numbers as they are.
    var asReal: Tensor { get throws { dtype.isFloatingPoint ? self : try to(.standard) } }

    /// self + weight · (end − self).
    public func lerp(_ end: Tensor, _ weight: Scalar) throws -> Tensor {
        try checkLerp(end)
        let result = try withoutGradient {
            try laidOut(
                weight.doubleValue < 0.5
                    ? add(end.sub(self).mul(weight))
                    : end.sub(end.sub(self).mul(.double(1 - weight.doubleValue))), with: [end])
        }
        return result.record("LerpBackward0", [self, end]) { node, gradients in
            guard let dy = gradients[0] else { return [nil, nil] }
            return [
                node.needs(0) ? try dy.mul(.double(1 - weight.doubleValue)) : nil,
                node.needs(1) ? try dy.mul(weight) : nil,
            ]
        }
    }

    /// self + weight · (end − self), a weight an element.
    public func lerp(_ end: Tensor, _ weight: Tensor) throws -> Tensor {
        try checkLerp(end)
        guard weight.dtype == dtype else {
            throw TensorError.runtime(
                "expected dtype \(dtype.cName) for `weight` but got dtype \(weight.dtype.cName)"
            )
        }
        let result = try withoutGradient { try add(weight.mul(end.sub(self))) }
        // The ends are kept only for the gradient of the weight: they may be changed otherwise.
        let kept = weight.requiresGrad
        return result.record(
            "LerpBackward1", [self, end, weight],
            saving: [kept ? self : nil, kept ? end : nil, weight]
        ) { node, gradients in
            guard let dy = gradients[0] else { return [nil, nil, nil] }
            let weight = try node.saved(2)
            return [
                node.needs(0) ? try dy.mul(weight.rsub(1)) : nil,
                node.needs(1) ? try dy.mul(weight) : nil,
                node.needs(2) ? try dy.mul(node.saved(1).sub(node.saved(0))) : nil,
            ]
        }
    }

    private func checkLerp(_ end: Tensor) throws {
        guard dtype == end.dtype else {
            throw TensorError.runtime(
                "expected dtype \(dtype.cName) for `end` but got dtype \(end.dtype.cName)")
        }
        if !dtype.isFloatingPoint { throw Elementwise.unsupported("lerp_kernel_scalar", dtype) }
    }

    /// self + value · a · b.
    public func addcmul(_ a: Tensor, _ b: Tensor, value: Scalar = 1) throws -> Tensor {
        let dtype = try Tensor.commonType([self, a, b])
        if dtype == .bool { throw Elementwise.unsupported("addcmul_cpu_out", dtype) }
        let result = try withoutGradient {
            // The product is taken in the type of the result.
            try add(a.to(dtype).mul(b.to(dtype)), alpha: value)
        }
        return result.record(
            "AddcmulBackward0", [self, a, b],
            saving: [b.requiresGrad ? a : nil, a.requiresGrad ? b : nil]
        ) { node, gradients in
            guard let dy = gradients[0] else { return [nil, nil, nil] }
            return [
                dy, node.needs(1) ? try dy.mul(node.saved(1)).mul(value) : nil,
                node.needs(2) ? try dy.mul(node.saved(0)).mul(value) : nil,
            ]
        }
    }

    /// self + value · a / b.
    public func addcdiv(_ a: Tensor, _ b: Tensor, value: Scalar = 1) throws -> Tensor {
        guard a.dtype.isFloatingPoint || b.dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "Integer division with addcdiv is no longer supported, and in a future  release "
                    + "addcdiv will perform a true division of tensor1 and tensor2. The historic "
                    + "addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 "
                    + "/ tensor2)).to(input.dtype) for integer inputs and as (input + value * "
                    + "tensor1 / tensor2) for float inputs. The future addcdiv behavior is just the "
                    + "latter implementation: (input + value * tensor1 / tensor2), for all dtypes.")
        }
        let result = try withoutGradient { try add(a.div(b), alpha: value) }
        return result.record(
            "AddcdivBackward0", [self, a, b], saving: [b.requiresGrad ? a : nil, b]
        ) { node, gradients in
            guard let dy = gradients[0] else { return [nil, nil, nil] }
            let b = try node.saved(1)
            return [
                dy, node.needs(1) ? try dy.mul(value).div(b) : nil,
                node.needs(2)
                    ? try dy.mul(value).mul(node.saved(0)).div(b.mul(b)).neg() : nil,
            ]
        }
    }

    /// The fraction, with the sign of the number.
    public func frac() throws -> Tensor {
        guard dtype.isFloatingPoint else { throw Elementwise.unsupported("frac_cpu", dtype) }
        return try step("FracBackward0") { x in try x[0].sub(x[0].trunc().detach()) }
    }

    /// Numbers in place of NaN and the infinities.
    public func nanToNum(_ nan: Double, _ positive: Double?, _ negative: Double?) throws -> Tensor {
        guard dtype.isFloatingPoint else { return try clone() }
        let largest =
            dtype == .float64
            ? Double.greatestFiniteMagnitude : Double(Float.greatestFiniteMagnitude)
        return try step("NanToNumBackward0") { x in
            try x[0].maskedFill(x[0].detach().isnan(), .double(nan))
                .maskedFill(x[0].detach().eq(.double(.infinity)), .double(positive ?? largest))
                .maskedFill(x[0].detach().eq(.double(-.infinity)), .double(negative ?? -largest))
        }
    }

    /// log(eˣ + e^other), or to base 2.
    public func logaddexp(_ other: Tensor, base2: Bool = false) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        guard dtype.isFloatingPoint else {
            _ = try Shape.broadcast(shape, other.shape)
            throw Elementwise.unsupported(base2 ? "logaddexp2_cpu" : "logaddexp_cpu", dtype)
        }
        let result = try withoutGradient {
            let greatest = try maximum(other)
            let shift = try greatest.maskedFill(greatest.isinf(), 0)
            let (a, b) = (try sub(shift), try other.sub(shift))
            let sum = try base2 ? a.exp2().add(b.exp2()).log2() : a.exp().add(b.exp()).log()
            return try laidOut(sum.add(shift), with: [other])
        }
        return result.record(
            base2 ? "Logaddexp2Backward0" : "LogaddexpBackward0", [self, other],
            saving: [self, other]
        ) { node, gradients in
            guard let dy = gradients[0] else { return [nil, nil] }
            let (a, b) = (try node.saved(0), try node.saved(1))
            func share(_ x: Tensor, _ y: Tensor) throws -> Tensor {
                let difference = try y.sub(x)
                return try dy.div((base2 ? difference.exp2() : difference.exp()).add(1))
            }
            return [
                node.needs(0) ? try share(a, b) : nil, node.needs(1) ? try share(b, a) : nil,
            ]
        }
    }

    /// self · log(other), 0 where this is 0.
    public func xlogy(_ other: Tensor) throws -> Tensor {
        let real = CNN.resultType(self, other).isFloatingPoint ? self : try asReal
        let result = try withoutGradient {
            let isZero = try real.eq(0).logicalAnd(other.isnan().logicalNot())
            return try real.laidOut(
                real.mul(other.log()).maskedFill(isZero, 0), with: [other])
        }
        return result.record("XlogyBackward0", [self, other], saving: [real, other]) {
            node, gradients in
            guard let dy = gradients[0] else { return [nil, nil] }
            let (x, y) = (try node.saved(0), try node.saved(1))
            let isZero = try x.detach().eq(0).logicalAnd(y.detach().le(0))
            return [
                node.needs(0) ? try dy.xlogy(y).maskedFill(isZero, 0) : nil,
                node.needs(1) ? try dy.mul(x).div(y) : nil,
            ]
        }
    }

    /// sin(πx) / (πx).
    public func sinc() throws -> Tensor {
        let real = try asReal
        let result = try withoutGradient {
            let isZero = try real.eq(0)
            let scaled = try real.mul(.double(.pi)).maskedFill(isZero, 1)
            return try real.laidOut(scaled.sin().div(scaled).maskedFill(isZero, 1))
        }
        return result.record("SincBackward0", [real], saving: [real]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let x = try node.saved(0)
            let angle = try x.mul(.double(.pi))
            let square = try angle.mul(x)
            let slope = try angle.mul(angle.cos()).sub(angle.sin()).div(square)
            return [try gradient.mul(slope).maskedFill(square.detach().eq(0), 0)]
        }
    }

    /// log(x / (1 − x)); with `eps`, of x held in [eps, 1 − eps].
    public func logit(eps: Double? = nil) throws -> Tensor {
        let real = try asReal
        let result = try withoutGradient {
            let held =
                try eps.map { try real.clamp(min: .double($0), max: .double(1 - $0)) } ?? real
            return try real.laidOut(held.div(held.rsub(1)).log())
        }
        return result.record("LogitBackward0", [self], saving: [real]) { node, gradients in
            guard let dy = gradients[0] else { return [nil] }
            let x = try node.saved(0)
            let (low, high) = (eps ?? 0, 1 - (eps ?? 0))
            let isOutside = try x.detach().lt(.double(low)).logicalOr(x.detach().gt(.double(high)))
            return [
                try dy.div(x.mul(x.rsub(1)))
                    .maskedFill(isOutside, .double(eps == nil ? .nan : 0))
            ]
        }
    }

    /// √(x² + other²).
    public func hypot(_ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        guard dtype.isFloatingPoint else {
            _ = try Shape.broadcast(shape, other.shape)
            throw Elementwise.unsupported("hypot_cpu", dtype)
        }
        let result = try withoutGradient {
            let (a, b) = (try to(.float64).abs(), try other.to(.float64).abs())
            // Divided by the greater of both, no square overflows.
            let scale = try a.maximum(b)
            let safe = try scale.maskedFill(scale.eq(0).logicalOr(scale.isinf()), 1)
            let (x, y) = (try a.div(safe), try b.div(safe))
            let root = try x.mul(x).add(y.mul(y)).sqrt().mul(safe)
            let isEndless = try a.isinf().logicalOr(b.isinf())
            return try laidOut(
                root.maskedFill(isEndless, .double(.infinity)).to(dtype), with: [other])
        }
        return result.recordSavingResult("HypotBackward0", [self, other], saving: [self, other]) {
            node, gradients in
            guard let dy = gradients[0] else { return [nil, nil] }
            let length = try node.saved(2)
            return [
                node.needs(0) ? try dy.mul(node.saved(0).div(length)) : nil,
                node.needs(1) ? try dy.mul(node.saved(1).div(length)) : nil,
            ]
        }
    }

    /// The larger (or smaller) of two; where one is NaN, the other.
    public func fmax(_ other: Tensor) throws -> Tensor { try numbers(other, "Fmax", true) }
    /// The smaller of two; where one is NaN, the other.
    public func fmin(_ other: Tensor) throws -> Tensor { try numbers(other, "Fmin", false) }

    private func numbers(_ other: Tensor, _ name: String, _ larger: Bool) throws -> Tensor {
        /// Whether the first counts alone, and whether both do.
        func choice(_ a: Tensor, _ b: Tensor) throws -> (first: Tensor, tie: Tensor) {
            (try (larger ? a.gt(b) : a.lt(b)).logicalOr(b.isnan()), try a.eq(b))
        }
        let result = try withoutGradient {
            let (first, tie) = try choice(self, other)
            return try laidOut(CNN.where(first.logicalOr(tie), self, other), with: [other])
        }
        return result.record(name + "Backward0", [self, other], saving: [self, other]) {
            node, gradients in
            guard let dy = gradients[0] else { return [nil, nil] }
            let (first, tie) = try choice(node.saved(0).detach(), node.saved(1).detach())
            let shared = try CNN.where(tie, dy.div(2), dy)
            let second = try first.logicalOr(tie).logicalNot()
            return [
                node.needs(0) ? try shared.maskedFill(second, 0) : nil,
                node.needs(1) ? try shared.maskedFill(first, 0) : nil,
            ]
        }
    }

    /// |x| with the sign of the other.
    public func copysign(_ other: Tensor) throws -> Tensor {
        let real = try asReal
        _ = try Shape.broadcast(shape, other.shape)
        let dtype = CNN.resultType(real, other)
        let result = try withoutGradient {
            let magnitude = try real.abs()
            return try laidOut(
                CNN.where(other.signbit(), magnitude.neg(), magnitude).to(dtype), with: [other])
        }
        return result.recordSavingResult("CopysignBackward0", [self, other], saving: [real]) {
            node, gradients in
            guard let dy = gradients[0] else { return [nil, nil] }
            let x = try node.saved(0)
            return [
                node.needs(0)
                    ? try dy.mul(node.saved(1).div(x)).maskedFill(x.detach().eq(0), 0) : nil,
                node.needs(1) ? try Tensor.zerosLike(dy) : nil,
            ]
        }
    }

    /// Degrees as radians.
    public func deg2rad() throws -> Tensor {
        try asReal.step("Deg2RadBackward0") { try $0[0].mul(.double(.pi / 180)) }
    }
    /// Radians as degrees.
    public func rad2deg() throws -> Tensor {
        try asReal.step("Rad2DegBackward0") { try $0[0].mul(.double(180 / .pi)) }
    }

    /// 0 below 0, `values` at 0, 1 above; has no gradient.
    public func heaviside(_ values: Tensor) throws -> Tensor {
        guard dtype == values.dtype else {
            throw TensorError.runtime(
                "heaviside is not yet implemented for tensors with different dtypes.")
        }
        _ = try Shape.broadcast(shape, values.shape)
        return try withoutGradient {
            try CNN.where(detach().eq(0), values.detach(), detach().gt(0).to(dtype))
        }.recordWithoutGradient("aten::heaviside", [self, values])
    }

    /// x · 2^other.
    public func ldexp(_ other: Tensor) throws -> Tensor {
        try asReal.step("LdexpBackward0", [other]) { x in
            try x[0].mul(x[1].to(x[1].dtype.isFloatingPoint ? x[1].dtype : .standard).exp2())
        }
    }

    /// The greatest common divisor.
    public func gcd(_ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        let shape = try Shape.broadcast(self.shape, other.shape)
        guard !dtype.isFloatingPoint, dtype != .bool else {
            throw Elementwise.unsupported("gcd_cpu", dtype)
        }
        let a = try expand(shape).array(Int.self)
        let b = try other.expand(shape).array(Int.self)
        let divisors = zip(a, b).map { pair -> Int in
            var (x, y) = (pair.0.magnitude, pair.1.magnitude)
            while y != 0 { (x, y) = (y, x % y) }
            return Int(truncatingIfNeeded: x)
        }
        let result = try Elementwise.output(
            shape, dtype, converted(to: dtype), other.converted(to: dtype))
        Elementwise.copy(try Tensor(divisors, shape), to: result)
        return result
    }

    /// The least common multiple.
    public func lcm(_ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        _ = try Shape.broadcast(shape, other.shape)
        guard !dtype.isFloatingPoint, dtype != .bool else {
            throw Elementwise.unsupported("lcm_cpu", dtype)
        }
        let divisor = try gcd(other)
        let safe = try divisor.maskedFill(divisor.eq(0), 1)
        return try floorDivide(safe).mul(other).abs()
    }
}
