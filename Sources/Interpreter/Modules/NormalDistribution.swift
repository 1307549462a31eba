import Glibc

/// `statistics.NormalDist`.
extension VirtualMachine {
    func addNormalDistribution(
        to module: ModuleObject, _ fail: @escaping (VirtualMachine, String) -> PythonError
    ) {
        let type = makeType(
            name: "NormalDist", module: "statistics", doc: "A normal distribution.",
            instanceAttributes: true, subclassable: true)
        let (mu, sigma) = (intern("_mu"), intern("_sigma"))
        type.allocate = { _, type in InstanceObject(type: type) }
        type.initializer(self, "(mu=0.0, sigma=1.0)", "With a mean and a standard deviation.") {
            vm, value, arguments in
            guard case .object(let object) = value, let instance = object as? InstanceObject else {
                return
            }
            let deviation = try vm.float(arguments[1])
            if deviation < 0 { throw fail(vm, "sigma must be non-negative") }
            instance.setOwnAttribute(mu, .float(try vm.float(arguments[0])))
            instance.setOwnAttribute(sigma, .float(deviation))
        }
        func read(_ vm: VirtualMachine, _ value: Value) throws -> Normal {
            Normal(
                mean: try vm.float(vm.getAttribute(value, mu)),
                deviation: try vm.float(vm.getAttribute(value, sigma)))
        }
        func make(_ mean: Double, _ deviation: Double) -> Value {
            let made = InstanceObject(type: type)
            made.setOwnAttribute(mu, .float(mean))
            made.setOwnAttribute(sigma, .float(deviation))
            return .object(made)
        }
        for name in ["mean", "median", "mode"] {
            type.property(self, name, get: { vm, value in .float(try read(vm, value).mean) })
        }
        type.property(self, "stdev", get: { vm, value in .float(try read(vm, value).deviation) })
        type.property(
            self, "variance", get: { vm, value in .float(try read(vm, value).variance) })
        addProbabilities(to: type, read, fail)
        type.method(self, "zscore", "(x)", "How many deviations x is from the mean.") {
            vm, value, arguments in
            let normal = try read(vm, value)
            if normal.deviation == 0 { throw fail(vm, "zscore() not defined when sigma is zero") }
            return .float((try vm.float(arguments[0]) - normal.mean) / normal.deviation)
        }
        type.method(self, "overlap", "(other)", "How much two distributions agree, from 0 to 1.") {
            vm, value, arguments in
            guard vm.isInstance(arguments[0], type) else {
                throw vm.typeError("Expected another NormalDist instance")
            }
            let (x, y) = (try read(vm, value), try read(vm, arguments[0]))
            if x.variance == 0 || y.variance == 0 {
                throw fail(vm, "overlap() not defined when sigma is zero")
            }
            return .float(x.overlap(y))
        }
        type.method(self, "samples", "(n, *, seed=None)", "n random numbers.") {
            vm, value, arguments in
            let normal = try read(vm, value)
            let random = try vm.importModule("random")
            var gauss = try vm.getAttribute(.object(random), "gauss")
            if !arguments[1].isNone {
                let generator = try vm.call(
                    vm.getAttribute(.object(random), "Random"), [arguments[1]])
                gauss = try vm.getAttribute(generator, "gauss")
            }
            let count = max(0, try vm.index(arguments[0]))
            try vm.reserve(count, times: 16)
            return vm.list(
                try (0..<count).map { _ in
                    try vm.poll()
                    return try vm.call(gauss, [.float(normal.mean), .float(normal.deviation)])
                })
        }
        type.classMethod(self, "from_samples", "(data)", "The distribution that fits data.") {
            vm, value, arguments in
            let data = vm.list(try vm.elements(of: arguments[0]))
            let mean = try vm.call(vm.getAttribute(.object(module), "fmean"), [data])
            let deviation = try vm.call(vm.getAttribute(.object(module), "stdev"), [data])
            return try vm.call(value, [mean, deviation])
        }
        addArithmetic(of: type, read, make)
        type.slots.repr = { vm, value in
            let normal = try read(vm, value)
            return
                "NormalDist(mu=\(FloatText.repr(normal.mean)), sigma=\(FloatText.repr(normal.deviation)))"
        }
        module.set(self, "NormalDist", .object(type))
    }

    private typealias Read = (VirtualMachine, Value) throws -> Normal

    private func addProbabilities(
        to type: TypeObject, _ read: @escaping Read,
        _ fail: @escaping (VirtualMachine, String) -> PythonError
    ) {
        type.method(self, "pdf", "(x)", "The density at x.") { vm, value, arguments in
            let normal = try read(vm, value)
            if normal.variance == 0 { throw fail(vm, "pdf() not defined when sigma is zero") }
            let distance = try vm.float(arguments[0]) - normal.mean
            return .float(
                exp(distance * distance / (-2 * normal.variance))
                    / (2 * Double.pi * normal.variance).squareRoot())
        }
        type.method(self, "cdf", "(x)", "The probability of x or less.") { vm, value, arguments in
            let normal = try read(vm, value)
            if normal.deviation == 0 { throw fail(vm, "cdf() not defined when sigma is zero") }
            return .float(normal.probability(try vm.float(arguments[0])))
        }
        type.method(self, "inv_cdf", "(p)", "The value below which lies the part p.") {
            vm, value, arguments in
            let normal = try read(vm, value)
            let p = try vm.float(arguments[0])
            if p <= 0 || p >= 1 { throw fail(vm, "p must be in the range 0.0 < p < 1.0") }
            if normal.deviation <= 0 {
                throw fail(vm, "cdf() not defined when sigma at or below zero")
            }
            return .float(normal.value(atProbability: p))
        }
        type.method(self, "quantiles", "(n=4)", "The values that cut it into n equal parts.") {
            vm, value, arguments in
            let normal = try read(vm, value)
            let n = try vm.index(arguments[0])
            try vm.reserve(max(n, 0), times: 16)
            return vm.list(
                (1..<max(n, 1)).map { .float(normal.value(atProbability: Double($0) / Double(n))) })
        }
    }

