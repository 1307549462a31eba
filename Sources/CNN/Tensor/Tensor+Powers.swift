import CNNKernels

extension Tensor {
    /// Each element to the power of `exponent`.
    public func pow(_ exponent: Scalar) throws -> Tensor {
        if case .int(let value) = exponent, value < 0, !dtype.isFloatingPoint {
            throw TensorError.runtime("Integers to negative integer powers are not allowed.")
        }
        let dtype = resultType(exponent)
        // Of truth values there are two powers, and neither computes.
        if dtype == .bool, case .bool(let isOne) = exponent {
            return isOne ? try clone() : try Tensor.full(shape, .bool(true), dtype: .bool)
        }
        let result = try Elementwise.binary(
            Int(CK_POW), "pow", self, .number(exponent.bits(as: dtype)), dtype: dtype)
        guard isRecorded(self) else { return result }
        return result.record("PowBackward0", [self], saving: [self], Self.powBack(exponent))
    }

    @discardableResult
    public func pow_(_ exponent: Scalar) throws -> Tensor {
        if case .int(let value) = exponent, value < 0, !dtype.isFloatingPoint {
            throw TensorError.runtime("Integers to negative integer powers are not allowed.")
        }
        if dtype == .bool, case .bool = exponent { return try overwrite_ { try $0.pow(exponent) } }
        return try arithmetic_(
            Int(CK_POW), "pow", "PowBackward0", exponent, saving: [self],
            back: Self.powBack(exponent))
    }

    private static func powBack(_ exponent: Scalar) -> Node.Backward {
        { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            if exponent.doubleValue == 0 { return [try Tensor.zerosLike(gradient)] }
            let less: Scalar
            if case .int(let value) = exponent {
                less = .int(value - 1)
            } else {
                less = .double(exponent.doubleValue - 1)
            }
            return [try gradient.mul(node.saved(0).pow(less).mul(exponent))]
        }
    }

