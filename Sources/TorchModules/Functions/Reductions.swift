import CNN
import Interpreter

/// Functions that bring many elements to few.
extension Torch {
    func declareReductions(_ module: ModuleObject) {
        declareSums(module)
        declareExtremes(module)
        declareStatistics(module)
        declareNorms(module)
        declareCounts(module)
    }

    private func declareSums(_ module: ModuleObject) {
        for (name, help) in [("sum", "The sum."), ("nansum", "The sum of what is a number.")] {
            both(module, name, "(dim=<None>, keepdim=False, *, dtype=None)", help) {
                [unowned self] c, x in
                if name == "sum" || !x.dtype.isFloatingPoint {
                    let sum = try x.sum(
                        c.optionalInts(0), keepdim: c.bool(1), dtype: c.optionalDType(2))
                    return ofDimensions(sum, "SumBackward1", c)
                }
                let y = try x.to(c.optionalDType(2) ?? x.dtype)
                let sum = try y.nansum(c.optionalInts(0), keepdim: c.bool(1))
                return c.wrap(try sum.to(c.optionalDType(2) ?? sum.dtype))
            }
        }
        both(module, "mean", "(dim=<None>, keepdim=False, *, dtype=None)", "The mean.") {
            [unowned self] c, x in
            let mean = try x.mean(
                c.optionalInts(0), keepdim: c.bool(1), dtype: c.optionalDType(2))
            return ofDimensions(mean, "MeanBackward1", c)
        }
        both(module, "prod", "(dim=None, keepdim=False, *, dtype=None)", "The product.") { c, x in
            guard let d = try c.optionalInt(0) else {
                return c.wrap(try x.prod(dtype: c.optionalDType(2)))
            }
            return c.wrap(try x.prod(d, keepdim: c.bool(1), dtype: c.optionalDType(2)))
        }
        both(module, "cumsum", "(dim, *, dtype=None)", "Sums so far.") { c, x in
            c.wrap(try x.cumsum(c.int(0), dtype: c.optionalDType(1)))
        }
        both(module, "cumprod", "(dim, *, dtype=None)", "Products so far.") { c, x in
            c.wrap(try x.cumprod(c.int(0), dtype: c.optionalDType(1)))
        }
        both(module, "logsumexp", "(dim, keepdim=False)", "log Σ eˣ.") { c, x in
            c.wrap(try x.logsumexp(c.ints(0), keepdim: c.bool(1)))
        }
    }

    /// A reduction's result, whose step PyTorch calls by another name when dimensions are given, `None` included.
    private func ofDimensions(_ result: Tensor, _ name: String, _ c: Call) -> Value {
        if !c[0].isUndefined { result.renameStep(name) }
        return c.wrap(result)
    }

    /// A pair of results with names, `torch.return_types.max`.
    func named(
        _ name: String, _ first: Tensor, _ second: Tensor,
        fields: [String] = ["values", "indices"]
    ) -> Value {
        named(name, [first, second], fields: fields)
    }

    func named(_ name: String, _ results: [Tensor], fields: [String]) -> Value {
        let type = resultTypes[name] ?? makeResultType(name, fields)
        return .object(TupleObject(type: type, results.map { value($0) }))
    }

    private func makeResultType(_ name: String, _ fields: [String]) -> TypeObject {
        let made = vm.makeType(name: name, module: "torch.return_types", bases: [vm.types.tuple])
        made.showsModule = true
        for (index, field) in fields.enumerated() {
            made.property(
                vm, field, get: { _, value in value.tuple?.elements[index] ?? .none })
        }
        for (name, number) in [
            ("n_fields", fields.count), ("n_sequence_fields", fields.count),
            ("n_unnamed_fields", 0),
        ] { made.attributes[vm.intern(name)] = .int(number) }
        made.slots.repr = { vm, value in
            let elements = try (value.tuple?.elements ?? []).map { try vm.repr($0) }
            let parts = zip(fields, elements).map { "\($0)=\($1)" }
            return "torch.return_types.\(name)(\n" + parts.joined(separator: ",\n") + ")"
        }
        resultTypes[name] = made
        resultFields[name] = fields
        return made
    }

