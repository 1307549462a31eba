import CNN
import Interpreter

extension Torch {
    func declareActivations(_ module: ModuleObject) {
        typealias Body = (Tensor) throws -> Tensor
        func activation(_ name: String, _ help: String, _ body: @escaping Body) {
            define(module, name, "(input, inplace=False)", help) { c in
                let x = try c.tensor(0)
                return c.wrap(try c.flag(1) ? x.overwrite_([], body) : body(x))
            }
        }
        define(module, "relu", "(input, inplace=False)", "max(0, x).") { c in
            c.wrap(try c.flag(1) ? c.tensor(0).relu_() : c.tensor(0).relu())
        }
        define(module, "relu_", "(input)", "max(0, x), in place.") { c in
            c.wrap(try c.tensor(0).relu_())
        }
        activation("relu6", "min(max(0, x), 6).") { x in
            guard x.dtype != .bool else {
                throw TensorError.notImplemented("Bool inputs not supported for hardtanh")
            }
            return try x.relu6()
        }
        activation("selu", "Scaled ELU.") { try $0.selu() }
        activation("silu", "x · sigmoid(x).") { try $0.silu() }
        define(
            module, "leaky_relu", "(input, negative_slope=0.01, inplace=False)", "x or slope · x."
        ) {
            c in
            let x = try c.tensor(0)
            let slope = try c.scalar(1).doubleValue
            guard try c.flag(2) else { return c.wrap(try x.leakyRelu(negativeSlope: slope)) }
            return c.wrap(try x.overwrite_ { try $0.leakyRelu(negativeSlope: slope) })
        }
        define(module, "elu", "(input, alpha=1.0, inplace=False)", "x or alpha · (eˣ - 1).") { c in
            let x = try c.tensor(0)
            let alpha = try c.scalar(1).doubleValue
            guard try c.flag(2) else { return c.wrap(try x.elu(alpha: alpha)) }
            return c.wrap(try x.overwrite_ { try $0.elu(alpha: alpha) })
        }
        define(
            module, "hardtanh", "(input, min_val=-1.0, max_val=1.0, inplace=False)",
            "x clipped to [min_val, max_val]."
        ) { c in
            let x = try c.tensor(0)
            guard x.dtype != .bool else {
                throw TensorError.notImplemented("Bool inputs not supported for hardtanh")
            }
            let (low, high) = (try c.scalar(1).doubleValue, try c.scalar(2).doubleValue)
            guard low <= high else {
                throw TensorError.value("min_val cannot be greater than max_val")
            }
            guard try c.flag(3) else { return c.wrap(try x.hardtanh(min: low, max: high)) }
            return c.wrap(try x.overwrite_ { try $0.hardtanh(min: low, max: high) })
        }
        define(module, "prelu", "(input, weight)", "LeakyReLU with a learned slope.") { c in
            c.wrap(try c.tensor(0).prelu(c.tensor(1)))
        }
        define(module, "gelu", "(input, *, approximate='none')", "x · Φ(x).") { c in
            let name = try c.string(1)
            guard name == "none" || name == "tanh" else {
                throw c.vm.error(
                    .runtimeError, "approximate argument must be either none or tanh.")
            }
            return c.wrap(try c.tensor(0).gelu(approximate: name))
        }
        define(
            module, "softplus", "(input, beta=1.0, threshold=20.0)", "log(1 + e^(beta x)) / beta."
        ) {
            c in
            c.wrap(
                try c.tensor(0).softplus(
                    beta: c.scalar(1).doubleValue, threshold: c.scalar(2).doubleValue))
        }
        define(module, "logsigmoid", "(input)", "log sigmoid(x).") { c in
            let c = c.named("log_sigmoid")
            return c.wrap(try c.tensor(0).logSigmoid())
        }
        for (name, body) in [
            ("sigmoid", { try $0.sigmoid() } as Body), ("tanh", { try $0.tanh() } as Body),
        ] {
            define(module, name, "(input)", "As torch.\(name).") { c in
                c.wrap(try body(c.tensor(0)))
            }
        }
        declareActivationParts(module)
        let soft = "(input, dim=None, _stacklevel=3, dtype=None)"
        define(module, "softmax", soft, "eˣ over the sum of eˣ along dim.") { [unowned self] c in
            let x = try c.asked(0, for: c.isNone(1) ? "dim" : "softmax")
            return c.wrap(
                try CNN.softmax(
                    x.to(c.optionalDType(3) ?? x.dtype), dim: softmaxDimension(c, "softmax", x)))
        }
        define(module, "log_softmax", soft, "The logarithm of softmax along dim.") {
            [unowned self] c in
            let x = try c.asked(0, for: c.isNone(1) ? "dim" : "log_softmax")
            return c.wrap(
                try CNN.logSoftmax(
                    x.to(c.optionalDType(3) ?? x.dtype), dim: softmaxDimension(c, "log_softmax", x))
            )
        }
    }

