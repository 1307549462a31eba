// The derivatives of digamma: sums of powers, of which all but the first few are taken together by the formula of
// Euler and Maclaurin.

import CNNKernels

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Tensor {
    /// The n-th derivative of `digamma`, element by element.
    public func polygamma(_ n: Int) throws -> Tensor {
        guard n >= 0 else {
            throw TensorError.runtime("polygamma(n, x) does not support negative n.")
        }
        if n == 0 { return try digamma() }
        let real = try asReal
        let factor = (n % 2 == 0 ? -1.0 : 1.0) * tgamma(Double(n + 1))
        let result = try withoutGradient {
            let values = try real.detach().to(.float64).array(Double.self)
            if n == 1 {
                let slopes =
                    real.dtype == .float32
                    ? values.map { Double(trigamma(Float($0), sine: sine)) }
                    : values.map { trigamma($0, sine: sine) }
                return try Tensor(slopes, real.shape).to(real.dtype)
            }
            return try Tensor(
                values.map {
                    $0 == .infinity ? .nan : factor * hurwitzZeta(Double(n + 1), $0)
                }, real.shape
            ).to(real.dtype)
        }
        return result.record("PolygammaBackward0", [real], saving: [real]) { node, gradients in
            guard let gradient = gradients[0] else { return [nil] }
            return [try gradient.mul(node.saved(0).polygamma(n + 1))]
        }
    }
}

private func sine(_ x: Double) -> Double { sin(x) }
private func sine(_ x: Float) -> Float { sinf(x) }

/// The first derivative of `digamma`: reflected below ½, moved up by 6, then the asymptotic series. At a pole it is
/// as great as the rounding of π lets it be.
private func trigamma<T: BinaryFloatingPoint>(_ value: T, sine: (T) -> T) -> T {
    var x = value
    var result: T = 0
    let isReflected = x < 0.5
    if isReflected {
        let height = sine(T.pi * x)
        result -= T.pi * T.pi / (height * height)
        x = 1 - x
    }
    for _ in 0..<6 {
        result += 1 / (x * x)
        x += 1
    }
    let square = 1 / (x * x)
    let tail = T(1) / 30 - square / 42
    let series = 1 + 1 / (2 * x) + square * (T(1) / 6 - square * tail)
    result += series / x
    return isReflected ? -result : result
}

/// The sum of (q + k)⁻ˢ over all k from 0 on, for s above 1.
private func hurwitzZeta(_ s: Double, _ q: Double) -> Double {
    if q.isNaN { return .nan }
    if q <= 0 {
        if q == q.rounded(.down) { return .infinity }
        // Below 0 a power that is not a whole one has no value; those of polygamma are whole.
        guard s == s.rounded(), q > -1e6 else { return .nan }
    }
    let terms = 12 + (q < 0 ? Int(-q) : 0)
    var sum: Double = 0
    for k in 0..<terms { sum += pow(q + Double(k), -s) }
    let a = q + Double(terms)
    sum += pow(a, 1 - s) / (s - 1)
    sum += pow(a, -s) / 2
    let bernoulli = [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6,
    ]
    var factor = s
    var power = pow(a, -s - 1)
    for (j, number) in bernoulli.enumerated() {
        sum += number / tgamma(Double(2 * j + 3)) * factor * power
        let next = s + Double(2 * j)
        factor *= (next + 1) * (next + 2)
        power /= a * a
    }
    return sum
}