    private func addArithmetic(
        of type: TypeObject, _ read: @escaping Read, _ make: @escaping (Double, Double) -> Value
    ) {
        func sum(_ sign: Double) -> TypeSlots.Binary {
            { vm, a, b in
                let (isA, isB) = (vm.isInstance(a, type), vm.isInstance(b, type))
                if isA, isB {
                    let (x, y) = (try read(vm, a), try read(vm, b))
                    return make(x.mean + sign * y.mean, hypot(x.deviation, y.deviation))
                }
                guard vm.number(isA ? b : a) != nil else { return vm.notImplemented }
                if isA {
                    let x = try read(vm, a)
                    return make(x.mean + sign * (try vm.float(b)), x.deviation)
                }
                let y = try read(vm, b)
                return make(try vm.float(a) + sign * y.mean, y.deviation)
            }
        }
        type.slots.binary[Int(BinaryOperator.add.rawValue)] = sum(1)
        type.slots.binary[Int(BinaryOperator.subtract.rawValue)] = sum(-1)
        type.slots.binary[Int(BinaryOperator.multiply.rawValue)] = { vm, a, b in
            let (normal, factor) = vm.isInstance(a, type) ? (a, b) : (b, a)
            guard vm.number(factor) != nil else { return vm.notImplemented }
            let (x, scale) = (try read(vm, normal), try vm.float(factor))
            return make(x.mean * scale, x.deviation * abs(scale))
        }
        type.slots.binary[Int(BinaryOperator.divide.rawValue)] = { vm, a, b in
            guard vm.isInstance(a, type), vm.number(b) != nil else { return vm.notImplemented }
            let (x, scale) = (try read(vm, a), try vm.float(b))
            if scale == 0 { throw vm.error(.zeroDivisionError, "float division by zero") }
            return make(x.mean / scale, x.deviation / abs(scale))
        }
        type.slots.negative = { vm, value in
            let x = try read(vm, value)
            return make(-x.mean, x.deviation)
        }
        type.slots.positive = { vm, value in
            let x = try read(vm, value)
            return make(x.mean, x.deviation)
        }
        setComparisons(type, [.equal, .notEqual]) { vm, op, a, b in
            guard vm.isInstance(a, type), vm.isInstance(b, type) else { return vm.notImplemented }
            let (x, y) = (try read(vm, a), try read(vm, b))
            return .bool(
                (x.mean == y.mean && x.deviation == y.deviation) == (op == .equal))
        }
        type.slots.hash = { vm, value in
            let x = try read(vm, value)
            return try vm.hash(vm.tuple([.float(x.mean), .float(x.deviation)]))
        }
    }
}

/// A normal distribution's numbers.
private struct Normal {
    var mean: Double
    var deviation: Double

    var variance: Double { deviation * deviation }

    func probability(_ x: Double) -> Double {
        0.5 * (1 + erf((x - mean) / (deviation * 2.0.squareRoot())))
    }

    /// The area that two densities share.
    func overlap(_ other: Normal) -> Double {
        var (x, y) = (self, other)
        if (y.deviation, y.mean) < (x.deviation, x.mean) { swap(&x, &y) }
        let variances = y.variance - x.variance
        let means = abs(y.mean - x.mean)
        if variances == 0 { return 1 - erf(means / (2 * x.deviation * 2.0.squareRoot())) }
        let a = x.mean * y.variance - y.mean * x.variance
        let b =
            x.deviation * y.deviation
            * (means * means + variances * log(y.variance / x.variance)).squareRoot()
        let (first, second) = ((a + b) / variances, (a - b) / variances)
        return 1
            - (abs(y.probability(first) - x.probability(first))
                + abs(y.probability(second) - x.probability(second)))
    }

    /// The inverse of `probability`, by rational approximations.
    ///
    /// Source: M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988).
    func value(atProbability p: Double) -> Double {
        func ratio(_ r: Double, _ top: [Double], _ bottom: [Double], _ factor: Double) -> Double {
            func polynomial(_ coefficients: [Double]) -> Double {
                coefficients.dropFirst().reduce(coefficients[0]) { $0 * r + $1 }
            }
            return polynomial(top) * factor / polynomial(bottom)
        }
        let q = p - 0.5
        if abs(q) <= 0.425 {
            let x = ratio(
                0.180625 - q * q,
                [
                    2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
                    4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
                    1.3314166789178437745e+2, 3.3871328727963666080e+0,
                ],
                [
                    5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
                    2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
                    4.2313330701600911252e+1, 1,
                ], q)
            return mean + x * deviation
        }
        let r = (-log(q <= 0 ? p : 1 - p)).squareRoot()
        let x =
            r <= 5
            ? ratio(
                r - 1.6,
                [
                    7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                    1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
                    4.63033784615654529590e+0, 1.42343711074968357734e+0,
                ],
                [
                    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
                    1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
                    2.05319162663775882187e+0, 1,
                ], 1)
            : ratio(
                r - 5,
                [
                    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
                    5.46378491116411436990e+0, 6.65790464350110377720e+0,
                ],
                [
                    2.04426310338993978564e-15, 1.42151175831644588870e-7,
                    1.84631831751005468180e-5, 7.86869131145613259100e-4,
                    1.48753612908506148525e-2, 1.36929880922735805310e-1,
                    5.99832206555887937690e-1, 1,
                ], 1)
        return mean + (q < 0 ? -x : x) * deviation
    }
}