    /// What the functions that are written in Python are made of.
    private func declareActivationParts(_ module: ModuleObject) {
        define(module, "_celu", "(input, alpha)") { c in
            c.wrap(try c.tensor(0).celu(alpha: c.double(1)))
        }
        define(module, "_mish", "(input)") { c in c.wrap(try c.tensor(0).mish()) }
        define(module, "_hardsigmoid", "(input)") { c in c.wrap(try c.tensor(0).hardsigmoid()) }
        define(module, "_hardswish", "(input)") { c in c.wrap(try c.tensor(0).hardswish()) }
        define(module, "_above", "(input, threshold, value)") { c in
            c.wrap(try c.tensor(0).threshold(c.double(1), c.double(2)))
        }
    }

    /// The dimension that PyTorch takes, with its warning, when none is given.
    private func softmaxDimension(_ c: Call, _ name: String, _ x: Tensor) throws -> Int {
        if !c.isNone(1), c.integer(c[1]) == nil {
            // PyTorch calls the tensor's method here, whose first argument this is.
            throw vm.typeError(
                "\(name)(): argument 'dim' (position 1) must be int, not "
                    + nativeTypeName(c[1]))
        }
        if let d = try c.optionalInt(1) { return d }
        vm.warn(
            .userWarning,
            "Implicit dimension choice for \(name) has been deprecated. Change the call to include "
                + "dim=X as an argument.")
        return [0, 1, 3].contains(x.dim) ? 0 : 1
    }

    /// `torch.softmax`, `x.softmax` and their logarithms.
    func declareSoftmax(_ module: ModuleObject) {
        both(module, "softmax", "(dim, dtype=None)", "eˣ over the sum of eˣ along dim.") { c, x in
            c.wrap(try CNN.softmax(x.to(c.optionalDType(1) ?? x.dtype), dim: c.int(0)))
        }
        both(module, "log_softmax", "(dim, dtype=None)", "The logarithm of softmax.") { c, x in
            c.wrap(try CNN.logSoftmax(x.to(c.optionalDType(1) ?? x.dtype), dim: c.int(0)))
        }
    }

    func declareOtherFunctional(_ module: ModuleObject) {
        define(module, "one_hot", "(tensor, num_classes=-1)", "1 at each class, 0 elsewhere.") {
            c in
            c.wrap(try c.tensor(0).oneHot(c.int(1)))
        }
        define(module, "_embedding", "(input, weight, padding_idx)", "Rows of a table.") {
            [unowned self] c in
            c.wrap(try embedding(c.tensor(0), c.tensor(1), c.optionalInt(2)))
        }
        define(module, "_pad_constant", "(input, pad, value)", "A border of one value.") { c in
            c.wrap(try c.tensor(0).pad(c.ints(1), value: c.scalar(2)))
        }
        define(
            module, "normalize", "(input, p=2.0, dim=1, eps=1e-12, out=None)",
            "Vectors of length 1."
        ) { c in
            try c.refuse(4)
            let x = try c.asked(0, for: "norm")
            let order = c.isNone(1) ? 2 : try c.normOrder(1)
            try c.checkNormDims(2)
            let norm = try x.norm(order, c.optionalInts(2), keepdim: true)
            return c.wrap(try x.div(norm.clamp(min: .double(c.double(3))).expand(x.shape)))
        }
        define(module, "cosine_similarity", "(x1, x2, dim=1, eps=1e-08)", "The cosine of an angle.")
        {
            c in
            var (a, b) = (try c.tensor(0), try c.tensor(1))
            let shape = try Shape.broadcast(a.shape, b.shape)
            let dtype = CNN.resultType(a, b)
            guard dtype.isFloatingPoint else {
                throw TensorError.runtime(
                    "expected common dtype to be floating point, yet common dtype is "
                        + dtype.scalarTypeName)
            }
            (a, b) = (try a.to(dtype), try b.to(dtype))
            if a.shape != shape { a = try a.expand(shape) }
            if b.shape != shape { b = try b.expand(shape) }
            let dims = try c.ints(2)
            let least = Scalar.double(try c.double(3))
            func unit(_ x: Tensor) throws -> Tensor {
                let length = try x.norm(2, dims, keepdim: true).clamp(min: least)
                return try x.div(length)
            }
            return c.wrap(try unit(a).mul(unit(b)).sum(dims))
        }
    }

    private func embedding(_ input: Tensor, _ weight: Tensor, _ padding: Int?) throws -> Tensor {
        guard input.dtype == .int64 || input.dtype == .int32 else {
            let given = input.dtype == .bool ? "CPUBoolType" : typeName(value(input))
            throw TensorError.runtime(
                "Expected tensor for argument #1 'indices' to have one of the following scalar types: "
                    + "Long, Int; but got \(given) instead (while checking arguments for embedding)"
            )
        }
        guard weight.dim == 2 else { throw TensorError.runtime("'weight' must be 2-D") }
        let rows = weight.shape[0]
        guard
            try withoutGradient({
                try input.ge(0).logicalAnd(input.lt(.int(rows))).all().item().boolValue
            })
        else { throw TensorError.index("index out of range in self") }
        let indices = try input.to(.int64)
        let result = try withoutGradient { try weight.index([.tensor(indices)]) }
        let shape = weight.shape
        return result.record("EmbeddingBackward0", [weight]) { _, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            let back = try Tensor.zeros(shape, dtype: gradient.dtype)
            _ = try back.indexPut_([indices], gradient, accumulate: true)
            if let padding { _ = try back.select(0, padding).zero_() }
            return [back]
        }
    }
}
