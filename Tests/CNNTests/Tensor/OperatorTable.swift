import CNN

/// An operator of the golden file: what it gives for x and y.
typealias OperatorBody = (Tensor, Tensor) throws -> Tensor

/// The operators by their names in `operators.txt`, each as `make_operators.py` has it.
struct OperatorTable {
    private(set) var bodies: [String: OperatorBody] = [:]

    init() {
        addUnary()
        addActivations()
        addBinary()
        addReductions()
        addExtrema()
        addShapes()
        addSelections()
        addProducts()
    }

    private mutating func add(_ name: String, _ body: @escaping OperatorBody) {
        bodies[name] = body
    }

    private mutating func addUnary() {
        add("neg") { x, _ in try x.neg() }
        add("abs") { x, _ in try x.abs() }
        add("sign") { x, _ in try x.sign() }
        add("square") { x, _ in try x.square() }
        add("floor") { x, _ in try x.floor() }
        add("ceil") { x, _ in try x.ceil() }
        add("round") { x, _ in try x.round() }
        add("trunc") { x, _ in try x.trunc() }
        add("exp") { x, _ in try x.exp() }
        add("exp2") { x, _ in try x.exp2() }
        add("expm1") { x, _ in try x.expm1() }
        add("sin") { x, _ in try x.sin() }
        add("cos") { x, _ in try x.cos() }
        add("atan") { x, _ in try x.atan() }
        add("tanh") { x, _ in try x.tanh() }
        add("asinh") { x, _ in try x.asinh() }
        add("erf") { x, _ in try x.erf() }
        add("erfc") { x, _ in try x.erfc() }
        add("sigmoid") { x, _ in try x.sigmoid() }
        add("reciprocal") { x, _ in try x.reciprocal() }
        add("frac") { x, _ in try x.frac() }
        add("sinc") { x, _ in try x.sinc() }
        add("log2") { x, _ in try x.log2() }
        add("log10") { x, _ in try x.log10() }
        add("lgamma") { x, _ in try x.lgamma() }
        for suffix in ["", "_edge"] {
            add("log" + suffix) { x, _ in try x.log() }
            add("log1p" + suffix) { x, _ in try x.log1p() }
            add("sqrt" + suffix) { x, _ in try x.sqrt() }
            add("rsqrt" + suffix) { x, _ in try x.rsqrt() }
        }
        add("tan") { x, _ in try x.tan() }
        add("asin") { x, _ in try x.asin() }
        add("acos") { x, _ in try x.acos() }
        add("atanh") { x, _ in try x.atanh() }
        add("sinh") { x, _ in try x.sinh() }
        add("cosh") { x, _ in try x.cosh() }
        add("erfinv") { x, _ in try x.erfinv() }
        add("logit") { x, _ in try x.logit() }
        add("isnan") { x, _ in try x.isnan() }
        add("isfinite") { x, _ in try x.isfinite() }
        add("isinf") { x, _ in try x.isinf() }
        add("logical_not") { x, _ in try x.logicalNot() }
    }

    private mutating func addActivations() {
        add("relu") { x, _ in try x.relu() }
        add("leaky_relu") { x, _ in try x.leakyRelu(negativeSlope: 0.1) }
        add("elu") { x, _ in try x.elu() }
        add("selu") { x, _ in try x.selu() }
        add("celu") { x, _ in try x.celu() }
        add("gelu") { x, _ in try x.gelu() }
        add("gelu_tanh") { x, _ in try x.gelu(approximate: "tanh") }
        add("silu") { x, _ in try x.silu() }
        add("softplus") { x, _ in try x.softplus() }
        add("hardtanh") { x, _ in try x.hardtanh() }
        add("hardsigmoid") { x, _ in try x.hardsigmoid() }
        add("hardswish") { x, _ in try x.hardswish() }
        add("logsigmoid") { x, _ in try x.logSigmoid() }
        add("clamp") { x, _ in try x.clamp(min: -1, max: 1.5) }
    }

