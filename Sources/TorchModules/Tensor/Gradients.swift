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
                _ = try x.requiresGrad_(wanted)
            })
        property(
            "grad", "The gradient that backward passes have accumulated.",
            get: { [unowned self] in value($0.grad) },
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
                guard gradient.shape == x.shape else {
                    throw TensorError.runtime(
                        "assigned grad has data of a different size")
                }
                guard gradient.dtype == x.dtype else {
                    throw TensorError.runtime(
                        "attempting to assign a gradient with dtype '\(gradient.dtype.scalarTypeName)' to a "
                            + "tensor with grad_dtype '\(x.dtype.scalarTypeName)'. The gradient must "
                            + "match the tensor's grad_dtype (defaults to the tensor's dtype).")
                }
                x.grad = gradient
            })
        property("grad_fn", "The step that made it.") { [unowned self] x in
            x.gradFn.map { node($0) } ?? .none
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
        ) { c, x in
            try c.refuse(3)
            try x.backward(
                gradient: c.optionalTensor(0), retainGraph: c.optionalBool(1),
                createGraph: c.bool(2))
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

    /// `torch.autograd.backward` and `grad`.
    func declareAutograd(_ module: ModuleObject) {
        func list(_ c: Call, _ index: Int) throws -> [Tensor] {
            if let one = tensor(c[index]) { return [one] }
            return try c.tensors(index)
        }
        func optionalList(_ c: Call, _ index: Int) throws -> [Tensor?]? {
            if c.isNone(index) { return nil }
            if let one = tensor(c[index]) { return [one] }
            guard let elements = c.elements(c[index]) else { return try c.tensors(index) }
            return elements.map { tensor($0) }
        }
        define(
            module, "backward",
            "(tensors, grad_tensors=None, retain_graph=None, create_graph=False)",
            "Adds gradients to the leaves."
        ) { c in
            let roots = try list(c, 0)
            try CNN.backward(
                roots, gradients: optionalList(c, 1) ?? Array(repeating: nil, count: roots.count),
                retainGraph: c.optionalBool(2), createGraph: c.bool(3))
            return .none
        }
        define(
            module, "grad",
            "(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, "
                + "allow_unused=None, is_grads_batched=False, materialize_grads=False)",
            "The gradients of outputs with respect to inputs."
        ) { [unowned self] c in
            try c.refuse(6, unless: c[6].isFalse)
            let inputs = try list(c, 1)
            let zeros = try c.bool(7)
            let gradients = try CNN.gradients(
                of: list(c, 0), withRespectTo: inputs, gradOutputs: optionalList(c, 2),
                retainGraph: c.optionalBool(3), createGraph: c.bool(4),
                allowUnused: c.optionalBool(5) ?? zeros)
            return vm.tuple(
                try zip(inputs, gradients).map { input, gradient in
                    if gradient == nil, zeros { return value(try Tensor.zerosLike(input)) }
                    return value(gradient)
                })
        }
    }
}
