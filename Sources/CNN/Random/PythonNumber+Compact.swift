#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension PythonNumber {
    /// As C++ streams write it, six digits at most: `1.5`, `2`, `1e+20`.
    package static func compact(_ value: Double) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
            guard let text = buffer.baseAddress else { return "\(value)" }
            _ = withVaList([value]) { vsnprintf(text, 32, "%g", $0) }
            return String(cString: text)
        }
    }
}
