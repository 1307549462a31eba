import CNN
import Interpreter

/// dtype, device, Size, Generator and the handles of hooks.
extension Torch {
    func declareDTypes() {
        dtypeType.slots.repr = { _, value in
            guard let dtype = (value.object as? DTypeObject)?.dtype else { return "?" }
            return "torch." + dtype.name
        }
        dtypeType.property(
            vm, "is_floating_point", "Whether elements are floating-point numbers.",
            get: { _, value in
                .bool((value.object as? DTypeObject)?.dtype.isFloatingPoint ?? false)
            })
        dtypeType.property(
            vm, "is_complex", "False: there are no complex numbers here.",
            get: { _, _ in .bool(false) })
        dtypeType.property(
            vm, "is_signed", "Whether elements can be negative.",
            get: { _, value in
                let dtype = (value.object as? DTypeObject)?.dtype ?? .bool
                return .bool(dtype != .bool && dtype != .uint8)
            })
        dtypeType.property(
            vm, "itemsize", "Bytes an element.",
            get: { _, value in .int((value.object as? DTypeObject)?.dtype.itemSize ?? 0) })
        declareDevice()
        for type in [dtypeType, deviceType] { declareOwnCopy(type) }
    }

    /// Copies of a value that never changes are the value itself.
    func declareOwnCopy(_ type: TypeObject) {
        type.method(vm, "__copy__", "()") { _, value, _ in value }
        type.method(vm, "__deepcopy__", "(memo, /)") { _, value, _ in value }
    }

    private func declareDevice() {
        deviceType.new(vm, "(type, index=None)", "A device; there is the CPU.") {
            [unowned self] vm, _, arguments in
            if arguments[0].object is DeviceObject { return arguments[0] }
            guard let text = arguments[0].string?.swiftString else {
                throw vm.typeError(
                    "device(): argument 'type' (position 1) must be str, not "
                        + vm.typeName(arguments[0]))
            }
            var index: Int?
            if case .int(let given) = arguments[1] { index = given }
            return .object(try device(text, index))
        }
        deviceType.slots.repr = { _, value in
            guard let device = value.object as? DeviceObject else { return "?" }
            let index = device.index.map { ", index=\($0)" } ?? ""
            return "device(type='\(device.device)'\(index))"
        }
        deviceType.slots.str = { _, value in (value.object as? DeviceObject)?.text ?? "?" }
        deviceType.slots.equal = { vm, a, b in
            guard let a = a.object as? DeviceObject, let b = b.object as? DeviceObject else {
                return vm.notImplemented
            }
            return .bool(a.device == b.device && a.index == b.index)
        }
        deviceType.slots.hash = { vm, value in
            let device = value.object as? DeviceObject
            return try vm.hash(vm.string(device?.text ?? ""))
        }
        deviceType.property(
            vm, "type", "'cpu' or what was asked for.",
            get: { vm, value in vm.string((value.object as? DeviceObject)?.device ?? "") })
        deviceType.property(
            vm, "index", "The number of the device, if one was given.",
            get: { _, value in (value.object as? DeviceObject)?.index.map { .int($0) } ?? .none })
    }

    private func device(_ text: String, _ index: Int?) throws -> DeviceObject {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let known = [
            "cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep", "hip", "ve", "fpga",
            "maia", "xla", "lazy", "vulkan", "mps", "meta", "hpu", "mtia", "privateuseone",
        ]
        let kind = String(parts.first ?? "")
        guard known.contains(kind), parts.count <= 2 else {
            throw vm.error(
                .runtimeError,
                "Expected one of \(known.joined(separator: ", ")) device type at start of device "
                    + "string: \(text)")
        }
        var index = index
        if parts.count == 2 {
            guard let number = Int(parts[1]), number >= 0 else {
                throw vm.error(.runtimeError, "Invalid device string: '\(text)'")
            }
            index = number
        }
        return DeviceObject(deviceType, kind: kind, index: index)
    }

