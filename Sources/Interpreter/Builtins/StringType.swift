/// `str`: operators and protocols.
extension VirtualMachine {
    func installString() {
        let type = types.str
        type.doc = "An immutable sequence of Unicode code points."
        type.new(
            self, "(object=<unset>, encoding=<unset>, errors=<unset>)", "The text of an object."
        ) { vm, type, arguments in
            let made: StringObject
            if arguments.isGiven(1) || arguments.isGiven(2) {
                made = try vm.decoded(arguments[0], arguments[1], arguments[2])
            } else if arguments.isGiven(0) {
                made = try vm.strObject(arguments[0])
            } else {
                made = StringObject(type: vm.types.str, "")
            }
            if type === vm.types.str { return .object(made) }
            return type.isNative
                ? .object(made.copy(type: type)) : vm.adopt(.object(made), type)
        }
        type.slots.repr = { vm, value in
            guard let text = value.string else { return "" }
            try vm.reserve(text.count &* 4)
            if !text.isWide,
                text.narrow.allSatisfy({ $0 >= 0x20 && $0 < 0x7f && $0 != 0x27 && $0 != 0x5c })
            {
                return "'\(text.swiftString)'"
            }
            return Self.swiftText(StringText.repr(text.codePoints))
        }
        type.slots.str = { _, value in value.string?.swiftString ?? "" }
        type.slots.format = { vm, value, specification in
            guard let text = value.string else { return "" }
            if specification.count == 0 {
                return text.type === vm.types.str ? text.swiftString : try vm.str(value)
            }
            return try vm.formatString(text, specification)
        }
        type.slots.hash = { _, value in value.string?.hashValueOfText ?? 0 }
        type.slots.isTrue = { _, value in (value.string?.count ?? 0) != 0 }
        type.slots.length = { _, value in value.string?.count ?? 0 }
        type.slots.getItem = { vm, value, key in
            guard let text = value.string else { return .none }
            return try vm.stringItem(text, key)
        }
        type.slots.contains = { vm, value, item in
            guard let text = value.string else { return false }
            guard let part = item.string else {
                throw vm.typeError(
                    "'in <string>' requires string as left operand, not \(vm.typeName(item))")
            }
            return try vm.find(part, in: text, 0, text.count) != nil
        }
        type.slots.iterate = { vm, value in
            guard let text = value.string else { return .none }
            return .object(
                StringIterator(
                    type: text.isASCII ? vm.auxiliary.asciiIterator : vm.auxiliary.stringIterator,
                    text))
        }
        type.slots.reversed = { vm, value in
            guard let text = value.string else { return .none }
            var index = text.count
            return .object(
                ClosureIterator(type: vm.auxiliary.reversed) { vm in
                    index -= 1
                    return index >= 0 ? vm.character(text[index]) : nil
                })
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = a.string, let y = b.string else { return vm.notImplemented }
            if op == .equal || op == .notEqual {
                return .bool(x.isEqual(to: y) == (op == .equal))
            }
            return .bool(op.holds(x.order(against: y)))
        }
        type.slots.binary[Int(BinaryOperator.add.rawValue)] = { vm, a, b in
            guard let x = a.string else { return vm.notImplemented }
            guard let y = b.string else {
                return try vm.refuse(
                    .add, a, b, isLeft: true,
                    vm.typeError(
                        "can only concatenate str (not \"\(vm.typeName(b))\") to str",
                        hint: Self.concatenationHint(b)))
            }
            return try vm.concatenate(x, y)
        }
        type.slots.binary[Int(BinaryOperator.multiply.rawValue)] = { vm, a, b in
            let (text, other) = a.string != nil ? (a.string, b) : (b.string, a)
            guard let text else { return vm.notImplemented }
            guard let count = try vm.repeatCount(other) else {
                return try vm.refuse(
                    .multiply, a, b, isLeft: a.string != nil, vm.cannotRepeat(other))
            }
            return try vm.repeated(text, count)
        }
        type.slots.binary[Int(BinaryOperator.remainder.rawValue)] = { vm, a, b in
            guard let text = a.string else { return vm.notImplemented }
            return try vm.percentFormat(text, b)
        }
        installStringSearch()
        installStringParts()
        installStringCases()
        installStringShapes()
    }

    private static func concatenationHint(_ value: Value) -> String? {
        switch value {
        case .int, .float, .bool:
            "Turn the number into text first: str(…), or write it into an f-string."
        default: nil
        }
    }

