import BigInt
import Glibc

/// `statistics`: sums are exact fractions, rounded once at the end, as in CPython.
extension VirtualMachine {
    func makeStatisticsModule() -> ModuleObject {
        let module = makeModule("statistics", doc: "Statistics of data in iterables.")
        let failure = makeType(
            name: "StatisticsError", module: "statistics", bases: [types.exception(.valueError)],
            instanceAttributes: true, subclassable: true)
        module.set(self, "StatisticsError", .object(failure))
        let fail: Fail = { vm, message in
            PythonError(exception: vm.makeException(failure, arguments: [vm.string(message)]))
        }
        addMeans(to: module, fail)
        addSpreads(to: module, fail)
        addOrderStatistics(to: module, fail)
        addRegression(to: module, fail)
        addNormalDistribution(to: module, fail)
        return module
    }

    typealias Fail = (VirtualMachine, String) -> PythonError

    /// Numbers, exactly.
    private struct Exact {
        var terms: [Fraction] = []
        /// Only integers so far.
        var isWhole = true
        /// The sum of infinities and nans.
        var special: Double?

        var sum: Fraction {
            // Halves are added first, so that denominators grow late.
            func add(_ range: Range<Int>) -> Fraction {
                if range.count == 1 { return terms[range.lowerBound] }
                let middle = range.lowerBound + range.count / 2
                return add(range.lowerBound..<middle) + add(middle..<range.upperBound)
            }
            return terms.isEmpty ? Fraction(0) : add(terms.indices)
        }
    }

    private func exact(_ values: [Value]) throws -> Exact {
        var result = Exact()
        for value in values {
            try poll()
            if let whole = bigInt(value) {
                result.terms.append(Fraction(whole))
            } else if case .float(let float) = value {
                result.isWhole = false
                if float.isFinite {
                    result.terms.append(Fraction(exactly: float))
                } else {
                    result.special = (result.special ?? 0) + float
                }
            } else {
                let missing = error(
                    .attributeError, "'\(typeName(value))' object has no attribute 'numerator'")
                let failure = typeError(
                    "can't convert type '\(typeName(value))' to numerator/denominator")
                failure.exception.context = missing.exception
                throw failure
            }
        }
        return result
    }

    /// A fraction as Python's type: an int if all data were ints and it is whole, else a float.
    private func number(_ value: Fraction, whole: Bool) throws -> Value {
        if whole, value.denominator == 1 { return integer(value.numerator) }
        guard let float = value.double else {
            throw overflowError("integer division result too large for a float")
        }
        return .float(float)
    }

    private func addMeans(to module: ModuleObject, _ fail: @escaping Fail) {
        module.function(self, "mean", "(data)", "The arithmetic mean.") { vm, arguments in
            let values = try vm.elements(of: arguments[0])
            if values.isEmpty { throw fail(vm, "mean requires at least one data point") }
            let data = try vm.exact(values)
            if let special = data.special { return .float(special) }
            return try vm.number(
                data.sum / Fraction(BigInt(values.count)), whole: data.isWhole)
        }
        module.function(self, "fmean", "(data, weights=None)", "The mean, fast, as a float.") {
            vm, arguments in
            let values = try vm.elements(of: arguments[0]).map { try vm.float($0) }
            if arguments[1].isNone {
                if values.isEmpty { throw fail(vm, "fmean requires at least one data point") }
                return .float(try vm.floatSum(values) / Double(values.count))
            }
            let weights = try vm.elements(of: arguments[1]).map { try vm.float($0) }
            if values.count != weights.count {
                throw fail(vm, "data and weights must be the same length")
            }
            let total = try vm.floatSum(weights)
            if total == 0 { throw fail(vm, "sum of weights must be non-zero") }
            return .float(try vm.floatSum(zip(values, weights).map { $0 * $1 }) / total)
        }
        module.function(self, "geometric_mean", "(data)", "The geometric mean.") {
            vm, arguments in
            let values = try vm.elements(of: arguments[0]).map { try vm.float($0) }
            if values.isEmpty || values.contains(where: { $0 <= 0 }) {
                let failure = fail(
                    vm,
                    "geometric mean requires a non-empty dataset containing positive numbers")
                failure.exception.context = vm.valueError("math domain error").exception
                failure.exception.suppressesContext = true
                throw failure
            }
            return .float(exp(try vm.floatSum(values.map { log($0) }) / Double(values.count)))
        }
        module.function(self, "harmonic_mean", "(data, weights=None)", "The harmonic mean.") {
            vm, arguments in
            let values = try vm.elements(of: arguments[0])
            if values.isEmpty { throw fail(vm, "harmonic_mean requires at least one data point") }
            let weights =
                arguments[1].isNone
                ? values.map { _ in Value.int(1) } : try vm.elements(of: arguments[1])
            if weights.count != values.count {
                throw fail(vm, "Number of weights does not match data size")
            }
            if values.count == 1, vm.bigInt(values[0]) == nil {
                guard case .float = values[0] else { throw vm.typeError("unsupported type") }
            }
            for value in values where try vm.isLess(value, .int(0)) {
                throw fail(vm, "harmonic mean does not support negative values")
            }
            if values.count == 1 { return values[0] }
            if try values.contains(where: { try vm.float($0) == 0 }) { return .int(0) }
            let terms = try zip(weights, values).map { try vm.binary(.divide, $0, $1) }
            let total = try vm.exact(terms)
            let sum = try vm.exact(weights)
            if let special = total.special {
                return .float((sum.sum.double ?? .infinity) / special)
            }
            return try vm.number(sum.sum / total.sum, whole: total.isWhole)
        }
    }