    /// Refuses every device but the CPU.
    func checkDevice(_ value: Value) throws {
        let named: DeviceObject
        if let object = value.object as? DeviceObject {
            named = object
        } else if let text = value.string?.swiftString {
            named = try device(text, nil)
        } else if case .int(let index) = value {
            named = DeviceObject(deviceType, kind: "cuda", index: index)
        } else {
            throw vm.typeError(
                "argument 'device' must be torch.device, not \(vm.typeName(value))")
        }
        if named.device == "cpu" { return }
        if named.device == "cuda" {
            throw vm.error(
                .assertionError, "Torch not compiled with CUDA enabled",
                hint: "CNNLab computes on the CPU: leave the device out or use 'cpu'.")
        }
        throw vm.error(
            .notImplementedError, "device '\(named.text)' is not part of CNNLab's torch",
            hint: "CNNLab computes on the CPU: leave the device out or use 'cpu'.")
    }

    func declareSize() {
        sizeType.slots.repr = { vm, value in
            let elements = try (value.tuple?.elements ?? []).map { try vm.repr($0) }
            return "torch.Size([\(elements.joined(separator: ", "))])"
        }
        for operation in [BinaryOperator.add, .multiply] {
            let ofTuples = vm.types.tuple.slots.binary[Int(operation.rawValue)]
            sizeType.slots.binary[Int(operation.rawValue)] = {
                [unowned self] vm, left, right in
                guard let ofTuples else { return vm.notImplemented }
                let result = try ofTuples(vm, left, right)
                guard let tuple = result.tuple else { return result }
                return .object(TupleObject(type: sizeType, tuple.elements))
            }
        }
        let item = vm.types.tuple.slots.getItem
        sizeType.slots.getItem = { [unowned self] vm, value, key in
            guard let item else { return .none }
            let result = try item(vm, value, key)
            guard let tuple = result.tuple, case .object(let object) = key, object.kind == .slice
            else { return result }
            return .object(TupleObject(type: sizeType, tuple.elements))
        }
        sizeType.method(vm, "numel", "()", "The number of elements of that size.") {
            _, value, _ in
            var count = 1
            for element in value.tuple?.elements ?? [] {
                if case .int(let size) = element {
                    count = count.multipliedReportingOverflow(by: size).partialValue
                }
            }
            return .int(count)
        }
        sizeType.new(vm, "(sizes=())", "The sizes of a tensor's dimensions.") {
            [unowned self] vm, _, arguments in
            let elements = try vm.elements(of: arguments[0])
            for (position, element) in elements.enumerated() {
                guard case .int = element else {
                    throw vm.typeError(
                        "torch.Size() takes an iterable of 'int' (item \(position) is "
                            + "'\(vm.typeName(element))')")
                }
            }
            return .object(TupleObject(type: sizeType, elements))
        }
    }

