import CNN
import Interpreter

/// `+`, `[]`, `<`, `len` and the other operators of tensors.
extension Torch {
    func declareOperators() {
        declareArithmetic()
        declareComparisons()
        declareUnary()
        declareProtocols()
    }

    private enum Operand {
        case tensor(Tensor)
        case scalar(Scalar)
    }

    private func operand(_ value: Value) throws -> Operand? {
        if let tensor = tensor(value) { return .tensor(tensor) }
        if let scalar = scalar(value) { return .scalar(scalar) }
        if value.bigInt != nil { throw tooBig }
        return nil
    }

    /// An integer that no element can hold.
    var tooBig: PythonError { vm.error(.overflowError, "int too big to convert") }

    private typealias TwoTensors = (Tensor, Tensor) throws -> Tensor
    private typealias TensorScalar = (Tensor, Scalar) throws -> Tensor
    private typealias ScalarTensor = (Scalar, Tensor) throws -> Tensor

    private func setBinary(
        _ op: BinaryOperator, _ both: @escaping TwoTensors, _ right: @escaping TensorScalar,
        _ left: @escaping ScalarTensor
    ) {
        tensorType.slots.binary[Int(op.rawValue)] = { [unowned self] vm, a, b in
            guard let x = try operand(a), let y = try operand(b) else { return vm.notImplemented }
            return try translating {
                switch (x, y) {
                case (.tensor(let x), .tensor(let y)): value(try both(x, y))
                case (.tensor(let x), .scalar(let y)): value(try right(x, y))
                case (.scalar(let x), .tensor(let y)): value(try left(x, y))
                case (.scalar, .scalar): vm.notImplemented
                }
            }
        }
    }

    private func setInPlace(
        _ op: BinaryOperator, _ both: @escaping TwoTensors, _ right: @escaping TensorScalar
    ) {
        tensorType.slots.inPlace[Int(op.rawValue)] = { [unowned self] vm, a, b in
            guard let x = tensor(a), let y = try operand(b) else { return vm.notImplemented }
            return try translating {
                switch y {
                case .tensor(let y): _ = try both(x, y)
                case .scalar(let y): _ = try right(x, y)
                }
                return a
            }
        }
    }