    private mutating func addBinary() {
        add("add") { x, y in try x.add(y) }
        add("sub") { x, y in try x.sub(y) }
        add("mul") { x, y in try x.mul(y) }
        add("div") { x, y in try x.div(y) }
        add("maximum") { x, y in try x.maximum(y) }
        add("minimum") { x, y in try x.minimum(y) }
        add("eq") { x, y in try x.eq(y) }
        add("lt") { x, y in try x.lt(y) }
        add("ge") { x, y in try x.ge(y) }
        add("remainder") { x, y in try x.remainder(y) }
        add("fmod") { x, y in try x.fmod(y) }
        add("floor_divide") { x, y in try x.floorDivide(y) }
        add("add_alpha") { x, y in try x.add(y, alpha: 3) }
        add("add_number") { x, _ in try x.add(2) }
        add("rsub") { x, _ in try x.rsub(2) }
        add("mul_number") { x, _ in try x.mul(-3) }
        add("div_number") { x, _ in try x.div(4) }
        add("square_pow") { x, _ in try x.pow(2) }
        add("cube") { x, _ in try x.pow(3) }
        add("pow") { x, y in try x.pow(y) }
        add("pow_half") { x, _ in try x.pow(0.5) }
        add("rpow") { x, _ in try x.rpow(2) }
        add("xlogy") { x, y in try x.xlogy(y) }
        add("atan2") { x, y in try x.atan2(y) }
        add("hypot") { x, y in try x.hypot(y) }
        add("logaddexp") { x, y in try x.logaddexp(y) }
        add("lerp") { x, y in try x.lerp(y, 0.25) }
        add("addcmul") { x, y in try x.addcmul(x, y, value: 2) }
        add("where") { x, y in try CNN.where(x.gt(y), x, y) }
        add("masked_fill") { x, _ in try x.maskedFill(x.gt(0), 2.0) }
        add("broadcast") { x, y in try x.unsqueeze(-1).mul(y.unsqueeze(0).sum([0])) }
        add("logical_and") { x, y in try x.logicalAnd(y) }
        add("logical_xor") { x, y in try x.logicalXor(y) }
    }

    private mutating func addReductions() {
        add("sum") { x, _ in try x.sum() }
        add("sum_last") { x, _ in try x.sum([-1]) }
        add("sum_first") { x, _ in try x.sum([0], keepdim: true) }
        add("any") { x, _ in try x.any() }
        add("all_last") { x, _ in try x.all([-1]) }
        add("count_nonzero") { x, _ in try x.countNonzero() }
        add("mean") { x, _ in try x.mean() }
        add("mean_last") { x, _ in try x.mean([-1]) }
        add("var") { x, _ in try x.var() }
        add("var_last") { x, _ in try x.var([-1], correction: 0) }
        add("std") { x, _ in try x.std() }
        add("std_first") { x, _ in try x.std([0]) }
        add("norm") { x, _ in try x.norm() }
        add("norm1_last") { x, _ in try x.norm(1, [-1]) }
        add("norm3") { x, _ in try x.norm(3) }
        add("logsumexp") { x, _ in try x.logsumexp([-1]) }
        add("softmax") { x, _ in try x.softmax(-1) }
        add("log_softmax") { x, _ in try x.logSoftmax(-1) }
        add("softmax_first") { x, _ in try x.softmax(0) }
        add("prod") { x, _ in try x.prod() }
        add("prod_last") { x, _ in try x.prod(-1) }
        add("cumprod") { x, _ in try x.cumprod(-1) }
    }

    private mutating func addExtrema() {
        add("max") { x, _ in try x.max() }
        add("min") { x, _ in try x.min() }
        add("max_last") { x, _ in try x.max(-1).values }
        add("min_first") { x, _ in try x.min(0).values }
        add("amax") { x, _ in try x.amax([-1]) }
        add("amin") { x, _ in try x.amin([0]) }
        add("argmax") { x, _ in try x.argmax() }
        add("argmin_last") { x, _ in try x.argmin(-1) }
        add("cumsum") { x, _ in try x.cumsum(-1) }
        add("cummax") { x, _ in try x.cummax(-1).values }
        add("median") { x, _ in try x.median() }
        add("median_last") { x, _ in try x.median(-1).values }
        add("sort") { x, _ in try x.sort(-1).values }
        add("sort_indices") { x, _ in try x.sort(-1, descending: true).indices }
        add("topk") { x, _ in try x.topk(1, -1).values }
        add("kthvalue") { x, _ in try x.kthvalue(1).values }
    }

