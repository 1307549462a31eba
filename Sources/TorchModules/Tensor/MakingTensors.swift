import CNN
import Interpreter

// `torch.tensor` reads nested sequences twice: first for the shape and the type of elements, then for the
// numbers. Every level must have the same length everywhere.

extension Torch {
    /// The tensor of a number, of nested sequences of numbers, or of tensors of one element.
    func makeTensor(_ data: Value, dtype: DType?) throws -> Tensor {
        if let tensor = tensor(data) {
            return try withoutGradient { try tensor.detach().to(dtype ?? tensor.dtype).clone() }
        }
        var reading = NestedNumbers(self)
        reading.given = dtype
        try reading.measure(data, depth: 0)
        if let misfit = reading.misfit { throw misfitError(misfit, dtype ?? reading.dtype) }
        let inferred = reading.dtype ?? defaultDType
        let count = try Shape.count(reading.shape, itemSize: 8)
        var numbers: [Scalar] = []
        numbers.reserveCapacity(count)
        if count > 0 || reading.shape.isEmpty { try reading.read(data, depth: 0, into: &numbers) }
        return try build(numbers, reading.shape, dtype ?? inferred)
    }

    /// The error of a value that stands where a number should.
    private func misfitError(_ value: Value, _ dtype: DType?) -> PythonError {
        let name = nativeTypeName(value)
        switch dtype {
        case .float32, .float64: return vm.typeError("must be real number, not \(name)")
        case .bool: return vm.typeError("must be bool, not \(name)")
        default: return vm.typeError("'\(name)' object cannot be interpreted as an integer")
        }
    }

    private func build(_ numbers: [Scalar], _ shape: [Int], _ dtype: DType) throws -> Tensor {
        switch dtype {
        case .float32: return try Tensor(numbers.map { Float($0.doubleValue) }, shape)
        case .float64: return try Tensor(numbers.map(\.doubleValue), shape)
        case .int64:
            return try Tensor(
                numbers.map {
                    if case .double(let number) = $0, !(abs(number) <= 0x1p63) {
                        throw TensorError.runtime(
                            "value cannot be converted to type int64 without overflow")
                    }
                    return $0.intValue
                }, shape)
        case .int32:
            return try Tensor(
                numbers.map { try Self.fitting($0, Int32.self, "int32_t", "int") }, shape)
        case .uint8:
            return try Tensor(
                numbers.map { try Self.fitting($0, UInt8.self, "uint8_t", "unsigned char") }, shape)
        case .bool: return try Tensor(numbers.map(\.boolValue), shape)
        }
    }

    /// Numbers in that shape and type.
    func makeTensor(_ numbers: [Scalar], _ shape: [Int], _ dtype: DType) throws -> Tensor {
        try build(numbers, shape, dtype)
    }

    private static func fitting<T: FixedWidthInteger>(
        _ number: Scalar, _ type: T.Type, _ name: String, _ alias: String
    ) throws -> T {
        // Unsigned numbers wrap: -1 is 255.
        if !T.isSigned, number.intValue < 0, number.intValue >= -255 {
            return T(truncatingIfNeeded: number.intValue)
        }
        guard let fits = T(exactly: number.intValue) else {
            throw TensorError.runtime(
                "value cannot be converted to type \(name.dropLast(2)) without overflow")
        }
        return fits
    }
}

/// Reads nested sequences of numbers.
private struct NestedNumbers {
    let torch: Torch
    var shape: [Int] = []
    var dtype: DType?
    /// The type that is asked for.
    var given: DType?
    /// A value that stands where a number should.
    var misfit: Value?
    private var leafDepth: Int?

    init(_ torch: Torch) { self.torch = torch }

    private func elements(_ value: Value) throws -> [Value]? {
        if let elements = value.tuple?.elements ?? value.list?.elements { return elements }
        guard case .object(let object) = value, object.kind != .string, value.dict == nil,
            torch.tensor(value) == nil
        else { return nil }
        // A deque or a class of the learner's that has a length and items is a sequence, too.
        if object.kind == .range { return try torch.vm.elements(of: value) }
        let slots = object.type.slots
        guard object.kind != .bytes, slots.length != nil, slots.getItem != nil else { return nil }
        let count = try torch.vm.length(value)
        var found: [Value] = []
        while found.count < count {
            try torch.vm.pollBetweenOperations()
            found.append(try torch.vm.getItem(value, .int(found.count)))
        }
        return found
    }