    private func floatSum(_ values: [Double]) throws -> Double {
        var sum = ExactMath.FloatSum()
        try plain { for value in values { try sum.add(value) } }
        return try plain { try sum.value() }
    }

    private func addSpreads(to module: ModuleObject, _ fail: @escaping Fail) {
        /// The sum of squared deviations, or an infinity or nan instead, and the number of data.
        func squares(
            _ vm: VirtualMachine, _ data: Value, _ center: Value
        ) throws -> (sum: Fraction, special: Double?, count: Int, isWhole: Bool) {
            let values = try vm.elements(of: data)
            if !center.isNone {
                let terms = try values.map { value in
                    let distance = try vm.binary(.subtract, value, center)
                    return try vm.binary(.multiply, distance, distance)
                }
                let sum = try vm.exact(terms)
                return (sum.sum, sum.special, values.count, sum.isWhole)
            }
            let first = try vm.exact(values)
            if values.isEmpty { return (Fraction(0), nil, 0, true) }
            if first.special != nil { return (Fraction(0), first.special, values.count, false) }
            var second = first
            second.terms = first.terms.map { $0 * $0 }
            let sum = first.sum
            let count = Fraction(BigInt(values.count))
            return (
                (count * second.sum - sum * sum) / count, nil, values.count, first.isWhole
            )
        }
        let rows = [
            ("variance", "xbar", 1, false), ("stdev", "xbar", 1, true),
            ("pvariance", "mu", 0, false), ("pstdev", "mu", 0, true),
        ]
        for (name, center, less, isRoot) in rows {
            module.function(
                self, name, "(data, \(center)=None)",
                "The \(isRoot ? "standard deviation" : "variance") of a \(less == 1 ? "sample" : "population")."
            ) { vm, arguments in
                let (sum, special, count, whole) = try squares(vm, arguments[0], arguments[1])
                if count <= less {
                    throw fail(
                        vm,
                        "\(name) requires at least \(less == 1 ? "two data points" : "one data point")"
                    )
                }
                if let special {
                    if !isRoot { return .float(special) }
                    throw vm.noAttribute(.float(special), vm.intern("numerator"))
                }
                let variance = sum / Fraction(BigInt(count - less))
                if !isRoot { return try vm.number(variance, whole: whole) }
                guard let root = variance.squareRoot else {
                    throw vm.overflowError("int too large to convert to float")
                }
                return .float(root)
            }
        }
    }

