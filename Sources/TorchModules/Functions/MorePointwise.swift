import CNN
import Interpreter

/// Functions of elements that are seen less often, and the in-place forms of all.
extension Torch {
    func declareMorePointwise(_ module: ModuleObject) {
        define(module, "polygamma", "(n, input, *, out=None)", "The n-th derivative of digamma.") {
            c in c.wrap(try c.tensor(1).polygamma(c.int(0)))
        }
        method("polygamma", "(n)", "The n-th derivative of digamma.") { c, x in
            c.wrap(try x.polygamma(c.int(0)))
        }
        declareInPlaceUnary()
        declareInPlaceBinary()
        declareRareUnary(module)
        declareRareBinary(module)
    }

    private typealias Unary = (Tensor) throws -> Tensor
    private typealias Binary = (Tensor, Tensor) throws -> Tensor

    private func declareInPlaceUnary() {
        let forms: [([String], Unary)] = [
            (["asin_", "arcsin_"], { try $0.asin_() }), (["acos_", "arccos_"], { try $0.acos_() }),
            (["atan_", "arctan_"], { try $0.atan_() }), (["sinh_"], { try $0.sinh_() }),
            (["cosh_"], { try $0.cosh_() }), (["asinh_", "arcsinh_"], { try $0.asinh_() }),
            (["acosh_", "arccosh_"], { try $0.acosh_() }),
            (["atanh_", "arctanh_"], { try $0.atanh_() }), (["erf_"], { try $0.erf_() }),
            (["erfc_"], { try $0.erfc_() }), (["lgamma_"], { try $0.lgamma_() }),
            (["frac_"], { try $0.overwrite_ { try $0.frac() } }),
            (["i0_"], { try $0.overwrite_ { try $0.i0() } }),
            (["sinc_"], { try $0.overwrite_ { try $0.sinc() } }),
            (["deg2rad_"], { try $0.overwrite_ { try $0.deg2rad() } }),
            (["rad2deg_"], { try $0.overwrite_ { try $0.rad2deg() } }),
            (["logical_not_"], { try $0.replace_ { try $0.logicalNot() } }),
            (["bitwise_not_"], { try $0.replace_ { try $0.bitwiseNot() } }),
        ]
        for (names, body) in forms {
            for name in names {
                method(name, "()", "In place.") { c, x in c.wrap(try body(x)) }
            }
        }
        let pairs: [(String, (Tensor, Tensor) throws -> Tensor)] = [
            ("gcd_", { try $0.gcd($1) }), ("lcm_", { try $0.lcm($1) }),
            ("nextafter_", { try $0.nextafter($1) }),
        ]
        for (name, body) in pairs {
            method(name, "(other)", "In place.") { c, x in
                let other = try c.tensor(0)
                return c.wrap(try x.overwrite_([other]) { try body($0, other) })
            }
        }
        method("round_", "(*, decimals=0)", "Rounded, in place.") { c, x in
            let decimals = try c.int(0)
            return c.wrap(
                decimals == 0
                    ? try x.round_() : try x.overwrite_ { try $0.round(decimals: decimals) })
        }
        method("logit_", "(eps=None)", "In place.") { c, x in
            let eps = try c.optionalDouble(0)
            return c.wrap(try x.overwrite_ { try $0.logit(eps: eps) })
        }
        method("nan_to_num_", "(nan=None, posinf=None, neginf=None)", "In place.") { c, x in
            let (nan, high, low) = (
                try c.optionalDouble(0), try c.optionalDouble(1), try c.optionalDouble(2)
            )
            return c.wrap(try x.overwrite_ { try $0.nanToNum(nan ?? 0, high, low) })
        }
        for (name, lower) in [("tril_", true), ("triu_", false)] {
            method(name, "(diagonal=0)", "A triangle, in place.") { c, x in
                let diagonal = try c.int(0)
                return c.wrap(
                    try x.overwrite_ { lower ? try $0.tril(diagonal) : try $0.triu(diagonal) })
            }
        }
        for (name, product) in [("cumsum_", false), ("cumprod_", true)] {
            method(name, "(dim, *, dtype=None)", "In place.") { c, x in
                let d = try c.int(0)
                return c.wrap(
                    try x.overwrite_ { product ? try $0.cumprod(d) : try $0.cumsum(d) })
            }
        }
    }

    /// A method that overwrites its tensor with the result of an operation with another.
    private func overwriting(
        _ names: [String], _ parameter: String = "other", _ both: @escaping Binary
    ) {
        for name in names {
            method(name, "(\(parameter))", "In place.") { [unowned self] c, x in
                let other = try tensor(c[0]) ?? Tensor.scalar(c.scalar(0), dtype: typeBeside(x, c))
                return c.wrap(try both(x, other))
            }
        }
    }

