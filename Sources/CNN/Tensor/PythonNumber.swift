/// Numbers as Python writes them, for messages.
package enum PythonNumber {
    /// `1.0`, `0.1`, `1e+20`, `inf`.
    package static func text(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        return "\(value)"
    }
}
