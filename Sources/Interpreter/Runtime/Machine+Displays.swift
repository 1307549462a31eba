/// What displays, f-strings and starred arguments are made with.
extension VirtualMachine {
    func buildSet(_ base: UnsafeMutablePointer<Value>, _ count: Int) throws {
        let made = makeSet()
        for index in 0..<count { try made.insert((base + index).pointee, self) }
        for index in 0..<count { (base + index).drop() }
        base.setObject(made)
    }

    func buildDict(_ base: UnsafeMutablePointer<Value>, _ count: Int) throws {
        let made = makeDict()
        for index in 0..<count {
            try made.set((base + 2 * index).pointee, (base + 2 * index + 1).pointee, self)
        }
        for index in 0..<(2 * count) { (base + index).drop() }
        base.setObject(made)
    }

    /// Joins the strings at `base`, which stay.
    func concatenate(
        _ base: UnsafeMutablePointer<Value>, _ count: Int
    ) throws -> StringObject {
        var length = 0
        var isWide = false
        for index in 0..<count {
            guard let string = (base + index).pointee.string else { continue }
            length &+= string.count
            isWide = isWide || string.isWide
        }
        if length > 1 << 16 { try reserve(length, times: isWide ? 4 : 1) }
        let made = StringObject(type: types.str, count: length, isWide: isWide)
        var position = 0
        for index in 0..<count {
            guard let string = (base + index).pointee.string else { continue }
            made.write(string, at: position)
            position &+= string.count
        }
        return made
    }

    func listExtend(_ list: Value, _ iterable: Value, callable: Value) throws {
        guard let list = list.list else { return }
        let type = type(of: iterable)
        var isIterable = type.slots.iterate != nil || type.slots.getItem != nil
        if case .object(let object) = iterable,
            object.kind == .iterator || object.kind == .generator
        {
            isIterable = true
        }
        if !isIterable, !callable.isUndefined, list.count == 0 {
            throw typeError(
                "\(callableName(callable)) argument after * must be an iterable, not \(type.name)")
        }
        if !isIterable {
            throw typeError("Value after * must be an iterable, not \(type.name)")
        }
        list.elements.append(contentsOf: try elements(of: iterable))
        list.updateCharge()
        try checkMemory()
    }

    func setUpdate(_ set: Value, _ iterable: Value) throws {
        guard let set = set.set else { return }
        if let other = iterable.set, other.type === types.set || other.type === types.frozenset {
            return try set.merge(other, self)
        }
        try iterate(iterable) { try set.insert($0, self) }
    }

    func dictUpdate(_ dict: Value, _ mapping: Value) throws {
        guard let dict = dict.dict else { return }
        try mappingItems(mapping) {
            typeError("'\(typeName(mapping))' object is not a mapping")
        } body: { key, value in
            try dict.set(key, value, self)
        }
    }

    func dictMerge(_ dict: Value, _ mapping: Value, callable: Value) throws {
        guard let dict = dict.dict else { return }
        let name = callableName(callable)
        try mappingItems(mapping) {
            typeError("\(name) argument after ** must be a mapping, not \(typeName(mapping))")
        } body: { key, value in
            guard let string = key.string else { throw typeError("keywords must be strings") }
            if dict.value(forName: string) != nil {
                throw typeError(
                    "\(name) got multiple values for keyword argument '\(string.swiftString)'")
            }
            dict.setValue(value, forName: string)
        }
    }

    private func mappingItems(
        _ mapping: Value, refusal: () -> PythonError, body: (Value, Value) throws -> Void
    ) throws {
        if let dict = mapping.dict, dict.type === types.dict {
            for (key, value) in dict.items { try body(key, value) }
            return
        }
        guard let keys = try attributeIfPresent(mapping, intern("keys")) else { throw refusal() }
        for key in try elements(of: call(keys)) { try body(key, getItem(mapping, key)) }
    }

    /// How errors name what is called: `__main__.f()` in CPython.
    func callableName(_ callable: Value) -> String {
        if case .object(let object) = callable {
            switch object.kind {
            case .function:
                let function = unsafeDowncast(object, to: FunctionObject.self)
                let module = function.module.string?.swiftString ?? "__main__"
                return "\(module).\(function.qualifiedName)()"
            case .boundMethod:
                return callableName(unsafeDowncast(object, to: BoundMethod.self).function)
            case .type: return unsafeDowncast(object, to: TypeObject.self).displayName + "()"
            case .nativeFunction: return unsafeDowncast(object, to: NativeFunction.self).name + "()"
            default: break
            }
        }
        return "\(typeName(callable)) object"
    }

    func formatValue(
        _ value: Value, _ specification: Value, _ flags: FormatFlags
    ) throws -> StringObject {
        var value = value
        if flags.contains(.str) {
            value = .object(try strObject(value))
        } else if flags.contains(.repr) {
            value = string(try repr(value))
        } else if flags.contains(.ascii) {
            value = string(Self.ascii(try repr(value)))
        }
        let specification = specification.string
        if specification == nil || specification?.count == 0 {
            if let text = value.string, text.type === types.str { return text }
            if case .int(let int) = value { return StringObject(type: types.str, decimal: int) }
        } else if case .float(let float) = value, let specification,
            let text = plainlyFormatted(float, specification)
        {
            return text
        }
        return StringObject(
            type: types.str,
            try format(value, specification ?? StringObject(type: types.str, "")))
    }

    /// The text with everything beyond ASCII escaped, as `ascii()` gives it.
    static func ascii(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
                continue
            }
            let value = scalar.value
            let (mark, width) = value < 0x100 ? ("x", 2) : (value < 0x10000 ? ("u", 4) : ("U", 8))
            let digits = String(value, radix: 16)
            result += "\\" + mark + String(repeating: "0", count: width - digits.count) + digits
        }
        return result
    }
}
