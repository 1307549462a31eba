#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Numbers as C's `printf` writes them, which is also how Python does.
package enum NumberText {
    /// `%.Nf`, with Python's spelling of NaN and the infinities.
    package static func fixed(_ value: Double, _ precision: Int) -> String {
        nonFinite(value) ?? format("%.*f", precision, value)
    }

    /// `%.Ne`, with Python's spelling of NaN and the infinities.
    package static func scientific(_ value: Double, _ precision: Int) -> String {
        nonFinite(value) ?? format("%.*e", precision, value)
    }

    private static func nonFinite(_ value: Double) -> String? {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        return nil
    }

    private static func format(_ pattern: String, _ precision: Int, _ value: Double) -> String {
        let precision = CInt(clamping: min(max(precision, 0), 300))
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 700) { buffer in
            guard let base = buffer.baseAddress else { return "" }
            let length = withVaList([precision, value]) {
                vsnprintf(base, 700, pattern, $0)
            }
            let count = max(0, min(Int(length), 699))
            return String(
                decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
        }
    }
}