    func declareGenerator() {
        generatorType.new(vm, "(device='cpu')", "A source of random numbers of its own.") {
            [unowned self] _, _, arguments in
            try checkDevice(arguments[0])
            return .object(GeneratorObject(generatorType, Generator()))
        }
        generatorType.slots.repr = { vm, value in
            "<torch._C.Generator object at \(VirtualMachine.address(value.object ?? vm.types.object))>"
        }
        generatorType.method(
            vm, "manual_seed", "(*seed, **keywords)", "Starts over from a seed."
        ) { [unowned self] vm, value, arguments in
            let given = arguments.variadic(0)
            guard arguments.keywords(1).isEmpty else {
                throw vm.typeError("Generator.manual_seed() takes no keyword arguments")
            }
            guard given.count == 1 else {
                throw vm.typeError(
                    "Generator.manual_seed() takes exactly one argument (\(given.count) given)")
            }
            let isWhole =
                switch given[0] {
                case .int, .bool: true
                default: given[0].bigInt != nil || tensor(given[0]) != nil
                }
            guard isWhole else {
                throw vm.error(
                    .runtimeError,
                    "manual_seed expected a long, but got \(nativeTypeName(given[0]))")
            }
            generator(value)?.manualSeed(try seed(given[0]))
            return value
        }
        generatorType.method(vm, "initial_seed", "()", "The seed it started from.") {
            [unowned self] vm, value, _ in
            unsigned(generator(value)?.initialSeed ?? 0)
        }
        generatorType.method(vm, "seed", "()", "Starts over from a seed that cannot be foreseen.") {
            [unowned self] vm, value, _ in
            unsigned(generator(value)?.seed() ?? 0)
        }
        generatorType.property(
            vm, "device", "The CPU.", get: { [unowned self] _, _ in cpu })
        generatorType.method(vm, "get_state", "()", "The state, as a tensor of bytes.") {
            [unowned self] _, receiver, _ in
            try translating {
                let state = generator(receiver)?.state ?? []
                return value(try Tensor(state))
            }
        }
        let copies = [("clone_state", "()"), ("__copy__", "()"), ("__deepcopy__", "(memo, /)")]
        for (name, signature) in copies {
            generatorType.method(vm, name, signature, "A generator in the same state.") {
                [unowned self] vm, receiver, _ in
                guard let original = generator(receiver) else { return .none }
                return try translating {
                    let copy = Generator()
                    try copy.setState(original.state)
                    return .object(GeneratorObject(generatorType, copy))
                }
            }
        }
        generatorType.method(vm, "set_state", "(new_state)", "Takes over a state.") {
            [unowned self] vm, receiver, arguments in
            guard let state = tensor(arguments[0]), state.dtype == .uint8 else {
                throw vm.typeError("RNG state must be a torch.ByteTensor")
            }
            try translating { try generator(receiver)?.setState(state.array(UInt8.self)) }
            return receiver
        }
        hookType.method(vm, "remove", "()", "Takes the hook away.") { _, value, _ in
            (value.object as? HookObject)?.remove()
            return .none
        }
    }

    /// A seed as PyTorch takes it: any 64-bit number, negative ones wrapped.
    func seed(_ value: Value) throws -> UInt64 {
        switch value {
        case .int(let int): return UInt64(bitPattern: Int64(int))
        case .bool(let bool): return bool ? 1 : 0
        case .float(let float) where abs(float) < 9e18:
            return UInt64(bitPattern: Int64(float))
        default:
            if let big = value.bigInt, let seed = UInt64(exactly: big.value) { return seed }
            if value.bigInt != nil {
                throw vm.valueError("Overflow when unpacking long long")
            }
            if let text = value.string?.swiftString {
                throw vm.valueError("invalid literal for int() with base 10: '\(text)'")
            }
            throw vm.typeError(
                "int() argument must be a string, a bytes-like object or a real number, not "
                    + "'\(vm.typeName(value))'")
        }
    }

    func unsigned(_ value: UInt64) -> Value {
        if let int = Int(exactly: value) { return .int(int) }
        let text = vm.string(String(value))
        return (try? vm.call(.object(vm.types.int), [text])) ?? text
    }

    func declareNodes() {
        nodeType.slots.repr = { _, value in
            guard let object = value.object as? NodeObject else { return "?" }
            let module = object.type.module == "builtins" ? "" : object.type.module + "."
            return "<\(module)\(object.node.name) object at "
                + "\(VirtualMachine.address(object.node))>"
        }
        nodeType.method(vm, "name", "()", "The name of the step.") { vm, value, _ in
            let name = (value.object as? NodeObject)?.node.name ?? ""
            let isInner = ["AccumulateGrad", "CopySlices", "CopyBackwards"].contains(name)
            return vm.string(isInner ? "torch::autograd::" + name : name)
        }
        declareNodeHooks()
        nodeType.slots.missingAttribute = { [unowned self] _, receiver, name in
            guard let node = (receiver.object as? NodeObject)?.node else { return nil }
            if name.swiftString == "variable", let leaf = node.leaf { return value(leaf) }
            return try translating { try node.saved(named: name.swiftString) }.map { value($0) }
        }
        nodeType.property(
            vm, "next_functions", "The steps before, each with the number of its output.",
            get: { [unowned self] vm, value in
                let next = (value.object as? NodeObject)?.node.nextFunctions ?? []
                return vm.tuple(
                    next.map { edge in
                        vm.tuple([
                            edge.map { node($0.node) } ?? .none, .int(edge?.outputIndex ?? 0),
                        ])
                    })
            })
    }