    private mutating func addShapes() {
        add("transpose") { x, _ in try x.transpose(0, -1) }
        add("reshape") { x, _ in try x.reshape([-1]) }
        add("flatten") { x, _ in try x.flatten() }
        add("squeeze") { x, _ in try x.squeeze() }
        add("unsqueeze") { x, _ in try x.unsqueeze(-1) }
        add("expand") { x, _ in try x.expand([2] + x.shape) }
        add("narrow") { x, _ in try x.narrow(-1, 0, 1) }
        add("select") { x, _ in try x.select(-1, -1) }
        add("slice") { x, _ in try x.index([.ellipsis, .slice(nil, nil, 2)]) }
        add("flip") { x, _ in try x.flip([-1]) }
        add("roll") { x, _ in try x.roll([1], [-1]) }
        add("repeat") { x, _ in try x.repeat([2] + x.shape.map { _ in 1 }) }
        add("tile") { x, _ in try x.tile([2]) }
        add("repeat_interleave") { x, _ in try x.repeatInterleave(2) }
        add("tril") { x, _ in try x.tril() }
        add("triu") { x, _ in try x.triu(1) }
        add("diagonal") { x, _ in try x.diagonal() }
        add("unfold") { x, _ in try x.unfold(-1, 1, 1) }
        add("cat") { x, y in try cat([x, y], -1) }
        add("stack") { x, y in try stack([x, y], 0) }
        add("chunk") { x, _ in try x.chunk(2, -1)[0] }
        add("split") { x, _ in try x.split(1, 0)[0] }
        add("unbind") { x, _ in
            let parts = try x.unbind(0)
            guard let first = parts.first else { throw TensorError.index("no parts") }
            return first
        }
        add("pad") { x, _ in try x.pad([1, 1]) }
        add("clone") { x, _ in try x.clone() }
        add("double") { x, _ in try x.to(.float64) }
        add("bool") { x, _ in try x.to(.bool) }
        add("int") { x, _ in try x.to(.int32) }
    }

    private mutating func addSelections() {
        let twice: () throws -> Tensor = { try Tensor([0, 0] as [Int]) }
        add("gather") { x, _ in try x.gather(-1, Tensor.zeros(x.shape, dtype: .int64)) }
        add("take") { x, _ in try x.take(twice()) }
        add("index_select") { x, _ in try x.indexSelect(-1, twice()) }
        add("index") { x, _ in try x.index([.tensor(twice())]) }
        add("mask") { x, _ in try x.index([.tensor(x.gt(0))]) }
        add("scatter_add") { x, y in
            try x.scatterAdd(-1, Tensor.zeros(y.shape, dtype: .int64), y)
        }
    }

    private mutating func addProducts() {
        add("mm") { x, y in try x.mm(y.t()) }
        add("matmul") { x, y in
            guard y.dim >= 2 else { throw TensorError.runtime("only matrices have mT") }
            return try x.matmul(y.transpose(-2, -1))
        }
        add("outer") { x, y in try x.outer(y) }
        add("dot") { x, y in try x.dot(y) }
        add("mv") { x, y in try x.mv(y.index([.integer(0)])) }
        add("bmm") { x, y in try x.bmm(y.transpose(1, 2)) }
        add("trace") { x, _ in try x.trace() }
        add("addmm") { x, y in
            try Tensor.ones([1], dtype: x.dtype).addmm(x, y.t(), beta: 2, alpha: 3)
        }
        add("einsum") { x, y in try einsum("ij,kj->ik", [x, y]) }
        add("matvec") { x, y in
            guard let size = x.shape.last else { throw TensorError.index("no last dimension") }
            return try x.matmul(y.reshape([-1]).slice(0, 0, size))
        }
        add("cdist") { x, y in
            guard x.dim >= 2 else { throw TensorError.runtime("cdist takes matrices") }
            return try x.unsqueeze(-2).sub(y.unsqueeze(-3)).norm(2, [-1])
        }
        add("diag") { x, _ in try x.diag() }
    }
}
