import CNN
import Interpreter

/// Random draws seen less often, and functions of torch that overwrite their first argument.
extension Torch {
    func declareRandomFills() {
        method("log_normal_", "(mean=1, std=2, *, generator=None)", "exp of normal draws.") {
            c, x in
            c.wrap(
                try x.logNormal_(mean: c.double(0), std: c.double(1), generator: c.generator(2)))
        }
        method("cauchy_", "(median=0, sigma=1, *, generator=None)", "Cauchy's distribution.") {
            c, x in
            c.wrap(
                try x.cauchy_(
                    median: c.double(0), sigma: c.double(1), generator: c.generator(2)))
        }
        method("geometric_", "(p, *, generator=None)", "Trials until the first success.") { c, x in
            let p = try c.double(0)
            guard p > 0, p < 1 else {
                throw TensorError.runtime(
                    "geometric_ expects p to be in (0, 1), but got p=\(PythonNumber.compact(p))")
            }
            // In the order in which the elements lie in memory.
            let order = x.memoryOrder()
            let draws = try Tensor.empty(order.map { x.shape[$0] }, dtype: .float64).uniform_(
                generator: c.generator(1))
            let trials = try draws.log().div(.double(CNN.logarithm(1 - p))).ceil()
            let places = order.indices.sorted { order[$0] < order[$1] }
            return c.wrap(try x.copy_(trials.permute(places)))
        }
        method("apply_", "(callable)", "A function of each element, in place.") {
            [unowned self] c, x in
            if x.requiresGrad {
                throw vm.typeError(
                    "Can't call apply_() on Variable that requires grad. Use "
                        + "var.detach().apply_() instead.")
            }
            let results = try x.scalars().map { element -> Scalar in
                let result = try vm.call(c[0], [value(element)])
                guard let number = scalar(result) else {
                    throw vm.typeError("must be real number, not \(vm.typeName(result))")
                }
                return number
            }
            return c.wrap(try x.copy_(makeTensor(results, x.shape, x.dtype)))
        }
    }

    /// Functions of `torch.nn.functional` that torch shows as well.
    func declareFunctionalNames(_ module: ModuleObject) {
        let names = [
            "threshold", "celu", "selu", "prelu", "dropout", "alpha_dropout", "conv1d", "conv2d",
            "conv_transpose2d", "cosine_similarity", "pairwise_distance", "max_pool1d",
            "max_pool2d",
            "avg_pool1d", "adaptive_avg_pool1d", "pixel_shuffle", "pixel_unshuffle", "hardshrink",
            "layer_norm", "group_norm", "bilinear", "rrelu", "conv3d", "conv_transpose1d",
            "channel_shuffle", "pdist", "max_pool3d",
        ]
        for name in names where module.namespace[vm.intern(name)] == nil {
            define(module, name, "(*args, **kwargs)", "As torch.nn.functional.\(name).") {
                [unowned self] c in
                let functional = try vm.importModule("torch.nn.functional")
                guard let function = functional.namespace[vm.intern(name)] else { return .none }
                let keywords = c.arguments.keywords(1).map { keyword in
                    (
                        name: vm.intern(keyword.name == "train" ? "training" : keyword.name),
                        value: keyword.value
                    )
                }
                if name.hasSuffix("dropout"),
                    let p = scalar(c.arguments.variadic(0).dropFirst().first ?? .none),
                    !(0...1).contains(p.doubleValue)
                {
                    throw TensorError.runtime(
                        "dropout probability has to be between 0 and 1, but got "
                            + PythonNumber.text(p.doubleValue))
                }
                return try vm.call(function, c.arguments.variadic(0), keywords: keywords)
            }
        }
        define(
            module, "scalar_tensor",
            "(s, *, dtype=None, device=None, requires_grad=False)", "A tensor of one number."
        ) { [unowned self] c in
            try c.checkDevice(2)
            let number = try c.scalar(0)
            return try c.finished(
                Tensor.scalar(number, dtype: c.optionalDType(1) ?? defaultDType), 3)
        }
    }

    /// Functions that are native in PyTorch and written in Python here: their arguments are checked as a native's are.
    func checkPythonFunctions(of module: ModuleObject) throws {
        for name in SignatureTable.names("F") {
            let key = vm.intern(name)
            guard let function = module.namespace[key], function.object?.kind == .function,
                !(function.object is NativeFunction)
            else { continue }
            let text = try vm.signatureText(function)
            let parameters = Signature(text).parameters
            define(module, name, text, "As written in Python.") { [unowned self] c in
                var inputs: [Value] = []
                var keywords: [(name: StringObject, value: Value)] = []
                for (index, parameter) in parameters.enumerated() {
                    if parameter.kind == .keywordOnly {
                        keywords.append((vm.intern(parameter.name), c[index]))
                    } else {
                        inputs.append(c[index])
                    }
                }
                return try vm.call(function, inputs, keywords: keywords)
            }
        }
    }

    /// `torch.relu_(x)` and its like: the method under another name.
    func declareInPlaceFunctions(_ module: ModuleObject) {
        for name in SignatureTable.names("torch")
        where name.hasSuffix("_") && module.namespace[vm.intern(name)] == nil {
            guard vm.lookUp(tensorType, vm.intern(name)) != nil else { continue }
            define(module, name, "(input, *args, **kwargs)", "In place.") { [unowned self] c in
                let keywords = c.arguments.keywords(2).map {
                    (name: vm.intern($0.name), value: $0.value)
                }
                return try vm.callMethod(
                    c[0], vm.intern(name), c.arguments.variadic(1), keywords: keywords)
            }
        }
    }
}
