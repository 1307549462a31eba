import CNN
import Interpreter

/// The arguments of one call of a native, read with PyTorch's words for what is wrong.
struct Call {
    let torch: Torch
    let name: String
    let signature: String
    let arguments: Arguments
    /// Number of leading parameters that the body does not count: `input` of a function.
    let shift: Int

    var vm: VirtualMachine { torch.vm }

    subscript(_ index: Int) -> Value { arguments[index + shift] }

    func isNone(_ index: Int) -> Bool { self[index].isNone || self[index].isUndefined }

    func wrap(_ tensor: Tensor) -> Value { torch.value(tensor) }

    // MARK: Required and optional arguments

    func tensor(_ index: Int) throws -> Tensor {
        guard let tensor = torch.tensor(self[index]) else { throw wrongType(index, "Tensor") }
        return tensor
    }

    /// A tensor of which PyTorch first asks that attribute.
    func asked(_ index: Int, for attribute: String) throws -> Tensor {
        if let tensor = torch.tensor(self[index]) { return tensor }
        throw vm.noAttribute(self[index], attribute, hint: "\(name) takes a tensor.")
    }

    /// A parameter of a normalization, which PyTorch's own function takes at another place.
    func optionalStatistic(_ index: Int, _ argument: String, _ place: Int) throws -> Tensor? {
        if isNone(index) { return nil }
        guard let tensor = torch.tensor(self[index]) else {
            throw misfit(name, argument, place, "Tensor", self[index])
        }
        return tensor
    }

    func optionalTensor(_ index: Int) throws -> Tensor? {
        isNone(index) ? nil : try tensor(index)
    }

    func int(_ index: Int) throws -> Int {
        guard let int = integer(self[index]) else { throw wrongType(index, "int") }
        return int
    }

    func optionalInt(_ index: Int) throws -> Int? { isNone(index) ? nil : try int(index) }

    func double(_ index: Int) throws -> Double {
        switch self[index] {
        case .float(let value): return value
        case .int(let value): return Double(value)
        case .bool(let value): return value ? 1 : 0
        case let value:
            if let tensor = torch.tensor(value), tensor.count == 1 {
                return try tensor.item().doubleValue
            }
            throw wrongType(index, "float")
        }
    }

    func optionalDouble(_ index: Int) throws -> Double? {
        isNone(index) ? nil : try double(index)
    }

    func bool(_ index: Int) throws -> Bool {
        guard case .bool(let value) = self[index] else { throw wrongType(index, "bool") }
        return value
    }

    /// A flag of a function that PyTorch writes in Python: whatever is true will do.
    func flag(_ index: Int) throws -> Bool { try vm.isTrue(self[index]) }

    func optionalBool(_ index: Int) throws -> Bool? { isNone(index) ? nil : try bool(index) }

    func scalar(_ index: Int) throws -> Scalar {
        if let scalar = torch.scalar(self[index]) { return scalar }
        if let tensor = torch.tensor(self[index]), tensor.count == 1 { return try tensor.item() }
        throw wrongType(index, "Number")
    }

    func optionalScalar(_ index: Int) throws -> Scalar? {
        isNone(index) ? nil : try scalar(index)
    }

    func string(_ index: Int) throws -> String {
        guard let string = self[index].string else { throw wrongType(index, "str") }
        return string.swiftString
    }

    func optionalDType(_ index: Int) throws -> DType? {
        if isNone(index) { return nil }
        guard let dtype = torch.dtypeOrType(self[index]) else {
            throw wrongType(index, "torch.dtype")
        }
        return dtype
    }

    func generator(_ index: Int) throws -> Generator? {
        if isNone(index) { return nil }
        guard let generator = torch.generator(self[index]) else {
            throw wrongType(index, "torch.Generator")
        }
        return generator
    }

    /// One number or a sequence of them.
    func ints(_ index: Int) throws -> [Int] {
        if let int = integer(self[index]) { return [int] }
        guard let ints = sequence(self[index]) else { throw wrongType(index, "tuple of ints") }
        return ints
    }

    func optionalInts(_ index: Int) throws -> [Int]? { isNone(index) ? nil : try ints(index) }

    /// `*size`: several numbers, or one sequence.
    func sizes(_ index: Int) throws -> [Int] {
        try sizes(index, arguments.variadic(index + shift))
    }

    /// The sizes in the values of the `*args` parameter `index`.
    func sizes(_ index: Int, _ values: [Value]) throws -> [Int] {
        if values.count == 1, let ints = sequence(values[0]) { return ints }
        return try values.map { value in
            guard let int = integer(value) else {
                throw wrongType(index, "tuple of ints", given: value)
            }
            return int
        }
    }

    /// Tensors that were given one by one.
    func tensors(_ values: [Value]) throws -> [Tensor] {
        try values.enumerated().map { position, value in
            guard let tensor = torch.tensor(value) else {
                throw vm.typeError(
                    "expected Tensor as element \(position) in argument 0, but got "
                        + torch.nativeTypeName(value))
            }
            return tensor
        }
    }

