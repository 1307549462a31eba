// Several values combined at one place, with the gradients that PyTorch gives them.

extension Tensor {
    /// How `scatterReduce` combines values.
    public enum ScatterReduction: String {
        case sum, prod, mean, amax, amin

        fileprivate var mode: ScatterMode {
            switch self {
            case .sum, .mean: .add
            case .prod: .multiply
            case .amax: .max
            case .amin: .min
            }
        }

        /// What changes nothing when it is combined with a value.
        fileprivate func neutral(_ dtype: DType) -> Scalar {
            switch self {
            case .sum, .mean: .int(0)
            case .prod: .int(1)
            case .amax: dtype.isFloatingPoint ? .double(-.infinity) : .int(dtype.least)
            case .amin: dtype.isFloatingPoint ? .double(.infinity) : .int(dtype.greatest)
            }
        }
    }

    /// A copy with source[i][j] combined into self[index[i][j]][j] for d = 0, and likewise for other dimensions.
    ///
    /// - Parameter includeSelf: whether what was there takes part.
    public func scatterReduce(
        _ d: Int, _ index: Tensor, _ source: Tensor, _ reduction: ScatterReduction,
        includeSelf: Bool = true
    ) throws -> Tensor {
        let result = try withoutGradient {
            try combined(d, index, source, reduction, includeSelf)
        }
        return result.recordSavingResult(
            "ScatterReduceBackward0", [self, source], saving: [self, source, index]
        ) { node, gradients in
            guard let dy = gradients[0] else { return [nil, nil] }
            let (x, source, index) = (try node.saved(0), try node.saved(1), try node.saved(2))
            var (own, other): (Tensor, Tensor)
            switch reduction {
            case .sum:
                (own, other) = (dy, try dy.gather(d, index))
            case .mean:
                let counts = try x.counts(d, index, source, includeSelf)
                (own, other) = (
                    try dy.div(counts), try dy.gather(d, index).div(counts.gather(d, index))
                )
            case .amax, .amin:
                let value = try node.saved(3).detach()
                let isOwn = try x.detach().eq(value).to(x.dtype)
                let isOther = try source.detach().eq(value.gather(d, index)).to(x.dtype)
                let share = try dy.div(isOwn.scatterAdd(d, index, isOther))
                (own, other) = (
                    try share.mul(isOwn), try share.gather(d, index).mul(isOther)
                )
            case .prod:
                (own, other) = try x.productGradients(
                    d, index, source, dy, node.saved(3), includeSelf)
            }
            if !includeSelf { own = try own.scatter(d, index, .int(0)) }
            return [node.needs(0) ? own : nil, node.needs(1) ? other : nil]
        }
    }

    private func combined(
        _ d: Int, _ index: Tensor, _ source: Tensor, _ reduction: ScatterReduction,
        _ includeSelf: Bool
    ) throws -> Tensor {
        let result = try detach().clone(contiguous: true)
        if !includeSelf { try result.scatter_(d, index, reduction.neutral(dtype)) }
        try result.scatterReduce_(d, index, source.detach(), reduction.mode)
        guard reduction == .mean else { return result }
        let counts = try counts(d, index, source, includeSelf)
        return dtype.isFloatingPoint
            ? try result.div(counts) : try result.floorDivide(counts.to(dtype)).to(dtype)
    }

    /// How many values meet at each place, at least 1.
    private func counts(
        _ d: Int, _ index: Tensor, _ source: Tensor, _ includeSelf: Bool
    ) throws -> Tensor {
        try withoutGradient {
            let start = try Tensor.full(shape, .int(includeSelf ? 1 : 0), dtype: dtype)
            let counts = try start.scatterAdd(d, index, Tensor.onesLike(source.detach()))
            return try counts.maskedFill(counts.eq(0), 1)
        }
    }

    /// The gradients of products, exact also where a factor is 0.
    private func productGradients(
        _ d: Int, _ index: Tensor, _ source: Tensor, _ dy: Tensor, _ result: Tensor,
        _ includeSelf: Bool
    ) throws -> (own: Tensor, other: Tensor) {
        let safe = try maskedFill(detach().eq(0), 1)
        let others = try safe.scatterReduce(d, index, source, .prod, includeSelf: includeSelf)
        let own = try dy.mul(others).div(safe)
        let isZero = try source.detach().eq(0)
        let zeros = try Tensor.zeros(shape, dtype: dtype)
            .scatterAdd(d, index, isZero.to(dtype)).gather(d, index)
        let isOnly = try isZero.logicalAnd(zeros.eq(1))
        let rest = try scatterReduce(
            d, index, source.maskedFill(isOnly, 1), .prod, includeSelf: includeSelf)
        let other = try CNN.where(
            isOnly, dy.mul(rest).gather(d, index),
            dy.mul(result).gather(d, index).div(source.maskedFill(isZero, 1)))
        return (own, other)
    }
}

extension DType {
    fileprivate var least: Int {
        switch self {
        case .uint8, .bool: 0
        case .int32: Int(Int32.min)
        default: .min
        }
    }

    fileprivate var greatest: Int {
        switch self {
        case .uint8: 255
        case .bool: 1
        case .int32: Int(Int32.max)
        default: .max
        }
    }
}
