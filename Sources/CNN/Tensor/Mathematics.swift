#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The natural logarithm of a number (`log` is taken by the tensor's method).
package func logarithm(_ value: Double) -> Double { log(value) }

/// The tangent of an angle.
func tangent(_ angle: Double) -> Double { tan(angle) }

/// e to the power of a number.
func exponential(_ value: Double) -> Double { exp(value) }

/// The modified Bessel function of the first kind, order 0 or 1, by its power series, which converges everywhere and has
/// no cancellation.
func bessel(_ x: Double, order: Int) -> Double {
    if x.isNaN { return x }
    // The sum is beyond float64, and would take as many terms as x is large.
    if abs(x) > 720 { return order == 1 && x < 0 ? -.infinity : .infinity }
    var term = order == 0 ? 1 : x / 2
    var total = term
    let quarter = x * x / 4
    var k = 1.0
    while abs(term) > abs(total) * 1e-17 {
        term *= quarter / (k * (k + Double(order)))
        total += term
        k += 1
    }
    return total
}