    private func addOrderStatistics(to module: ModuleObject, _ fail: @escaping Fail) {
        for (name, low, help) in [
            ("median", nil as Bool?, "The middle value."),
            ("median_low", true, "The middle value, the lower of two."),
            ("median_high", false, "The middle value, the higher of two."),
        ] {
            module.function(self, name, "(data)", help) { vm, arguments in
                let data = try vm.sorted(
                    try vm.elements(of: arguments[0]), key: .none, reverse: false)
                if data.isEmpty { throw fail(vm, "no median for empty data") }
                let middle = data.count / 2
                if data.count % 2 == 1 { return data[middle] }
                if let low { return data[low ? middle - 1 : middle] }
                let sum = try vm.binary(.add, data[middle - 1], data[middle])
                return try vm.binary(.divide, sum, .int(2))
            }
        }
        module.function(
            self, "median_grouped", "(data, interval=1.0)",
            "The median of data that stand for intervals, interpolated."
        ) { vm, arguments in
            let data = try vm.sorted(
                try vm.elements(of: arguments[0]), key: .none, reverse: false)
            if data.isEmpty { throw fail(vm, "no median for empty data") }
            let middle = data[data.count / 2]
            var start = data.count / 2
            while start > 0, try !vm.isLess(data[start - 1], middle) { start -= 1 }
            var end = start
            while end < data.count, try !vm.isLess(middle, data[end]) { end += 1 }
            if middle.string != nil || arguments[1].string != nil {
                throw vm.typeError("Value cannot be converted to a float")
            }
            let interval = try vm.float(arguments[1])
            let lower = try vm.float(middle) - interval / 2
            let rest = Double(data.count) / 2 - Double(start)
            return .float(lower + interval * rest / Double(end - start))
        }
        func counts(_ vm: VirtualMachine, _ data: Value) throws -> DictObject {
            let made = vm.makeDict()
            try vm.iterate(data) { item in
                try made.set(item, try vm.binary(.add, made.get(item, vm) ?? .int(0), .int(1)), vm)
            }
            return made
        }
        module.function(self, "mode", "(data)", "The most common value, the first of several.") {
            vm, arguments in
            var best: (key: Value, count: Int)?
            for (key, value) in try counts(vm, arguments[0]).items {
                let count = try vm.index(value)
                if count > best?.count ?? 0 { best = (key, count) }
            }
            guard let best else { throw fail(vm, "no mode for empty data") }
            return best.key
        }
        module.function(self, "multimode", "(data)", "The most common values.") { vm, arguments in
            let items = try counts(vm, arguments[0]).items.map { ($0.key, try vm.index($0.value)) }
            let most = items.map(\.1).max() ?? 0
            return vm.list(items.filter { $0.1 == most }.map(\.0))
        }
        module.function(
            self, "quantiles", "(data, *, n=4, method='exclusive')",
            "The values that cut the data into n parts."
        ) { vm, arguments in
            let n = try vm.index(arguments[1])
            if n < 1 { throw fail(vm, "n must be at least 1") }
            let data = try vm.sorted(
                try vm.elements(of: arguments[0]), key: .none, reverse: false)
            if data.count < 2 { throw fail(vm, "must have at least two data points") }
            try vm.reserve(n, times: 16)
            let method = try vm.str(arguments[2])
            guard method == "exclusive" || method == "inclusive" else {
                throw vm.valueError("Unknown method: \(try vm.repr(arguments[2]))")
            }
            let m = method == "inclusive" ? data.count - 1 : data.count + 1
            var cuts: [Value] = []
            for i in 1..<max(n, 1) {
                try vm.poll()
                var j = i * m / n
                if method == "exclusive" { j = min(max(j, 1), data.count - 1) - 1 }
                let delta = method == "inclusive" ? i * m - j * n : i * m - (j + 1) * n
                let left = try vm.binary(.multiply, data[j], .int(n - delta))
                let right = try vm.binary(.multiply, data[min(j + 1, data.count - 1)], .int(delta))
                cuts.append(
                    try vm.binary(.divide, try vm.binary(.add, left, right), .int(n)))
            }
            return vm.list(cuts)
        }
    }

    private func addRegression(to module: ModuleObject, _ fail: @escaping Fail) {
        struct Moments {
            var meanX = 0.0
            var meanY = 0.0
            var xy = 0.0
            var xx = 0.0
            var yy = 0.0
            var count = 0
        }
        func moments(_ vm: VirtualMachine, _ arguments: Arguments, _ name: String) throws -> Moments
        {
            let x = try vm.elements(of: arguments[0]).map { try vm.float($0) }
            let y = try vm.elements(of: arguments[1]).map { try vm.float($0) }
            if x.count != y.count {
                throw fail(
                    vm, "\(name) requires that both inputs have same number of data points")
            }
            if x.count < 2 { throw fail(vm, "\(name) requires at least two data points") }
            var result = Moments()
            result.count = x.count
            result.meanX = try vm.floatSum(x) / Double(x.count)
            result.meanY = try vm.floatSum(y) / Double(x.count)
            let dx = x.map { $0 - result.meanX }
            let dy = y.map { $0 - result.meanY }
            result.xy = try vm.floatSum(zip(dx, dy).map { $0 * $1 })
            result.xx = try vm.floatSum(dx.map { $0 * $0 })
            result.yy = try vm.floatSum(dy.map { $0 * $0 })
            return result
        }
        module.function(self, "correlation", "(x, y, /)", "Pearson's correlation coefficient.") {
            vm, arguments in
            let m = try moments(vm, arguments, "correlation")
            let root = (m.xx * m.yy).squareRoot()
            if root == 0 { throw fail(vm, "at least one of the inputs is constant") }
            return .float(m.xy / root)
        }
        module.function(self, "covariance", "(x, y, /)", "The sample covariance.") {
            vm, arguments in
            let m = try moments(vm, arguments, "covariance")
            return .float(m.xy / Double(m.count - 1))
        }
        let line = makeTupleType(
            name: "LinearRegression", module: "statistics", fields: ["slope", "intercept"])
        module.function(
            self, "linear_regression", "(x, y, /, *, proportional=False)",
            "The straight line of least squares."
        ) { vm, arguments in
            let m = try moments(vm, arguments, "linear regression")
            if try vm.isTrue(arguments[2]) {
                let x = try vm.elements(of: arguments[0]).map { try vm.float($0) }
                let y = try vm.elements(of: arguments[1]).map { try vm.float($0) }
                let squares = try vm.floatSum(x.map { $0 * $0 })
                if squares == 0 { throw fail(vm, "x is constant") }
                let slope = try vm.floatSum(zip(x, y).map { $0 * $1 }) / squares
                return .object(TupleObject(type: line, [.float(slope), .float(0)]))
            }
            if m.xx == 0 { throw fail(vm, "x is constant") }
            let slope = m.xy / m.xx
            return .object(
                TupleObject(
                    type: line, [.float(slope), .float(m.meanY - slope * m.meanX)]))
        }
    }
}