    /// The rows of a tensor that stands where others are sequences.
    private func rows(_ value: Value, _ depth: Int) throws -> [Value]? {
        guard let tensor = torch.tensor(value), tensor.dim > 0, depth < shape.count,
            leafDepth != depth
        else { return nil }
        return try tensor.unbind(0).map { torch.value($0) }
    }

    /// - Throws: PyTorch's message for a tensor of several elements that stands where a number should.
    private func checkNumber(_ tensor: Tensor) throws {
        if tensor.count == 1 { return }
        throw tensor.dtype.isFloatingPoint
            ? torch.vm.valueError("only one element tensors can be converted to Python scalars")
            : torch.vm.typeError(
                "only integer tensors of a single element can be converted to an index")
    }

    mutating func measure(_ value: Value, depth: Int) throws {
        if let elements = try elements(value) ?? rows(value, depth) {
            if depth >= 64 {
                throw torch.vm.valueError("too many dimensions '\(torch.vm.typeName(value))'")
            }
            if depth == shape.count, leafDepth == nil {
                shape.append(elements.count)
            } else if depth >= shape.count {
                if misfit == nil { misfit = value }
                for element in elements { try infer(element, depth: depth) }
                return
            } else if shape[depth] != elements.count {
                throw torch.vm.valueError(
                    "expected sequence of length \(shape[depth]) at dim \(depth) (got "
                        + "\(elements.count))")
            }
            for element in elements { try measure(element, depth: depth + 1) }
            return
        }
        let found: DType
        if let tensor = torch.tensor(value) {
            try checkNumber(tensor)
            found = tensor.dtype
        } else {
            switch value {
            case .bool: found = .bool
            case .int: found = .int64
            case .float: found = torch.defaultDType
            default:
                if value.bigInt != nil {
                    throw torch.vm.valueError("Overflow when unpacking long long")
                }
                if given != nil, value.string == nil, depth > 0, depth == shape.count {
                    if misfit == nil { misfit = value }
                    return
                }
                if value.string != nil {
                    if depth > 0, leafDepth == nil {
                        throw torch.vm.valueError("too many dimensions 'str'")
                    }
                    throw torch.vm.typeError("new(): invalid data type 'str'")
                }
                if value.object?.kind == .bytes {
                    throw torch.vm.typeError("new(): invalid data type 'bytes'")
                }
                throw torch.vm.error(
                    .runtimeError, "Could not infer dtype of \(torch.vm.typeName(value))")
            }
        }
        if depth < shape.count {
            throw torch.vm.typeError("not a sequence")
        }
        leafDepth = depth
        dtype = dtype.map { Self.joined($0, found) } ?? found
    }

    /// The types of numbers that are nested too deep for their place.
    private mutating func infer(_ value: Value, depth: Int) throws {
        if depth > 64 { return }
        if let elements = try elements(value) {
            for element in elements { try infer(element, depth: depth + 1) }
        } else {
            let found: DType? =
                switch value {
                case .bool: .bool
                case .int: .int64
                case .float: torch.defaultDType
                default: torch.tensor(value)?.dtype
                }
            if let found { dtype = dtype.map { Self.joined($0, found) } ?? found }
        }
    }

    /// Numbers of one list take the widest category; plain floats are float32 beside float64 tensors too.
    private static func joined(_ a: DType, _ b: DType) -> DType { a.promoted(with: b) }

    func read(_ value: Value, depth: Int, into numbers: inout [Scalar]) throws {
        if depth < shape.count, let elements = try elements(value) ?? rows(value, depth) {
            for element in elements { try read(element, depth: depth + 1, into: &numbers) }
        } else if let scalar = torch.scalar(value) {
            numbers.append(scalar)
        } else if let tensor = torch.tensor(value) {
            numbers.append(try tensor.item())
        }
    }
}
