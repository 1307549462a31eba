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
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in vm.bytesObject(value)?.bytes ?? [] {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            }
            return Int(truncatingIfNeeded: hash ^ hash >> 29)
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
        func argument(_ vm: VirtualMachine, _ value: Value) throws -> [UInt8] {
            guard let bytes = vm.bytesObject(value)?.bytes else {
                throw vm.typeError("a bytes-like object is required, not '\(vm.typeName(value))'")
            }
            return bytes
        }
        func own(_ vm: VirtualMachine, _ value: Value) -> [UInt8] {
            vm.bytesObject(value)?.bytes ?? []
        }
        type.method(self, "decode", "(encoding='utf-8', errors='strict')", "The text of the bytes.")
        {
            vm, receiver, arguments in
            let encoding = try vm.stringArgument(arguments[0], "decode")
            let errors = try vm.stringArgument(arguments[1], "decode")
            return .object(
                try vm.decode(own(vm, receiver), encoding.swiftString, errors: errors.swiftString))
        }
        type.method(self, "hex", "()", "Two hexadecimal digits a byte.") { vm, receiver, _ in
            let digits = Array("0123456789abcdef".utf8)
            return vm.latin1(
                own(vm, receiver).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        }
        for (name, range) in [("upper", UInt8(0x61)...0x7a), ("lower", UInt8(0x41)...0x5a)] {
            type.method(self, name, "()", "With ASCII letters in that case.") { vm, receiver, _ in
                vm.bytes(own(vm, receiver).map { range ~= $0 ? $0 ^ 0x20 : $0 })
            }
        }
        type.method(self, "strip", "()", "Without white space at both ends.") { vm, receiver, _ in
            var bytes = own(vm, receiver)[...]
            while let first = bytes.first, StringText.isSpace(UInt32(first)) { bytes.removeFirst() }
            while let last = bytes.last, StringText.isSpace(UInt32(last)) { bytes.removeLast() }
            return vm.bytes(Array(bytes))
        }
        type.method(self, "find", "(sub, /)", "The first position of sub, or -1.") {
            vm, receiver, arguments in
            .int(try vm.find(try argument(vm, arguments[0]), in: own(vm, receiver), from: 0) ?? -1)
        }
        type.method(self, "startswith", "(prefix, /)", "Whether the bytes start with prefix.") {
            vm, receiver, arguments in
            .bool(own(vm, receiver).starts(with: try argument(vm, arguments[0])))
        }
        type.method(self, "endswith", "(suffix, /)", "Whether the bytes end with suffix.") {
            vm, receiver, arguments in
            .bool(
                own(vm, receiver).reversed().starts(with: try argument(vm, arguments[0]).reversed())
            )
        }
        type.method(self, "split", "(sep, /)", "The parts between separators.") {
            vm, receiver, arguments in
            let separator = try argument(vm, arguments[0])
            if separator.isEmpty { throw vm.valueError("empty separator") }
            return vm.list(try vm.parts(own(vm, receiver), separator).map { vm.bytes($0) })
        }
        type.method(self, "replace", "(old, new, /)", "With old replaced by new.") {
            vm, receiver, arguments in
            let old = try argument(vm, arguments[0])
            let new = try argument(vm, arguments[1])
            if old.isEmpty { return receiver }
            let parts = try vm.parts(own(vm, receiver), old)
            try vm.reserve(parts.count, times: new.count &+ 64)
            return vm.bytes(Array(parts.joined(separator: new)))
        }
        type.method(self, "join", "(iterable, /)", "The bytes of an iterable, these between them.")
        {
            vm, receiver, arguments in
            let parts = try vm.elements(of: arguments[0]).map { try argument(vm, $0) }
            return vm.bytes(Array(parts.joined(separator: own(vm, receiver))))
        }
    }

    private func parts(_ bytes: [UInt8], _ separator: [UInt8]) throws -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var start = 0
        while let found = try find(separator, in: bytes, from: start) {
            parts.append(Array(bytes[start..<found]))
            start = found + separator.count
        }
        parts.append(Array(bytes[start...]))
        return parts
    }
}