    /// A tuple or list of tensors.
    func tensors(_ index: Int) throws -> [Tensor] {
        guard let elements = elements(self[index]) else {
            throw wrongType(index, "tuple of Tensors")
        }
        return try elements.enumerated().map { position, element in
            guard let tensor = torch.tensor(element) else {
                throw vm.typeError(
                    "expected Tensor as element \(position) in argument \(index + shift), but got "
                        + torch.nativeTypeName(element))
            }
            return tensor
        }
    }

    // MARK: Reading values

    /// An integer: a plain one, or an integer tensor of one element.
    func integer(_ value: Value) -> Int? {
        switch value {
        case .int(let int): return int
        case .bool(let bool): return bool ? 1 : 0
        default:
            guard let tensor = torch.tensor(value), tensor.count == 1,
                !tensor.dtype.isFloatingPoint
            else { return nil }
            return (try? tensor.item())?.intValue
        }
    }

    /// Whether PyTorch takes argument `index` where it wants one `int`: a truth value is none.
    func isIndex(_ index: Int) -> Bool {
        if case .bool = self[index] { return false }
        if self[index].bigInt != nil { return true }
        if let tensor = torch.tensor(self[index]), tensor.dim > 0 || tensor.dtype == .bool {
            return false
        }
        return integer(self[index]) != nil
    }

    private func sequence(_ value: Value) -> [Int]? {
        guard let elements = elements(value) else { return nil }
        var result: [Int] = []
        for element in elements {
            guard let int = integer(element) else { return nil }
            result.append(int)
        }
        return result
    }

    func elements(_ value: Value) -> [Value]? { value.tuple?.elements ?? value.list?.elements }

    // MARK: What is accepted and does nothing, and what is refused

    /// There is only the CPU: any other device is refused.
    func checkDevice(_ index: Int) throws {
        if isNone(index) { return }
        try torch.checkDevice(self[index])
    }

    /// Refuses an argument outside the subset when it is given.
    func refuse(_ index: Int, unless allowed: Bool = false) throws {
        // `out` is seen to where functions are declared.
        if isNone(index) || allowed || parameterName(index) == "out" { return }
        if self[index].object is LayoutObject { return }
        throw vm.error(
            .notImplementedError,
            "\(name)(\(parameterName(index))=…) is not part of CNNLab's torch")
    }

    /// - Throws: PyTorch's message when an option asks for truth values, of which the kernel makes none.
    func refuseBool(_ index: Int, _ kernel: String) throws {
        if try optionalDType(index) == .bool {
            throw TensorError.notImplemented("\"\(kernel)\" not implemented for 'Bool'")
        }
    }

    /// `reduction=`: mean, sum or none.
    func reduction(_ index: Int) throws -> Reduction {
        guard let name = self[index].string else {
            throw vm.valueError("\(try vm.str(self[index])) is not a valid value for reduction")
        }
        return try Reduction(name: name.swiftString)
    }

    func parameterName(_ index: Int) -> String {
        let parameters = Signature(signature).parameters
        let position = index + shift
        return parameters.indices.contains(position) ? parameters[position].name : "?"
    }

    /// The error of a function that PyTorch calls in turn: it names that one's argument.
    func misfit(
        _ function: String, _ argument: String, _ position: Int?, _ expected: String,
        _ value: Value
    ) -> PythonError {
        let place = position.map { " (position \($0))" } ?? ""
        return vm.typeError(
            "\(function)(): argument '\(argument)'\(place) must be \(expected), not "
                + torch.nativeTypeName(value))
    }

    /// PyTorch's answer where a tensor of many elements stands for a truth value.
    func checkTruth(_ index: Int) throws {
        if let tensor = torch.tensor(self[index]), tensor.count != 1 {
            _ = try vm.isTrue(self[index])
        }
    }

    /// The comparison of eps with 0 that PyTorch makes in Python, so that the message shows it as it was written.
    func checkEps(_ index: Int, _ function: String, training: Bool) throws {
        if self[index].string != nil {
            throw vm.typeError(
                "'\(training ? "<=" : "<")' not supported between instances of 'str' and 'float'")
        }
        guard let eps = torch.scalar(self[index])?.doubleValue,
            training ? eps <= 0 : eps < 0
        else { return }
        throw vm.valueError(
            "\(function) eps must be \(training ? "positive during training" : "non-negative"), but "
                + "got \(try vm.str(self[index]))")
    }

    func wrongType(_ index: Int, _ expected: String, given: Value? = nil) -> PythonError {
        let value = given ?? self[index]
        if value.bigInt != nil {
            return expected.contains("int")
                ? vm.valueError("Overflow when unpacking long long") : torch.tooBig
        }
        // `_celu` and the like stand behind a function without the underscore.
        let name = self.name.drop { $0 == "_" }
        return vm.typeError(
            "\(name)(): argument '\(parameterName(index))' (position \(index + shift + 1)) must be "
                + "\(expected), not \(torch.nativeTypeName(value))")
    }
}

// The closures below do not count their reference to `Torch`, which lives as long as anything that can call them.
extension Torch {
    typealias Body = (Call) throws -> Value
    typealias TensorBody = (Call, Tensor) throws -> Value

