import CNNKernels

/// Elements of `a` where `condition` holds, of `b` elsewhere.
public func `where`(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    guard condition.dtype == .bool || condition.dtype == .uint8 else {
        throw TensorError.runtime(
            "where expected condition to be a boolean tensor, but got a tensor with dtype "
                + "\(condition.dtype.scalarTypeName)")
    }
    let dtype = resultType(a, b)
    let shape = try Shape.broadcast(try Shape.broadcast(condition.shape, a.shape), b.shape)
    let (x, y) = (try a.converted(to: dtype), try b.converted(to: dtype))
    let mask = try condition.converted(to: .bool)
    let result = try Elementwise.output(shape, dtype, mask, x, y)
    _ = Elementwise.run(result, .tensor(mask), .tensor(x), .tensor(y)) {
        n, shape, strides, operands in
        ck_where(dtype.code, n, shape, strides, operands)
        return true
    }
    guard isRecorded(a, b) else { return result }
    return result.record("WhereBackward0", [a, b], saving: [mask]) { node, gradients in
        guard let gradient = gradients[0] else { return [nil, nil] }
        let mask = try node.saved(0)
        return [
            node.needs(0) ? try gradient.maskedFill(mask.logicalNot(), 0) : nil,
            node.needs(1) ? try gradient.maskedFill(mask, 0) : nil,
        ]
    }
}

/// Elements of `a` where `condition` holds, of `b` elsewhere.
public func `where`(_ condition: Tensor, _ a: Tensor, _ b: Scalar) throws -> Tensor {
    try `where`(condition, a, Tensor.scalar(b, dtype: a.resultType(b)))
}

/// Elements of `a` where `condition` holds, of `b` elsewhere.
public func `where`(_ condition: Tensor, _ a: Scalar, _ b: Tensor) throws -> Tensor {
    try `where`(condition, Tensor.scalar(a, dtype: b.resultType(a)), b)
}

extension Tensor {
    /// `value` where `mask` holds, the element elsewhere.
    public func maskedFill(_ mask: Tensor, _ value: Scalar) throws -> Tensor {
        try checkMask(mask)
        try dtype.check(value)
        let shape = try Shape.broadcast(mask.shape, self.shape)
        let result = try Tensor.empty(shape, dtype: dtype)
        fill(result, mask, value)
        return result.record("MaskedFillBackward0", [self], saving: [mask]) { node, gradients in
            [try gradients[0]?.maskedFill(node.saved(0), 0)]
        }
    }

    /// Sets elements to `value` where `mask` holds.
    @discardableResult
    public func maskedFill_(_ mask: Tensor, _ value: Scalar) throws -> Tensor {
        try checkMask(mask)
        try dtype.check(value)
        try checkInPlaceShape(mask)
        // An expanded tensor takes the value wherever one of its places shows it.
        return try inPlace("MaskedFillBackward0", saving: [mask], mayOverlap: true) {
            node, gradients in
            [try gradients[0]?.maskedFill(node.saved(0), 0)]
        } _: {
            fill(self, mask, value)
        }
    }

    /// As `maskedFill`, with the value of a tensor without dimensions.
    public func maskedFill(_ mask: Tensor, _ value: Tensor) throws -> Tensor {
        guard value.dim == 0 else {
            throw TensorError.runtime(
                "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with "
                    + "\(value.dim) dimension(s).")
        }
        guard isRecorded(value) else { return try maskedFill(mask, value.item()) }
        return try composite("MaskedFillBackward1", [self, value]) { inputs in
            try CNN.where(mask, (inputs[1] ?? value).to(self.dtype), inputs[0] ?? self)
        }
    }

    private func checkMask(_ mask: Tensor) throws {
        guard mask.dtype == .bool else {
            throw TensorError.runtime(
                "masked_fill_ only supports boolean masks, but got mask with dtype "
                    + mask.dtype.longName)
        }
    }

    private func fill(_ target: Tensor, _ mask: Tensor, _ value: Scalar) {
        _ = Elementwise.run(
            target, .tensor(mask), .number(value.bits(as: dtype)), .tensor(self)
        ) { n, shape, strides, operands in
            ck_where(dtype.code, n, shape, strides, operands)
            return true
        }
    }

    /// Elements held between `min` and `max`.
    public func clamp(min: Scalar? = nil, max: Scalar? = nil) throws -> Tensor {
        let dtype = try clampType(min, max)
        let result = try clamped(min, max, dtype, out: nil)
        guard isRecorded(self) else { return result }
        return result.record("ClampBackward1", [self], saving: [self], Self.clampBack(min, max))
    }

    @discardableResult
    public func clamp_(min: Scalar? = nil, max: Scalar? = nil) throws -> Tensor {
        let dtype = try clampType(min, max)
        guard dtype.category <= self.dtype.category else {
            throw TensorError.runtime(
                "result type \(dtype.scalarTypeName) can't be cast to the desired output type "
                    + self.dtype.nativeName)
        }
        return try inPlace("ClampBackward1", saving: [self], Self.clampBack(min, max)) {
            _ = try clamped(min, max, dtype, out: self)
        }
    }

    private func clampType(_ min: Scalar?, _ max: Scalar?) throws -> DType {
        guard min != nil || max != nil else {
            throw TensorError.runtime(
                "torch.clamp: At least one of 'min' or 'max' must not be None")
        }
        var dtype = self.dtype
        if let min { dtype = min.promoted(with: dtype) }
        if let max { dtype = max.promoted(with: dtype) }
        return dtype
    }

