// Objects of the standard library's own Swift classes.

extension ImageReader {
    /// Makes an object that `ImageWriter.writeNative` wrote.
    func makeNative(_ tag: ImageTag, _ input: inout ImageInput) throws -> Object {
        switch tag {
        case .wrapper:
            let names = ["partial", "partialmethod", "_lru_cache_wrapper", "cached_property"]
            return WrapperObject(type: try type(&input, of: "functools", names), .none)
        case .dictView:
            let part = Int(try input.byte())
            guard let part = DictPart(rawValue: part), let dict = try object(&input) as? DictObject,
                case .object(let view) = vm.view(.object(dict), part)
            else { throw Self.damaged }
            return view
        case .field:
            let type = try type(&input, of: "dataclasses", ["Field"])
            return VirtualMachine.FieldObject(type: type)
        case .exception:
            let type = try type(&input, under: vm.types.exception(.baseException))
            return ExceptionObject(type: type)
        case .annotation:
            let kind = try input.byte()
            let text = try input.text()
            let origin = try value(&input)
            let arguments = try values(&input)
            let name = try input.text()
            return AnnotationObject(
                type: try annotationType(kind), text: text, origin: origin, arguments: arguments,
                name: name.isEmpty ? nil : name, isSubscripted: try input.flag())
        case .typeVariable:
            let names = ["TypeVar", "ParamSpec", "TypeVarTuple"]
            let type = try type(&input, of: "typing", names)
            let name = try input.text()
            let constraints = try values(&input)
            let bound = try value(&input)
            return TypeVariable(
                type: type, name: name, constraints: constraints, bound: bound,
                sign: try input.text())
        case .random:
            let state = try input.numbers().map { UInt32(truncatingIfNeeded: $0) }
            let type = try LibraryNames.object("random", "Random", vm)
            guard let generator = MersenneTwister(state: state, index: try input.number()),
                let type = type as? TypeObject
            else { throw Self.damaged }
            let made = RandomObject(type: type, generator)
            let hasGauss = try input.flag()
            let gauss = Double(bitPattern: UInt64(UInt(bitPattern: try input.number())))
            made.nextGauss = hasGauss ? gauss : nil
            return made
        case .namedTuple:
            let name = try input.text()
            let module = try input.text()
            let fieldCount = try input.count()
            let fields = try (0..<fieldCount).map { _ in try input.text() }
            let defaults = try values(&input)
            guard defaults.count <= fields.count, Set(fields).count == fields.count else {
                throw Self.damaged
            }
            let made = try vm.makeNamedTuple(name, fields, defaults)
            made.module = module
            return made
        case .lost: return LostObject(type: vm.lostType, try input.text())
        default: throw Self.damaged
        }
    }

    /// One of these types of a module, whose instances are of one Swift class.
    private func type(
        _ input: inout ImageInput, of module: String, _ names: [String]
    ) throws -> TypeObject {
        guard let type = try object(&input) as? TypeObject, type.isNative,
            names.contains(type.name),
            try type === LibraryNames.object(module, type.name, vm)
        else { throw Self.damaged }
        return type
    }

    private func annotationType(_ kind: UInt8) throws -> TypeObject {
        switch kind {
        case 0: return vm.auxiliary.genericAlias
        case 1: return vm.auxiliary.unionType
        case 2: return try LibraryNames.object("typing", "Any", vm).type
        default: throw Self.damaged
        }
    }

    /// Fills what `makeNative` made.
    func fillNative(_ object: Object, _ input: inout ImageInput) throws {
        switch object {
        case let object as WrapperObject:
            object.function = try value(&input)
            object.arguments = try values(&input)
            object.keywords = try optionalObject(&input) as? DictObject
            object.cache = try optionalObject(&input) as? DictObject
            let maximum = try input.number()
            object.maximum = maximum < 0 ? nil : maximum
            object.hits = try input.number() & 0xff_ffff_ffff
            object.misses = try input.number() & 0xff_ffff_ffff
            object.isTyped = try input.flag()
            try readAttributes(of: object, &input)
        case let object as VirtualMachine.FieldObject: try fill(object, &input)
        case let object as ExceptionObject: try fill(object, &input)
        default: break
        }
    }

    private func fill(_ field: VirtualMachine.FieldObject, _ input: inout ImageInput) throws {
        field.name = try input.text()
        field.annotation = try value(&input)
        field.value = try optionalValue(&input)
        field.factory = try optionalValue(&input)
        field.inInit = try input.flag()
        field.inRepr = try input.flag()
        field.inCompare = try input.flag()
        field.inHash = Self.flag(try input.byte())
        field.isKeywordOnly = Self.flag(try input.byte())
        field.isInitOnly = try input.flag()
        field.metadata = try value(&input)
    }

    private func optionalValue(_ input: inout ImageInput) throws -> Value? {
        let value = try value(&input, mayBeUnbound: true)
        return value.isUndefined ? nil : value
    }

    private static func flag(_ byte: UInt8) -> Bool? { byte == 2 ? nil : byte == 1 }

    private func fill(_ exception: ExceptionObject, _ input: inout ImageInput) throws {
        exception.arguments = try values(&input)
        exception.cause = try optionalObject(&input) as? ExceptionObject
        exception.context = try optionalObject(&input) as? ExceptionObject
        exception.suppressesContext = try input.flag()
        let hint = try input.text()
        exception.hint = hint.isEmpty ? nil : hint
        let places = try input.numbers()
        guard places.count.isMultiple(of: 3) else { throw Self.damaged }
        for start in stride(from: 0, to: places.count, by: 3) {
            let code = try code(cell: places[start], place: places[start + 1])
            exception.appendPlace(TracebackEntry(code: code, instruction: places[start + 2]))
        }
        try readAttributes(of: exception, &input)
    }
}
