import CNN
import Interpreter

/// Functions that treat every element by itself; each is a function of torch and a method of Tensor.
extension Torch {
    /// Declares a function of torch on `input` and the method of the same name.
    func both(
        _ module: ModuleObject, _ name: String, _ signature: String, _ help: String,
        _ body: @escaping TensorBody
    ) {
        defineOnTensor(module, name, signature, help, body)
        method(name, signature, help, body)
    }

    func declarePointwise(_ module: ModuleObject) {
        declareUnaryFunctions(module)
        declareArithmeticFunctions(module)
        declareComparisonFunctions(module)
        declareClamping(module)
    }

    private typealias Unary = (Tensor) throws -> Tensor

    private func declareUnaryFunctions(_ module: ModuleObject) {
        let functions: [(names: [String], help: String, body: Unary, inPlace: Unary?)] = [
            (["neg", "negative"], "-x.", { try $0.neg() }, { try $0.neg_() }),
            (["abs", "absolute"], "|x|.", { try $0.abs() }, { try $0.abs_() }),
            (["exp"], "eˣ.", { try $0.exp() }, { try $0.exp_() }),
            (["exp2"], "2ˣ.", { try $0.exp2() }, { try $0.exp2_() }),
            (["expm1"], "eˣ - 1.", { try $0.expm1() }, { try $0.expm1_() }),
            (["log"], "The natural logarithm.", { try $0.log() }, { try $0.log_() }),
            (["log2"], "The logarithm to base 2.", { try $0.log2() }, { try $0.log2_() }),
            (["log10"], "The logarithm to base 10.", { try $0.log10() }, { try $0.log10_() }),
            (["log1p"], "log(1 + x).", { try $0.log1p() }, { try $0.log1p_() }),
            (["sqrt"], "The square root.", { try $0.sqrt() }, { try $0.sqrt_() }),
            (["rsqrt"], "1 / √x.", { try $0.rsqrt() }, { try $0.rsqrt_() }),
            (["sin"], "The sine.", { try $0.sin() }, { try $0.sin_() }),
            (["cos"], "The cosine.", { try $0.cos() }, { try $0.cos_() }),
            (["tan"], "The tangent.", { try $0.tan() }, { try $0.tan_() }),
            (["asin", "arcsin"], "The arc sine.", { try $0.asin() }, nil),
            (["acos", "arccos"], "The arc cosine.", { try $0.acos() }, nil),
            (["atan", "arctan"], "The arc tangent.", { try $0.atan() }, nil),
            (["sinh"], "The hyperbolic sine.", { try $0.sinh() }, nil),
            (["cosh"], "The hyperbolic cosine.", { try $0.cosh() }, nil),
            (["tanh"], "The hyperbolic tangent.", { try $0.tanh() }, { try $0.tanh_() }),
            (["asinh"], "The inverse hyperbolic sine.", { try $0.asinh() }, nil),
            (["acosh"], "The inverse hyperbolic cosine.", { try $0.acosh() }, nil),
            (["atanh"], "The inverse hyperbolic tangent.", { try $0.atanh() }, nil),
            (["erf"], "The error function.", { try $0.erf() }, nil),
            (["erfc"], "1 - erf(x).", { try $0.erfc() }, nil),
            (["erfinv"], "The inverse error function.", { try $0.erfinv() }, { try $0.erfinv_() }),
            (["lgamma"], "log|Γ(x)|.", { try $0.lgamma() }, nil),
            (["digamma"], "The derivative of log Γ.", { try $0.digamma() }, { try $0.digamma_() }),
            (["floor"], "Rounded down.", { try $0.floor() }, { try $0.floor_() }),
            (["ceil"], "Rounded up.", { try $0.ceil() }, { try $0.ceil_() }),
            (["trunc", "fix"], "Rounded towards 0.", { try $0.trunc() }, { try $0.trunc_() }),
            (["frac"], "x - trunc(x).", { try $0.frac() }, nil),
            (["sign"], "-1, 0 or 1.", { try $0.sign() }, { try $0.sign_() }),
            (
                ["sgn"], "-1, 0 or 1.", { try $0.named("SgnBackward0") { try $0.sign() } },
                { try $0.overwrite_ { try $0.named("SgnBackward0") { try $0.sign() } } }
            ),
            (["reciprocal"], "1 / x.", { try $0.reciprocal() }, { try $0.reciprocal_() }),
            (["square"], "x².", { try $0.square() }, { try $0.square_() }),
            (["sigmoid"], "1 / (1 + e⁻ˣ).", { try $0.sigmoid() }, { try $0.sigmoid_() }),
            (["relu"], "max(0, x).", { try $0.relu() }, { try $0.relu_() }),
            (["isnan"], "Whether it is not a number.", { try $0.isnan() }, nil),
            (["isinf"], "Whether it is infinite.", { try $0.isinf() }, nil),
            (["isfinite"], "Whether it is a finite number.", { try $0.isfinite() }, nil),
            (["signbit"], "Whether the sign is minus.", { try $0.signbit() }, nil),
            (["logical_not"], "Whether it is 0.", { try $0.logicalNot() }, nil),
            (["bitwise_not"], "All bits turned.", { try $0.bitwiseNot() }, nil),
            (["positive"], "x.", { try $0.positive() }, nil),
        ]
        for function in functions {
            for name in function.names {
                both(module, name, "()", function.help) { c, x in c.wrap(try function.body(x)) }
                guard let inPlace = function.inPlace else { continue }
                method(name + "_", "()", function.help + " In place.") { c, x in
                    c.wrap(try inPlace(x))
                }
            }
        }
        both(module, "round", "(*, decimals=0)", "Rounded to the nearest, halves to even.") {
            c, x in
            let decimals = try c.int(0)
            return c.wrap(decimals == 0 ? try x.round() : try x.round(decimals: decimals))
        }
        both(
            module, "nan_to_num", "(nan=0.0, posinf=None, neginf=None)",
            "Numbers for NaN and infinities."
        ) {
            c, x in
            c.wrap(
                try x.nanToNum(
                    c.optionalDouble(0) ?? 0, c.optionalDouble(1), c.optionalDouble(2)))
        }
    }

