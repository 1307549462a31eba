import CNN
import Interpreter

/// Hooks that run around the call of every module.
struct GlobalHooks {
    let before: DictObject
    let after: DictObject
    let backwardBefore: DictObject
    let backward: DictObject

    var exist: Bool {
        before.count + after.count + backwardBefore.count + backward.count > 0
    }
}

/// What one session knows of torch: its types, its dtypes, how it prints.
///
/// It lives as long as the machine, in the closures of the modules that were registered.
final class Torch {
    unowned(unsafe) let vm: VirtualMachine
    let tensorType: TypeObject
    let parameterType: TypeObject
    var orderedDictType: TypeObject?
    let uninitializedParameterType: TypeObject
    let uninitializedBufferType: TypeObject
    let sizeType: TypeObject
    let dtypeType: TypeObject
    let deviceType: TypeObject
    let generatorType: TypeObject
    let nodeType: TypeObject
    let hookType: TypeObject
    let moduleType: TypeObject
    var printOptions = PrintOptions()
    /// The type of new floating-point tensors; ``CoreState`` keeps it for each session.
    var defaultDType: DType {
        get { DType.standard }
        set { DType.standard = newValue }
    }
    private var dtypeValues: [Value] = []
    private(set) var cpu: Value = .none
    private(set) var defaultGenerator: Value = .none
    /// Types of the steps of the graph by name.
    var nodeTypes: [String: TypeObject] = [:]
    /// Types of named results, `torch.return_types.max`, by name.
    var resultTypes: [String: TypeObject] = [:]
    /// The names of their fields.
    var resultFields: [String: [String]] = [:]
    /// The names of `torch.nn.modules.module`, once it was made.
    var moduleParts: NameTable?
    /// The hooks of every module's call.
    let everyModule: GlobalHooks
    /// The modules whose call is under way, outermost first, for hints.
    var activeModules: [NetModule] = []
    /// The last module call that returned: the module, its caller and the shape it gave.
    var lastCall: (module: NetModule, caller: NetModule?, shape: [Int])?
    /// `out=` of a function whose declaration does not have it, until its body begins.
    var pendingOut: (name: String, out: Value)?
    /// What `use_deterministic_algorithms` was told last.
    var isDeterministic = false
    /// What `set_float32_matmul_precision` was told last.
    var productPrecision = "highest"
    /// `torch.FloatTensor` and its like.
    var typedTensors: [(type: TypeObject, dtype: DType)] = []
    /// `torch.linalg.LinAlgError`.
    let linearAlgebraError: TypeObject
    let forwardName: StringObject

    init(_ vm: VirtualMachine) {
        self.vm = vm
        forwardName = vm.intern("forward")
        everyModule = GlobalHooks(
            before: vm.makeDict(), after: vm.makeDict(), backwardBefore: vm.makeDict(),
            backward: vm.makeDict())
        linearAlgebraError = vm.makeType(
            name: "_LinAlgError", module: "torch._C", bases: [vm.types.exception(.runtimeError)],
            doc: "A matrix that has no inverse, or no solution.")
        tensorType = vm.makeType(
            name: "Tensor", module: "torch", doc: "An array of numbers that remembers gradients.",
            instanceAttributes: true, subclassable: false)
        tensorType.attributeOwner = "torch._C.TensorBase"
        parameterType = vm.makeType(
            name: "Parameter", module: "torch.nn.parameter", bases: [tensorType],
            doc: "A tensor that a module trains.", instanceAttributes: true)
        uninitializedParameterType = vm.makeType(
            name: "UninitializedParameter", module: "torch.nn.parameter", bases: [parameterType],
            doc: "A parameter whose shape is not known yet.", instanceAttributes: true)
        uninitializedBufferType = vm.makeType(
            name: "UninitializedBuffer", module: "torch.nn.parameter", bases: [tensorType],
            doc: "A buffer whose shape is not known yet.", instanceAttributes: true)
        sizeType = vm.makeType(
            name: "Size", module: "torch", bases: [vm.types.tuple],
            doc: "The sizes of a tensor's dimensions.")
        dtypeType = vm.makeType(name: "dtype", module: "torch", doc: "A type of elements.")
        deviceType = vm.makeType(name: "device", module: "torch", doc: "Where a tensor is.")
        generatorType = vm.makeType(
            name: "Generator", module: "torch._C", doc: "A source of random numbers.")
        nodeType = vm.makeType(name: "Node", module: "torch.autograd.graph")
        hookType = vm.makeType(name: "RemovableHandle", module: "torch.utils.hooks")
        moduleType = vm.makeType(
            name: "Module", module: "torch.nn.modules.module",
            doc: "The base of all layers and networks.", instanceAttributes: true,
            subclassable: true)
        for type in [sizeType, dtypeType, deviceType, generatorType] { type.showsModule = true }
        dtypeValues = DType.allCases.map { .object(DTypeObject(dtypeType, $0)) }
        cpu = .object(DeviceObject(deviceType, kind: "cpu", index: nil))
        defaultGenerator = .object(GeneratorObject(generatorType, .default))
        declareDTypes()
        declareSize()
        declareGenerator()
        declareTensor()
        declareNodes()
        declarePrinting()
        declareModule()
        vm.imageCodec = TorchImage(self)
        // The heap, since tensors may outlive the machine; and since one weak reference to it would slow down every other.
        let heap = vm.heap
        MemoryAccount.current = MemoryAccount(
            charge: { [unowned vm] in try vm.charge($0) },
            discharge: { heap.discharge($0) })
    }

