/// `bytes`: literals and what a tutorial does with them.
extension VirtualMachine {
    func installBytes() {
        let type = types.bytes
        type.doc = "An immutable sequence of bytes."
        type.isSubclassable = false
        type.new(
            self, "(source=<unset>, encoding=<unset>, errors=<unset>)",
            "The bytes of a text, of integers, or so many zeros."
        ) { vm, _, arguments in try vm.makeBytes(arguments) }
        type.slots.repr = { vm, value in
            guard let bytes = vm.bytesObject(value)?.bytes else { return "" }
            try vm.reserve(bytes.count &* 8)
            return StringText.repr(bytes: bytes)
        }
        type.slots.hash = { vm, value in
            (vm.bytesObject(value)?.bytes ?? []).withUnsafeBytes { SipHash.hash($0) }
        }
        type.slots.isTrue = { vm, value in vm.bytesObject(value)?.bytes.isEmpty == false }
        type.slots.length = { vm, value in vm.bytesObject(value)?.bytes.count ?? 0 }
        type.slots.getItem = { vm, value, key in
            guard let bytes = vm.bytesObject(value)?.bytes else { return .none }
            if let slice = vm.sliceKey(key) {
                let bounds = try vm.bounds(slice, count: bytes.count)
                return vm.bytes(bounds.indices.map { bytes[$0] })
            }
            guard
                let index = try vm.sequenceIndex(
                    key, count: bytes.count,
                    refusal: "byte indices must be integers or slices, not \(vm.typeName(key))")
            else { throw vm.indexError("index out of range") }
            return .int(Int(bytes[index]))
        }
        type.slots.contains = { vm, value, item in
            guard let bytes = vm.bytesObject(value)?.bytes else { return false }
            if case .int(let byte) = item {
                guard 0...255 ~= byte else { throw vm.valueError("byte must be in range(0, 256)") }
                return bytes.contains(UInt8(byte))
            }
            guard let part = vm.bytesObject(item)?.bytes else {
                throw vm.typeError("a bytes-like object is required, not '\(vm.typeName(item))'")
            }
            return try vm.find(part, in: bytes, from: 0) != nil
        }
        type.slots.iterate = { vm, value in
            vm.iterator(
                over: (vm.bytesObject(value)?.bytes ?? []).map { .int(Int($0)) },
                vm.auxiliary.bytesIterator)
        }
        setComparisons(type, Self.orderings) { vm, op, a, b in
            guard let x = vm.bytesObject(a)?.bytes, let y = vm.bytesObject(b)?.bytes else {
                return vm.notImplemented
            }
            let order = x == y ? 0 : x.lexicographicallyPrecedes(y) ? -1 : 1
            return .bool(op.holds(order))
        }
        type.slots.binary[Int(BinaryOperator.add.rawValue)] = { vm, a, b in
            guard let x = vm.bytesObject(a)?.bytes else { return vm.notImplemented }
            guard let y = vm.bytesObject(b)?.bytes else {
                throw vm.typeError("can't concat \(vm.typeName(b)) to bytes")
            }
            try vm.reserve(x.count &+ y.count)
            return vm.bytes(x + y)
        }
        type.slots.binary[Int(BinaryOperator.multiply.rawValue)] = { vm, a, b in
            let (bytes, other) =
                vm.bytesObject(a) != nil ? (vm.bytesObject(a), b) : (vm.bytesObject(b), a)
            guard let bytes = bytes?.bytes else { return vm.notImplemented }
            guard let count = try vm.repeatCount(other) else { throw vm.cannotRepeat(other) }
            try vm.reserve(count, times: max(bytes.count, 1))
            return vm.bytes([UInt8]((0..<count).flatMap { _ in bytes }))
        }
        installBytesMethods()
    }

    private func makeBytes(_ arguments: Arguments) throws -> Value {
        let source = arguments[0]
        if source.isUndefined { return bytes([]) }
        if let text = source.string {
            guard let encoding = arguments[1].string else {
                throw typeError("string argument without an encoding")
            }
            return bytes(
                try encode(
                    text, encoding.swiftString, errors: arguments[2].string?.swiftString ?? "strict"
                ))
        }
        if bytesObject(source) != nil { return source }
        if isIndex(source) {
            let count = try index(source)
            if count < 0 { throw valueError("negative count") }
            try reserve(count)
            return bytes([UInt8](repeating: 0, count: count))
        }
        guard type(of: source).slots.iterate != nil || type(of: source).slots.getItem != nil else {
            throw typeError("cannot convert '\(typeName(source))' object to bytes")
        }
        return bytes(
            try elements(of: source).map { item in
                let byte = try index(item)
                guard 0...255 ~= byte else { throw valueError("bytes must be in range(0, 256)") }
                return UInt8(byte)
            })
    }

    private func find(_ part: [UInt8], in bytes: [UInt8], from start: Int) throws -> Int? {
        var index = start
        while index + part.count <= bytes.count {
            if bytes[index..<(index + part.count)].elementsEqual(part) { return index }
            try poll()
            index += 1
        }
        return nil
    }

    private func installBytesMethods() {
        let type = types.bytes
        func own(_ vm: VirtualMachine, _ value: Value) -> [UInt8] {
            vm.bytesObject(value)?.bytes ?? []
        }
        type.method(self, "decode", "(encoding='utf-8', errors='strict')", "The text of the bytes.")
        {
            vm, receiver, arguments in
            let (encoding, errors) = try vm.codingArguments(arguments, "decode")
            return .object(
                try vm.decode(own(vm, receiver), encoding.swiftString, errors: errors.swiftString))
        }
        type.method(self, "hex", "()", "Two hexadecimal digits a byte.") { vm, receiver, _ in
            let digits = Array("0123456789abcdef".utf8)
            return vm.latin1(
                own(vm, receiver).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        }
        installBytesText()
    }
}
