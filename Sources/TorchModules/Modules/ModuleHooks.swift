import CNN
import Interpreter

/// What runs around a module's `forward`: hooks before and after it, and those of the backward pass.
extension Torch {
    private func entries(_ hooks: DictObject?) -> [Value] { (hooks?.items ?? []).map(\.value) }

    /// A hook's entry is the function, whether it takes keyword arguments and whether it is always called.
    private func parts(_ entry: Value) throws -> (hook: Value, keywords: Bool, always: Bool) {
        guard let elements = entry.tuple?.elements, elements.count == 3 else {
            return (entry, false, false)
        }
        return (elements[0], try vm.isTrue(elements[1]), try vm.isTrue(elements[2]))
    }

    private func keywordDict(_ arguments: CallArguments) -> Value {
        let dict = vm.makeDict()
        for keyword in arguments.keywords { dict.setValue(keyword.value, forName: keyword.name) }
        return .object(dict)
    }

    func callWithHooks(
        _ net: NetModule, _ value: Value, _ arguments: CallArguments
    ) throws -> Value {
        var arguments = arguments
        for entry in entries(everyModule.before) + entries(net.forwardPreHooks) {
            try callBefore(entry, value, &arguments)
        }
        var called = 0
        let after = entries(everyModule.after) + entries(net.forwardHooks)
        do {
            let backward = entries(everyModule.backward) + entries(net.backwardHooks)
            let first = entries(everyModule.backwardBefore) + entries(net.backwardPreHooks)
            let watch =
                backward.isEmpty && first.isEmpty
                ? nil : BackwardWatch(self, value, backward, first)
            if let watch { arguments.positional = try watch.entering(arguments.positional) }
            var result = try vm.callMethod(
                value, forwardName, arguments.positional, keywords: arguments.keywords)
            for entry in after {
                called += 1
                let changed = try callAfter(entry, value, arguments, result)
                if !changed.isNone { result = changed }
            }
            if let watch { result = try watch.leaving(result) }
            return result
        } catch let error as PythonError {
            for entry in after.dropFirst(called) where try parts(entry).always {
                _ = try? callAfter(entry, value, arguments, .none)
            }
            throw error
        }
    }

    private func callBefore(
        _ entry: Value, _ value: Value, _ arguments: inout CallArguments
    ) throws {
        let (hook, keywords, _) = try parts(entry)
        var given = [value, vm.tuple(arguments.positional)]
        if keywords { given.append(keywordDict(arguments)) }
        let result = try vm.call(hook, given)
        if result.isNone { return }
        guard keywords else {
            arguments.positional = result.tuple?.elements ?? [result]
            return
        }
        guard let pair = result.tuple?.elements, pair.count == 2, let positional = pair[0].tuple,
            let named = pair[1].dict
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
    }

    private func callAfter(
        _ entry: Value, _ value: Value, _ arguments: CallArguments, _ result: Value
    ) throws -> Value {
        let (hook, keywords, _) = try parts(entry)
        var given = [value, vm.tuple(arguments.positional)]
        if keywords { given.append(keywordDict(arguments)) }
        return try vm.call(hook, given + [result])
    }
}

/// Follows a module's inputs and outputs so that its full backward hooks see their gradients.
///
/// A step of the graph around all inputs, and one around all outputs, gather the gradients.
private final class BackwardWatch {
    let torch: Torch
    let owner: Value
    let hooks: [Value]
    let first: [Value]
    private var watchesInputs = false
    private var inputCount = 0
    private var outputGradients: Value = .none

    init(_ torch: Torch, _ owner: Value, _ hooks: [Value], _ first: [Value]) {
        self.torch = torch
        self.owner = owner
        self.hooks = hooks
        self.first = first
    }

    func entering(_ values: [Value]) throws -> [Value] {
        inputCount = values.count
        if hooks.isEmpty { return values }
        return try wrap(values) { [self] gradients in
            watchesInputs = true
            return try callHooks(gradients)
        } onWrap: { [self] in
            watchesInputs = true
        }
    }

    func leaving(_ value: Value) throws -> Value {
        let parts = value.tuple?.elements ?? [value]
        let wrapped = try wrap(parts) { [self] gradients in
            try leave(gradients)
        } onWrap: {
        }
        return value.tuple == nil ? wrapped[0] : torch.vm.tuple(wrapped)
    }

    private func leave(_ gradients: [Tensor?]) throws -> [Tensor?] {
        let vm = torch.vm
        var current = vm.tuple(gradients.map { torch.value($0) })
        for hook in first {
            let result = try vm.call(hook, [owner, current])
            if result.isNone { continue }
            current = result.tuple == nil ? vm.tuple([result]) : result
        }
        outputGradients = current
        let changed = (current.tuple?.elements ?? []).map { torch.tensor($0) }
        if !watchesInputs {
            if !hooks.isEmpty {
                vm.warn(
                    .userWarning,
                    "Full backward hook is firing when gradients are computed with respect to module "
                        + "outputs since no inputs require gradients. See "
                        + "https://docs.pytorch.org/docs/main/generated/torch.nn.Module.html"
                        + "#torch.nn.Module.register_full_backward_hook for more details.")
            }
            let nothing = [Tensor?](repeating: nil, count: inputCount)
            if !(try callHooks(nothing)).allSatisfy({ $0 == nil }) {
                throw vm.error(
                    .runtimeError,
                    "Backward hooks for modules where no input requires gradient should always "
                        + "return None or None for all gradients.")
            }
        }
        return changed
    }

    private func callHooks(_ gradients: [Tensor?]) throws -> [Tensor?] {
        let vm = torch.vm
        var current = vm.tuple(gradients.map { torch.value($0) })
        for hook in hooks {
            let result = try vm.call(hook, [owner, current, outputGradients])
            if result.isNone { continue }
            let count = try vm.length(result)
            guard count == gradients.count else {
                throw vm.error(
                    .runtimeError,
                    "Backward hook returned an invalid number of grad_input, got \(count), but "
                        + "expected \(gradients.count)",
                    hint: torch.tensor(result) == nil
                        ? nil : "The hook returns a tuple of gradients: (gradient,).")
            }
            current = vm.tuple(try vm.elements(of: result))
        }
        let changed = (current.tuple?.elements ?? []).map { torch.tensor($0) }
        for (before, after) in zip(gradients, changed) {
            if let before, let after, before.shape != after.shape {
                throw vm.error(.runtimeError, "hook 'hook' has changed the size of value")
            }
        }
        return changed
    }

    /// The values with their tensors behind one step of the graph, which `change`s all their gradients.
    private func wrap(
        _ values: [Value], _ change: @escaping ([Tensor?]) throws -> [Tensor?],
        onWrap: () -> Void
    ) throws -> [Value] {
        var tensors: [Tensor] = []
        var places: [Int] = []
        for (place, value) in values.enumerated() {
            guard let tensor = torch.tensor(value) else { continue }
            tensors.append(tensor)
            places.append(place)
        }
        guard isRecorded(tensors) else { return values }
        onWrap()
        let count = values.count
        let passed = tensors.map { $0.detach() }
        Node.record("BackwardHookFunctionBackward", tensors, outputs: passed) {
            node, gradients in
            var all = [Tensor?](repeating: nil, count: count)
            for (place, gradient) in zip(places, gradients) { all[place] = gradient }
            let changed = try change(all)
            return places.enumerated().map { index, place in
                node.needs(index) ? changed[place] : nil
            }
        }
        for (input, output) in zip(tensors, passed) { output.becomeView(of: input) }
        var result = values
        for (place, tensor) in zip(places, passed) { result[place] = torch.value(tensor) }
        return result
    }
}
