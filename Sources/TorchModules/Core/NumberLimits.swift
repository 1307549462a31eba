import CNN
import Interpreter

/// `torch.finfo`, `torch.iinfo`, layouts, and the classes such as `torch.FloatTensor`.
extension Torch {
    func declareNumberLimits(_ module: ModuleObject) {
        declareFloatLimits(module)
        declareIntegerLimits(module)
        declareLayouts(module)
        declareTypedTensors(module)
        define(module, "promote_types", "(type1, type2)", "The type that both convert to.") {
            [unowned self] c in
            guard let a = dtype(c[0]), let b = dtype(c[1]) else {
                throw c.wrongType(dtype(c[0]) == nil ? 0 : 1, "torch.dtype")
            }
            return value(a.promoted(with: b))
        }
        define(module, "can_cast", "(from_, to)", "Whether a type converts to another.") {
            [unowned self] c in
            guard let a = dtype(c[0]), let b = dtype(c[1]) else {
                throw c.wrongType(dtype(c[0]) == nil ? 0 : 1, "torch.dtype")
            }
            let isNarrower =
                a.isFloatingPoint && !b.isFloatingPoint || b == .bool && a != .bool
            return .bool(!isNarrower)
        }
    }

    /// The type given, or the default one.
    private func given(_ arguments: Arguments, _ name: String) throws -> DType {
        if arguments[0].isUndefined { return defaultDType }
        guard let dtype = dtypeOrType(arguments[0]) else {
            throw vm.typeError(
                "\(name)(): argument 'type' (position 1) must be torch.dtype, not "
                    + nativeTypeName(arguments[0]))
        }
        return dtype
    }

    private func declareFloatLimits(_ module: ModuleObject) {
        let type = vm.makeType(name: "finfo", module: "torch", doc: "Limits of a type of reals.")
        type.showsModule = true
        type.new(vm, "(type=<unset>)", "Limits of a type of reals.") {
            [unowned self] vm, _, arguments in
            let dtype = try given(arguments, "finfo")
            guard dtype.isFloatingPoint else {
                throw vm.typeError(
                    "torch.finfo() requires a floating point input type. Use torch.iinfo to handle "
                        + "'torch.finfo'")
            }
            return .object(DTypeObject(type, dtype))
        }
        func number(_ name: String, _ float: Double, _ double: Double) {
            type.property(
                vm, name, "",
                get: { _, value in
                    .float((value.object as? DTypeObject)?.dtype == .float32 ? float : double)
                })
        }
        let (f, d) = (Float.self, Double.self)
        number("eps", Double(f.ulpOfOne), d.ulpOfOne)
        number("max", Double(f.greatestFiniteMagnitude), d.greatestFiniteMagnitude)
        number("min", -Double(f.greatestFiniteMagnitude), -d.greatestFiniteMagnitude)
        for name in ["tiny", "smallest_normal"] {
            number(name, Double(f.leastNormalMagnitude), d.leastNormalMagnitude)
        }
        number("resolution", 1e-6, 1e-15)
        describeLimits(type)
        type.slots.repr = { _, value in
            (value.object as? DTypeObject)?.dtype == .float32
                ? "finfo(resolution=1e-06, min=-3.40282e+38, max=3.40282e+38, eps=1.19209e-07, "
                    + "smallest_normal=1.17549e-38, tiny=1.17549e-38, dtype=float32)"
                : "finfo(resolution=1e-15, min=-1.79769e+308, max=1.79769e+308, eps=2.22045e-16, "
                    + "smallest_normal=2.22507e-308, tiny=2.22507e-308, dtype=float64)"
        }
        module.set(vm, "finfo", .object(type))
    }

    private func describeLimits(_ type: TypeObject) {
        type.property(
            vm, "bits", "Bits an element.",
            get: { _, value in .int(8 * ((value.object as? DTypeObject)?.dtype.itemSize ?? 0)) })
        type.property(
            vm, "dtype", "The name of the type.",
            get: { vm, value in vm.string((value.object as? DTypeObject)?.dtype.name ?? "") })
    }