    // MARK: Wrapping

    /// The object that stands for a tensor; always the same one while it lives.
    func value(_ tensor: Tensor) -> Value {
        if let object = tensor.foreign?.takeUnretainedValue() {
            return .object(unsafeDowncast(object, to: TensorObject.self))
        }
        return .object(TensorObject(tensorType, tensor))
    }

    func value(_ tensor: Tensor?) -> Value { tensor.map { value($0) } ?? .none }

    func tuple(_ tensors: [Tensor]) -> Value { vm.tuple(tensors.map { value($0) }) }

    /// A plain number as Python's.
    func value(_ scalar: Scalar) -> Value {
        switch scalar {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .float(value)
        }
    }

    func value(_ dtype: DType) -> Value { dtypeValues[Int(dtype.rawValue)] }

    func size(_ shape: [Int]) -> Value {
        .object(TupleObject(type: sizeType, shape.map { .int($0) }))
    }

    // MARK: Unwrapping

    /// The tensor behind a value, if it is one.
    @inline(__always)
    func tensor(_ value: Value) -> Tensor? {
        guard case .object(let object) = value, Swift.type(of: object) == TensorObject.self else {
            return nil
        }
        return unsafeDowncast(object, to: TensorObject.self).tensor
    }

    /// The number in a value, if it is a plain one that fits.
    func scalar(_ value: Value) -> Scalar? {
        switch value {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .float(let value): .double(value)
        default: nil
        }
    }

    func dtype(_ value: Value) -> DType? {
        guard case .object(let object) = value, object.type === dtypeType else { return nil }
        return (object as? DTypeObject)?.dtype
    }

    func generator(_ value: Value) -> Generator? {
        guard case .object(let object) = value, object.type === generatorType else { return nil }
        return (object as? GeneratorObject)?.generator
    }

    /// The name by which PyTorch's messages call the type of a value.
    func typeName(_ value: Value) -> String {
        if let tensor = tensor(value) {
            return tensor.dtype.legacyName
        }
        return vm.type(of: value).displayName
    }

    // MARK: Errors

    /// A tensor operation's error as a Python exception.
    func translate(_ error: TensorError) -> PythonError {
        let kind: ErrorKind =
            switch error.kind {
            case .runtime: .runtimeError
            case .value: .valueError
            case .index: .indexError
            case .type: .typeError
            case .notImplemented: .notImplementedError
            case .attribute: .attributeError
            case .assertion: .assertionError
            case .zeroDivision: .zeroDivisionError
            case .linearAlgebra: .runtimeError
            }
        if error.kind == .linearAlgebra {
            return vm.error(linearAlgebraError, error.message)
        }
        return vm.error(kind, error.message, hint: hint(for: error))
    }

    /// Runs tensor operations; their errors become Python exceptions.
    @inline(__always)
    func translating<R>(_ body: () throws -> R) throws -> R {
        try vm.pollBetweenOperations()
        do {
            let result = try body()
            try Node.checkSaved()
            return result
        } catch let error as TensorError {
            Node.forgetSaved()
            throw translate(error)
        }
    }
}