    /// The second operand of a function: a tensor or a number.
    enum Other {
        case tensor(Tensor)
        case scalar(Scalar)
    }

    func other(_ c: Call, _ index: Int) throws -> Other {
        if let tensor = tensor(c[index]) { return .tensor(tensor) }
        if let scalar = scalar(c[index]) { return .scalar(scalar) }
        throw c.wrongType(index, "Tensor")
    }

    private typealias TwoTensors = (Tensor, Tensor) throws -> Tensor
    private typealias TensorScalar = (Tensor, Scalar) throws -> Tensor

    private func binary(
        _ module: ModuleObject, _ names: [String], _ help: String, _ tensors: @escaping TwoTensors,
        _ scalars: @escaping TensorScalar
    ) {
        for name in names {
            both(module, name, "(other)", help) { [unowned self] c, x in
                switch try other(c, 0) {
                case .tensor(let y): c.wrap(try tensors(x, y))
                case .scalar(let y): c.wrap(try scalars(x, y))
                }
            }
        }
    }

    private func binaryInPlace(
        _ name: String, _ tensors: @escaping TwoTensors, _ scalars: @escaping TensorScalar
    ) {
        method(name, "(other)", "In place.") { [unowned self] c, x in
            switch try other(c, 0) {
            case .tensor(let y): c.wrap(try tensors(x, y))
            case .scalar(let y): c.wrap(try scalars(x, y))
            }
        }
    }

