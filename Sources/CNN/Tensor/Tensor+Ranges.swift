/// Evenly spaced numbers.
///
/// PyTorch's two roundings are kept, since a learner sees them: `arange` works in blocks of one
/// vector, whose first number is rounded and whose others are counted from it, and each product is
/// added without a rounding of its own. So `arange(-8, 8, 0.1)` passes 4e-16, not 0.
extension Tensor {
    /// `start, start + step, …` up to `end`, which is left out.
    ///
    /// The type is int64 when all three are integers, else float32.
    public static func arange(
        _ start: Scalar = 0, _ end: Scalar, step: Scalar = 1, dtype: DType? = nil
    ) throws -> Tensor {
        let (a, b, s) = (start.doubleValue, end.doubleValue, step.doubleValue)
        guard s != 0 else { throw TensorError.runtime("step must be nonzero") }
        guard a.isFinite && b.isFinite else {
            throw TensorError.runtime(
                "unsupported range: \(PythonNumber.text(a)) -> \(PythonNumber.text(b))")
        }
        guard s > 0 ? b >= a : b <= a else {
            throw TensorError.runtime(
                "upper bound and lower bound inconsistent with step sign")
        }
        var integers = true
        for value in [start, end, step] {
            if case .double = value { integers = false }
        }
        let dtype = dtype ?? (integers ? .int64 : .standard)
        let size = ((b - a) / s).rounded(.up)
        guard size < 9e18 else {
            throw TensorError.runtime("invalid size, possible overflow?")
        }
        let count = Int(size)
        switch dtype {
        case .float32:
            let tensor = try empty([count], dtype: .float32)
            tensor.elements(Float.self) { p in
                steps(count, block: 8, from: a, by: s) { p[$0] = Float($1) }
            }
            return tensor
        case .float64:
            let tensor = try empty([count], dtype: .float64)
            tensor.elements(Double.self) { p in
                steps(count, block: 4, from: a, by: s) { p[$0] = $1 }
            }
            return tensor
        default:
            let tensor = try empty([count], dtype: .int64)
            let (first, step) = (start.intValue, step.intValue)
            tensor.elements(Int.self) { p in
                for i in 0..<count { p[i] = first &+ i &* step }
            }
            return try tensor.converted(to: dtype)
        }
    }

    /// Hands `set` the numbers of an `arange`, two blocks at a time, the rest one by one.
    private static func steps(
        _ count: Int, block: Int, from start: Double, by step: Double,
        set: (Int, Double) -> Void
    ) {
        let single = block == 8
        var index = 0
        while index <= count - 2 * block {
            for _ in 0..<2 {
                let first = start.addingProduct(step, Double(index))
                let base = single ? Double(Float(first)) : first
                for k in 0..<block { set(index + k, base.addingProduct(step, Double(k))) }
                index += block
            }
        }
        while index < count {
            set(index, start.addingProduct(step, Double(index)))
            index += 1
        }
    }

    /// `steps` numbers from `start` to `end`, both included, evenly spaced: the first half is
    /// counted from the start, the second from the end.
    public static func linspace(
        _ start: Double, _ end: Double, steps: Int, dtype: DType = .float32
    ) throws -> Tensor {
        guard steps >= 0 else {
            throw TensorError.runtime("number of steps must be non-negative")
        }
        switch dtype {
        case .float32:
            let tensor = try empty([steps], dtype: .float32)
            tensor.elements(Float.self) { between(Float(start), Float(end), steps, $0) }
            return tensor
        case .float64:
            let tensor = try empty([steps], dtype: .float64)
            tensor.elements(Double.self) { between(start, end, steps, $0) }
            return tensor
        default:
            // Integer types take the ends as integers and cut off what lies between.
            let tensor = try empty([steps], dtype: .float64)
            let (a, b) = (Scalar.double(start).intValue, Scalar.double(end).intValue)
            tensor.elements(Double.self) { between(Double(a), Double(b), steps, $0) }
            return try tensor.converted(to: dtype)
        }
    }

    private static func between<T: BinaryFloatingPoint>(
        _ a: T, _ b: T, _ steps: Int, _ p: UnsafeMutablePointer<T>
    ) {
        if steps == 1 { p[0] = a }
        guard steps > 1 else { return }
        let step = (b - a) / T(steps - 1)
        for i in 0..<steps {
            p[i] =
                i < steps / 2
                ? a.addingProduct(step, T(i)) : b.addingProduct(-step, T(steps - i - 1))
        }
    }
}
