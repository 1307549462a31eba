import CNN
import Interpreter

/// What a tensor is: shape, dtype, gradient; and its conversions.
extension Torch {
    func declareTensor() {
        declareOperators()
        declareAttributes()
        declareGradients()
        declareConversions()
        declareTensorCreationMethods()
        tensorType.new(vm, "(*data)", "A float32 tensor; torch.tensor is to be preferred.") {
            [unowned self] _, _, arguments in
            try translating {
                try legacyTensor(arguments.variadic(0), defaultDType)
            }
        }
        parameterType.new(vm, "(data=None, requires_grad=True)", "A tensor that a module trains.") {
            [unowned self] vm, _, arguments in
            try translating {
                let data: Tensor
                if arguments[0].isNone {
                    data = try Tensor.zeros([0])
                } else if let given = tensor(arguments[0]) {
                    data = given
                } else {
                    throw vm.noAttribute(
                        arguments[0], "detach",
                        hint: "A parameter is made of a tensor: nn.Parameter(torch.tensor(…)).")
                }
                let own = data.detach()
                guard case .bool(let wanted) = arguments[1] else {
                    throw vm.typeError("_make_subclass(): argument 'requires_grad' must be bool")
                }
                if wanted, !own.dtype.isFloatingPoint {
                    throw TensorError.runtime(
                        "Only Tensors of floating point and complex dtype can require gradients")
                }
                _ = try own.requiresGrad_(wanted)
                return .object(TensorObject(parameterType, own))
            }
        }
    }

    private func declareAttributes() {
        property("shape", "The size of each dimension.") { [unowned self] in size($0.shape) }
        property("dtype", "The type of the elements.") { [unowned self] in value($0.dtype) }
        property("device", "Where it is: the CPU.") { [unowned self] _ in cpu }
        property("ndim", "The number of dimensions.") { .int($0.dim) }
        property("T", "The dimensions in reverse order.") { [unowned self] x in
            if x.dim != 2, x.dim != 0 {
                vm.warn(
                    .userWarning,
                    "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is "
                        + "deprecated and it will throw an error in a future release. Consider `x.mT` to "
                        + "transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` "
                        + "to reverse the dimensions of a tensor.")
            }
            return value(try x.permute((0..<x.dim).reversed()))
        }
        property("mT", "The last two dimensions exchanged.") { [unowned self] in
            guard $0.dim >= 2 else {
                throw TensorError.runtime(
                    "tensor.mT is only supported on matrices or batches of matrices. Got "
                        + "\($0.dim)-D tensor.")
            }
            return value(try $0.transpose(-2, -1))
        }
        for name in ["H", "mH"] {
            property(name, "A matrix turned.") { [unowned self] in
                if $0.dim == 1 || name == "H" && $0.dim > 2 {
                    throw TensorError.runtime(
                        "tensor.\(name) is only supported on matrices "
                            + (name == "H" ? "(2-D tensors)" : "or batches of matrices")
                            + ". Got \($0.dim)-D tensor.")
                }
                return value($0.dim < 2 ? $0 : try $0.transpose(-2, -1))
            }
        }
        property("real", "Itself: all numbers are real.") { [unowned self] in value($0) }
        property("is_cpu", "True: there is only the CPU.") { _ in .bool(true) }
        for name in ["is_mps", "is_meta", "is_quantized", "is_nested", "is_mkldnn", "is_xpu"] {
            property(name, "False.") { _ in .bool(false) }
        }
        property("name", "None: tensors have no names.") { _ in .none }
        property("output_nr", "Which output of its step it is.") {
            .int($0.gradFn == nil ? 0 : $0.stepOutput)
        }
        property("_base", "The tensor whose memory it shows.") { [unowned self] in value($0.base) }
        method("_is_view", "()", "Whether it shows another tensor's memory.") { _, x in
            .bool(x.base != nil)
        }
        method("is_signed", "()", "Whether elements can be negative.") { _, x in
            .bool(x.dtype != .bool && x.dtype != .uint8)
        }
        method("is_inference", "()", "Whether it was made in inference mode.") { _, x in
            .bool(x.isInference)
        }
        method("is_same_size", "(other)", "Whether shapes are equal.") { c, x in
            .bool(x.shape == (try c.tensor(0)).shape)
        }
        method("is_nonzero", "()", "Whether its one element is other than 0.") {
            [unowned self] _, x in
            guard x.count == 1 else {
                throw TensorError.runtime(
                    x.count == 0
                        ? "Boolean value of Tensor with no values is ambiguous"
                        : "Boolean value of Tensor with more than one value is ambiguous")
            }
            _ = self
            return .bool(try x.item().boolValue)
        }
        for name in ["is_pinned", "is_shared", "is_conj", "is_neg"] {
            method(name, "()", "False.") { _, _ in .bool(false) }
        }
        for name in ["pin_memory", "share_memory_", "resolve_neg", "coalesce"]
        where name != "coalesce" {
            method(name, "()", "Itself.") { c, x in c.wrap(x) }
        }
        property("itemsize", "Bytes an element.") { .int($0.dtype.itemSize) }
        property("nbytes", "Bytes of all elements.") { .int($0.count * $0.dtype.itemSize) }
        property("is_cuda", "False: there is only the CPU.") { _ in .bool(false) }
        property("is_sparse", "False: all tensors are dense.") { _ in .bool(false) }
        property("_version", "How many in-place operations its memory has seen.") {
            guard !$0.isOfInference else {
                throw TensorError.runtime("Inference tensors do not track version counter.")
            }
            return .int($0.version)
        }
        method("size", "(dim=None)", "The size of each dimension, or of one.") {
            [unowned self] c, x in
            guard let d = try c.optionalInt(0) else { return size(x.shape) }
            return .int(x.shape[try checkedDimension(d, x)])
        }
        method("stride", "(dim=None)", "The distance between neighbours in memory.") {
            [unowned self] c, x in
            guard let d = try c.optionalInt(0) else { return vm.tuple(x.strides.map { .int($0) }) }
            return .int(x.strides[try checkedDimension(d, x)])
        }
        for name in ["dim", "ndimension"] {
            method(name, "()", "The number of dimensions.") { _, x in .int(x.dim) }
        }
        for name in ["numel", "nelement"] {
            method(name, "()", "The number of elements.") { _, x in .int(x.count) }
        }
        method("element_size", "()", "Bytes an element.") { _, x in .int(x.dtype.itemSize) }
        method("storage_offset", "()", "The place of the first element in memory.") { _, x in
            .int(x.offset)
        }
        method("data_ptr", "()", "The address of the first element.") { _, x in
            .int(x.access { Int(bitPattern: $0) })
        }
        method(
            "is_contiguous", "(memory_format=None)", "Whether elements lie in order."
        ) { c, x in
            .bool(x.isContiguous(try c.memoryFormat(0) ?? .contiguous))
        }
        method("is_floating_point", "()", "Whether elements are floating-point numbers.") { _, x in
            .bool(x.dtype.isFloatingPoint)
        }
        method("is_complex", "()", "False: there are no complex numbers here.") { _, _ in
            .bool(false)
        }
        method("get_device", "()", "-1: the CPU.") { _, _ in .int(-1) }
    }