    private func declareExtremes(_ module: ModuleObject) {
        for name in ["max", "min"] {
            let isMax = name == "max"
            both(
                module, name, "(dim=None, keepdim=False)",
                "The \(isMax ? "largest" : "smallest") element."
            ) {
                [unowned self] c, x in
                if let y = tensor(c[0]) {
                    return c.wrap(isMax ? try x.maximum(y) : try x.minimum(y))
                }
                guard let d = try c.optionalInt(0) else {
                    return c.wrap(isMax ? try x.max() : try x.min())
                }
                let result =
                    isMax ? try x.max(d, keepdim: c.bool(1)) : try x.min(d, keepdim: c.bool(1))
                return named(name, result.values, result.indices)
            }
            let arg = "arg" + name
            both(
                module, arg, "(dim=None, keepdim=False)",
                "Where the \(isMax ? "largest" : "smallest") element is."
            ) {
                c, x in
                c.wrap(
                    isMax
                        ? try x.argmax(c.optionalInt(0), keepdim: c.bool(1))
                        : try x.argmin(c.optionalInt(0), keepdim: c.bool(1)))
            }
            both(
                module, "a" + name, "(dim=(), keepdim=False)",
                "The \(isMax ? "largest" : "smallest") elements."
            ) {
                c, x in
                c.wrap(
                    isMax
                        ? try x.amax(c.optionalInts(0) ?? [], keepdim: c.bool(1))
                        : try x.amin(c.optionalInts(0) ?? [], keepdim: c.bool(1)))
            }
        }
        both(module, "median", "(dim=None, keepdim=False)", "The median, the lower of two.") {
            [unowned self] c, x in
            guard let d = try c.optionalInt(0) else { return c.wrap(try x.median()) }
            let result = try x.median(d, keepdim: c.bool(1))
            return named("median", result.values, result.indices)
        }
        both(module, "kthvalue", "(k, dim=-1, keepdim=False)", "The k-th smallest value.") {
            [unowned self] c, x in
            let result = try x.kthvalue(c.int(0), c.int(1), keepdim: c.bool(2))
            return named("kthvalue", result.values, result.indices)
        }
        both(module, "cummax", "(dim)", "The largest so far.") { [unowned self] c, x in
            let result = try x.cummax(c.int(0))
            return named("cummax", result.values, result.indices)
        }
        both(module, "cummin", "(dim)", "The smallest so far.") { [unowned self] c, x in
            let result = try x.cummin(c.int(0))
            return named("cummin", result.values, result.indices)
        }
        both(
            module, "quantile", "(q, dim=None, keepdim=False, *, interpolation='linear')",
            "Quantiles."
        ) { [unowned self] c, x in
            try quantiles(c, x, ignoringNaN: false)
        }
    }