    private func declareNodeHooks() {
        func gradients(_ value: Value) throws -> [Tensor?]? {
            if value.isNone { return nil }
            if let one = tensor(value) { return [one] }
            return try vm.elements(of: value).map { element in
                guard let gradient = tensor(element) else {
                    guard element.isNone else {
                        throw vm.typeError(
                            "expected Tensor, but hook returned '\(vm.typeName(element))'")
                    }
                    return nil
                }
                return gradient
            }
        }
        func hooks(_ value: Value) -> StepHooks? {
            guard let node = (value.object as? NodeObject)?.node else { return nil }
            if node.stepHooks == nil { node.stepHooks = StepHooks() }
            return node.stepHooks
        }
        func tuple(_ gradients: [Tensor?]) -> Value {
            vm.tuple(gradients.map { value($0) })
        }
        nodeType.method(
            vm, "register_hook", "(fn)", "fn(grad_inputs, grad_outputs) runs after the step."
        ) { [unowned self] vm, receiver, arguments in
            guard let hooks = hooks(receiver) else { return .none }
            let function = arguments[0]
            let id = (hooks.after.last?.id ?? 0) + 1
            // An operand that is a number counts as an input without a gradient.
            let shown = (receiver.object as? NodeObject)?.node.nextFunctions.count ?? 0
            hooks.after.append(
                (
                    id,
                    { inputs, outputs in
                        let missing = max(0, shown - inputs.count)
                        let all = inputs + [Tensor?](repeating: nil, count: missing)
                        let changed = try gradients(
                            vm.call(function, [tuple(all), tuple(outputs)]))
                        if let changed, changed.count != all.count {
                            let name = (try? vm.getAttribute(function, vm.intern("__name__")))?
                                .string?.swiftString
                            throw vm.error(
                                .runtimeError,
                                "hook '\(name ?? "<unknown>")' has returned an incorrect number of "
                                    + "values (got \(changed.count), but expected \(all.count))")
                        }
                        return changed
                    }
                ))
            return .object(
                HookObject(hookType) { [weak hooks] in hooks?.after.removeAll { $0.id == id } })
        }
        nodeType.method(
            vm, "register_prehook", "(fn)", "fn(grad_outputs) runs before the step."
        ) { [unowned self] vm, receiver, arguments in
            guard let hooks = hooks(receiver) else { return .none }
            let function = arguments[0]
            let id = (hooks.before.last?.id ?? 0) + 1
            hooks.before.append((id, { try gradients(vm.call(function, [tuple($0)])) }))
            return .object(
                HookObject(hookType) { [weak hooks] in hooks?.before.removeAll { $0.id == id } })
        }
    }

    /// The object of a step; each name has a type of its own, as in PyTorch.
    func node(_ node: Node) -> Value {
        let type = nodeTypes[node.name] ?? makeNodeType(node.name)
        return .object(NodeObject(type, node))
    }

    private func makeNodeType(_ name: String) -> TypeObject {
        // Steps of functions written by hand have no number at the end of their name.
        let module = name.hasSuffix("Backward") ? "torch.autograd.function" : "builtins"
        let made = vm.makeType(name: name, module: module, bases: [nodeType])
        nodeTypes[name] = made
        return made
    }
}
