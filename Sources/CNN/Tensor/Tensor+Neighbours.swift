// Neighbours among floating-point numbers, angles, and sums of exponentials so far.

extension Tensor {
    /// The next number towards the other.
    public func nextafter(_ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        let shape = try Shape.broadcast(self.shape, other.shape)
        guard dtype.isFloatingPoint else { throw Elementwise.unsupported("nextafter_cpu", dtype) }
        func next<T: BinaryFloatingPoint>(_ a: T, _ b: T) -> T {
            if a.isNaN || b.isNaN { return .nan }
            return a == b ? b : (a < b ? a.nextUp : a.nextDown)
        }
        let result = try withoutGradient {
            let (a, b) = (try to(dtype).expand(shape), try other.to(dtype).expand(shape))
            return dtype == .float32
                ? try Tensor(
                    zip(a.array(Float.self), b.array(Float.self)).map { next($0, $1) }, shape)
                : try Tensor(
                    zip(a.array(Double.self), b.array(Double.self)).map { next($0, $1) }, shape)
        }
        return result.record("NextafterBackward0", [self, other], saving: [self, other]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            let isSame = try withoutGradient { try node.saved(0).eq(node.saved(1)) }
            return [
                node.needs(0) ? try gradient.maskedFill(isSame, 0) : nil,
                node.needs(1) ? try Tensor.zerosLike(gradient) : nil,
            ]
        }
    }

    /// 0 for numbers from 0 up, π below.
    public func angle() throws -> Tensor {
        let real = try asReal
        let result = try withoutGradient {
            try Tensor.zerosLike(real).maskedFill(real.lt(0), .double(.pi))
                .maskedFill(real.isnan(), .double(.nan))
        }
        return result.record("AngleBackward0", [real]) { _, gradients in
            [try gradients[0].map { try Tensor.zerosLike($0) }]
        }
    }

    /// log Σ eˣ so far along `d`.
    public func logcumsumexp(_ d: Int) throws -> Tensor {
        guard dtype.isFloatingPoint else {
            throw Elementwise.unsupported("logcumsumexp_out_cpu", dtype)
        }
        let plain = try Shape.dimension(d, of: dim)
        let result = try withoutGradient {
            if dim == 0 || count == 0 { return try clone(format: .contiguous) }
            var sums: [Tensor] = []
            for i in 0..<shape[plain] {
                let next = try narrow(plain, i, 1)
                sums.append(try sums.last.map { try $0.logaddexp(next) } ?? next)
            }
            return try cat(sums, plain).rowMajor()
        }
        return result.recordSavingResult("LogcumsumexpBackward0", [self], saving: [self]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let (x, sums) = (try node.saved(0), try node.saved(1))
            if gradient.count == 0 { return [gradient] }
            let size = try gradient.abs().log()
            /// The part of the gradients of one sign, added up from the end on as logarithms.
            func part(_ other: Tensor) throws -> Tensor {
                let least = -Double.greatestFiniteMagnitude
                let logs = try size.maskedFill(
                    other,
                    .double(x.dtype == .float32 ? -Double(Float.greatestFiniteMagnitude) : least))
                let ends = try logs.sub(sums)
                let later =
                    try ends.dim == 0
                    ? ends : ends.flip([plain]).logcumsumexp(plain).flip([plain])
                return try later.add(x).exp()
            }
            let sign = gradient.detach()
            return [
                try part(sign.gt(0).logicalNot()).sub(part(sign.lt(0).logicalNot()))
            ]
        }
    }
}
