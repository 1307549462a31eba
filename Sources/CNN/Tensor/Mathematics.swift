#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The natural logarithm of a number (`log` is taken by the tensor's method).
package func logarithm(_ value: Double) -> Double { log(value) }