    private func declareArithmeticFunctions(_ module: ModuleObject) {
        func sum(
            _ name: String, _ help: String,
            _ tensors: @escaping (Tensor, Tensor, Scalar) throws -> Tensor,
            _ scalars: @escaping (Tensor, Scalar, Scalar) throws -> Tensor
        ) -> TensorBody {
            { [unowned self] c, x in
                switch try other(c, 0) {
                case .tensor(let y): c.wrap(try tensors(x, y, c.scalar(1)))
                case .scalar(let y): c.wrap(try scalars(x, y, c.scalar(1)))
                }
            }
        }
        let add = sum("add", "", { try $0.add($1, alpha: $2) }, { try $0.add($1, alpha: $2) })
        let sub = sum("sub", "", { try $0.sub($1, alpha: $2) }, { try $0.sub($1, alpha: $2) })
        let add_ = sum("add_", "", { try $0.add_($1, alpha: $2) }, { try $0.add_($1, alpha: $2) })
        let sub_ = sum("sub_", "", { try $0.sub_($1, alpha: $2) }, { try $0.sub_($1, alpha: $2) })
        let signature = "(other, *, alpha=1)"
        both(module, "add", signature, "x + alpha · other.", add)
        for name in ["sub", "subtract"] { both(module, name, signature, "x - alpha · other.", sub) }
        method("add_", signature, "x + alpha · other, in place.", add_)
        for name in ["sub_", "subtract_"] {
            method(name, signature, "x - alpha · other, in place.", sub_)
        }
        binary(module, ["mul", "multiply"], "x · other.", { try $0.mul($1) }, { try $0.mul($1) })
        for name in ["mul_", "multiply_"] {
            binaryInPlace(name, { try $0.mul_($1) }, { try $0.mul_($1) })
        }
        for name in ["div", "divide", "true_divide"] {
            both(module, name, "(other, *, rounding_mode=None)", "x / other.") {
                [unowned self] c, x in
                let mode = c.isNone(1) ? nil : try c.string(1)
                switch try other(c, 0) {
                case .tensor(let y):
                    return c.wrap(try mode.map { try x.div(y, roundingMode: $0) } ?? x.div(y))
                case .scalar(let y):
                    if let mode {
                        let divisor = try Tensor.scalar(y, dtype: x.plainType(y))
                        return c.wrap(try x.div(divisor, roundingMode: mode))
                    }
                    return c.wrap(try x.div(y))
                }
            }
        }
        for name in ["div_", "divide_", "true_divide_"] {
            method(name, "(other, *, rounding_mode=None)", "x / other, in place.") {
                [unowned self] c, x in
                if c.isNone(1) {
                    switch try other(c, 0) {
                    case .tensor(let y): return c.wrap(try x.div_(y))
                    case .scalar(let y): return c.wrap(try x.div_(y))
                    }
                }
                let mode = try c.string(1)
                let y =
                    try tensor(c[0]) ?? Tensor.scalar(c.scalar(0), dtype: x.plainType(c.scalar(0)))
                return c.wrap(try x.overwrite_([y]) { try $0.div(y, roundingMode: mode) })
            }
        }
        binary(
            module, ["floor_divide"], "x // other.", { try $0.floorDivide($1) },
            { try $0.floorDivide($1) })
        binary(
            module, ["remainder"], "x % other.", { try $0.remainder($1) }, { try $0.remainder($1) })
        binary(
            module, ["fmod"], "The remainder with x's sign.", { try $0.fmod($1) },
            { try $0.fmod($1) })
        method("pow_", "(exponent)", "A power, in place.") { [unowned self] c, x in
            switch try other(c, 0) {
            case .tensor(let y): c.wrap(try x.pow_(y))
            case .scalar(let y): c.wrap(try x.pow_(y))
            }
        }
        method("pow", "(exponent)", "A power.") { [unowned self] c, x in
            switch try other(c, 0) {
            case .tensor(let y): c.wrap(try x.pow(y))
            case .scalar(let y): c.wrap(try x.pow(y))
            }
        }
        define(module, "pow", "(input, exponent)", "A power.") { [unowned self] c in
            switch (try other(c, 0), try other(c, 1)) {
            case (.tensor(let x), .tensor(let y)): return c.wrap(try x.pow(y))
            case (.tensor(let x), .scalar(let y)): return c.wrap(try x.pow(y))
            case (.scalar(let x), .tensor(let y)): return c.wrap(try y.rpow(x))
            case (.scalar, .scalar): throw c.wrongType(0, "Tensor")
            }
        }
        both(module, "atan2", "(other)", "The angle of (other, x).") { c, x in
            c.wrap(try x.atan2(c.tensor(0)))
        }
        both(module, "maximum", "(other)", "The larger of two.") { c, x in
            c.wrap(try x.maximum(c.tensor(0)))
        }
        both(module, "minimum", "(other)", "The smaller of two.") { c, x in
            c.wrap(try x.minimum(c.tensor(0)))
        }
        declareCombined(module)
    }

