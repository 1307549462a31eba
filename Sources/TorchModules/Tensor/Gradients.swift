import CNN
import Interpreter

/// The autograd side of tensors.
extension Torch {
    func declareGradients() {
        property(
            "requires_grad", "Whether gradients are computed for it.",
            get: { .bool($0.requiresGrad) },
            set: { [unowned self] x, new in
                guard case .bool(let wanted) = new else {
                    throw vm.error(.runtimeError, "requires_grad must be a bool")
                }
                if wanted, !x.dtype.isFloatingPoint {
                    throw TensorError.runtime(
                        "only Tensors of floating point and complex dtype can require gradients")
                }
                _ = try x.requiresGrad_(wanted)
            })
        property(
            "grad", "The gradient that backward passes have accumulated.",
            get: { [unowned self] x in
                if !x.isLeaf, !x.retainsGrad {
                    vm.warn(
                        .userWarning,
                        "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its "
                            + ".grad attribute won't be populated during autograd.backward(). If you "
                            + "indeed want the .grad field to be populated for a non-leaf Tensor, use "
                            + ".retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor "
                            + "by mistake, make sure you access the leaf Tensor instead. See "
                            + "github.com/pytorch/pytorch/pull/30531 for more information.")
                }
                return value(x.grad)
            },
            set: { [unowned self] x, new in
                if new.isNone {
                    x.grad = nil
                    return
                }
                guard let gradient = tensor(new) else {
                    throw vm.typeError(
                        "assigned grad expected to be a Tensor or None but got grad of type "
                            + vm.typeName(new))
                }
                if gradient === x {
                    throw vm.error(.runtimeError, "can't assign Variable as its own grad")
                }
                try x.setGrad(gradient)
            })
        property("grad_fn", "The step that made it.") { [unowned self] x in
            try x.checkHistory()
            return x.gradFn.map { node($0) } ?? .none
        }
        property("is_leaf", "Whether no recorded step made it.") { .bool($0.isLeaf) }
        property("retains_grad", "Whether it keeps its gradient though it is no leaf.") {
            .bool($0.retainsGrad)
        }
        property(
            "data", "The same memory without its history.",
            get: { [unowned self] in value($0.data) },
            set: { [unowned self] x, new in
                guard let source = tensor(new) else {
                    throw vm.typeError(
                        "Variable data has to be a tensor, but got \(vm.typeName(new))")
                }
                try x.setData(source)
            })
        method("requires_grad_", "(requires_grad=True)", "Sets whether gradients are computed.") {
            c, x in
            if try c.bool(0), !x.dtype.isFloatingPoint {
                throw TensorError.runtime(
                    "only Tensors of floating point dtype can require gradients")
            }
            return c.wrap(try x.requiresGrad_(c.bool(0)))
        }
        method("detach", "()", "The same memory without its history.") { c, x in c.wrap(x.detach())
        }
        method("detach_", "()", "Forgets its history.") { c, x in c.wrap(try x.detach_()) }
        method("retain_grad", "()", "Keeps the gradient though it is no leaf.") { _, x in
            try x.retainGrad()
            return .none
        }
        method(
            "backward", "(gradient=None, retain_graph=None, create_graph=False, inputs=None)",
            "Adds the gradient of this tensor to every leaf it depends on."
        ) { [unowned self] c, x in
            try self.backward(
                [x], startGradients(c[0], 1), retain: keeping(c[1]), create: c.bool(2), c[3])
            return .none
        }
        method("register_hook", "(hook)", "hook(grad) sees, and may change, its gradient.") {
            [unowned self] c, x in
            let hook = c[0]
            let handle = try x.registerHook { [unowned self] gradient in
                let result = try vm.call(hook, [value(gradient)])
                if result.isNone { return nil }
                guard let changed = tensor(result) else {
                    throw vm.typeError(
                        "expected Variable, but hook returned '\(vm.typeName(result))'")
                }
                try checkHook(hook, gave: changed, for: gradient)
                return changed
            }
            return .object(HookObject(hookType) { handle.remove() })
        }
        method(
            "register_post_accumulate_grad_hook", "(hook)",
            "hook(tensor) runs after its gradient was accumulated."
        ) { [unowned self] c, x in
            let hook = c[0]
            let handle = try x.registerPostAccumulateGradHook { [unowned self] changed in
                _ = try vm.call(hook, [value(changed)])
            }
            return .object(HookObject(hookType) { handle.remove() })
        }
    }

    /// A hook may give another gradient, though none of another size or type.
    private func checkHook(_ hook: Value, gave changed: Tensor, for gradient: Tensor) throws {
        let name = (try? vm.getAttribute(hook, vm.intern("__name__")))?.string?.swiftString
        let subject = "hook '\(name ?? "<unknown>")' has changed the"
        if changed.dtype != gradient.dtype {
            throw TensorError.runtime(
                "\(subject) type of value (was \(gradient.dtype.legacyName) got "
                    + "\(changed.dtype.legacyName))")
        }
        if changed.shape != gradient.shape {
            throw TensorError.runtime("\(subject) size of value")
        }
    }

