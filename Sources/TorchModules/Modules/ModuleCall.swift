import CNN
import Interpreter

/// Calling a module: hooks, `forward`, and the hint when shapes do not fit.
extension Torch {
    func declareModuleCall() {
        moduleType.slots.call = { [unowned self] _, value, arguments in
            guard let net = module(value) else { return .none }
            return try call(net, value, arguments)
        }
    }

    private func call(_ net: NetModule, _ value: Value, _ arguments: CallArguments) throws -> Value
    {
        guard net.parameters != nil else {
            throw vm.error(
                .attributeError,
                "'\(vm.typeName(value))' object has no attribute '_backward_hooks'",
                hint: "Call super().__init__() first in your __init__.")
        }
        activeModules.append(net)
        defer { activeModules.removeLast() }
        do {
            let result =
                net.hasHooks || everyModule.exist
                ? try callWithHooks(net, value, arguments)
                : try vm.callMethod(
                    value, forwardName, arguments.positional, keywords: arguments.keywords)
            if let output = tensor(result) {
                let caller = activeModules.count > 1 ? activeModules[activeModules.count - 2] : nil
                lastCall = (net, caller, output.shape)
            }
            return result
        } catch let error as PythonError {
            explain(error, net, arguments)
            throw error
        }
    }

    // MARK: Hints

    /// Adds the line that names the layer and the one before it when features do not fit.
    private func explain(_ error: PythonError, _ net: NetModule, _ arguments: CallArguments) {
        guard error.exception.hint == nil,
            error.exception.type === vm.types.exception(.runtimeError)
        else { return }
        let message = (try? vm.str(.object(error.exception))) ?? ""
        if net.type.name == "Linear", message.contains("shapes cannot be multiplied"),
            let input = arguments.positional.first.flatMap({ tensor($0) }),
            let weight = net.parameters?.value(forName: vm.intern("weight")).flatMap({ tensor($0) })
        {
            error.exception.hint = featureHint(net, input, expected: weight.shape.last ?? 0)
        } else if net.type.name.hasPrefix("Conv"), message.contains("channels, but got"),
            let input = arguments.positional.first.flatMap({ tensor($0) }), input.dim >= 3,
            case .int(let expected)? = net.ownAttribute(vm.intern("in_channels"))
        {
            let got = input.shape[input.dim - 3]
            error.exception.hint =
                "\(name(of: net)) expects \(expected) \(plural(expected, "channel")), but "
                + "\(source(beside: net) ?? "its input") has \(got)."
        }
    }

    private func plural(_ count: Int, _ noun: String) -> String { count == 1 ? noun : noun + "s" }

    private func featureHint(_ net: NetModule, _ input: Tensor, expected: Int) -> String {
        let got = input.shape.last ?? 1
        let own = name(of: net)
        guard let last = lastCall, last.caller === caller(of: net), last.module !== net else {
            return "\(own) expects \(expected) features, but gets \(got)."
        }
        let before = name(of: last.module)
        let shape = last.shape.dropFirst()
        let product = shape.reduce(1) { $0 &* $1 }
        if shape.count > 1, product == got {
            let factors = shape.map(String.init).joined(separator: "·")
            return "\(own) expects \(expected) features, but \(before) gives \(factors) = \(got)."
        }
        if shape.count > 1, shape.last == got {
            return
                "\(own) expects \(expected) features, but \(before) gives "
                + "\(shape.map(String.init).joined(separator: "×")) for each sample; flatten it first "
                + "(\(product) features)."
        }
        return "\(own) expects \(expected) features, but gets \(got) after \(before)."
    }

    private func source(beside net: NetModule) -> String? {
        guard let last = lastCall, last.caller === caller(of: net), last.module !== net else {
            return nil
        }
        return "the output of \(name(of: last.module))"
    }

    private func caller(of net: NetModule) -> NetModule? {
        guard let index = activeModules.lastIndex(where: { $0 === net }), index > 0 else {
            return nil
        }
        return activeModules[index - 1]
    }

    /// What the caller calls the module, or else its class.
    private func name(of net: NetModule) -> String {
        for owner in activeModules.reversed() {
            for (key, child) in owner.modules?.items ?? [] {
                if child.object === net, let text = key.string?.swiftString {
                    return text.allSatisfy(\.isNumber) ? "layer \(text) (\(net.type.name))" : text
                }
            }
        }
        return net.type.name
    }

    /// The line that explains a tensor operation's error by itself.
    func hint(for error: TensorError) -> String? {
        let message = error.message
        if message.contains("Only Tensors of floating point")
            || message.contains("only Tensors of floating")
        {
            return "Gradients need real numbers: make it with dtype=torch.float32, or .float()."
        }
        if message.hasPrefix("mat1 and mat2 must have the same dtype") {
            return "Convert the input first: .float() gives float32, what layers use."
        }
        if message.hasPrefix("Trying to backward through the graph a second time") {
            return "Compute the loss again before each backward(): the graph is freed by the first."
        }
        if message.hasPrefix("grad can be implicitly created only for scalar") {
            return "backward() starts from one number: take .mean() or .sum() first."
        }
        return nil
    }
}