    private func declareCombined(_ module: ModuleObject) {
        both(module, "lerp", "(end, weight)", "x + weight · (end - x).") { [unowned self] c, x in
            switch try other(c, 1) {
            case .scalar(let weight): c.wrap(try x.lerp(c.tensor(0), weight))
            case .tensor(let weight): c.wrap(try x.lerp(c.tensor(0), weight))
            }
        }
        method("lerp_", "(end, weight)", "x + weight · (end - x), in place.") { c, x in
            let end = try c.tensor(0)
            if let weight = c.torch.tensor(c[1]) {
                return c.wrap(try x.overwrite_([end, weight]) { try $0.lerp(end, weight) })
            }
            let weight = try c.scalar(1)
            return c.wrap(try x.overwrite_([end]) { try $0.lerp(end, weight) })
        }
        let signature = "(tensor1, tensor2, *, value=1)"
        both(module, "addcmul", signature, "x + value · a · b.") { c, x in
            c.wrap(try x.addcmul(c.tensor(0), c.tensor(1), value: c.scalar(2)))
        }
        both(module, "addcdiv", signature, "x + value · a / b.") { c, x in
            c.wrap(try x.addcdiv(c.tensor(0), c.tensor(1), value: c.scalar(2)))
        }
        method("addcmul_", signature, "x + value · a · b, in place.") { c, x in
            let (a, b, value) = (try c.tensor(0), try c.tensor(1), try c.scalar(2))
            return c.wrap(try x.overwrite_([a, b]) { try $0.addcmul(a, b, value: value) })
        }
        method("addcdiv_", signature, "x + value · a / b, in place.") { c, x in
            let (a, b, value) = (try c.tensor(0), try c.tensor(1), try c.scalar(2))
            return c.wrap(try x.overwrite_([a, b]) { try $0.addcdiv(a, b, value: value) })
        }
    }

    private func declareComparisonFunctions(_ module: ModuleObject) {
        binary(module, ["eq"], "x == other.", { try $0.eq($1) }, { try $0.eq($1) })
        binary(module, ["ne", "not_equal"], "x != other.", { try $0.ne($1) }, { try $0.ne($1) })
        binary(module, ["lt", "less"], "x < other.", { try $0.lt($1) }, { try $0.lt($1) })
        binary(module, ["le", "less_equal"], "x <= other.", { try $0.le($1) }, { try $0.le($1) })
        binary(module, ["gt", "greater"], "x > other.", { try $0.gt($1) }, { try $0.gt($1) })
        binary(
            module, ["ge", "greater_equal"], "x >= other.", { try $0.ge($1) }, { try $0.ge($1) })
        binary(
            module, ["bitwise_and"], "x & other.", { try $0.bitwiseAnd($1) },
            { try $0.bitwiseAnd($1) })
        binary(
            module, ["bitwise_or"], "x | other.", { try $0.bitwiseOr($1) }, { try $0.bitwiseOr($1) }
        )
        binary(
            module, ["bitwise_xor"], "x ^ other.", { try $0.bitwiseXor($1) },
            { try $0.bitwiseXor($1) })
        let logical: [(String, String, TwoTensors)] = [
            ("logical_and", "Both other than 0.", { try $0.logicalAnd($1) }),
            ("logical_or", "Either other than 0.", { try $0.logicalOr($1) }),
            ("logical_xor", "One of the two other than 0.", { try $0.logicalXor($1) }),
        ]
        for (name, help, body) in logical {
            both(module, name, "(other)", help) { c, x in c.wrap(try body(x, c.tensor(0))) }
        }
        both(module, "equal", "(other)", "Whether shape and all elements are equal.") { c, x in
            .bool(try x.equal(c.tensor(0)))
        }
        let close = "(other, rtol=1e-05, atol=1e-08, equal_nan=False)"
        both(module, "allclose", close, "Whether all elements are nearly equal.") { c, x in
            .bool(
                try x.allclose(
                    c.tensor(0), rtol: c.double(1), atol: c.double(2), equalNaN: c.bool(3)))
        }
        both(module, "isclose", close, "Whether elements are nearly equal.") { c, x in
            c.wrap(
                try x.isclose(
                    c.tensor(0), rtol: c.double(1), atol: c.double(2), equalNaN: c.bool(3)))
        }
    }

