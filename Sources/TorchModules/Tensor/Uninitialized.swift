import CNN
import Interpreter

// Parameters and buffers of lazy layers: they have no shape until the first input has come, and are the same objects
// afterwards, so that an optimizer made before trains them.

extension Torch {
    func declareUninitialized() {
        for type in [uninitializedParameterType, uninitializedBufferType] {
            let name = type.name
            type.slots.repr = { _, _ in "<\(name)>" }
            type.slots.str = type.slots.repr
            type.slots.format = { _, _, _ in "<\(name)>" }
            type.slots.getAttribute = { [unowned self] _, value, attribute in
                try check(value, attribute.swiftString)
                return nil
            }
            type.method(
                vm, "materialize", "(shape, device=None, dtype=None)",
                "Gives it a shape: from now on it is an ordinary tensor."
            ) { [unowned self] vm, value, arguments in
                guard let object = value.object as? TensorObject, isUninitialized(value) else {
                    throw vm.typeError("materialize() is for an uninitialized tensor")
                }
                let call = Call(
                    torch: self, name: "materialize", signature: "(shape, device=None, dtype=None)",
                    arguments: arguments, shift: 0)
                try translating {
                    let tensor = object.tensor
                    let dtype = self.dtype(arguments[2]) ?? tensor.dtype
                    try tensor.setData(Tensor.zeros(call.sizes(0), dtype: dtype))
                }
                object.changeType(
                    to: object.type === uninitializedParameterType ? parameterType : tensorType)
                return .none
            }
        }
        for (type, learns) in [
            (uninitializedParameterType, true), (uninitializedBufferType, false),
        ] {
            type.new(vm, "(*args, **kwargs)", "A tensor whose shape is not known yet.") {
                [unowned self] vm, _, arguments in
                // requires_grad, device and dtype, by place or by name.
                let given = arguments.variadic(0)
                let named = arguments.keywords(1)
                func option(_ place: Int, _ name: String) -> Value? {
                    given.count > place ? given[place] : named.first { $0.name == name }?.value
                }
                return try translating {
                    let dtype = option(2, "dtype").flatMap { self.dtype($0) } ?? defaultDType
                    let made = try Tensor.zeros([0], dtype: dtype)
                    _ = try made.requiresGrad_(
                        option(0, "requires_grad").map { try vm.isTrue($0) } ?? learns)
                    return .object(TensorObject(type, made))
                }
            }
        }
    }

    /// Whether a value is a tensor of a lazy layer that has no shape yet.
    func isUninitialized(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object.type === uninitializedParameterType || object.type === uninitializedBufferType
    }

    /// What may be asked of a tensor without a shape.
    private static let known: Set<String> = [
        "size", "copy_", "is_floating_point", "float", "double", "int", "long", "cuda", "cpu", "to",
        "get_device", "is_complex", "dtype", "device", "requires_grad", "requires_grad_", "grad",
        "data", "is_leaf", "ndim", "grad_fn", "is_cuda", "layout", "materialize", "cls_to_become",
    ]

    private func check(_ value: Value, _ attribute: String) throws {
        if attribute == "shape" {
            throw vm.error(
                .runtimeError,
                "Can't access the shape of an uninitialized parameter or buffer. This error usually "
                    + "happens in `load_state_dict` when trying to load an uninitialized parameter "
                    + "into an initialized one. Call `forward` to initialize the parameters before "
                    + "accessing their attributes.")
        }
        if attribute.hasPrefix("_") || Self.known.contains(attribute) { return }
        guard vm.lookUp(tensorType, vm.intern(attribute)) != nil else { return }
        throw vm.valueError(
            "Attempted to use an uninitialized parameter in <method '\(attribute)' of "
                + "'torch._C.TensorBase' objects>. This error happens when you are using a "
                + "`LazyModule` or explicitly manipulating `torch.nn.parameter.\(vm.typeName(value))` "
                + "objects. When using LazyModules Call `forward` with a dummy batch to initialize "
                + "the parameters before calling torch functions")
    }
}
