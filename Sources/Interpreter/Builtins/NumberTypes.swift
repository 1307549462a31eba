import BigInt

/// `int`, `float`, `bool`, `None` and their like: making them, their texts and formats.
extension VirtualMachine {
    func installNumbers() {
        installInt()
        installBool()
        installFloat()
        installSingletons()
    }

    private func installInt() {
        let type = types.int
        type.doc = "An integer of any size."
        type.new(
            self, "(x=<unset>, /, base=<unset>)", "The integer that a number or a text stands for."
        ) { vm, _, arguments in try vm.makeInteger(arguments[0], base: arguments[1]) }
        type.slots.repr = { vm, value in
            if case .int(let int) = value { return String(int) }
            return (try vm.isNegative(value) ? "-" : "")
                + String(decoding: try vm.digits(of: value, radix: 10), as: UTF8.self)
        }
        type.slots.format = { vm, value, specification in
            if specification.count == 0 { return try vm.str(value) }
            return try vm.formatInteger(value, specification, typeName: vm.typeName(value))
        }
        installIntMethods()
        installRounding(of: type)
    }

    private func installBool() {
        let type = types.bool
        type.doc = "True or False."
        type.isSubclassable = false
        type.new(self, "(x=False, /)", "Whether the argument counts as true.") {
            vm, _, arguments in .bool(try vm.isTrue(arguments[0]))
        }
        type.slots.repr = { _, value in
            if case .bool(true) = value { return "True" }
            return "False"
        }
        type.slots.format = { vm, value, specification in
            if specification.count == 0 { return try vm.repr(value) }
            return try vm.formatInteger(value, specification, typeName: "bool")
        }
    }

    private func installFloat() {
        let type = types.float
        type.doc = "A floating-point number of double precision."
        type.new(self, "(x=0.0, /)", "The float that a number or a text stands for.") {
            vm, _, arguments in .float(try vm.makeFloat(arguments[0]))
        }
        type.slots.repr = { _, value in
            if case .float(let float) = value { return FloatText.repr(float) }
            return ""
        }
        type.slots.format = { vm, value, specification in
            guard case .float(let float) = value else { return "" }
            if specification.count == 0 { return FloatText.repr(float) }
            return try vm.formatFloat(float, specification, typeName: "float")
        }
        installFloatMethods()
        installRounding(of: type)
    }

    private func installSingletons() {
        types.noneType.slots.repr = { _, _ in "None" }
        types.noneType.new(self, "()", "None.") { _, _, _ in .none }
        types.noneType.slots.isTrue = { _, _ in false }
        types.ellipsisType.slots.repr = { _, _ in "Ellipsis" }
        types.notImplementedType.slots.repr = { _, _ in "NotImplemented" }
    }

    /// `int(value, base)`.
    private func makeInteger(_ value: Value, base: Value) throws -> Value {
        if base.isUndefined {
            switch value {
            case .undefined: return .int(0)
            case .int: return value
            case .bool(let bool): return .int(bool ? 1 : 0)
            case .float(let float): return try integer(truncating: float)
            default: break
            }
            if let big = value.bigInt { return integer(big.value) }
            if let text = value.string { return try parseInteger(text, 10, value) }
            if let bytes = bytesObject(value) {
                return try parseInteger(bytes.bytes.map(UInt32.init), 10, value)
            }
            if let slot = type(of: value).slots.toInt ?? type(of: value).slots.toIndex {
                let result = try slot(self, value)
                guard isIndex(result) else {
                    throw typeError("__int__ returned non-int (type \(typeName(result)))")
                }
                return try indexValue(result)
            }
            if let method = try attribute(value, "__trunc__") {
                return try indexValue(try call(method, []))
            }
            throw typeError(
                "int() argument must be a string, a bytes-like object or a real number, not "
                    + "'\(typeName(value))'")
        }
        let radix = try index(base)
        guard !value.isUndefined else { throw typeError("int() missing string argument") }
        if radix != 0, !(2...36 ~= radix) {
            throw valueError("int() base must be >= 2 and <= 36, or 0")
        }
        if let text = value.string { return try parseInteger(text, radix, value) }
        if let bytes = bytesObject(value) {
            return try parseInteger(bytes.bytes.map(UInt32.init), radix, value)
        }
        throw typeError("int() can't convert non-string with explicit base")
    }

    private func parseInteger(_ text: StringObject, _ base: Int, _ source: Value) throws -> Value {
        if base == 10, let small = NumberText.plainInteger(text.narrow) { return .int(small) }
        return try parseInteger(text.codePoints, base, source)
    }

    private func parseInteger(_ text: [UInt32], _ base: Int, _ source: Value) throws -> Value {
        switch try plain({ try NumberText.integer(text, base: base) }) {
        case .small(let small): return .int(small)
        case .big(let big): return integer(big)
        case nil:
            throw valueError(
                "invalid literal for int() with base \(base): \(try repr(source))")
        }
    }

    /// The integer part of a float.
    func integer(truncating float: Double) throws -> Value {
        if float.isNaN { throw valueError("cannot convert float NaN to integer") }
        if float.isInfinite { throw overflowError("cannot convert float infinity to integer") }
        let whole = float.rounded(.towardZero)
        return Int(exactly: whole).map { .int($0) } ?? integer(BigInt(whole))
    }

    private func makeFloat(_ value: Value) throws -> Double {
        if let text = value.string {
            if let float = NumberText.plainFloat(text.narrow) { return float }
            guard let float = NumberText.float(text.codePoints) else {
                throw valueError("could not convert string to float: \(try repr(value))")
            }
            return float.isNaN ? freshNaN(float.sign) : float
        }
        if let bytes = bytesObject(value) {
            guard let float = NumberText.float(bytes.bytes.map(UInt32.init)) else {
                throw valueError("could not convert string to float: \(try repr(value))")
            }
            return float
        }
        do {
            return try float(value)
        } catch let failure as PythonError where isError(failure, .typeError) {
            if type(of: value).slots.toFloat != nil { throw failure }
            throw typeError(
                "float() argument must be a string or a real number, not '\(typeName(value))'")
        }
    }

    /// A NaN with bits of its own. One that a program makes is found in a list only if it is that very one, and for
    /// numbers "that very one" means the same bits.
    private func freshNaN(_ sign: FloatingPointSign) -> Double {
        heap.madeNaNs = heap.madeNaNs &+ 1 & 0xFFFF_FFFF
        let made = Double(nan: Double.RawSignificand(heap.madeNaNs), signaling: false)
        return sign == .minus ? -made : made
    }

    func bytesObject(_ value: Value) -> BytesObject? {
        guard case .object(let object) = value, object.kind == .bytes else { return nil }
        return unsafeDowncast(object, to: BytesObject.self)
    }
}