    /// A function of a module.
    func define(
        _ module: ModuleObject, _ name: String, _ signature: String, _ help: String = "",
        _ body: @escaping Body
    ) {
        let outIndex =
            signature.mentions("out=None")
            ? Signature(signature).parameters.firstIndex { $0.name == "out" } : nil
        module.function(vm, name, signature, help) { [unowned(unsafe) self] _, arguments in
            try translating {
                let pending = pendingOut
                if pending != nil { pendingOut = nil }
                let result = try body(
                    Call(
                        torch: self, name: name, signature: signature, arguments: arguments,
                        shift: 0))
                let given = outIndex.map { arguments[$0] } ?? .none
                if !given.isNone { return try store(result, at: given, name, nil) }
                guard let pending, pending.name == name else { return result }
                return try store(result, at: pending.out, name, nil)
            }
        }
        attachCheck(module, name)
    }

    /// PyTorch's checks for the function of a module that was just declared.
    private func attachCheck(_ module: ModuleObject, _ name: String) {
        let scopes = ["torch": "torch", "torch.nn.functional": "F"]
        guard let scope = scopes[module.name],
            let native = module.namespace[vm.intern(name)]?.object as? NativeFunction
        else { return }
        checkArguments(native, scope, name)
    }

    /// A function of a module whose first parameter is the tensor `input`.
    func defineOnTensor(
        _ module: ModuleObject, _ name: String, _ signature: String, _ help: String = "",
        _ body: @escaping TensorBody
    ) {
        let whole = signature == "()" ? "(input)" : "(input, " + signature.dropFirst()
        let hasOut = module.name == "torch" && SignatureTable.hasOut(name)
        let declared = hasOut ? Self.addingOut(whole) : whole
        let outIndex = hasOut ? Signature(declared).parameters.count - 1 : 0
        let takesNumberFirst =
            module.name == "torch" && SignatureTable.takesNumberFirst(name)
        module.function(vm, name, declared, help) { [unowned(unsafe) self] _, arguments in
            let number = scalar(arguments[0]).flatMap { number -> Tensor? in
                if takesNumberFirst, let other = tensor(arguments[1]) {
                    return try? Tensor.scalar(number, dtype: other.plainType(number))
                }
                return ArgumentCheck.takesNumbersAsTensors(name)
                    ? try? Tensor.scalar(number, dtype: Tensor.widest(number, number, defaultDType))
                    : nil
            }
            guard let tensor = tensor(arguments[0]) ?? number else {
                throw Call(
                    torch: self, name: name, signature: whole, arguments: arguments, shift: 0
                ).wrongType(0, "Tensor")
            }
            return try translating {
                let call = Call(
                    torch: self, name: name, signature: whole, arguments: arguments, shift: 1)
                let result = try body(call, tensor)
                guard hasOut, !arguments[outIndex].isNone else { return result }
                let inputs = (0..<outIndex).compactMap { self.tensor(arguments[$0]) }
                return try store(result, at: arguments[outIndex], name, inputs)
            }
        }
        attachCheck(module, name)
    }

    /// The signature with `out`, which may be given by name only.
    private static func addingOut(_ signature: String) -> String {
        if signature.mentions("out=None") { return signature }
        let start = signature.dropLast()
        return signature.mentions("*") ? start + ", out=None)" : start + ", *, out=None)"
    }

    /// Methods that PyTorch writes in Python.
    private static let methodsInPython: Set<String> = [
        "backward", "register_hook", "register_post_accumulate_grad_hook", "unflatten", "norm",
        "split", "unique", "unique_consecutive", "share_memory_", "is_shared",
    ]

    /// A method of `Tensor`.
    func method(
        _ name: String, _ signature: String, _ help: String = "", _ body: @escaping TensorBody
    ) {
        tensorType.method(vm, name, signature, help) {
            [unowned(unsafe) self] _, receiver, arguments in
            guard let tensor = tensor(receiver) else { return .none }
            return try translating {
                try body(
                    Call(
                        torch: self, name: name, signature: signature, arguments: arguments,
                        shift: 0), tensor)
            }
        }
        if let native = vm.lookUp(tensorType, vm.intern(name))?.object as? NativeFunction {
            if Self.methodsInPython.contains(name) { native.nameInErrors = "Tensor." + name }
            checkArguments(native, "Tensor", name)
        }
    }

    /// An attribute of `Tensor`.
    func property(
        _ name: String, _ help: String = "", get getter: @escaping (Tensor) throws -> Value,
        set setter: ((Tensor, Value) throws -> Void)? = nil
    ) {
        var set: ((VirtualMachine, Value, Value) throws -> Void)?
        if let setter {
            set = { [unowned(unsafe) self] _, receiver, value in
                guard let tensor = tensor(receiver) else { return }
                try translating { try setter(tensor, value) }
            }
        }
        tensorType.property(
            vm, name, help,
            get: { [unowned(unsafe) self] _, receiver in
                guard let tensor = tensor(receiver) else { return .none }
                return try translating { try getter(tensor) }
            }, set: set)
    }
}
