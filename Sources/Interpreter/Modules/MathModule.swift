import BigInt
import Glibc

/// `math`: functions of the C library with CPython's domain errors.
extension VirtualMachine {
    func makeMathModule() -> ModuleObject {
        let module = makeModule("math", doc: "Mathematical functions.")
        module.set(self, "pi", .float(.pi))
        module.set(self, "e", .float(2.718281828459045))
        module.set(self, "tau", .float(2 * .pi))
        module.set(self, "inf", .float(.infinity))
        module.set(self, "nan", .float(.nan))
        addElementary(to: module)
        addLogarithms(to: module)
        addFloatParts(to: module)
        addIntegerMath(to: module)
        addSums(to: module)
        return module
    }

    var domainError: PythonError { valueError("math domain error") }
    var rangeError: PythonError { overflowError("math range error") }

    /// Functions of one float. A nan that was not put in is a domain error; an infinity that was not put in is
    /// a range error or, where the function has a pole, a domain error.
    private func addElementary(to module: ModuleObject) {
        enum Infinity { case domain, range }
        let functions: [(String, Infinity, String, (Double) -> Double)] = [
            ("sqrt", .domain, "The square root.", { Glibc.sqrt($0) }),
            ("cbrt", .domain, "The cube root.", { Glibc.cbrt($0) }),
            ("exp", .range, "e to the power x.", { Glibc.exp($0) }),
            ("exp2", .range, "2 to the power x.", { Glibc.exp2($0) }),
            ("expm1", .range, "e to the power x, minus 1, precise near 0.", { Glibc.expm1($0) }),
            ("log1p", .domain, "The natural logarithm of 1 + x.", { Glibc.log1p($0) }),
            ("sin", .domain, "The sine of an angle in radians.", { Glibc.sin($0) }),
            ("cos", .domain, "The cosine of an angle in radians.", { Glibc.cos($0) }),
            ("tan", .domain, "The tangent of an angle in radians.", { Glibc.tan($0) }),
            ("asin", .domain, "The angle of a sine.", { Glibc.asin($0) }),
            ("acos", .domain, "The angle of a cosine.", { Glibc.acos($0) }),
            ("atan", .domain, "The angle of a tangent.", { Glibc.atan($0) }),
            ("sinh", .range, "The hyperbolic sine.", { Glibc.sinh($0) }),
            ("cosh", .range, "The hyperbolic cosine.", { Glibc.cosh($0) }),
            ("tanh", .domain, "The hyperbolic tangent.", { Glibc.tanh($0) }),
            ("asinh", .domain, "The inverse hyperbolic sine.", { Glibc.asinh($0) }),
            ("acosh", .domain, "The inverse hyperbolic cosine.", { Glibc.acosh($0) }),
            ("atanh", .domain, "The inverse hyperbolic tangent.", { Glibc.atanh($0) }),
            ("erf", .domain, "The error function.", { Glibc.erf($0) }),
            ("erfc", .domain, "1 minus the error function.", { Glibc.erfc($0) }),
            ("fabs", .domain, "The magnitude, as a float.", { $0.magnitude }),
        ]
        let factors: [(String, String, Double)] = [
            ("degrees", "Radians as degrees.", 180 / .pi),
            ("radians", "Degrees as radians.", .pi / 180),
        ]
        for (name, help, factor) in factors {
            module.function(self, name, "(x, /)", help) { vm, arguments in
                .float(try vm.float(arguments[0]) * factor)
            }
        }
        for (name, infinity, help, compute) in functions {
            module.function(self, name, "(x, /)", help) { vm, arguments in
                let x = try vm.float(arguments[0])
                let result = compute(x)
                if result.isNaN, !x.isNaN { throw vm.domainError }
                if result.isInfinite, x.isFinite {
                    throw infinity == .range ? vm.rangeError : vm.domainError
                }
                return .float(result)
            }
        }
        module.function(self, "gamma", "(x, /)", "The gamma function.") { vm, arguments in
            let x = try vm.float(arguments[0])
            if x == -.infinity || (x.isFinite && x <= 0 && x == x.rounded()) {
                throw vm.domainError
            }
            let result = GammaFunction.gamma(x)
            if result.isInfinite, x.isFinite { throw vm.rangeError }
            return .float(result)
        }
        module.function(self, "lgamma", "(x, /)", "The logarithm of the gamma function.") {
            vm, arguments in
            let x = try vm.float(arguments[0])
            if x.isFinite, x <= 0, x == x.rounded() { throw vm.domainError }
            if x.isInfinite { return .float(.infinity) }
            let result = GammaFunction.logGamma(x)
            if result.isInfinite { throw vm.rangeError }
            return .float(result)
        }
        let pairs: [(String, String, (Double, Double) -> Double)] = [
            ("atan2", "(y, x, /)", { Glibc.atan2($0, $1) }),
            ("copysign", "(x, y, /)", { Glibc.copysign($0, $1) }),
            ("nextafter", "(x, y, /)", { Glibc.nextafter($0, $1) }),
        ]
        for (name, signature, compute) in pairs {
            module.function(self, name, signature, "") { vm, arguments in
                .float(compute(try vm.float(arguments[0]), try vm.float(arguments[1])))
            }
        }
        module.function(self, "fmod", "(x, y, /)", "The remainder with the sign of x.") {
            vm, arguments in
            let (x, y) = (try vm.float(arguments[0]), try vm.float(arguments[1]))
            if y.isInfinite, x.isFinite { return .float(x) }
            let result = Glibc.fmod(x, y)
            if result.isNaN, !x.isNaN, !y.isNaN { throw vm.domainError }
            return .float(result)
        }
        module.function(
            self, "remainder", "(x, y, /)", "The difference to the nearest multiple of y."
        ) { vm, arguments in
            let (x, y) = (try vm.float(arguments[0]), try vm.float(arguments[1]))
            if x.isNaN || y.isNaN { return .float(.nan) }
            if x.isInfinite || y == 0 { throw vm.domainError }
            return .float(y.isInfinite ? x : Glibc.remainder(x, y))
        }
        module.function(self, "pow", "(x, y, /)", "x to the power y, as floats.") {
            vm, arguments in
            let (x, y) = (try vm.float(arguments[0]), try vm.float(arguments[1]))
            let result = Glibc.pow(x, y)
            if result.isNaN, !x.isNaN, !y.isNaN { throw vm.domainError }
            if result.isInfinite, x.isFinite, y.isFinite {
                throw x == 0 ? vm.domainError : vm.rangeError
            }
            return .float(result)
        }
    }