    private func typeBeside(_ x: Tensor, _ c: Call) throws -> DType { x.plainType(try c.scalar(0)) }

    private func declareInPlaceBinary() {
        let compared: [([String], Binary)] = [
            (["eq_"], { try $0.eq($1) }), (["ne_", "not_equal_"], { try $0.ne($1) }),
            (["lt_", "less_"], { try $0.lt($1) }), (["le_", "less_equal_"], { try $0.le($1) }),
            (["gt_", "greater_"], { try $0.gt($1) }),
            (["ge_", "greater_equal_"], { try $0.ge($1) }),
            (["logical_and_"], { try $0.logicalAnd($1) }),
            (["logical_or_"], { try $0.logicalOr($1) }),
            (["logical_xor_"], { try $0.logicalXor($1) }),
            (["bitwise_and_"], { try $0.bitwiseAnd($1) }),
            (["bitwise_or_"], { try $0.bitwiseOr($1) }),
            (["bitwise_xor_"], { try $0.bitwiseXor($1) }),
            (["bitwise_left_shift_"], { try $0.bitwiseLeftShift($1) }),
            (["bitwise_right_shift_"], { try $0.bitwiseRightShift($1) }),
        ]
        let steps = [
            "eq": "Eq", "ne": "Ne", "lt": "Lt", "le": "Le", "gt": "Gt", "ge": "Ge",
        ]
        for (names, body) in compared {
            for name in names {
                let step = steps[String(names[0].dropLast())]
                method(name, "(other)", "In place.") { [unowned self] c, x in
                    let given = tensor(c[0])
                    let other =
                        try given ?? Tensor.scalar(c.scalar(0), dtype: typeBeside(x, c))
                    let whole = step.map { $0 + (given == nil ? "Backward0" : "Backward1") }
                    return c.wrap(try x.replace_(whole, [other]) { try body($0, other) })
                }
            }
        }
        overwriting(["floor_divide_"]) { x, y in try x.overwrite_([y]) { try $0.floorDivide(y) } }
        for (name, isFmod) in [("fmod_", true), ("remainder_", false)] {
            method(name, "(other)", "In place.") { [unowned self] c, x in
                if let y = tensor(c[0]) {
                    return c.wrap(
                        try x.overwrite_([y]) { isFmod ? try $0.fmod(y) : try $0.remainder(y) })
                }
                let y = try c.scalar(0)
                return c.wrap(
                    try x.overwrite_ { isFmod ? try $0.fmod(y) : try $0.remainder(y) })
            }
        }
        overwriting(["ldexp_"]) { x, y in try x.overwrite_([y]) { try $0.ldexp(y) } }
        overwriting(["heaviside_"], "values") { x, y in
            try x.overwrite_([y]) { try $0.heaviside(y) }
        }
        overwriting(["atan2_", "arctan2_"]) { x, y in try x.overwrite_([y]) { try $0.atan2(y) } }
        overwriting(["copysign_"]) { x, y in try x.overwrite_([y]) { try $0.copysign(y) } }
        overwriting(["hypot_"]) { x, y in try x.overwrite_([y]) { try $0.hypot(y) } }
        for (name, isLeast) in [("clamp_min_", true), ("clamp_max_", false)] {
            method(name, isLeast ? "(min)" : "(max)", "In place.") { [unowned self] c, x in
                if let bound = tensor(c[0]) {
                    return c.wrap(
                        try x.overwrite_([bound]) {
                            try $0.clamp(min: isLeast ? bound : nil, max: isLeast ? nil : bound)
                        })
                }
                let bound = try c.scalar(0)
                _ = try isLeast ? x.clamp_(min: bound) : x.clamp_(max: bound)
                if x.requiresGrad {
                    x.gradFn?.rename(isLeast ? "ClampMinBackward0" : "ClampMaxBackward0")
                }
                return c.wrap(x)
            }
        }
        overwriting(["xlogy_"]) { x, y in try x.overwrite_([y]) { try $0.xlogy(y) } }
    }