    private func declareArithmetic() {
        setBinary(.add, { try $0.add($1) }, { try $0.add($1) }, { try $1.add($0) })
        setBinary(.subtract, { try $0.sub($1) }, { try $0.sub($1) }, { try $1.rsub($0) })
        setBinary(.multiply, { try $0.mul($1) }, { try $0.mul($1) }, { try $1.mul($0) })
        setBinary(
            .divide, { try $0.div($1) }, { try $0.div($1) }, { try $1.reciprocal().mul($0) })
        setBinary(
            .floorDivide, { try $0.floorDivide($1) }, { try $0.floorDivide($1) },
            { try $1.rfloorDivide($0) })
        setBinary(
            .remainder, { try $0.remainder($1) }, { try $0.remainder($1) },
            { try $1.rremainder($0) })
        setBinary(
            .power, { try $0.pow($1) }, { try $0.pow($1) }, { try $1.rpow($0) })
        setBinary(
            .bitAnd, { try $0.bitwiseAnd($1) }, { try $0.bitwiseAnd($1) },
            { try $1.bitwiseAnd($0) })
        setBinary(
            .bitOr, { try $0.bitwiseOr($1) }, { try $0.bitwiseOr($1) }, { try $1.bitwiseOr($0) })
        setBinary(
            .bitXor, { try $0.bitwiseXor($1) }, { try $0.bitwiseXor($1) },
            { try $1.bitwiseXor($0) })
        setBinary(
            .leftShift, { try $0.bitwiseLeftShift($1) }, { try $0.bitwiseLeftShift($1) },
            { try Tensor.scalar($0, dtype: $1.plainType($0)).bitwiseLeftShift($1) })
        setBinary(
            .rightShift, { try $0.bitwiseRightShift($1) }, { try $0.bitwiseRightShift($1) },
            { try Tensor.scalar($0, dtype: $1.plainType($0)).bitwiseRightShift($1) })
        tensorType.slots.binary[Int(BinaryOperator.matrixMultiply.rawValue)] = {
            [unowned self] vm, a, b in
            guard let x = tensor(a), let y = tensor(b) else { return vm.notImplemented }
            return try translating { value(try x.matmul(y)) }
        }
        setInPlace(.add, { try $0.add_($1) }, { try $0.add_($1) })
        setInPlace(.subtract, { try $0.sub_($1) }, { try $0.sub_($1) })
        setInPlace(.multiply, { try $0.mul_($1) }, { try $0.mul_($1) })
        setInPlace(.divide, { try $0.div_($1) }, { try $0.div_($1) })
        setInPlace(.power, { try $0.pow_($1) }, { try $0.pow_($1) })
        setInPlace(
            .floorDivide, { x, y in try x.overwrite_ { try $0.floorDivide(y) } },
            { x, y in try x.overwrite_ { try $0.floorDivide(y) } }
        )
        setInPlace(
            .remainder, { x, y in try x.overwrite_ { try $0.remainder(y) } },
            { x, y in try x.overwrite_ { try $0.remainder(y) } })
        setInPlace(
            .bitAnd, { x, y in try x.overwrite_ { try $0.bitwiseAnd(y) } },
            { x, y in try x.overwrite_ { try $0.bitwiseAnd(y) } })
        setInPlace(
            .bitOr, { x, y in try x.overwrite_ { try $0.bitwiseOr(y) } },
            { x, y in try x.overwrite_ { try $0.bitwiseOr(y) } })
        setInPlace(
            .leftShift, { x, y in try x.overwrite_ { try $0.bitwiseLeftShift(y) } },
            { x, y in try x.overwrite_ { try $0.bitwiseLeftShift(y) } })
        setInPlace(
            .rightShift, { x, y in try x.overwrite_ { try $0.bitwiseRightShift(y) } },
            { x, y in try x.overwrite_ { try $0.bitwiseRightShift(y) } })
        setInPlace(
            .bitXor, { x, y in try x.overwrite_ { try $0.bitwiseXor(y) } },
            { x, y in try x.overwrite_ { try $0.bitwiseXor(y) } })
    }

    private func comparison(
        _ both: @escaping TwoTensors, _ right: @escaping TensorScalar
    ) -> TypeSlots.Binary {
        { [unowned self] vm, a, b in
            guard let x = tensor(a), let y = try operand(b) else { return vm.notImplemented }
            return try translating {
                switch y {
                case .tensor(let y): value(try both(x, y))
                case .scalar(let y): value(try right(x, y))
                }
            }
        }
    }

    private func declareComparisons() {
        tensorType.slots.equal = comparison({ try $0.eq($1) }, { try $0.eq($1) })
        tensorType.slots.notEqual = comparison({ try $0.ne($1) }, { try $0.ne($1) })
        tensorType.slots.less = comparison({ try $0.lt($1) }, { try $0.lt($1) })
        tensorType.slots.lessEqual = comparison({ try $0.le($1) }, { try $0.le($1) })
        tensorType.slots.greater = comparison({ try $0.gt($1) }, { try $0.gt($1) })
        tensorType.slots.greaterEqual = comparison({ try $0.ge($1) }, { try $0.ge($1) })
        // Tensors are told apart by identity in dictionaries and sets.
        tensorType.slots.hash = { _, value in
            guard let object = value.object else { return 0 }
            return Int(bitPattern: ObjectIdentifier(object))
        }
    }