    private func addLogarithms(to module: ModuleObject) {
        func logarithm(
            _ vm: VirtualMachine, _ value: Value, _ compute: (Double) -> Double
        ) throws -> Double {
            if let big = value.bigInt {
                if big.value <= 0 { throw vm.domainError }
                // log(m · 2^k) = log m + k · log 2, where m is in [½, 1)
                let bits = big.value.magnitude.bitWidth
                let mantissa = Double(
                    UInt64(
                        truncatingIfNeeded: (big.value.magnitude >> max(0, bits - 64)).words.first
                            ?? 0))
                if bits <= 1024 { return compute(try vm.double(big.value)) }
                return compute(mantissa * 0x1p-64) + compute(2) * Double(bits)
            }
            let x = try vm.float(value)
            if x <= 0 { throw vm.domainError }
            return compute(x)
        }
        module.function(
            self, "log", "(*args)", "The logarithm, natural unless a base is given."
        ) { vm, arguments in
            let given = arguments.variadic(0)
            guard given.count == 1 || given.count == 2 else {
                throw vm.typeError("math.log requires 1 to 2 arguments")
            }
            let top = try logarithm(vm, given[0], { Glibc.log($0) })
            guard given.count > 1 else { return .float(top) }
            let bottom = try logarithm(vm, given[1], { Glibc.log($0) })
            if bottom == 0 { throw vm.error(.zeroDivisionError, "float division by zero") }
            return .float(top / bottom)
        }
        module.function(self, "log2", "(x, /)", "The logarithm to base 2.") { vm, arguments in
            .float(try logarithm(vm, arguments[0], { Glibc.log2($0) }))
        }
        module.function(self, "log10", "(x, /)", "The logarithm to base 10.") { vm, arguments in
            .float(try logarithm(vm, arguments[0], { Glibc.log10($0) }))
        }
    }