    private func declareRareUnary(_ module: ModuleObject) {
        let functions: [([String], String, Unary)] = [
            (["sinc"], "sin(πx) / (πx).", { try $0.sinc() }),
            (["deg2rad"], "Degrees as radians.", { try $0.deg2rad() }),
            (["rad2deg"], "Radians as degrees.", { try $0.rad2deg() }),
            (["arcsinh"], "The inverse hyperbolic sine.", { try $0.asinh() }),
            (["arccosh"], "The inverse hyperbolic cosine.", { try $0.acosh() }),
            (["arctanh"], "The inverse hyperbolic tangent.", { try $0.atanh() }),
            (["isposinf"], "Whether it is ∞.", { try $0.eq(.double(.infinity)) }),
            (["isneginf"], "Whether it is -∞.", { try $0.eq(.double(-.infinity)) }),
            (["isreal"], "True: all numbers are real.", { try Tensor.onesLike($0, dtype: .bool) }),
            (["conj", "resolve_conj", "real"], "x: all numbers are real.", { $0 }),
        ]
        for (names, help, body) in functions {
            for name in names { both(module, name, "()", help) { c, x in c.wrap(try body(x)) } }
        }
        both(module, "nextafter", "(other)", "The next number towards the other.") { c, x in
            c.wrap(try x.nextafter(c.tensor(0)))
        }
        both(module, "angle", "()", "0 for numbers from 0 up, π below.") { c, x in
            c.wrap(try x.angle())
        }
        both(module, "logit", "(eps=None)", "log(x / (1 - x)).") { c, x in
            c.wrap(try x.logit(eps: c.optionalDouble(0)))
        }
        both(module, "logcumsumexp", "(dim)", "log Σ eˣ so far.") { c, x in
            c.wrap(try x.logcumsumexp(c.int(0)))
        }
    }

    private func declareRareBinary(_ module: ModuleObject) {
        let functions: [([String], String, Binary)] = [
            (["logaddexp"], "log(eˣ + eʸ).", { try $0.logaddexp($1) }),
            (["logaddexp2"], "log₂(2ˣ + 2ʸ).", { try $0.logaddexp($1, base2: true) }),
            (["xlogy"], "x · log(y).", { try $0.xlogy($1) }),
            (["hypot"], "√(x² + y²).", { try $0.hypot($1) }),
            (["fmax"], "The larger that is a number.", { try $0.fmax($1) }),
            (["fmin"], "The smaller that is a number.", { try $0.fmin($1) }),
            (["copysign"], "|x| with the sign of y.", { try $0.copysign($1) }),
            (["ldexp"], "x · 2ʸ.", { try $0.ldexp($1) }),
            (["gcd"], "The greatest common divisor.", { try $0.gcd($1) }),
            (["lcm"], "The least common multiple.", { try $0.lcm($1) }),
            (["arctan2"], "The angle of (y, x).", { try $0.atan2($1) }),
            (["bitwise_left_shift", "__lshift__"], "x · 2ʸ.", { try $0.bitwiseLeftShift($1) }),
            (["bitwise_right_shift"], "x / 2ʸ.", { try $0.bitwiseRightShift($1) }),
        ]
        for (names, help, body) in functions {
            for name in names where !name.hasPrefix("__") {
                both(module, name, "(other)", help) { [unowned self] c, x in
                    let isReal = name == "xlogy"
                    var x = x
                    if isReal, !x.dtype.isFloatingPoint {
                        let type = tensor(c[0]).map { CNN.resultType(x, $0) } ?? defaultDType
                        x = try x.to(type.isFloatingPoint ? type : defaultDType)
                    }
                    var other =
                        try tensor(c[0]) ?? Tensor.scalar(c.scalar(0), dtype: typeBeside(x, c))
                    if name == "copysign", tensor(c[0]) == nil, !x.dtype.isFloatingPoint {
                        other = try Tensor.scalar(c.scalar(0), dtype: defaultDType)
                    }
                    if isReal, !other.dtype.isFloatingPoint { other = try other.to(x.dtype) }
                    return c.wrap(try body(x, other))
                }
            }
        }
        both(module, "heaviside", "(values)", "0, values or 1.") { c, x in
            c.wrap(try x.heaviside(c.tensor(0)))
        }
        both(module, "float_power", "(exponent)", "A power in float64.") { [unowned self] c, x in
            let base = try x.to(.float64)
            if let exponent = tensor(c[0]) { return c.wrap(try base.pow(exponent.to(.float64))) }
            return c.wrap(try base.pow(c.scalar(0)))
        }
        both(module, "rsub", "(other, *, alpha=1)", "other - alpha · x.") { [unowned self] c, x in
            let scaled = try x.mul(c.scalar(1))
            let source = c.torch.scalar(c[1]) == .int(1) ? x : scaled
            guard let other = tensor(c[0]) else { return c.wrap(try source.rsub(c.scalar(0))) }
            return c.wrap(
                try composite("RsubBackward0", [source, other]) {
                    try ($0[1] ?? other).sub($0[0] ?? source)
                })
        }
    }
}