    private func checkedDimension(_ d: Int, _ x: Tensor) throws -> Int {
        guard x.dim > 0 else {
            throw TensorError.index(
                "Dimension specified as \(d) but tensor has no dimensions")
        }
        return try Shape.dimension(d, of: x.dim)
    }

    private func declareConversions() {
        method("item", "()", "The one element as a Python number.") { [unowned self] _, x in
            value(try x.item())
        }
        method("tolist", "()", "The elements as nested lists.") { [unowned self] _, x in
            var lists = 1
            for size in x.shape where lists > 0 {
                let (product, overflow) = lists.multipliedReportingOverflow(by: size)
                lists = overflow ? .max : product
                try MemoryAccount.require(parts: lists)
            }
            let numbers = try x.scalars()
            func build(_ d: Int, _ start: Int, _ count: Int) -> Value {
                if d == x.dim { return value(numbers[start]) }
                let size = x.shape[d]
                let step = size == 0 ? 0 : count / size
                return vm.list((0..<size).map { build(d + 1, start + $0 * step, step) })
            }
            return build(0, 0, x.count)
        }
        let refused = [
            "numpy": "NumPy is not part of CNNLab; use .tolist() or .item()",
            "half": "float16 is not part of CNNLab's torch",
            "bfloat16": "bfloat16 is not part of CNNLab's torch",
        ]
        for (name, reason) in refused {
            method(name, "(*args)", "Refused.") { [unowned self] _, x in
                if name == "numpy", x.requiresGrad {
                    throw TensorError.runtime(
                        "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead."
                    )
                }
                throw vm.error(.notImplementedError, "Tensor.\(name)(): \(reason)")
            }
        }
        for (name, dtype) in [
            ("float", DType.float32), ("double", .float64), ("long", .int64), ("int", .int32),
            ("byte", .uint8), ("bool", .bool),
        ] {
            method(name, "()", "The elements as torch.\(dtype.name).") { c, x in
                c.wrap(try x.to(dtype))
            }
        }
        method(
            "to",
            "(*args, dtype=None, device=None, non_blocking=False, copy=False, memory_format=None)",
            "The elements in another dtype; the device is the CPU."
        ) { [unowned self] c, x in
            var target = try c.optionalDType(1)
            if !c.isNone(2) { try checkDevice(c[2]) }
            for argument in c.arguments.variadic(0) {
                if argument.isNone {
                    continue
                } else if let dtype = dtypeOrType(argument) {
                    target = dtype
                } else if let other = tensor(argument) {
                    target = other.dtype
                } else if case .bool = argument {
                    continue
                } else {
                    try checkDevice(argument)
                }
            }
            let result: Tensor
            if let format = try c.memoryFormat(5) {
                result = try x.to(target ?? x.dtype, format: format)
            } else {
                result = try x.to(target ?? x.dtype)
            }
            if result === x, case .bool(true) = c[4] { return c.wrap(try x.clone()) }
            return c.wrap(result)
        }
        method("type", "(dtype=None)", "The name of the type, or the elements in another.") {
            [unowned self] c, x in
            if c.isNone(0) { return vm.string(typeName(value(x))) }
            if let text = c[0].string?.swiftString {
                guard let dtype = DType.allCases.first(where: { $0.legacyName == text }) else {
                    throw vm.valueError("invalid type: '\(text)'")
                }
                return c.wrap(try x.to(dtype))
            }
            if let named = typedTensors.first(where: { $0.type === c[0].type }) {
                return c.wrap(try x.to(named.dtype))
            }
            guard let dtype = dtype(c[0]) else {
                if let type = c[0].type { throw vm.valueError("invalid type: '\(type.name)'") }
                throw vm.typeError("dtype must be a type, str, or dtype object")
            }
            return c.wrap(try x.to(dtype))
        }
        method("type_as", "(other)", "The elements in another tensor's dtype.") { c, x in
            c.wrap(try x.to(c.tensor(0).dtype))
        }
        method("cpu", "()", "Itself: there is only the CPU.") { c, x in c.wrap(x) }
        method("cuda", "(device=None)", "Refused: there is only the CPU.") { [unowned self] _, _ in
            try checkDevice(vm.string("cuda"))
            return .none
        }
        method("__bool__", "()", "Whether its one element is other than 0.") {
            [unowned self] _, x in
            .bool(try vm.isTrue(value(x)))
        }
        method("__copy__", "()", "Another tensor over the same memory.") { [unowned self] _, x in
            let copy = x.detach()
            if x.requiresGrad { _ = try copy.requiresGrad_(true) }
            return .object(TensorObject(vm.type(of: value(x)), copy))
        }
        method("__deepcopy__", "(memo)", "A copy with memory of its own.") { [unowned self] c, x in
            guard x.isLeaf else {
                throw TensorError.runtime(
                    "Only Tensors created explicitly by the user (graph leaves) support the deepcopy "
                        + "protocol at the moment.  If you were attempting to deepcopy a module, this may "
                        + "be because of a torch.nn.utils.weight_norm usage, see "
                        + "https://github.com/pytorch/pytorch/pull/103001")
            }
            let original = value(x)
            if let memo = c[0].dict, let known = try memo.get(identity(original), vm) {
                return known
            }
            // A parameter's copy is a parameter anew: it shares no memory, and has no gradient.
            let isAlone = isParameter(original) || c[0].dict == nil
            let copy = try withoutGradient {
                isAlone ? try x.detach().clone() : try copied(x, c[0].dict)
            }
            if x.requiresGrad { _ = try copy.requiresGrad_(true) }
            if !isParameter(original) { copy.grad = try withoutGradient { try x.grad?.clone() } }
            let made: Value = .object(TensorObject(vm.type(of: original), copy))
            if let memo = c[0].dict { try memo.set(identity(original), made, vm) }
            return made
        }
    }

