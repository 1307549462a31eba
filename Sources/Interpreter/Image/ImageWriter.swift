/// Writes a session as an image; see `ImageBytes.swift`.
package final class ImageWriter {
    package let vm: VirtualMachine
    /// The record being written.
    package var output = ImageOutput()
    private var codec: (any ImageCodec)? { vm.imageCodec }
    private let globals: NameTable
    private var records: [[UInt8]] = []
    private var numbers: [ObjectIdentifier: Int] = [:]
    /// Found and kept alive, so that an address is one object's.
    private var found: [Object] = []
    private var total = 0
    private let names: LibraryNames
    private var codePlaces: [ObjectIdentifier: (cell: Int, place: Int)] = [:]
    private let limit: Int
    /// Whether what cannot be kept is left out; where not, there is no image then.
    package let leavesOut: Bool
    /// Whether anything was left out.
    package private(set) var isPartial = false
    private var keptTypes: [ObjectIdentifier: Bool] = [:]

    private init(_ vm: VirtualMachine, _ globals: NameTable, limit: Int, leavesOut: Bool) {
        self.vm = vm
        self.globals = globals
        self.limit = limit
        self.leavesOut = leavesOut
        names = LibraryNames(vm)
    }

    /// A session's image.
    ///
    /// - Parameters:
    ///   - cells: the sources of the cells that ran; what code objects came from.
    ///   - limit: bytes that it may have.
    ///   - leavesOut: whether what cannot be kept is left out.
    /// - Returns: the image, and whether something was left out.
    package static func image(
        of vm: VirtualMachine, globals: NameTable, cells: [String], limit: Int,
        leavesOut: Bool = false
    ) throws -> (bytes: [UInt8], isPartial: Bool) {
        let writer = ImageWriter(vm, globals, limit: limit, leavesOut: leavesOut)
        defer { vm.imageCodec?.forgetStorages() }
        var roots = ImageOutput()
        try writer.writeRoots(cells, to: &roots)
        try writer.writeRecords()
        var state = ImageOutput()
        try vm.imageCodec?.writeState(to: &state)
        let random = vm.sharedRandom?.generator
        state.put(random != nil)
        if let random {
            state.put(random.state.map(Int.init))
            state.put(random.index)
            state.put(vm.sharedRandom?.nextGauss != nil)
            state.put(Int(bitPattern: UInt((vm.sharedRandom?.nextGauss ?? 0).bitPattern)))
        }
        var whole = ImageOutput()
        whole.put(vm.modules.keys.sorted().joined(separator: "\n"))
        whole.put(roots.bytes)
        whole.put(state.bytes)
        whole.put(writer.records.count)
        for record in writer.records { whole.put(record) }
        return (whole.bytes, writer.isPartial)
    }

    private func writeRoots(_ cells: [String], to roots: inout ImageOutput) throws {
        roots.put(cells.count)
        for cell in cells { roots.put(cell) }
        swap(&roots, &output)
        defer { swap(&roots, &output) }
        let entries = globals.entries
        output.put(entries.count)
        for (name, value) in entries {
            output.put(name.swiftString)
            try put(value)
        }
        // `_` and its like.
        let last = vm.builtins.entries.filter { Self.isLastValue($0.name.swiftString) }
        output.put(last.count)
        for (name, value) in last {
            output.put(name.swiftString)
            try put(value)
        }
    }

    /// `_`, `__`, `_12`, `In` and `Out`, which the prompt keeps among the built-in names.
    static func isLastValue(_ name: String) -> Bool {
        if name == "In" || name == "Out" || name == "__" { return true }
        return name.first == "_" && name.dropFirst().allSatisfy(\.isNumber)
    }

    private func writeRecords() throws {
        var next = 0
        while next < found.count {
            try vm.poll()
            output = ImageOutput()
            do {
                try write(found[next])
            } catch let failure as ImageFailure where leavesOut && !failure.isFinal {
                noteLeftOut()
                output = ImageOutput()
                put(.lost)
                output.put(found[next].type.displayName)
            }
            records.append(output.bytes)
            total += output.bytes.count
            if total > limit { throw ImageFailure("the session is too large to be kept") }
            next += 1
        }
    }

    /// Notes that the image does not hold all of something.
    package func noteLeftOut() { isPartial = true }

    /// Counts bytes that the library keeps for itself.
    package func add(bytes: Int) { total += bytes }

    // MARK: - Parts of records

    package func put(_ value: Value) throws {
        switch value {
        case .undefined: output.put(byte: 0)
        case .none: output.put(byte: 1)
        case .bool(let flag): output.put(byte: flag ? 3 : 2)
        case .int(let number):
            output.put(byte: 4)
            output.put(number)
        case .float(let number):
            output.put(byte: 5)
            output.put(Int(bitPattern: UInt(number.bitPattern)))
        case .object(let object):
            output.put(byte: 6)
            put(object)
        }
    }

    package func put(_ object: Object) {
        let key = ObjectIdentifier(object)
        let number = numbers[key] ?? found.count
        if number == found.count {
            numbers[key] = number
            found.append(object)
        }
        output.put(number)
    }

    package func put(_ object: Object?) {
        output.put(object != nil)
        if let object { put(object) }
    }

    func put(_ values: [Value]) throws {
        output.put(values.count)
        for value in values { try put(value) }
    }

    func put(_ tag: ImageTag) { output.put(byte: tag.rawValue) }

    package func putAttributes(of object: InstanceObject) throws {
        let attributes = object.ownAttributeNames
        output.put(attributes.count)
        for name in attributes {
            output.put(name.swiftString)
            try put(object.ownAttribute(name) ?? .undefined)
        }
    }

    // MARK: - Records

    private func write(_ object: Object) throws {
        if let name = names.name(of: object) {
            put(.named)
            output.put(name.module)
            output.put(name.attribute)
            return
        }
        switch object.kind {
        case .string: try writeString(object)
        case .bytes:
            put(.bytes)
            output.put(unsafeDowncast(object, to: BytesObject.self).bytes)
        case .bigInt:
            put(.bigInt)
            output.put(String(unsafeDowncast(object, to: BigIntObject.self).value, radix: 16))
        case .list:
            put(.list)
            try putType(of: object)
            let list = unsafeDowncast(object, to: ListObject.self)
            try put(list.elements)
            try putAttributes(of: list)
        case .tuple:
            put(.tuple)
            try putType(of: object)
            let tuple = unsafeDowncast(object, to: TupleObject.self)
            try put(tuple.elements)
            try putAttributes(of: tuple)
        case .dict:
            put(.dict)
            try putType(of: object)
            let dict = unsafeDowncast(object, to: DictObject.self)
            output.put(dict.count)
            for (key, value) in dict.items {
                try put(key)
                try put(value)
            }
            try putAttributes(of: dict)
        case .set, .frozenSet:
            put(.set)
            let set = unsafeDowncast(object, to: SetObject.self)
            output.put(set.isFrozen)
            try putType(of: object)
            try put(set.elements)
        case .range:
            put(.range)
            let range = unsafeDowncast(object, to: RangeObject.self)
            try put([range.start, range.stop, range.step])
        case .slice:
            put(.slice)
            let slice = unsafeDowncast(object, to: SliceObject.self)
            try put([slice.start, slice.stop, slice.step])
        case .module:
            put(.module)
            output.put(unsafeDowncast(object, to: ModuleObject.self).name)
        case .ellipsis: put(.ellipsis)
        case .notImplemented: put(.notImplemented)
        case .cell:
            put(.cell)
            try put(unsafeDowncast(object, to: CellObject.self).value)
        case .function: try write(unsafeDowncast(object, to: FunctionObject.self))
        case .boundMethod:
            put(.boundMethod)
            let method = unsafeDowncast(object, to: BoundMethod.self)
            try put([method.function, method.receiver])
        case .property:
            put(.property)
            let property = unsafeDowncast(object, to: PropertyObject.self)
            try put([property.getter, property.setter, property.deleter, property.doc])
            output.put(property.name ?? "")
        case .staticMethod, .classMethod:
            guard let wrapped = object as? WrappedFunction else { throw refusal(object) }
            put(.wrapped)
            output.put(object.kind == .staticMethod)
            try put(wrapped.function)
        case .number:
            put(.number)
            try putType(of: object)
            let number = unsafeDowncast(object, to: NumberObject.self)
            try put(number.value)
            try putAttributes(of: number)
        case .type: try write(unsafeDowncast(object, to: TypeObject.self))
        default: try writeOther(object)
        }
    }

    private func writeString(_ object: Object) throws {
        let string = unsafeDowncast(object, to: StringObject.self)
        guard object.type === vm.types.str else { throw refusal(object) }
        put(.string)
        output.put(string.internID >= 0)
        output.put((0..<string.count).map { Int(string[$0]) })
    }

    private func writeOther(_ object: Object) throws {
        if try writeNative(object) { return }
        if let deque = object as? DequeObject {
            put(.deque)
            try putType(of: object)
            output.put(deque.maximum ?? -1)
            try put(Array(deque.items))
            return try putAttributes(of: deque)
        }
        if Swift.type(of: object) == InstanceObject.self {
            put(.instance)
            try putType(of: object)
            return try putAttributes(of: unsafeDowncast(object, to: InstanceObject.self))
        }
        put(.foreign)
        try putType(of: object)
        guard try codec?.write(object, to: self) ?? false else { throw refusal(object) }
    }

    private func write(_ function: FunctionObject) throws {
        if function.globals === globals, let place = cellPlace(of: function.code) {
            put(.function)
            output.put(place.cell)
            output.put(place.place)
        } else if let place = LibraryCode.place(of: function, vm) {
            put(.libraryFunction)
            output.put(place.key)
            output.put(place.place)
        } else {
            throw ImageFailure("the function \(function.qualifiedName) cannot be kept")
        }
        output.put(function.name)
        output.put(function.qualifiedName)
        output.put(function.closure.count)
        for cell in function.closure { put(cell) }
        try put([function.module, function.doc])
        try put(function.defaults)
        output.put(function.keywordDefaults.count)
        for (name, value) in function.keywordDefaults {
            output.put(name.swiftString)
            try put(value)
        }
        put(function.annotations)
        try putAttributes(of: function)
    }

    private func write(_ type: TypeObject) throws {
        guard keeps(type) else {
            throw ImageFailure("the class \(type.displayName) cannot be kept")
        }
        if let parts = vm.namedTupleParts(type) {
            put(.namedTuple)
            output.put(type.name)
            output.put(type.module)
            output.put(parts.fields.count)
            for field in parts.fields { output.put(field) }
            return try put(parts.defaults)
        }
        put(.learnerType)
        output.put(type.name)
        output.put(type.qualifiedName)
        output.put(type.module)
        output.put(type.bases.count)
        for base in type.bases { put(base) }
        // A dataclass's methods are made again from its fields.
        let entries = type.attributes.entries.filter { !isMade($0.value) }
        output.put(entries.count)
        for (name, value) in entries {
            output.put(name.swiftString)
            try put(value)
        }
    }

    /// Writes an object's type, which must be one that a session can have again.
    func putType(of object: Object) throws {
        guard keeps(object.type) else { throw refusal(object) }
        put(object.type)
    }

    /// Whether a type can be had again.
    func keeps(_ type: TypeObject) -> Bool {
        if names.name(of: type) != nil { return true }
        if let known = keptTypes[ObjectIdentifier(type)] { return known }
        // A class may refer to itself, though not as its base.
        keptTypes[ObjectIdentifier(type)] = true
        let kept = vm.namedTupleParts(type) != nil || keepsLearnerType(type)
        keptTypes[ObjectIdentifier(type)] = kept
        return kept
    }

    private func keepsLearnerType(_ type: TypeObject) -> Bool {
        guard !type.isNative, !type.isFrozen, type.abstractMethods.isEmpty, type.registered.isEmpty,
            type.attributes[vm.names.initSubclass] == nil, type.slotNames == nil,
            type.bases.allSatisfy({ keeps($0) })
        else { return false }
        let made = type.attributes.entries.filter { isMade($0.value) }.map { $0.name.swiftString }
        return made.isEmpty || vm.makesDataclassMethods(made, of: type)
    }

    /// Whether an attribute of a class is a method in Swift that a decorator or a base made for it.
    private func isMade(_ value: Value) -> Bool {
        guard case .object(let object) = value,
            object is NativeFunction || object is NativeProperty
        else { return false }
        return names.name(of: object) == nil
    }

    func refusal(_ object: Object) -> ImageFailure {
        ImageFailure("a value of type \(object.type.displayName) cannot be kept")
    }

    // MARK: - Code

    /// The cell that a code object comes from, and its number among the code in there.
    func cellPlace(of code: CodeObject) -> (cell: Int, place: Int)? {
        if let known = codePlaces[ObjectIdentifier(code)] { return known }
        guard let cell = CellCode.number(ofFile: code.filename), let root = vm.cellCode[cell] else {
            return nil
        }
        for (place, inner) in CellCode.all(in: root).enumerated() {
            codePlaces[ObjectIdentifier(inner)] = (cell, place)
        }
        return codePlaces[ObjectIdentifier(code)]
    }
}

/// The code of a cell and all that is within it.
enum CellCode {
    static func number(ofFile name: String) -> Int? {
        guard name.hasPrefix("<cell "), name.hasSuffix(">") else { return nil }
        return Int(name.dropFirst(6).dropLast())
    }

    static func all(in root: CodeObject) -> [CodeObject] {
        var found = [root]
        var next = 0
        while next < found.count {
            for case .code(let inner) in found[next].constants { found.append(inner) }
            next += 1
        }
        return found
    }
}
