/// `repr`, `str` and `format`.
extension VirtualMachine {
    package func repr(_ value: Value) throws -> String {
        let value = plainNumber(value, names.repr)
        let type = type(of: value)
        guard let slot = type.slots.repr else { return plainRepr(value) }
        return try nested { try slot(self, value) }
    }

    package func str(_ value: Value) throws -> String {
        if let string = value.string, string.type === types.str { return string.swiftString }
        if value.wrappedNumber != nil {
            let plain = plainNumber(value, names.str)
            if plain.wrappedNumber == nil {
                let shown = plainNumber(value, names.repr)
                return shown.wrappedNumber == nil ? try str(plain) : try repr(value)
            }
        }
        let type = type(of: value)
        if let slot = type.slots.str { return try nested { try slot(self, value) } }
        if !type.isNative, value.wrappedNumber == nil,
            case .object(let object)? = lookUp(type, names.repr), object.kind == .function
        {
            return try nested { try textOfRepr(value) }
        }
        return try repr(value)
    }

    /// `str(value)` as an object; a string is itself, lone surrogates included.
    package func strObject(_ value: Value) throws -> StringObject {
        if let string = value.string, string.type === types.str { return string }
        if case .int(let int) = value { return StringObject(type: types.str, decimal: int) }
        return StringObject(type: types.str, try str(value))
    }

    /// `format(value, specification)`.
    package func format(_ value: Value, _ specification: StringObject) throws -> String {
        let given = value
        let value = plainNumber(value, names.format)
        if specification.count == 0, given.wrappedNumber != nil, value.wrappedNumber == nil {
            return try str(given)
        }
        let type = type(of: value)
        if let slot = type.slots.format {
            return try nested { try slot(self, value, specification) }
        }
        if specification.count > 0 {
            throw typeError("unsupported format string passed to \(type.name).__format__")
        }
        return try str(value)
    }

    /// What `object.__repr__` gives.
    package func plainRepr(_ value: Value) -> String {
        guard case .object(let object) = value else { return "<object>" }
        return "<\(Self.dotted(object.type)) object at \(Self.address(object))>"
    }

    /// `module.Class`, the module left out for built-in types.
    static func dotted(_ type: TypeObject) -> String { type.displayName }

    package static func address(_ object: AnyObject) -> String {
        let digits = String(UInt(bitPattern: ObjectIdentifier(object).hashValueBits), radix: 16)
        return "0x" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }

    /// Runs a native that may call back into Python, counted against the recursion limit.
    @inline(__always)
    package func nested<Result>(_ body: () throws -> Result) throws -> Result {
        depth &+= 1
        defer { depth &-= 1 }
        if depth > limits.recursion { throw tooDeep() }
        return try body()
    }

    @inline(never)
    func tooDeep(_ place: String = "") -> PythonError {
        error(.recursionError, "maximum recursion depth exceeded" + place)
    }
}

extension ObjectIdentifier {
    /// The address.
    var hashValueBits: Int { Int(bitPattern: self) }
}
