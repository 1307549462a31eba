import Glibc

/// Draws of `random` from continuous distributions, by the methods whose numbers CPython gives.
extension VirtualMachine {
    func addDistributions(_ add: AddRandom) {
        func numbers(_ vm: VirtualMachine, _ arguments: Arguments) throws -> [Double] {
            try (0..<arguments.count).map { try vm.float(arguments[$0]) }
        }
        add("uniform", "(a, b)", "A float between a and b.") { vm, random, arguments in
            // As the formula is written, so that its errors are those of the operators.
            let width = try vm.binary(.subtract, arguments[1], arguments[0])
            let part = try vm.binary(.multiply, width, .float(random.draw(vm)))
            return try vm.binary(.add, arguments[0], part)
        }
        add("triangular", "(low=0.0, high=1.0, mode=None)", "A float, most likely near mode.") {
            vm, random, arguments in
            var u = try random.draw(vm)
            var c = 0.5
            if !arguments[2].isNone, try vm.equals(arguments[0], arguments[1]) {
                return arguments[0]
            }
            var low = try vm.float(arguments[0])
            var high = try vm.float(arguments[1])
            if !arguments[2].isNone {
                c = (try vm.float(arguments[2]) - low) / (high - low)
            }
            if u > c {
                u = 1 - u
                c = 1 - c
                swap(&low, &high)
            }
            return .float(low + (high - low) * sqrt(u * c))
        }
        add("gauss", "(mu=0.0, sigma=1.0)", "A float of the normal distribution.") {
            vm, random, arguments in
            let z: Double
            if let kept = random.nextGauss {
                z = kept
                random.nextGauss = nil
            } else {
                let angle = try random.draw(vm) * (2 * Double.pi)
                let radius = try sqrt(-2 * log(1 - random.draw(vm)))
                z = cos(angle) * radius
                random.nextGauss = sin(angle) * radius
            }
            let part = try vm.binary(.multiply, .float(z), arguments[1])
            return try vm.binary(.add, arguments[0], part)
        }
        add("normalvariate", "(mu=0.0, sigma=1.0)", "A float of the normal distribution.") {
            vm, random, arguments in
            let v = try numbers(vm, arguments)
            return .float(try vm.normal(random, v[0], v[1]))
        }
        add("lognormvariate", "(mu, sigma)", "A float whose logarithm is normal.") {
            vm, random, arguments in
            let v = try numbers(vm, arguments)
            return .float(exp(try vm.normal(random, v[0], v[1])))
        }
        add("expovariate", "(lambd)", "A float of the exponential distribution.") {
            vm, random, arguments in
            let rate = try vm.float(arguments[0])
            let draw = try -log(1 - random.draw(vm))
            if rate == 0 { throw vm.error(.zeroDivisionError, "float division by zero") }
            return .float(draw / rate)
        }
        add("gammavariate", "(alpha, beta)", "A float of the gamma distribution.") {
            vm, random, arguments in
            let v = try numbers(vm, arguments)
            return .float(try vm.gamma(random, v[0], v[1]))
        }
        add("betavariate", "(alpha, beta)", "A float of the beta distribution.") {
            vm, random, arguments in
            let v = try numbers(vm, arguments)
            let y = try vm.gamma(random, v[0], 1)
            if y == 0 { return .float(0) }
            return .float(y / (y + (try vm.gamma(random, v[1], 1))))
        }
        add("paretovariate", "(alpha)", "A float of the Pareto distribution.") {
            vm, random, arguments in
            let alpha = try vm.float(arguments[0])
            return try .float(pow(1 - random.draw(vm), -1 / alpha))
        }
        add("weibullvariate", "(alpha, beta)", "A float of the Weibull distribution.") {
            vm, random, arguments in
            let v = try numbers(vm, arguments)
            return try .float(v[0] * pow(-log(1 - random.draw(vm)), 1 / v[1]))
        }
        add("vonmisesvariate", "(mu, kappa)", "An angle of the von Mises distribution.") {
            vm, random, arguments in
            let v = try numbers(vm, arguments)
            return .float(try vm.vonMises(random, v[0], v[1]))
        }
    }

    /// Kinderman and Monahan's ratio of uniforms.
    private func normal(_ random: RandomObject, _ mean: Double, _ deviation: Double) throws
        -> Double
    {
        let magic = 4 * exp(-0.5) / sqrt(2.0)
        while true {
            try poll()
            let u1 = try random.draw(self)
            let u2 = try 1 - random.draw(self)
            let z = magic * (u1 - 0.5) / u2
            if z * z / 4 <= -log(u2) { return mean + z * deviation }
        }
    }

    /// Cheng's method above 1, Ahrens and Dieter's below.
    private func gamma(_ random: RandomObject, _ alpha: Double, _ beta: Double) throws -> Double {
        if alpha <= 0 || beta <= 0 {
            throw valueError("gammavariate: alpha and beta must be > 0.0")
        }
        if alpha > 1 {
            let root = sqrt(2 * alpha - 1)
            let b = alpha - log(4)
            let c = alpha + root
            while true {
                try poll()
                let u1 = try random.draw(self)
                guard 1e-7 < u1, u1 < 0.9999999 else { continue }
                let u2 = try 1 - random.draw(self)
                let v = log(u1 / (1 - u1)) / root
                let x = alpha * exp(v)
                let z = u1 * u1 * u2
                let r = b + c * v - x
                if r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z) { return x * beta }
            }
        }
        if alpha == 1 { return try -log(1 - random.draw(self)) * beta }
        let e = 2.718281828459045
        while true {
            try poll()
            let u = try random.draw(self)
            let b = (e + alpha) / e
            let p = b * u
            let x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha)
            let u1 = try random.draw(self)
            if p > 1 ? u1 <= pow(x, alpha - 1) : u1 <= exp(-x) { return x * beta }
        }
    }

    private func vonMises(_ random: RandomObject, _ mu: Double, _ kappa: Double) throws -> Double {
        let turn = 2 * Double.pi
        if kappa <= 1e-6 { return try turn * random.draw(self) }
        let s = 0.5 / kappa
        let r = s + sqrt(1 + s * s)
        var z = 0.0
        while true {
            try poll()
            z = try cos(.pi * random.draw(self))
            let d = z / (r + z)
            let u = try random.draw(self)
            if u < 1 - d * d || u <= (1 - d) * exp(d) { break }
        }
        let q = 1 / r
        let f = (q + z) / (1 + q * z)
        let u = try random.draw(self)
        return Self.floorDivide(u > 0.5 ? mu + acos(f) : mu - acos(f), turn).remainder
    }
}
