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
        activeModules.append(net)
        defer { activeModules.removeLast() }
        do {
            let result =
                net.hasHooks
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

    // MARK: Hooks

    private func entries(_ hooks: DictObject?) -> [Value] {
        (hooks?.items ?? []).filter { $0.key.string == nil }.map(\.value)
    }

    /// A hook's entry is the function and whether it takes keyword arguments.
    private func parts(_ entry: Value) throws -> (hook: Value, keywords: Bool) {
        guard let elements = entry.tuple?.elements, elements.count == 3 else {
            return (entry, false)
        }
        return (elements[0], try vm.isTrue(elements[1]))
    }

    private func keywordDict(_ arguments: CallArguments) -> Value {
        let dict = vm.makeDict()
        for keyword in arguments.keywords { dict.setValue(keyword.value, forName: keyword.name) }
        return .object(dict)
    }

    private func callWithHooks(
        _ net: NetModule, _ value: Value, _ arguments: CallArguments
    ) throws -> Value {
        var arguments = arguments
        for entry in entries(net.forwardPreHooks) {
            let (hook, keywords) = try parts(entry)
            var given = [value, vm.tuple(arguments.positional)]
            if keywords { given.append(keywordDict(arguments)) }
            let result = try vm.call(hook, given)
            if result.isNone { continue }
            if keywords {
                guard let pair = result.tuple?.elements, pair.count == 2,
                    let positional = pair[0].tuple, let named = pair[1].dict
                else {
                    throw vm.error(
                        .runtimeError,
                        "forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got "
                            + "\(try vm.str(result)).")
                }
                arguments.positional = positional.elements
                arguments.keywords = named.items.compactMap { item in
                    item.key.string.map { (vm.intern($0), item.value) }
                }
            } else {
                arguments.positional = result.tuple?.elements ?? [result]
            }
        }
        let backward = entries(net.backwardHooks)
        let watch = backward.isEmpty ? nil : BackwardWatch(self, value, backward)
        if let watch { arguments.positional = try watch.entering(arguments.positional) }
        var result = try vm.callMethod(
            value, forwardName, arguments.positional, keywords: arguments.keywords)
        if let watch { result = try watch.leaving(result) }
        for entry in entries(net.forwardHooks) {
            let (hook, keywords) = try parts(entry)
            var given = [value, vm.tuple(arguments.positional)]
            if keywords { given.append(keywordDict(arguments)) }
            given.append(result)
            let changed = try vm.call(hook, given)
            if !changed.isNone { result = changed }
        }
        return result
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

/// Follows a module's inputs and outputs so that its full backward hooks see their gradients.
private final class BackwardWatch {
    let torch: Torch
    let owner: Value
    let hooks: [Value]
    private var inputsNeedGradients = false
    private var gradients: [Tensor?] = []
    private var outputGradients: [Tensor?] = []

    init(_ torch: Torch, _ owner: Value, _ hooks: [Value]) {
        self.torch = torch
        self.owner = owner
        self.hooks = hooks
    }

    /// Inputs pass through a view, whose gradient is that of the module's input.
    func entering(_ values: [Value]) throws -> [Value] {
        gradients = Array(repeating: nil, count: values.count)
        return try values.enumerated().map { index, value in
            guard let tensor = torch.tensor(value), tensor.requiresGrad else { return value }
            let through = try torch.translating { try tensor.view(tensor.shape) }
            inputsNeedGradients = true
            _ = try torch.translating {
                try through.registerHook { [self] gradient in
                    gradients[index] = gradient
                    try callHooks()
                    return nil
                }
            }
            return torch.value(through)
        }
    }

    func leaving(_ value: Value) throws -> Value {
        guard let tensor = torch.tensor(value), tensor.requiresGrad else { return value }
        let through = try torch.translating { try tensor.view(tensor.shape) }
        _ = try torch.translating {
            try through.registerHook { [self] gradient in
                outputGradients = [gradient]
                if !inputsNeedGradients { try callHooks() }
                return nil
            }
        }
        return torch.value(through)
    }

    private func callHooks() throws {
        for hook in hooks {
            _ = try torch.vm.call(
                hook,
                [
                    owner, torch.vm.tuple(gradients.map { torch.value($0) }),
                    torch.vm.tuple(outputGradients.map { torch.value($0) }),
                ])
        }
    }
}