    /// Bounds of integers as their type can hold them.
    /// - Throws: PyTorch's message for a bound that no number of the type keeps.
    private func representable(_ min: Scalar?, _ max: Scalar?, _ dtype: DType) throws -> (
        Scalar?, Scalar?
    ) {
        let (low, high): (Int, Int)
        switch dtype {
        case .uint8: (low, high) = (0, 255)
        case .int32: (low, high) = (Int(Int32.min), Int(Int32.max))
        default: return (min, max)
        }
        if let min, min.intValue > high {
            throw TensorError.runtime(
                "Clamp min value \(min.intValue) is outside the representable range of "
                    + dtype.scalarTypeName)
        }
        if let max, max.intValue < low {
            throw TensorError.runtime(
                "Clamp max value \(max.intValue) is outside the representable range of "
                    + dtype.scalarTypeName)
        }
        return (
            min.map { .int(Swift.max($0.intValue, low)) },
            max.map { .int(Swift.min($0.intValue, high)) }
        )
    }

    private func clamped(_ min: Scalar?, _ max: Scalar?, _ dtype: DType, out: Tensor?) throws
        -> Tensor
    {
        let (min, max) = try representable(min, max, dtype)
        var result = self
        var target = out
        if let min {
            result = try Elementwise.binary(
                Int(CK_MAXIMUM), "clamp", result, .number(min.bits(as: dtype)), dtype: dtype,
                out: target)
            target = target ?? result
        }
        if let max {
            result = try Elementwise.binary(
                Int(CK_MINIMUM), "clamp", result, .number(max.bits(as: dtype)), dtype: dtype,
                out: target)
        }
        return result
    }

    private static func clampBack(_ min: Scalar?, _ max: Scalar?) -> Node.Backward {
        { node, gradients in
            guard var gradient = gradients[0] else { return [nil] }
            let input = try node.saved(0).detach()
            // An element on a bound counts as held, and so does one that is no number.
            if let min { gradient = try gradient.maskedFill(input.gt(min).logicalNot(), 0) }
            if let max { gradient = try gradient.maskedFill(input.lt(max).logicalNot(), 0) }
            return [gradient]
        }
    }

    /// Elements held between those of two tensors.
    public func clamp(min: Tensor?, max: Tensor?) throws -> Tensor {
        guard min != nil || max != nil else {
            throw TensorError.runtime(
                "torch.clamp: At least one of 'min' or 'max' must not be None")
        }
        let result = try withoutGradient {
            var result = self
            if let min { result = try result.maximum(min) }
            if let max { result = try result.minimum(max) }
            return result === self ? try clone() : result
        }
        let bounds = [min, max].compactMap { $0 }
        return result.record("ClampBackward0", [self] + bounds, saving: [self, min, max]) {
            node, gradients in
            let none = [Tensor?](repeating: nil, count: bounds.count + 1)
            guard let gradient = gradients[0] else { return none }
            let shares = try withoutGradient {
                try Self.clampShares(
                    node.saved(0), min == nil ? nil : node.saved(1),
                    max == nil ? nil : node.saved(2))
            }
            return try shares.enumerated().map { place, share in
                guard node.needs(place) else { return nil }
                let held = try gradient.maskedFill(
                    share.whole.logicalOr(share.half).logicalNot(), 0)
                return try CNN.where(share.half, held.div(2), held)
            }
        }
    }

    /// Where an element, its lower and its upper bound get the whole gradient, and where half of it: a tie is shared.
    private static func clampShares(
        _ x: Tensor, _ min: Tensor?, _ max: Tensor?
    ) throws -> [(whole: Tensor, half: Tensor)] {
        guard let min, let max else {
            guard let bound = min ?? max else { return [] }
            let tie = try x.eq(bound)
            let (below, above) = (try x.lt(bound), try x.gt(bound))
            let (own, other) = min == nil ? (above, below) : (below, above)
            // What compares with nothing goes to both.
            return [
                (try own.logicalOr(tie).logicalNot(), tie),
                (try other.logicalOr(tie).logicalNot(), tie),
            ]
        }
        let (isRange, isTurned) = (try min.lt(max), try max.lt(min))
        let isOrdered = try min.le(max)
        let (below, above) = (try x.lt(min), try x.gt(max))
        let low = try isRange.logicalAnd(x.eq(min))
        let high = try isRange.logicalAnd(x.eq(max))
        return [
            (
                try below.logicalOr(above).logicalOr(low).logicalOr(high).logicalNot(),
                try low.logicalOr(high)
            ),
            (try isOrdered.logicalAnd(below), low),
            (try isOrdered.logicalAnd(above).logicalOr(isTurned), high),
        ]
    }

    /// The lower triangle of the last two dimensions, up to that diagonal; zeros elsewhere.
    public func tril(_ diagonal: Int = 0) throws -> Tensor { try triangle(diagonal, lower: true) }
    /// The upper triangle of the last two dimensions, from that diagonal on; zeros elsewhere.
    public func triu(_ diagonal: Int = 0) throws -> Tensor { try triangle(diagonal, lower: false) }

    private func triangle(_ diagonal: Int, lower: Bool) throws -> Tensor {
        guard dim >= 2 else {
            throw TensorError.runtime(
                "\(lower ? "tril" : "triu"): input tensor must have at least 2 dimensions")
        }
        let (rows, columns) = (shape[dim - 2], shape[dim - 1])
        let outside = try Tensor.empty([rows, columns], dtype: .bool)
        outside.access { p in
            // Without columns there may be more rows than anyone can count.
            for i in 0..<(columns == 0 ? 0 : rows) {
                for j in 0..<columns {
                    let out = lower ? j > i &+ diagonal : j < i &+ diagonal
                    p.storeBytes(of: out ? 1 : 0, toByteOffset: i * columns + j, as: UInt8.self)
                }
            }
        }
        let result = try maskedFill(outside, 0)
        result.node?.rename(lower ? "TrilBackward0" : "TriuBackward0")
        return result
    }
}