    /// Each element to the power of the other's.
    public func pow(_ exponent: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, exponent)
        let result = try Elementwise.binary(
            Int(CK_POW), "pow", self, .tensor(exponent), dtype: dtype)
        guard isRecorded(self, exponent) else { return result }
        return result.recordSavingResult(
            "PowBackward1", [self, exponent], saving: [self, exponent], Self.tensorPowBack)
    }

    @discardableResult
    public func pow_(_ exponent: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, exponent)
        try checkInPlaceShape(exponent)
        try checkResult(dtype)
        return try inPlace(
            "PowBackward1", [exponent], saving: [self, exponent], savingResult: true,
            Self.tensorPowBack
        ) {
            _ = try Elementwise.binary(
                Int(CK_POW), "pow", self, .tensor(exponent), dtype: dtype, out: self)
        }
    }

    private static func tensorPowBack(_ node: Node, _ gradients: [Tensor?]) throws -> [Tensor?] {
        guard let gradient = gradients[0] else { return [nil, nil] }
        let (base, exponent) = (try node.saved(0), try node.saved(1))
        var parts: [Tensor?] = [nil, nil]
        if node.needs(0) {
            let slope = try exponent.mul(base.pow(exponent.sub(1)))
            parts[0] = try gradient.mul(slope).maskedFill(exponent.eq(0), 0)
        }
        if node.needs(1) {
            let slope = try node.saved(2).mul(base.to(gradient.dtype).log())
            parts[1] = try gradient.mul(
                slope.maskedFill(base.eq(0).logicalAnd(exponent.ge(0)), 0))
        }
        return parts
    }

    /// `base` to the power of each element.
    public func rpow(_ base: Scalar) throws -> Tensor {
        let dtype = resultType(base)
        let number = try Tensor.scalar(base, dtype: dtype)
        // PyTorch gives this one in row-major order.
        let result = try Elementwise.binary(
            Int(CK_POW), "pow", number, .tensor(self), dtype: dtype
        ).rowMajor()
        guard isRecorded(self) else { return result }
        return result.recordSavingResult("PowBackward2", [self]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let result = try node.saved(0)
            if base.doubleValue == 0 {
                // 0 to the power of what is not negative stays what it is.
                let slope = try result.mul(.double(-.infinity))
                return [try gradient.mul(slope.maskedFill(result.isfinite(), 0))]
            }
            return [try gradient.mul(result.mul(.double(CNN.logarithm(base.doubleValue))))]
        }
    }

    // MARK: Division with remainder

    /// ⌊self / other⌋.
    public func floorDivide(_ other: Tensor) throws -> Tensor {
        try rounding(Int(CK_FLOOR_DIVIDE), "div_floor_cpu", "ZeroDivisionError", other)
            .recordWithoutGradient("aten::floor_divide", [self, other])
    }
    /// ⌊self / other⌋.
    public func floorDivide(_ other: Scalar) throws -> Tensor {
        try floorDivide(Tensor.scalar(other, dtype: resultType(other)))
    }
    /// ⌊other / self⌋.
    public func rfloorDivide(_ other: Scalar) throws -> Tensor {
        try Tensor.scalar(other, dtype: resultType(other)).floorDivide(self)
    }

    /// self / other, rounded towards zero or down: `div(rounding_mode=…)`.
    public func div(_ other: Tensor, roundingMode: String) throws -> Tensor {
        switch roundingMode {
        case "floor", "trunc":
            let result = try withoutGradient {
                try roundingMode == "floor" ? floorDivide(other) : quotient(other)
            }
            return result.record("DivBackward2", [self, other]) { node, gradients in
                let zeros = try gradients[0].map { try Tensor.zerosLike($0) }
                return [node.needs(0) ? zeros : nil, node.needs(1) ? zeros : nil]
            }
        default:
            throw TensorError.runtime(
                "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '"
                    + roundingMode + "'")
        }
    }

    /// self / other rounded towards zero.
    private func quotient(_ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        if dtype.isFloatingPoint { return try div(other).trunc() }
        try checkDivisor(other, dtype)
        // Bools divide as integers do.
        let whole: DType = dtype == .bool ? .int64 : dtype
        let (a, b) = (try to(whole), try other.to(whole))
        return try a.sub(a.fmod(b)).floorDivide(b).to(dtype == .bool ? .int64 : dtype)
    }

    /// The rest of the division, with the sign of `other`.
    public func remainder(_ other: Tensor) throws -> Tensor {
        let result = try rounding(Int(CK_REMAINDER), "remainder_cpu", "ZeroDivisionError", other)
        return result.record("RemainderBackward1", [self, other], saving: [self, other]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            return [
                gradient,
                node.needs(1)
                    ? try gradient.neg().mul(
                        node.saved(0).div(node.saved(1), roundingMode: "floor")) : nil,
            ]
        }
    }
    /// The rest of the division, with the sign of `other`.
    public func remainder(_ other: Scalar) throws -> Tensor {
        try rounding(
            Int(CK_REMAINDER), "remainder_cpu", "ZeroDivisionError",
            Tensor.scalar(other, dtype: resultType(other))
        ).record("RemainderBackward0", [self]) { _, gradients in gradients }
    }
    /// The rest of other / self, with the sign of this tensor.
    public func rremainder(_ other: Scalar) throws -> Tensor {
        let result = try withoutGradient {
            try Tensor.scalar(other, dtype: resultType(other)).remainder(self)
        }
        return result.recordWithoutGradient("aten::remainder", [self])
    }

    /// The rest of the division, with the sign of this tensor.
    public func fmod(_ other: Tensor) throws -> Tensor {
        let result = try rounding(Int(CK_FMOD), "fmod_cpu", "ZeroDivisionError", other)
        return result.record("FmodBackward1", [self, other], saving: [self, other]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            return [
                gradient,
                node.needs(1)
                    ? try gradient.neg().mul(
                        node.saved(0).div(node.saved(1), roundingMode: "trunc")) : nil,
            ]
        }
    }
    /// The rest of the division, with the sign of this tensor.
    public func fmod(_ other: Scalar) throws -> Tensor {
        let result = try fmod(Tensor.scalar(other, dtype: resultType(other)))
        result.node?.rename("FmodBackward0")
        return result
    }

    private func rounding(_ op: Int, _ kernel: String, _ error: String, _ other: Tensor) throws
        -> Tensor
    {
        let dtype = CNN.resultType(self, other)
        try checkDivisor(other, dtype)
        return try Elementwise.binary(op, kernel, self, .tensor(other), dtype: dtype)
    }

    private func checkDivisor(_ other: Tensor, _ dtype: DType) throws {
        guard !dtype.isFloatingPoint, other.count > 0 else { return }
        if try Shape.broadcast(shape, other.shape).contains(0) { return }
        if try other.detach().eq(0).any().firstElement().boolValue {
            throw TensorError.runtime("ZeroDivisionError")
        }
    }

    // MARK: The larger, the smaller

    /// The larger of each two; NaN if one is.
    public func maximum(_ other: Tensor) throws -> Tensor {
        try extreme(Int(CK_MAXIMUM), "MaximumBackward0", other)
    }
    /// The smaller of each two; NaN if one is.
    public func minimum(_ other: Tensor) throws -> Tensor {
        try extreme(Int(CK_MINIMUM), "MinimumBackward0", other)
    }

    private func extreme(_ op: Int, _ name: String, _ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        let result = try Elementwise.binary(op, "maximum", self, .tensor(other), dtype: dtype)
        guard isRecorded(self, other) else { return result }
        let isMaximum = op == Int(CK_MAXIMUM)
        return result.record(name, [self, other], saving: [self, other]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            let (a, b) = (try node.saved(0), try node.saved(1))
            // A tie is shared.
            let half = try gradient.div(2)
            let tie = try a.eq(b)
            let first = try isMaximum ? a.lt(b) : a.gt(b)
            let second = try isMaximum ? a.gt(b) : a.lt(b)
            return [
                try CNN.where(tie, half, gradient).maskedFill(first, 0),
                try CNN.where(tie, half, gradient).maskedFill(second, 0),
            ]
        }
    }

    /// The angle of the point (other, self).
    public func atan2(_ other: Tensor) throws -> Tensor {
        let dtype = CNN.resultType(self, other)
        let result = try Elementwise.binary(
            Int(CK_ATAN2), "atan2", self, .tensor(other),
            dtype: dtype.isFloatingPoint ? dtype : .standard)
        return result.record("Atan2Backward0", [self, other], saving: [self, other]) {
            node, gradients in
            guard let gradient = gradients[0] else { return [nil, nil] }
            let (y, x) = (try node.saved(0), try node.saved(1))
            let square = try x.mul(x).add(y.mul(y))
            let scaled = try gradient.div(square).maskedFill(square.detach().eq(0), 0)
            return [
                node.needs(0) ? try scaled.mul(x) : nil,
                node.needs(1) ? try scaled.mul(y).neg() : nil,
            ]
        }
    }
}