    /// A copy over a copy of the memory, which tensors that share memory share again.
    private func copied(_ x: Tensor, _ memo: DictObject?) throws -> Tensor {
        let number = Int(bitPattern: ObjectIdentifier(x.storage))
        let key = vm.tuple([vm.string("memory"), .int(number)])
        let storage: Storage
        if let memory = try memo?.get(key, vm)?.tuple?.elements.last.flatMap({ tensor($0) }) {
            storage = memory.storage
        } else {
            storage = try x.storage.withContents { try Storage.restored($0) }
        }
        let copy = try Tensor.restored(
            storage, shape: x.shape, strides: x.strides, offset: x.offset, dtype: x.dtype)
        // The original stays, so that nothing else comes to lie where it does. Both under other objects: the tensors
        // themselves have theirs.
        try memo?.set(key, vm.tuple([value(x.detach()), value(copy.detach())]), vm)
        return copy
    }

    /// What `id()` gives, the key of `copy.deepcopy`'s memory.
    func identity(_ value: Value) throws -> Value {
        try vm.call(vm.builtins[vm.intern("id")] ?? .none, [value])
    }

    private func declareTensorCreationMethods() {
        let options = "dtype=None, device=None, requires_grad=False"
        method("new_tensor", "(data, *, \(options))", "A new tensor of this dtype.") {
            [unowned self] c, x in
            try c.checkDevice(2)
            return try c.finished(makeTensor(c[0], dtype: c.optionalDType(1) ?? x.dtype), 3)
        }
        for (name, fill) in [("new_zeros", 0), ("new_ones", 1), ("new_empty", 0)] {
            method(name, "(*size, \(options))", "A new tensor of this dtype.") { c, x in
                try c.checkDevice(2)
                return try c.finished(
                    Tensor.full(c.sizes(0), .int(fill), dtype: c.optionalDType(1) ?? x.dtype), 3)
            }
        }
        method("new_full", "(size, fill_value, *, \(options))", "A new tensor of this dtype.") {
            c, x in
            try c.checkDevice(3)
            let (fill, dtype) = (try c.scalar(1), try c.optionalDType(2) ?? x.dtype)
            try dtype.check(fill)
            return try c.finished(Tensor.full(c.ints(0), fill, dtype: dtype), 4)
        }
    }
}