    /// `quantile` and `nanquantile`, for one q or a tensor of them.
    func quantiles(_ c: Call, _ x: Tensor, ignoringNaN: Bool) throws -> Value {
        guard let mode = Tensor.QuantileMode(rawValue: try c.string(3)) else {
            throw TensorError.runtime(
                "quantile() interpolation must be one of linear, lower, higher, midpoint or "
                    + "nearest, but got \(try c.string(3))")
        }
        let (d, keepdim) = (try c.optionalInt(1), try c.bool(2))
        func one(_ q: Double) throws -> Tensor {
            try x.quantile(q, d, keepdim: keepdim, mode: mode, ignoringNaN: ignoringNaN)
        }
        guard let several = tensor(c[0]) else { return c.wrap(try one(c.double(0))) }
        guard several.dim <= 1 else {
            throw TensorError.runtime("quantile() q must be a scalar or 1D tensor")
        }
        guard several.dtype == x.dtype || !x.dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "quantile() q tensor must be same dtype as the input tensor")
        }
        let shares = try several.array(Double.self)
        guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
            throw TensorError.runtime("quantile() q values must be in the range [0, 1]")
        }
        if several.dim == 0 { return c.wrap(try one(shares[0])) }
        let joined = try CNN.stack(shares.map(one))
        joined.gradFn?.rename("SqueezeBackward4")
        return c.wrap(joined)
    }

    private func declareStatistics(_ module: ModuleObject) {
        for name in ["var", "std"] {
            let help = name == "var" ? "The variance." : "The standard deviation."
            both(
                module, name, "(dim=None, unbiased=<True>, keepdim=False, *, correction=<None>)",
                help
            ) {
                [unowned self] c, x in
                // var(unbiased) and var(dim, unbiased) differ in what the first argument is.
                var dims: [Int]?
                var correction = 1.0
                if case .bool(let unbiased) = c[0] {
                    correction = unbiased ? 1 : 0
                } else {
                    dims = try c.optionalInts(0)
                }
                if case .bool(let unbiased) = c[1] { correction = unbiased ? 1 : 0 }
                if !c.isNone(3) { correction = try c.double(3) }
                let spread =
                    name == "var"
                    ? try x.var(dims, correction: correction, keepdim: c.bool(2))
                    : try x.std(dims, correction: correction, keepdim: c.bool(2))
                warnOfFreedom(name, x, spread, correction)
                return c.wrap(spread)
            }
            define(
                module, name + "_mean",
                "(input, dim=None, unbiased=<True>, keepdim=False, *, correction=<None>)", help
            ) { [unowned self] c in
                let x = try c.tensor(0)
                guard x.dtype.isFloatingPoint else {
                    throw TensorError.notImplemented(
                        "\(name)_mean only support floating point and complex dtypes")
                }
                let dims = try c.optionalInts(1)
                var correction = 1.0
                if case .bool(let unbiased) = c[2] { correction = unbiased ? 1 : 0 }
                if !c.isNone(4) { correction = try c.double(4) }
                let spread =
                    name == "var"
                    ? try x.var(dims, correction: correction, keepdim: c.bool(3))
                    : try x.std(dims, correction: correction, keepdim: c.bool(3))
                warnOfFreedom(name + "_mean", x, spread, correction)
                let mean = try x.mean(dims, keepdim: c.bool(3))
                let step = name == "var" ? "VarMeanBackward0" : "StdMeanBackward0"
                for made in [spread, mean] where x.requiresGrad { made.gradFn?.rename(step) }
                return tuple([spread, mean])
            }
        }
    }

    /// PyTorch's warning where there are no more elements than are taken off their number.
    private func warnOfFreedom(_ name: String, _ x: Tensor, _ result: Tensor, _ correction: Double)
    {
        let elements = result.count == 0 ? 0 : x.count / result.count
        guard Double(elements) <= correction else { return }
        vm.warn(
            .userWarning,
            "\(name)(): degrees of freedom is <= 0. Correction should be strictly less than the "
                + "reduction factor (input numel divided by output numel).")
    }

    private func declareNorms(_ module: ModuleObject) {
        both(module, "norm", "(p='fro', dim=None, keepdim=False, dtype=None)", "The norm.") {
            c, x in
            var order = 2.0
            if let text = c[0].string?.swiftString {
                guard text == "fro" else {
                    return c.wrap(
                        try c.torch.matrixNorm(
                            x, c[0], c.optionalInts(1) ?? Array(0..<x.dim), c.bool(2), c))
                }
            } else if !c.isNone(0) {
                order = try c.normOrder(0)
            }
            let dtype = try c.optionalDType(3)
            if let dtype, !dtype.isFloatingPoint {
                throw TensorError.runtime(
                    "linalg.vector_norm: dtype should be floating point or complex, but got "
                        + dtype.scalarTypeName)
            }
            try c.checkNormDims(1)
            return c.wrap(
                try x.to(dtype ?? x.dtype).norm(
                    order, c.optionalInts(1), keepdim: c.bool(2)))
        }
    }

    private func declareCounts(_ module: ModuleObject) {
        both(module, "any", "(dim=None, keepdim=False)", "Whether any element is other than 0.") {
            c, x in
            let dims = try c.optionalInts(0)
            return c.wrap(
                dims?.isEmpty == true ? try x.ne(0) : try x.any(dims, keepdim: c.bool(1)))
        }
        both(module, "all", "(dim=None, keepdim=False)", "Whether all elements are other than 0.") {
            c, x in
            let dims = try c.optionalInts(0)
            return c.wrap(
                dims?.isEmpty == true ? try x.ne(0) : try x.all(dims, keepdim: c.bool(1)))
        }
        both(module, "count_nonzero", "(dim=None)", "The number of elements other than 0.") {
            c, x in
            c.wrap(try x.ne(.int(0)).sum(c.optionalInts(0)))
        }
        both(module, "bincount", "(weights=None, minlength=0)", "How often each number occurs.") {
            c, x in
            c.wrap(try x.bincount(weights: c.optionalTensor(0), minlength: c.int(1)))
        }
        both(module, "histc", "(bins=100, min=0, max=0)", "A histogram.") { c, x in
            c.wrap(try x.histc(bins: c.int(0), min: c.double(1), max: c.double(2)))
        }
    }
}