    private func declareClamping(_ module: ModuleObject) {
        for name in ["clamp", "clip"] {
            both(module, name, "(min=None, max=None)", "Brought into [min, max].") {
                [unowned self] c, x in
                if tensor(c[0]) != nil || tensor(c[1]) != nil {
                    return c.wrap(try x.clamp(min: tensor(c[0]), max: tensor(c[1])))
                }
                return c.wrap(try x.clamp(min: c.optionalScalar(0), max: c.optionalScalar(1)))
            }
            method(name + "_", "(min=None, max=None)", "Brought into [min, max], in place.") {
                [unowned self] c, x in
                let (min, max) = (tensor(c[0]), tensor(c[1]))
                if min != nil || max != nil {
                    let bounds = [min, max].compactMap { $0 }
                    return c.wrap(try x.overwrite_(bounds) { try $0.clamp(min: min, max: max) })
                }
                return c.wrap(try x.clamp_(min: c.optionalScalar(0), max: c.optionalScalar(1)))
            }
        }
        both(module, "clamp_min", "(min)", "At least min.") { c, x in
            if let least = c.torch.tensor(c[0]) {
                return c.wrap(try x.clamp(min: least, max: nil))
            }
            let result = try x.clamp(min: c.scalar(0))
            if x.requiresGrad { result.gradFn?.rename("ClampMinBackward0") }
            return c.wrap(result)
        }
        both(module, "clamp_max", "(max)", "At most max.") { c, x in
            if let most = c.torch.tensor(c[0]) {
                return c.wrap(try x.clamp(min: nil, max: most))
            }
            let result = try x.clamp(max: c.scalar(0))
            if x.requiresGrad { result.gradFn?.rename("ClampMaxBackward0") }
            return c.wrap(result)
        }
        define(
            module, "where", "(condition, input=None, other=None)", "Elements of one or the other."
        ) { [unowned self] c in
            let condition = try c.tensor(0)
            if c.isNone(1) {
                let line = condition.dim == 0 ? try condition.detach().view([1]) : condition
                return tuple(try line.nonzero().unbind(1))
            }
            if condition.dtype == .uint8 {
                vm.warn(
                    .userWarning,
                    "where received a uint8 condition tensor. This behavior is deprecated and will be "
                        + "removed in a future version of PyTorch. Use a boolean condition "
                        + "instead.")
            }
            switch (try other(c, 1), try other(c, 2)) {
            case (.tensor(let a), .tensor(let b)): return c.wrap(try CNN.where(condition, a, b))
            case (.tensor(let a), .scalar(let b)): return c.wrap(try CNN.where(condition, a, b))
            case (.scalar(let a), .tensor(let b)): return c.wrap(try CNN.where(condition, a, b))
            case (.scalar(let a), .scalar(let b)):
                let dtype = Tensor.widest(a, b, defaultDType)
                return c.wrap(
                    try CNN.where(
                        condition, Tensor.scalar(a, dtype: dtype), Tensor.scalar(b, dtype: dtype)))
            }
        }
        method("where", "(condition, other)", "Itself where the condition holds, else other.") {
            [unowned self] c, x in
            switch try other(c, 1) {
            case .tensor(let b): c.wrap(try CNN.where(c.tensor(0), x, b))
            case .scalar(let b): c.wrap(try CNN.where(c.tensor(0), x, b))
            }
        }
        both(module, "masked_fill", "(mask, value)", "A value where the mask holds.") {
            [unowned self] c, x in
            if let value = tensor(c[1]) { return c.wrap(try x.maskedFill(c.tensor(0), value)) }
            return c.wrap(try x.maskedFill(c.tensor(0), c.scalar(1)))
        }
        method("masked_fill_", "(mask, value)", "A value where the mask holds, in place.") {
            [unowned self] c, x in
            if let value = tensor(c[1]), value.dim > 0 {
                throw TensorError.runtime(
                    "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with "
                        + "\(value.dim) dimension(s).")
            }
            warnOfExpanded(x, "masked_fill_")
            return c.wrap(try x.maskedFill_(c.tensor(0), c.scalar(1)))
        }
        both(module, "tril", "(diagonal=0)", "What is on and below a diagonal.") { c, x in
            c.wrap(try x.tril(c.int(0)))
        }
        both(module, "triu", "(diagonal=0)", "What is on and above a diagonal.") { c, x in
            c.wrap(try x.triu(c.int(0)))
        }
    }
}

extension Torch {
    /// PyTorch's warning when an in-place step writes a value that several places show.
    private func warnOfExpanded(_ x: Tensor, _ name: String) {
        guard x.overlapsItself else { return }
        vm.warn(
            .userWarning,
            "Use of \(name) on expanded tensors is deprecated. Please clone() the tensor before "
                + "performing this operation. This also applies to advanced indexing e.g. tensor[mask] "
                + "= scalar")
    }
}

extension Tensor {
    /// The type of two plain numbers beside each other.
    static func widest(_ a: Scalar, _ b: Scalar, _ standard: DType) -> DType {
        for scalar in [a, b] {
            if case .double = scalar { return standard }
        }
        for scalar in [a, b] {
            if case .int = scalar { return .int64 }
        }
        return .bool
    }
}