    /// The gradients that a pass from so many tensors starts with.
    private func startGradients(_ value: Value, _ count: Int) throws -> [Tensor?] {
        if value.isNone || value.isUndefined { return [Tensor?](repeating: nil, count: count) }
        if let gradient = tensor(value) { return try counted([gradient], count) }
        let given = try vm.elements(of: value).map { element -> Tensor? in
            if element.isNone { return nil }
            guard let gradient = tensor(element) else {
                throw vm.typeError(
                    "gradients can be either Tensors or None, but got \(vm.typeName(element))")
            }
            return gradient
        }
        return try counted(given, count)
    }

    private func counted(_ gradients: [Tensor?], _ count: Int) throws -> [Tensor?] {
        guard gradients.count == count else {
            throw TensorError.runtime("got \(count) tensors and \(gradients.count) gradients")
        }
        return gradients
    }

    /// `retain_graph`: a truth value or a number.
    private func keeping(_ value: Value) throws -> Bool? {
        if value.isNone || value.isUndefined { return nil }
        switch value {
        case .bool, .int: return try vm.isTrue(value)
        default:
            throw vm.typeError(
                "'\(vm.typeName(value))' object cannot be interpreted as an integer")
        }
    }

    /// The tensors for which gradients are wanted.
    private func wantedTensors(_ value: Value, _ function: String) throws -> [Tensor] {
        if let one = tensor(value) { return [one] }
        let elements = try vm.elements(of: value)
        if elements.isEmpty {
            throw TensorError.runtime("`inputs` argument to `\(function)()` cannot be empty.")
        }
        return try elements.map { element in
            guard let one = tensor(element) else {
                throw TensorError.runtime(
                    "all inputs have to be Tensors or GradientEdges, but got "
                        + vm.typeName(element))
            }
            return one
        }
    }

    /// A pass that adds to the leaves, or to the `inputs` alone.
    private func backward(
        _ roots: [Tensor], _ gradients: [Tensor?], retain: Bool?, create: Bool, _ inputs: Value
    ) throws {
        if create {
            vm.warn(
                .userWarning,
                "Using backward() with create_graph=True will create a reference cycle between the "
                    + "parameter and its gradient which can cause a memory leak. We recommend using "
                    + "autograd.grad when creating the graph to avoid this. If you have to use this "
                    + "function, make sure to reset the .grad fields of your parameters to None after "
                    + "use to break the cycle and avoid the leak.")
        }
        if inputs.isNone || inputs.isUndefined {
            return try CNN.backward(
                roots, gradients: gradients, retainGraph: retain, createGraph: create)
        }
        let wanted = try wantedTensors(inputs, "backward")
        let found = try CNN.gradients(
            of: roots, withRespectTo: wanted, gradOutputs: gradients, retainGraph: retain,
            createGraph: create, allowUnused: true)
        for (leaf, gradient) in zip(wanted, found) {
            guard let gradient else { continue }
            leaf.grad = try leaf.grad.map { try $0.add(gradient) } ?? gradient
        }
    }

    /// `torch.autograd.backward` and `grad`.
    func declareAutograd(_ module: ModuleObject) {
        func list(_ c: Call, _ index: Int) throws -> [Tensor] {
            if let one = tensor(c[index]) { return [one] }
            if c.elements(c[index]) == nil { _ = try vm.elements(of: c[index]) }
            return try c.tensors(index)
        }
        define(
            module, "backward",
            "(tensors, grad_tensors=None, retain_graph=None, create_graph=False, "
                + "grad_variables=None, inputs=None)",
            "Adds gradients to the leaves."
        ) { [unowned self] c in
            let roots = try list(c, 0)
            try backward(
                roots, startGradients(c[1], roots.count), retain: keeping(c[2]), create: c.bool(3),
                c[5])
            return .none
        }
        define(
            module, "grad",
            "(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, "
                + "only_inputs=True, allow_unused=None, is_grads_batched=False, materialize_grads=False)",
            "The gradients of outputs with respect to inputs."
        ) { [unowned self] c in
            // PyTorch only warns of an only_inputs that is false, and does the same.
            try c.refuse(7, unless: c[7].isFalse)
            let roots = try list(c, 0)
            let inputs = try wantedTensors(c[1], "grad")
            let zeros = try c.bool(8)
            if zeros, c[6].isFalse {
                throw vm.valueError(
                    "Expected allow_unused to be True or not passed when materialize_grads=True, "
                        + "but got: allow_unused=False.")
            }
            let gradients = try CNN.gradients(
                of: roots, withRespectTo: inputs, gradOutputs: startGradients(c[2], roots.count),
                retainGraph: keeping(c[3]), createGraph: c.bool(4),
                allowUnused: c.optionalBool(6) ?? zeros)
            return vm.tuple(
                try zip(inputs, gradients).map { input, gradient in
                    if gradient == nil, zeros { return value(try Tensor.zerosLike(input)) }
                    return value(gradient)
                })
        }
    }
}