    private func addFloatParts(to module: ModuleObject) {
        for (name, special, rule, help) in [
            ("floor", "__floor__", FloatingPointRoundingRule.down, "The next integer below."),
            ("ceil", "__ceil__", .up, "The next integer above."),
            ("trunc", "__trunc__", .towardZero, "The integer part."),
        ] {
            module.function(self, name, "(x, /)", help) { vm, arguments in
                let value = arguments[0]
                if case .float(let float) = value {
                    return try vm.integer(truncating: float.rounded(rule))
                }
                if let whole = vm.bigInt(value) { return vm.integer(whole) }
                if let method = vm.lookUp(vm.type(of: value), vm.intern(special)) {
                    let bound = try vm.bindDescriptor(
                        method, instance: value, owner: vm.type(of: value))
                    return try vm.call(bound, [])
                }
                if name == "trunc" {
                    throw vm.typeError(
                        "type \(vm.typeName(value)) doesn't define __trunc__ method")
                }
                return try vm.integer(truncating: try vm.float(value).rounded(rule))
            }
        }
        let questions: [(String, (Double) -> Bool)] = [
            ("isnan", { $0.isNaN }), ("isinf", { $0.isInfinite }), ("isfinite", { $0.isFinite }),
        ]
        for (name, ask) in questions {
            module.function(self, name, "(x, /)", "") { vm, arguments in
                .bool(ask(try vm.float(arguments[0])))
            }
        }
        module.function(
            self, "isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
            "Whether two numbers are nearly equal."
        ) { vm, arguments in
            let (a, b) = (try vm.float(arguments[0]), try vm.float(arguments[1]))
            let (relative, absolute) = (try vm.float(arguments[2]), try vm.float(arguments[3]))
            if relative < 0 || absolute < 0 {
                throw vm.valueError("tolerances must be non-negative")
            }
            if a == b { return .bool(true) }
            if a.isInfinite || b.isInfinite { return .bool(false) }
            let difference = (a - b).magnitude
            let scale = max((relative * a).magnitude, (relative * b).magnitude)
            return .bool(difference <= scale || difference <= absolute)
        }
        module.function(self, "frexp", "(x, /)", "The pair (m, e) with x = m·2**e.") {
            vm, arguments in
            let x = try vm.float(arguments[0])
            if x == 0 || !x.isFinite { return vm.tuple([.float(x), .int(0)]) }
            var exponent: Int32 = 0
            let mantissa = Glibc.frexp(x, &exponent)
            return vm.tuple([.float(mantissa), .int(Int(exponent))])
        }
        module.function(self, "ldexp", "(x, i, /)", "x·2**i.") { vm, arguments in
            let x = try vm.float(arguments[0])
            guard vm.isIndex(arguments[1]) else {
                throw vm.typeError("Expected an int as second argument to ldexp.")
            }
            let power = try vm.sliceIndex(arguments[1])
            let result = Glibc.ldexp(x, Int32(clamping: power))
            if result.isInfinite, x.isFinite { throw vm.rangeError }
            return .float(result)
        }
        module.function(self, "modf", "(x, /)", "The fraction and the integer part.") {
            vm, arguments in
            let x = try vm.float(arguments[0])
            if x.isInfinite { return vm.tuple([.float(copysign(0, x)), .float(x)]) }
            let whole = x.rounded(.towardZero)
            return vm.tuple([.float(copysign(x - whole, x)), .float(whole)])
        }
        module.function(self, "ulp", "(x, /)", "The distance to the next float.") {
            vm, arguments in
            let x = try vm.float(arguments[0])
            return .float(x.isInfinite ? .infinity : x.isNaN ? x : x.magnitude.ulp)
        }
    }
}
