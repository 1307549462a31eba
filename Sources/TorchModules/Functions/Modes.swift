import CNN
import Interpreter

/// Settings and questions of the torch module itself.
extension Torch {
    func declareModes(_ module: ModuleObject) {
        define(module, "manual_seed", "(seed)", "Starts the random numbers over from a seed.") {
            [unowned self] c in
            Generator.default.manualSeed(try seed(c[0]))
            return defaultGenerator
        }
        define(module, "initial_seed", "()", "The seed that random numbers started from.") {
            [unowned self] _ in unsigned(Generator.default.initialSeed)
        }
        define(module, "seed", "()", "Starts over from a seed that cannot be foreseen.") {
            [unowned self] _ in unsigned(Generator.default.seed())
        }
        define(module, "get_rng_state", "()", "The state of the random numbers.") {
            [unowned self] _ in value(try Tensor(Generator.default.state))
        }
        define(module, "set_rng_state", "(new_state)", "Takes over a state of the random numbers.")
        { c in
            try Generator.default.setState(c.tensor(0).array(UInt8.self))
            return .none
        }
        define(module, "is_grad_enabled", "()", "Whether operations are recorded.") { _ in
            .bool(GradMode.isEnabled)
        }
        define(module, "is_inference_mode_enabled", "()", "Whether inference mode is on.") { _ in
            .bool(GradMode.isInference)
        }
        define(module, "_set_grad", "(mode)", "") { c in
            GradMode.isEnabled = try c.bool(0)
            return .none
        }
        define(module, "_set_inference", "(mode)", "") { c in
            GradMode.isInference = try c.bool(0)
            return .none
        }
        define(module, "is_anomaly_enabled", "()", "Whether backward looks for NaN.") { _ in
            .bool(GradMode.detectsAnomaly)
        }
        define(
            module, "set_anomaly_enabled", "(enabled, check_nan=True)", "Backward looks for NaN."
        ) { c in
            GradMode.detectsAnomaly = try c.bool(0) && c.bool(1)
            return .none
        }
        define(module, "is_tensor", "(obj)", "Whether it is a tensor.") { [unowned self] c in
            .bool(tensor(c[0]) != nil)
        }
        define(module, "typename", "(obj)", "The name of a type, as messages show it.") {
            [unowned self] c in
            let object = c[0].object
            guard object?.kind == .function || object?.kind == .nativeFunction else {
                return vm.string(c[0].type?.displayName ?? typeName(c[0]))
            }
            func text(_ name: String) -> String {
                (try? vm.getAttribute(c[0], name))?.string?.swiftString ?? ""
            }
            let (module, name) = (text("__module__"), text("__qualname__"))
            switch module {
            case "", "builtins": return vm.string(name)
            case "torch": return vm.string("torch._VariableFunctionsClass." + name)
            default: return vm.string(module + "." + name)
            }
        }
        defineOnTensor(
            module, "is_floating_point", "()", "Whether elements are floating-point numbers."
        ) {
            _, x in .bool(x.dtype.isFloatingPoint)
        }
        defineOnTensor(module, "is_complex", "()", "False.") { _, _ in .bool(false) }
        defineOnTensor(module, "numel", "()", "The number of elements.") { _, x in .int(x.count) }
        define(module, "get_default_device", "()", "The CPU: there is no other.") {
            [unowned self] _ in cpu
        }
        define(module, "set_default_device", "(device)", "Accepts the CPU.") { c in
            try c.checkDevice(0)
            return .none
        }
        define(module, "get_float32_matmul_precision", "()", "How products are computed.") {
            [unowned self] _ in vm.string(productPrecision)
        }
        define(
            module, "set_float32_matmul_precision", "(precision)",
            "Accepted; products are always computed in full."
        ) { [unowned self] c in
            let precision = try c.string(0)
            guard ["highest", "high", "medium"].contains(precision) else {
                throw vm.error(
                    .runtimeError, "\(precision) is not one of 'highest', 'high', or 'medium'")
            }
            productPrecision = precision
            return .none
        }
        define(module, "get_default_dtype", "()", "The type of new floating-point tensors.") {
            [unowned self] _ in value(defaultDType)
        }
        define(module, "set_default_dtype", "(d)", "Sets the type of new floating-point tensors.") {
            [unowned self] c in
            let dtype = (try? c.optionalDType(0)) ?? nil
            guard let dtype, dtype.isFloatingPoint else {
                throw vm.typeError(
                    (dtype == nil ? "invalid dtype object: " : "")
                        + "only floating-point types are supported as the default type")
            }
            defaultDType = dtype
            return .none
        }
        define(module, "result_type", "(tensor1, tensor2)", "The type of tensor1 op tensor2.") {
            [unowned self] c in
            switch (try other(c, 0), try other(c, 1)) {
            case (.tensor(let a), .tensor(let b)):
                return value(CNN.resultType(a, b))
            case (.tensor(let a), .scalar(let b)), (.scalar(let b), .tensor(let a)):
                return value(a.plainType(b))
            case (.scalar(let a), .scalar(let b)):
                return value(Tensor.widest(a, b, defaultDType))
            }
        }
        define(module, "broadcast_shapes", "(*shapes)", "The shape that all broadcast to.") {
            [unowned self] c in
            var shape: [Int] = []
            for (index, value) in c.arguments.variadic(0).enumerated() {
                let sizes =
                    try c.elements(value)?.map { element -> Int in
                        guard let size = c.integer(element) else {
                            throw c.wrongType(0, "tuple of ints", given: element)
                        }
                        return size
                    } ?? [c.integer(value) ?? 1]
                guard let both = try? Shape.broadcast(shape, sizes) else {
                    let n = min(shape.count, sizes.count)
                    let bad = (1...max(n, 1)).first { k in
                        let (a, b) = (shape[shape.count - k], sizes[sizes.count - k])
                        return a != b && a != 1 && b != 1
                    }
                    let place = bad ?? 1
                    throw TensorError.runtime(
                        "Attempting to broadcast a dimension of length \(sizes[sizes.count - place]) at "
                            + "-\(place)! Mismatching argument at index \(index) had "
                            + "\(tupleText(sizes)); but expected shape should be broadcastable to "
                            + Shape.list(shape))
                }
                shape = both
            }
            return size(shape)
        }
        for name in ["set_num_threads", "set_num_interop_threads"] {
            define(module, name, "(n)", "Accepted; results do not depend on it.") { c in
                _ = try c.int(0)
                return .none
            }
        }
        define(module, "get_num_threads", "()", "The number of threads.") { _ in .int(2) }
        define(module, "use_deterministic_algorithms", "(mode, *, warn_only=False)", "All are.") {
            [unowned self] c in
            isDeterministic = try c.bool(0)
            return .none
        }
        define(module, "are_deterministic_algorithms_enabled", "()", "What was asked for.") {
            [unowned self] _ in .bool(isDeterministic)
        }
        declarePrintOptions(module)
        declareRefusals(module)
    }

