import CNN
import Interpreter

/// Windows of signals, and functions of the parts of numbers.
extension Torch {
    func declareWindows(_ module: ModuleObject) {
        let options =
            "*, dtype=None, layout=None, device=None, pin_memory=False, requires_grad=False)"
        func window(
            _ name: String, _ parameters: String, _ help: String,
            _ shape: @escaping (Call) throws -> SignalWindow
        ) {
            let extra = parameters.isEmpty ? 0 : parameters.split(separator: ",").count
            let signature =
                "(window_length, periodic=True, " + (extra > 0 ? parameters + ", " : "") + options
            define(module, name, signature, help) { [unowned self] c in
                let length = try c.int(0)
                let dtype = try c.optionalDType(2 + extra) ?? defaultDType
                try c.checkDevice(4 + extra)
                guard length >= 0 else {
                    throw TensorError.runtime(
                        "\(name) requires non-negative window_length, got window_length=\(length)")
                }
                guard dtype.isFloatingPoint else {
                    throw TensorError.runtime(
                        "\(name) expects floating point dtypes, got: TensorOptions("
                            + "dtype=\(dtype == .int64 ? "long int" : dtype.cppName), device=cpu, layout=Strided (default), "
                            + "requires_grad=false (default), pinned_memory=false, "
                            + "memory_format=(nullopt))")
                }
                let made = try Tensor.window(shape(c), length, periodic: c.bool(1), dtype: dtype)
                return try c.finished(made, 6 + extra)
            }
        }
        window("hann_window", "", "Half a cosine, from 0 to 1 and back.") { _ in
            .hamming(alpha: 0.5, beta: 0.5)
        }
        window("hamming_window", "alpha=0.54, beta=0.46", "A cosine on a step.") { c in
            .hamming(alpha: try c.double(2), beta: try c.double(3))
        }
        window("bartlett_window", "", "A triangle.") { _ in .bartlett }
        window("blackman_window", "", "Two cosines.") { _ in .blackman }
        window("kaiser_window", "beta=12.0", "A window by Bessel functions.") { c in
            .kaiser(beta: try c.double(2))
        }
        both(module, "i0", "()", "The modified Bessel function of order 0.") { c, x in
            c.wrap(try x.i0())
        }
        both(module, "frexp", "()", "Mantissas and exponents.") { [unowned self] c, x in
            let parts = try x.frexp()
            return named("frexp", parts.mantissa, parts.exponent, fields: ["mantissa", "exponent"])
        }
    }
}