    private func declareIntegerLimits(_ module: ModuleObject) {
        let type = vm.makeType(name: "iinfo", module: "torch", doc: "Limits of a type of integers.")
        type.showsModule = true
        type.new(vm, "(type)", "Limits of a type of integers.") {
            [unowned self] vm, _, arguments in
            let dtype = try given(arguments, "iinfo")
            guard !dtype.isFloatingPoint, dtype != .bool else {
                throw vm.typeError(
                    dtype == .bool
                        ? "torch.bool is not supported by torch.iinfo"
                        : "torch.iinfo() requires an integer input type. Use torch.finfo to handle "
                            + "'torch.iinfo'")
            }
            return .object(DTypeObject(type, dtype))
        }
        func limits(_ value: Value) -> (Int, Int) {
            switch (value.object as? DTypeObject)?.dtype {
            case .uint8: (0, 255)
            case .int32: (Int(Int32.min), Int(Int32.max))
            default: (.min, .max)
            }
        }
        type.property(vm, "min", "The least.", get: { _, value in .int(limits(value).0) })
        type.property(vm, "max", "The greatest.", get: { _, value in .int(limits(value).1) })
        describeLimits(type)
        type.slots.repr = { _, value in
            let dtype = (value.object as? DTypeObject)?.dtype ?? .int64
            let (low, high) = limits(value)
            let shown: (Int) -> String = { number in
                number.magnitude < 1_000_000
                    ? String(number) : NumberText.scientific(Double(number), 5)
            }
            return "iinfo(min=\(shown(low)), max=\(shown(high)), dtype=\(dtype.name))"
        }
        module.set(vm, "iinfo", .object(type))
    }

    private func declareLayouts(_ module: ModuleObject) {
        let layout = vm.makeType(name: "layout", module: "torch", doc: "How memory is arranged.")
        let format = vm.makeType(
            name: "memory_format", module: "torch", doc: "The order of dimensions in memory.")
        for type in [layout, format] {
            type.showsModule = true
            declareOwnCopy(type)
            type.slots.repr = { _, value in
                "torch." + ((value.object as? LayoutObject)?.name ?? "?")
            }
        }
        let strided = LayoutObject(layout, .layout, "strided")
        module.set(vm, "layout", .object(layout))
        module.set(vm, "memory_format", .object(format))
        module.set(vm, "strided", .object(strided))
        for name in ["contiguous_format", "preserve_format", "channels_last", "channels_last_3d"] {
            module.set(vm, name, .object(LayoutObject(format, .memoryFormat, name)))
        }
        property("layout", "How memory is arranged: strided.") { _ in .object(strided) }
    }

    private func declareTypedTensors(_ module: ModuleObject) {
        let names: [(String, DType)] = [
            ("FloatTensor", .float32), ("DoubleTensor", .float64), ("LongTensor", .int64),
            ("IntTensor", .int32), ("ByteTensor", .uint8), ("BoolTensor", .bool),
        ]
        for (name, dtype) in names {
            let type = vm.makeType(name: name, module: "torch", doc: "Tensors of one type.")
            type.new(vm, "(*data)", "A tensor of that type.") { [unowned self] vm, _, arguments in
                try translating {
                    try legacyTensor(arguments.variadic(0), dtype)
                }
            }
            type.recognizesValue = { [unowned(unsafe) self] value in
                tensor(value)?.dtype == dtype
            }
            typedTensors.append((type, dtype))
            module.set(vm, name, .object(type))
        }
    }

    /// What `torch.Tensor(…)` and its like make: sizes, or data.
    func legacyTensor(_ values: [Value], _ dtype: DType) throws -> Value {
        if values.count == 1, let data = tensor(values[0]) {
            if data.dtype == dtype { return value(data.detach()) }
            throw vm.typeError(
                "expected \(dtype.legacyName) (got \(typeName(values[0])))")
        }
        if values.count == 1, scalar(values[0]) == nil {
            if let size = values[0].tuple, size.type === sizeType {
                return value(
                    try Tensor.zeros(
                        size.elements.compactMap { scalar($0)?.intValue }, dtype: dtype))
            }
            if values[0].string != nil {
                throw vm.typeError("new(): data must be a sequence (got str)")
            }
            return value(try makeTensor(values[0], dtype: dtype))
        }
        let sizes = try values.map { element -> Int in
            guard case .int(let size) = element else {
                throw vm.typeError(
                    "new(): data must be a sequence (got \(nativeTypeName(element)))")
            }
            return size
        }
        return value(try Tensor.zeros(sizes.isEmpty ? [0] : sizes, dtype: dtype))
    }
}

/// `torch.strided`, `torch.contiguous_format` and their like.
final class LayoutObject: Object {
    let parameterKind: Overload.Kind
    let name: String

    init(_ type: TypeObject, _ kind: Overload.Kind, _ name: String) {
        parameterKind = kind
        self.name = name
        super.init(type: type)
    }
}

extension DType {
    /// The class of such tensors in messages: `torch.FloatTensor`.
    var legacyName: String { "torch.\(scalarTypeName)Tensor" }
}
