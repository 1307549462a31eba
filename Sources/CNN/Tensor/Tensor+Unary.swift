import CNNKernels

extension Tensor {
    /// Runs a kernel of floating-point numbers; integers are converted to float32 first.
    func floatUnary(_ op: Int, _ name: String) throws -> Tensor {
        try Elementwise.unary(
            op, name, dtype.isFloatingPoint ? self : converted(to: .float32))
    }

    /// −self.
    public func neg() throws -> Tensor {
        guard dtype != .bool else {
            throw TensorError.runtime(
                "Negation, the `-` operator, on a bool tensor is not supported. If you are trying "
                    + "to invert a mask, use the `~` or `logical_not()` operator instead.")
        }
        return try Elementwise.unary(Int(CK_NEG), "neg", self).record("NegBackward0", [self]) {
            _, gradients in [try gradients[0]?.neg()]
        }
    }

    /// 1 / self.
    public func reciprocal() throws -> Tensor {
        try floatUnary(Int(CK_RECIPROCAL), "reciprocal")
            .recordSavingResult("ReciprocalBackward0", [self]) { node, gradients in
                let result = try node.saved(0)
                return [try gradients[0]?.mul(result.mul(result)).neg()]
            }
    }

    /// max(self, 0).
    public func relu() throws -> Tensor {
        guard dtype != .bool else {
            throw TensorError.runtime("Boolean inputs not supported for relu")
        }
        return try Elementwise.unary(Int(CK_RELU), "relu", self)
            .recordSavingResult("ReluBackward0", [self], Self.reluBack)
    }

    /// self = max(self, 0).
    @discardableResult
    public func relu_() throws -> Tensor {
        guard dtype != .bool else {
            throw TensorError.runtime("Boolean inputs not supported for relu")
        }
        return try inPlace("ReluBackward0", savingResult: true, Self.reluBack) {
            _ = try Elementwise.unary(Int(CK_RELU), "relu", self, out: self)
        }
    }

    private static func reluBack(_ node: Node, _ gradients: [Tensor?]) throws -> [Tensor?] {
        [try gradients[0]?.thresholdBackward(node.saved(0))]
    }

    /// This gradient where `result` is positive, else zero.
    func thresholdBackward(_ result: Tensor) throws -> Tensor {
        try Elementwise.binary(
            Int(CK_RELU_BACKWARD), "threshold_backward", self, .tensor(result), dtype: dtype
        )
        .record("ThresholdBackwardBackward0", [self, result], saving: [result]) { node, gradients in
            [try gradients[0]?.thresholdBackward(node.saved(0)), nil]
        }
    }
}