    private func declareUnary() {
        func unary(_ body: @escaping (Tensor) throws -> Tensor) -> TypeSlots.Unary {
            { [unowned self] _, value in
                guard let tensor = tensor(value) else { return .none }
                return try translating { self.value(try body(tensor)) }
            }
        }
        tensorType.slots.negative = unary { try $0.neg() }
        tensorType.slots.positive = unary { try $0.positive() }
        tensorType.slots.absolute = unary { try $0.abs() }
        tensorType.slots.invert = unary {
            if $0.dtype.isFloatingPoint {
                throw TensorError.type(
                    "~ (operator.invert) is only implemented on integer and Boolean-type tensors")
            }
            return try $0.bitwiseNot()
        }
        tensorType.slots.isTrue = { [unowned self] vm, value in
            guard let tensor = tensor(value) else { return false }
            guard tensor.count == 1 else {
                throw vm.error(
                    .runtimeError,
                    tensor.count == 0
                        ? "Boolean value of Tensor with no values is ambiguous"
                        : "Boolean value of Tensor with more than one value is ambiguous")
            }
            return try translating { try tensor.item().boolValue }
        }
        func number(_ name: String, _ body: @escaping (Scalar) throws -> Value) -> TypeSlots.Unary {
            { [unowned self] vm, value in
                guard let tensor = tensor(value) else { return .none }
                guard tensor.count == 1 else {
                    throw vm.valueError(
                        "only one element tensors can be converted to Python scalars")
                }
                return try translating { try body(try tensor.item()) }
            }
        }
        tensorType.slots.toFloat = number("float") { .float($0.doubleValue) }
        tensorType.slots.toInt = number("int") { [unowned self] scalar in
            if case .double(let value) = scalar {
                return try vm.call(.object(vm.types.int), [.float(value)])
            }
            return .int(scalar.intValue)
        }
        tensorType.slots.toIndex = { [unowned self] vm, value in
            guard let tensor = tensor(value), tensor.count == 1, !tensor.dtype.isFloatingPoint
            else {
                throw vm.typeError(
                    "only integer tensors of a single element can be converted to an index")
            }
            return .int(try translating { try tensor.item().intValue })
        }
    }

    private func declareProtocols() {
        tensorType.slots.length = { [unowned self] vm, value in
            guard let tensor = tensor(value), tensor.dim > 0 else {
                throw vm.typeError("len() of a 0-d tensor")
            }
            return tensor.shape[0]
        }
        tensorType.slots.getItem = { [unowned self] _, value, key in
            guard let tensor = tensor(value) else { return .none }
            return try translating { self.value(try item(tensor, key)) }
        }
        tensorType.slots.setItem = { [unowned self] _, value, key, new in
            guard let tensor = tensor(value) else { return }
            try translating { try setItem(tensor, key, new) }
        }
        tensorType.slots.deleteItem = { vm, _, _ in
            throw vm.typeError("Tensor does not support deleting items")
        }
        tensorType.slots.iterate = { [unowned self] vm, value in
            guard let tensor = tensor(value), tensor.dim > 0 else {
                throw vm.typeError("iteration over a 0-d tensor")
            }
            let rows = try translating { try tensor.unbind(0) }
            return try vm.makeIterator(tuple(rows))
        }
        tensorType.slots.contains = { [unowned self] vm, value, item in
            guard let tensor = tensor(value), let wanted = try operand(item) else {
                throw vm.error(
                    .runtimeError,
                    "Tensor.__contains__ only supports Tensor or scalar, but you passed in a "
                        + (try vm.repr(.object(vm.type(of: item)))) + ".")
            }
            return try translating {
                let equal =
                    switch wanted {
                    case .tensor(let other): try tensor.eq(other)
                    case .scalar(let other): try tensor.eq(other)
                    }
                return try equal.any().item().boolValue
            }
        }
        tensorType.slots.reversed = { [unowned self] _, value in
            guard let tensor = tensor(value) else { return .none }
            return try translating {
                tensor.dim == 0 ? value : self.value(try tensor.flip(Array(0..<tensor.dim)))
            }
        }
        parameterType.slots = tensorType.slots
    }
}

extension Tensor {
    /// Itself.
    /// - Throws: PyTorch's message for bools.
    func positive() throws -> Tensor {
        guard dtype != .bool else {
            throw TensorError.notImplemented(
                "The `+` operator, on a bool tensor is not supported.")
        }
        return self
    }

    /// The type that a plain number takes beside this tensor.
    func plainType(_ scalar: Scalar) -> DType {
        switch scalar {
        case .bool: dtype
        case .int: dtype == .bool ? .int64 : dtype
        case .double: dtype.isFloatingPoint ? dtype : .standard
        }
    }
}
