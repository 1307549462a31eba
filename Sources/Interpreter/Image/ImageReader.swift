import BigInt

/// Makes a session from an image; see `ImageBytes.swift`.
///
/// Objects are made first, those that others are part of when these are asked for, and filled afterwards; what
/// hashes its keys is filled last.
///
/// A file may be damaged and still be read: what a record says is checked against what the machine and the natives take
/// for granted of such an object, above all that its type is one whose instances are of its Swift class.
package final class ImageReader {
    package let vm: VirtualMachine
    private let globals: NameTable
    private var codec: (any ImageCodec)? { vm.imageCodec }
    private let bytes: [UInt8]
    private var records: [Range<Int>] = []
    private var made: [Object?] = []
    /// Where reading a record goes on once all objects are made.
    private var rests: [Int] = []
    private var depth = 0
    private var code: [Int: [CodeObject]] = [:]
    private var cells: [String] = []

    private init(_ bytes: [UInt8], _ vm: VirtualMachine, _ globals: NameTable) {
        self.bytes = bytes
        self.vm = vm
        self.globals = globals
    }

    /// Puts an image's names and state into a new session.
    ///
    /// - Returns: the sources of the cells that had run.
    package static func restore(
        _ bytes: [UInt8], into vm: VirtualMachine, globals: NameTable
    ) throws -> [String] {
        let reader = ImageReader(bytes, vm, globals)
        defer { vm.imageCodec?.forgetStorages() }
        var input = ImageInput(bytes)
        for name in try input.text().split(separator: "\n") {
            _ = try vm.importModule(String(name))
        }
        let roots = try input.range()
        let state = try input.range()
        let count = try input.count()
        for _ in 0..<count { reader.records.append(try input.range()) }
        reader.made = [Object?](repeating: nil, count: count)
        reader.rests = [Int](repeating: 0, count: count)
        try reader.read(state: ImageInput(bytes, from: state.lowerBound, to: state.upperBound))
        try reader.read(roots: ImageInput(bytes, from: roots.lowerBound, to: roots.upperBound))
        return reader.cells
    }

    private func read(roots: ImageInput) throws {
        var input = roots
        let cellCount = try input.count()
        for _ in 0..<cellCount { cells.append(try input.text()) }
        for number in records.indices { _ = try object(number) }
        for isLast in [false, true] {
            for number in records.indices { try fill(number, hashing: isLast) }
        }
        for case let type as TypeObject in made where !type.isNative && !type.isFrozen {
            try vm.restoreDataclassMethods(of: type)
        }
        // Everything is there: only now are the session's names touched.
        let names = try input.count()
        for _ in 0..<names {
            let name = vm.intern(try input.text())
            globals[name] = try value(&input)
        }
        let last = try input.count()
        for _ in 0..<last {
            let name = try input.text()
            guard ImageWriter.isLastValue(name) else { throw Self.damaged }
            vm.builtins[vm.intern(name)] = try value(&input)
        }
    }

    private func read(state: ImageInput) throws {
        var input = state
        try codec?.readState(&input)
        guard try input.flag() else { return }
        _ = try vm.importModule("random")
        let numbers = try input.numbers().map { UInt32(truncatingIfNeeded: $0) }
        guard let random = vm.sharedRandom,
            let generator = MersenneTwister(state: numbers, index: try input.number())
        else { throw ImageFailure("the state of random is damaged") }
        random.generator = generator
        let hasGauss = try input.flag()
        let gauss = Double(bitPattern: UInt64(UInt(bitPattern: try input.number())))
        random.nextGauss = hasGauss ? gauss : nil
    }

    // MARK: - Parts of records

    /// - Parameter mayBeUnbound: whether it is a variable's, which may have none yet.
    package func value(_ input: inout ImageInput, mayBeUnbound: Bool = false) throws -> Value {
        switch try input.byte() {
        case 0 where mayBeUnbound: return .undefined
        case 1: return .none
        case 2: return .bool(false)
        case 3: return .bool(true)
        case 4: return .int(try input.number())
        case 5: return .float(Double(bitPattern: UInt64(UInt(bitPattern: try input.number()))))
        case 6: return .object(try object(try input.number()))
        default: throw Self.damaged
        }
    }

    package static let damaged = ImageFailure("the image is damaged")

    package func object(_ input: inout ImageInput) throws -> Object {
        try object(try input.number())
    }

    package func optionalObject(_ input: inout ImageInput) throws -> Object? {
        try input.flag() ? try object(&input) : nil
    }

    func values(_ input: inout ImageInput) throws -> [Value] {
        let count = try input.count()
        return try (0..<count).map { _ in try value(&input) }
    }

    private func type(_ input: inout ImageInput) throws -> TypeObject {
        guard let type = try object(&input) as? TypeObject else { throw Self.damaged }
        return type
    }

    /// A type whose instances are those of `base`, in Swift, too.
    func type(_ input: inout ImageInput, under base: TypeObject) throws -> TypeObject {
        let type = try type(&input)
        guard type.isSubtype(of: base) else { throw Self.damaged }
        return type
    }

    package func readAttributes(of object: InstanceObject, _ input: inout ImageInput) throws {
        let count = try input.count()
        for _ in 0..<count {
            let name = vm.intern(try input.text())
            object.setOwnAttribute(name, try value(&input))
        }
    }

    // MARK: - Making

    private func object(_ number: Int) throws -> Object {
        guard made.indices.contains(number) else { throw Self.damaged }
        if let object = made[number] { return object }
        depth += 1
        defer { depth -= 1 }
        guard depth < 2000 else { throw ImageFailure("the session is too deep to be kept") }
        var input = ImageInput(
            bytes, from: records[number].lowerBound, to: records[number].upperBound)
        let object = try make(number, &input)
        made[number] = object
        rests[number] = input.position
        return object
    }

    private func make(_ number: Int, _ input: inout ImageInput) throws -> Object {
        guard let tag = ImageTag(rawValue: try input.byte()) else { throw Self.damaged }
        switch tag {
        case .named: return try LibraryNames.object(input.text(), input.text(), vm)
        case .module: return try vm.importModule(try input.text())
        case .string:
            let isInterned = try input.flag()
            let points = try input.numbers().map { number in
                guard 0...0x10_FFFF ~= number else { throw Self.damaged }
                return UInt32(number)
            }
            let string = StringObject(type: vm.types.str, codePoints: points)
            return isInterned ? vm.intern(string) : string
        case .bytes: return BytesObject(type: vm.types.bytes, try input.content())
        case .bigInt:
            guard let value = BigInt(try input.text(), radix: 16) else { throw Self.damaged }
            guard case .object(let object) = vm.integer(value) else { throw Self.damaged }
            return object
        case .list: return ListObject(type: try type(&input, under: vm.types.list))
        case .tuple:
            let type = try type(&input, under: vm.types.tuple)
            return TupleObject(type: type, try values(&input))
        case .dict: return DictObject(type: try type(&input, under: vm.types.dict))
        case .set:
            let isFrozen = try input.flag()
            let base = isFrozen ? vm.types.frozenset : vm.types.set
            return SetObject(type: try type(&input, under: base), frozen: isFrozen)
        case .range, .slice:
            let parts = try values(&input)
            guard parts.count == 3, tag == .slice || isRange(parts) else { throw Self.damaged }
            return tag == .range
                ? RangeObject(
                    type: vm.types.range, start: parts[0], stop: parts[1], step: parts[2])
                : SliceObject(
                    type: vm.types.slice, start: parts[0], stop: parts[1], step: parts[2])
        case .cell: return CellObject(type: vm.types.cell)
        case .function: return try makeFunction(&input)
        case .libraryFunction: return try makeLibraryFunction(&input)
        case .boundMethod:
            let parts = try values(&input)
            guard parts.count == 2 else { throw Self.damaged }
            return BoundMethod(type: vm.types.method, function: parts[0], receiver: parts[1])
        case .property: return PropertyObject(type: vm.types.property, getter: .none)
        case .wrapped:
            let isStatic = try input.flag()
            return WrappedFunction(
                type: isStatic ? vm.types.staticMethod : vm.types.classMethod,
                kind: isStatic ? .staticMethod : .classMethod, function: try value(&input))
        case .learnerType: return try makeType(&input)
        case .instance:
            let type = try type(&input)
            guard let made = type.allocate?(vm, type), Swift.type(of: made) == InstanceObject.self
            else { throw Self.damaged }
            return made
        case .deque:
            let type = try type(&input)
            guard let deque = type.allocate?(vm, type) as? DequeObject else { throw Self.damaged }
            let maximum = try input.number()
            deque.maximum = maximum < 0 ? nil : maximum
            return deque
        case .number: return try makeNumber(&input)
        case .ellipsis:
            guard case .object(let object) = vm.ellipsis else { throw Self.damaged }
            return object
        case .notImplemented:
            guard case .object(let object) = vm.notImplemented else { throw Self.damaged }
            return object
        case .foreign:
            let type = try type(&input)
            guard let codec else { throw Self.damaged }
            return try codec.make(type: type, from: self, &input)
        case .wrapper, .dictView, .field, .exception, .annotation, .typeVariable, .random,
            .namedTuple, .lost:
            return try makeNative(tag, &input)
        }
    }

    private func makeFunction(_ input: inout ImageInput) throws -> FunctionObject {
        let code = try code(cell: try input.number(), place: try input.number())
        return try makeFunction(code, globals, &input)
    }

    private func makeLibraryFunction(_ input: inout ImageInput) throws -> FunctionObject {
        let key = try input.text()
        let place = try input.number()
        guard let library = LibraryCode.find(key, vm) else { throw Self.damaged }
        let all = CellCode.all(in: library.root)
        guard all.indices.contains(place) else { throw Self.damaged }
        return try makeFunction(all[place], library.globals, &input)
    }

    /// The code of a cell, or within it.
    func code(cell: Int, place: Int) throws -> CodeObject {
        if code[cell] == nil {
            guard cells.indices.contains(cell - 1) else { throw Self.damaged }
            let name = "<cell \(cell)>"
            let root = try compile(cells[cell - 1], filename: name, mode: .cell)
            vm.cellCode[cell] = root
            vm.sources[name] = cells[cell - 1]
                .split(separator: "\n", omittingEmptySubsequences: false)
            code[cell] = CellCode.all(in: root)
        }
        guard let found = code[cell], found.indices.contains(place) else { throw Self.damaged }
        return found[place]
    }

    private func makeFunction(
        _ code: CodeObject, _ globals: NameTable, _ input: inout ImageInput
    ) throws -> FunctionObject {
        guard code.flags.contains(.function) else { throw Self.damaged }
        let function = FunctionObject(
            type: vm.types.function, routine: vm.routine(code), globals: globals)
        function.name = try input.text()
        function.qualifiedName = try input.text()
        // The machine reads them unseen.
        guard try input.count() == code.freeVariables.count else { throw Self.damaged }
        for _ in code.freeVariables {
            guard let cell = try object(&input) as? CellObject else { throw Self.damaged }
            function.closure.append(cell)
        }
        return function
    }

    private func makeNumber(_ input: inout ImageInput) throws -> NumberObject {
        let type = try type(&input)
        let value = try value(&input)
        let fits =
            switch value {
            case .float: type.isSubtype(of: vm.types.float)
            case .int, .bool: type.isSubtype(of: vm.types.int)
            default: value.bigInt != nil && type.isSubtype(of: vm.types.int)
            }
        guard fits, !type.isNative else { throw Self.damaged }
        return NumberObject(type: type, value)
    }

    private func isRange(_ parts: [Value]) -> Bool {
        let areWhole = parts.allSatisfy { part in
            if case .int = part { return true }
            return part.bigInt != nil
        }
        return areWhole && !parts[2].isIdentical(to: .int(0))
    }

    private func makeType(_ input: inout ImageInput) throws -> TypeObject {
        let name = try input.text()
        let qualified = try input.text()
        let module = try input.text()
        let baseCount = try input.count()
        let bases = try (0..<baseCount).map { _ in Value.object(try object(&input)) }
        let names = NameTable(identity: vm.heap.nextIdentity())
        let count = try input.count()
        for _ in 0..<count {
            let name = vm.intern(try input.text())
            names[name] = try value(&input)
        }
        names[vm.names.module] = vm.string(module)
        names[vm.names.qualname] = vm.string(qualified)
        return try vm.makeClass(name: name, bases: bases, namespace: names, isKnown: true)
    }

    // MARK: - Filling

    private func fill(_ number: Int, hashing: Bool) throws {
        guard let object = made[number] else { return }
        var input = ImageInput(bytes, from: rests[number], to: records[number].upperBound)
        let start = ImageInput(
            bytes, from: records[number].lowerBound, to: records[number].upperBound)
        var head = start
        guard let tag = ImageTag(rawValue: try head.byte()) else { return }
        guard hashing == (tag == .dict || tag == .set) else { return }
        switch tag {
        case .list:
            guard let list = object as? ListObject else { return }
            list.elements = try values(&input)
            list.updateCharge()
            try readAttributes(of: list, &input)
        case .deque:
            guard let deque = object as? DequeObject else { return }
            for item in try values(&input) { deque.append(item) }
            try readAttributes(of: deque, &input)
        case .tuple, .instance, .number:
            guard let instance = object as? InstanceObject else { return }
            try readAttributes(of: instance, &input)
        case .cell: (object as? CellObject)?.value = try value(&input, mayBeUnbound: true)
        case .property:
            guard let property = object as? PropertyObject else { return }
            let parts = try values(&input)
            guard parts.count == 4 else { throw Self.damaged }
            property.getter = parts[0]
            property.setter = parts[1]
            property.deleter = parts[2]
            property.doc = parts[3]
            let name = try input.text()
            property.name = name.isEmpty ? nil : name
        case .function, .libraryFunction:
            guard let function = object as? FunctionObject else { return }
            try fill(function, &input)
        case .dict:
            guard let dict = object as? DictObject else { return }
            let count = try input.count()
            for _ in 0..<count { try dict.set(value(&input), value(&input), vm) }
            try readAttributes(of: dict, &input)
        case .set:
            guard let set = object as? SetObject else { return }
            for element in try values(&input) { try set.insert(element, vm) }
        case .foreign: try codec?.fill(object, from: self, &input)
        case .wrapper, .field, .exception: try fillNative(object, &input)
        default: break
        }
    }

    private func fill(_ function: FunctionObject, _ input: inout ImageInput) throws {
        let texts = try values(&input)
        guard texts.count == 2 else { throw Self.damaged }
        function.module = texts[0]
        function.doc = texts[1]
        function.defaults = try values(&input)
        guard function.defaults.count <= function.code.argumentCount else { throw Self.damaged }
        let keywords = try input.count()
        for _ in 0..<keywords {
            let name = vm.intern(try input.text())
            function.keywordDefaults.append((name, try value(&input)))
        }
        function.annotations = try optionalObject(&input) as? DictObject
        try readAttributes(of: function, &input)
    }
}