    /// Code points as a Swift string; lone surrogates become U+FFFD.
    static func swiftText(_ points: some Sequence<UInt32>) -> String {
        var text = String.UnicodeScalarView()
        for point in points { text.append(UnicodeScalar(point) ?? "\u{fffd}") }
        return String(text)
    }

    /// A string of one code point.
    func character(_ point: UInt32) -> Value {
        if point < 0x100 { return characters.value(UInt8(truncatingIfNeeded: point), self) }
        return string(codePoints: CollectionOfOne(point))
    }

    private func stringItem(_ text: StringObject, _ key: Value) throws -> Value {
        if let slice = sliceKey(key) {
            let bounds = try bounds(slice, count: text.count)
            if bounds.step == 1 { return substring(text, bounds.start, bounds.stop) }
            try reserve(bounds.count &* 12)
            let indices = bounds.indices
            return text.isWide
                ? string(codePoints: indices.map { text[$0] })
                : latin1(indices.map { UInt8(truncatingIfNeeded: text[$0]) })
        }
        guard
            let index = try sequenceIndex(
                key, count: text.count,
                refusal: "string indices must be integers, not '\(typeName(key))'")
        else { throw indexError("string index out of range") }
        return character(text[index])
    }

    func concatenate(_ a: StringObject, _ b: StringObject) throws -> Value {
        if b.count == 0, a.type === types.str { return .object(a) }
        if a.count == 0, b.type === types.str { return .object(b) }
        try reserve(a.count + b.count, times: a.isWide || b.isWide ? 4 : 1)
        return .object(a.concatenated(with: b))
    }

    func repeated(_ text: StringObject, _ count: Int) throws -> Value {
        if count == 1, text.type === types.str { return .object(text) }
        if count == 0 || text.count == 0 { return string("") }
        let unit = text.isWide ? 4 : 1
        let size = text.count * unit
        try reserve(count, times: size)
        let made = StringObject(
            type: types.str, count: count * text.count, isWide: text.isWide)
        if size == 1 {
            made.storage.initializeMemory(as: UInt8.self, repeating: text.narrow[0], count: count)
        } else {
            for index in 0..<count { made.write(text, at: index * text.count) }
        }
        return .object(made)
    }

    /// Joins strings with a separator between them.
    ///
    /// - Throws: TypeError at the first part that is no string
    func join(_ separator: StringObject, _ parts: [Value]) throws -> Value {
        if parts.isEmpty { return string("") }
        return try parts.withUnsafeBufferPointer { parts in
            var count = separator.count &* (parts.count - 1)
            var isWide = separator.isWide && parts.count > 1
            for index in parts.indices {
                guard case .object(let object) = parts[index], object.kind == .string else {
                    throw typeError(
                        "sequence item \(index): expected str instance, "
                            + "\(typeName(parts[index])) found")
                }
                let part = unsafeDowncast(object, to: StringObject.self)
                count = count &+ part.count
                isWide = isWide || part.isWide
            }
            if parts.count == 1, parts[0].string?.type === types.str { return parts[0] }
            try reserve(count, times: isWide ? 4 : 1)
            let made = StringObject(type: types.str, count: count, isWide: isWide)
            var position = 0
            for index in parts.indices {
                guard case .object(let object) = parts[index] else { continue }
                if index > 0 {
                    made.write(separator, at: position)
                    position &+= separator.count
                }
                let part = unsafeDowncast(object, to: StringObject.self)
                made.write(part, at: position)
                position &+= part.count
            }
            return .object(made)
        }
    }

    /// The first place of one string in another between two positions.
    func find(
        _ part: StringObject, in text: StringObject, _ start: Int, _ end: Int
    ) throws -> Int? {
        let last = end - part.count
        if start > last { return nil }
        if part.count == 0 { return start }
        if part.count == 1, !text.isWide {
            return part.isWide ? nil : text.place(of: part.narrow[0], start, end)
        }
        let first = part[0]
        var index = start
        while index <= last {
            if text[index] == first {
                var offset = 1
                while offset < part.count, text[index + offset] == part[offset] { offset += 1 }
                if offset == part.count { return index }
                if offset > 16 { try poll() }
            }
            index += 1
        }
        return nil
    }

    /// The last place of one string in another between two positions.
    func findLast(
        _ part: StringObject, in text: StringObject, _ start: Int, _ end: Int
    ) throws -> Int? {
        var index = end - part.count
        while index >= start {
            var offset = 0
            while offset < part.count, text[index + offset] == part[offset] { offset += 1 }
            if offset == part.count { return index }
            if offset > 16 { try poll() }
            index -= 1
        }
        return nil
    }
}