    private func declarePrintOptions(_ module: ModuleObject) {
        define(
            module, "set_printoptions",
            "(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, "
                + "sci_mode=<None>)", "How tensors are written."
        ) { [unowned self] c in
            var options = printOptions
            if !c.isNone(4) {
                // Other names change nothing, as in PyTorch.
                if let named = PrintOptions(profile: try c.string(4)) {
                    options = named
                    options.scientific = nil
                }
            }
            if let precision = try c.optionalInt(0) { options.precision = precision }
            if !c.isNone(1) {
                let threshold = try c.double(1)
                options.threshold = threshold.isFinite ? Int(max(0, min(threshold, 1e18))) : .max
            }
            if let edge = try c.optionalInt(2) { options.edgeItems = max(0, edge) }
            if let width = try c.optionalInt(3) { options.lineWidth = width }
            if case .undefined = c[5] {
            } else {
                options.scientific = try c.optionalBool(5)
            }
            printOptions = options
            return .none
        }
    }

    /// Names of torch that are known and left out, each with its reason.
    private func declareRefusals(_ module: ModuleObject) {
        let reasons = [
            ("save", "the lab's Python has no files; keep model.state_dict() in a variable"),
            ("load", "the lab's Python has no files; keep model.state_dict() in a variable"),
            ("from_numpy", "NumPy is not part of CNNLab; use torch.tensor"),
            ("complex", "there are no complex numbers"),
        ]
        for (name, reason) in reasons {
            define(module, name, "(*args, **kwargs)", "Refused: \(reason).") { [unowned self] _ in
                throw vm.error(
                    .notImplementedError, "torch.\(name) is not part of CNNLab's torch: \(reason)")
            }
        }
    }
}
