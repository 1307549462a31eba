/// Making learners' classes.
extension VirtualMachine {
    /// The C3 order of a type with bases; `nil` when there is none.
    func linearize(_ type: TypeObject) -> [TypeObject]? {
        var sequences = type.bases.map(\.mro) + [type.bases]
        var order = [type]
        while true {
            sequences.removeAll { $0.isEmpty }
            if sequences.isEmpty { return order }
            var next: TypeObject?
            for sequence in sequences {
                let candidate = sequence[0]
                if !sequences.contains(where: { $0.dropFirst().contains { $0 === candidate } }) {
                    next = candidate
                    break
                }
            }
            guard let next else { return nil }
            order.append(next)
            for index in sequences.indices where sequences[index].first === next {
                sequences[index].removeFirst()
            }
        }
    }

    /// The heads that no order puts first, when `linearize` finds none.
    private func conflict(_ type: TypeObject) -> [TypeObject] {
        var sequences = type.bases.map(\.mro) + [type.bases]
        while true {
            sequences.removeAll { $0.isEmpty }
            let next = sequences.first { sequence in
                !sequences.contains { $0.dropFirst().contains { $0 === sequence[0] } }
            }?.first
            guard let next else { break }
            for index in sequences.indices where sequences[index].first === next {
                sequences[index].removeFirst()
            }
        }
        var heads: [TypeObject] = []
        for sequence in sequences where !heads.contains(where: { $0 === sequence[0] }) {
            heads.append(sequence[0])
        }
        return heads
    }

    /// A base that is no class: CPython calls its type as if that were a metaclass.
    private func notABase(_ base: Value, _ count: Int) -> PythonError {
        let name = typeName(base)
        if case .object(let object) = base {
            switch object.kind {
            case .function, .boundMethod, .nativeFunction, .generator:
                let text =
                    object.kind == .function
                    ? "function() argument 'code' must be code, not str"
                    : "cannot create '\(name)' instances"
                return typeError(text)
            case .module: return typeError("module() takes at most 2 arguments (3 given)")
            case .string:
                return typeError("str() argument 'encoding' must be str, not tuple")
            default: break
            }
            if object.kind == .instance { return typeError("\(name)() takes no arguments") }
        }
        if base.isNone { return typeError("NoneType takes no arguments") }
        switch number(base) {
        case nil: return typeError("\(name) expected at most 1 argument, got 3")
        case .float: return typeError("float expected at most 1 argument, got 3")
        default: return typeError("\(name)() takes at most 2 arguments (3 given)")
        }
    }

    /// Makes a class from its bases and the namespace that its body filled.
    ///
    /// - Parameter isKnown: whether it is made again from an image: its attributes and bases were told of it in their time.
    package func makeClass(
        name: String, bases: [Value], namespace: NameTable,
        keywords: [(name: StringObject, value: Value)] = [], classCell: CellObject? = nil,
        isKnown: Bool = false
    ) throws -> TypeObject {
        var baseTypes: [TypeObject] = []
        for base in bases {
            // `Stack[int]` as a base is `Stack` itself.
            guard let type = base.type ?? annotation(base)?.origin.type else {
                throw notABase(base, bases.count)
            }
            if type === types.type {
                throw typeError("metaclasses are not in the lab's Python")
            }
            if !type.isSubclassable {
                throw typeError("type '\(type.displayName)' is not an acceptable base type")
            }
            if baseTypes.contains(where: { $0 === type }) {
                throw typeError("duplicate base class \(type.name)")
            }
            baseTypes.append(type)
        }
        if keywords.contains(where: { $0.name.swiftString == "metaclass" }) {
            throw typeError("metaclasses are not in the lab's Python")
        }
        if baseTypes.isEmpty { baseTypes = [types.object] }
        let made = TypeObject(
            heap: heap, metatype: types.type, name: name,
            module: namespace[names.module]?.string?.swiftString ?? "__main__", bases: baseTypes,
            isNative: false, hasInstanceAttributes: true)
        heap.charge(1024)
        if let qualified = namespace[names.qualname]?.string {
            made.qualifiedName = qualified.swiftString
        }
        guard let mro = linearize(made) else {
            let list = conflict(made).map(\.name).joined(separator: ", ")
            throw typeError(
                "Cannot create a consistent method resolution\norder (MRO) for bases \(list)")
        }
        made.mro = mro
        let solid = mro.filter { $0.isNative && $0.definesAllocate || $0.definesConstructor }
        for (index, type) in solid.enumerated() {
            for other in solid.dropFirst(index + 1) where !type.isSubtype(of: other) {
                throw typeError("multiple bases have instance lay-out conflict")
            }
        }
        for (key, value) in namespace.entries {
            if key === names.qualname || key === names.classCell { continue }
            made.attributes[key] = value
        }
        if made.attributes[names.module] == nil {
            made.attributes[names.module] = string(made.module)
        }
        try noteParameters(made, bases)
        made.doc = made.attributes[names.doc]?.string?.swiftString
        if made.attributes[names.doc] == nil { made.attributes[names.doc] = Value.none }
        for special in [names.initSubclass, names.classGetItem] {
            if case .object(let function)? = made.attributes[special], function.kind == .function {
                made.attributes[special] = .object(
                    WrappedFunction(
                        type: types.classMethod, kind: .classMethod,
                        function: .object(function)))
            }
        }
        if case .object(let function)? = made.attributes[names.new], function.kind == .function {
            made.attributes[names.new] = .object(
                WrappedFunction(
                    type: types.staticMethod, kind: .staticMethod, function: .object(function)))
        }
        if made.attributes[names.eq] != nil, made.attributes[names.hash] == nil {
            made.attributes[names.hash] = Value.none
        }
        for base in baseTypes { base.subclasses.append(made) }
        try noteAbstractMethods(made)
        try readSlots(made)
        refreshSlots(made)
        inheritForClass(made)
        classCell?.value = .object(made)
        return isKnown ? made : try finish(made, keywords)
    }

    /// Tells the attributes and the base of a new class that it exists.
    private func finish(
        _ made: TypeObject, _ keywords: [(name: StringObject, value: Value)]
    ) throws -> TypeObject {
        for (key, value) in made.attributes.entries {
            if case .object(let object) = value, object.kind == .property {
                unsafeDowncast(object, to: PropertyObject.self).name = key.swiftString
            }
            guard case .object(let object) = value,
                object.kind == .instance || object.kind == .native,
                lookUp(object.type, names.setName) != nil
            else { continue }
            do {
                _ = try callSpecial(value, names.setName, [.object(made), .object(key)])
            } catch let failure as PythonError {
                let wrapping = error(
                    .runtimeError,
                    "Error calling __set_name__ on '\(object.type.name)' instance "
                        + "\(try repr(.object(key))) in '\(made.name)'")
                wrapping.exception.cause = failure.exception
                wrapping.exception.suppressesContext = true
                throw wrapping
            }
        }
        if let hook = lookUp(made, names.initSubclass, after: made) {
            let bound = try bindDescriptor(hook, instance: nil, owner: made)
            _ = try call(bound, [], keywords: keywords)
        }
        return made
    }

    /// What of its bases or of its own is still to be defined. Only the classes of `collections.abc` bring such methods,
    /// each a function that is marked.
    private func noteAbstractMethods(_ made: TypeObject) throws {
        let mark = intern("__isabstractmethod__")
        func isMarked(_ value: Value) throws -> Bool {
            guard case .object(let object) = value, let function = object as? FunctionObject,
                let found = function.ownAttribute(mark)
            else { return false }
            return try isTrue(found)
        }
        var found: Set<String> = []
        if made.module == "collections.abc" {
            for (name, value) in made.attributes.entries where try isMarked(value) {
                found.insert(name.swiftString)
            }
        }
        for name in made.bases.flatMap(\.abstractMethods) {
            if let value = lookUp(made, intern(name)), try isMarked(value) { found.insert(name) }
        }
        made.abstractMethods = found.sorted()
    }

    private func inheritForClass(_ type: TypeObject) {
        for base in type.mro.dropFirst() where base.isNative {
            if type.allocate == nil, base.definesAllocate {
                type.allocate = base.allocate
                type.definesAllocate = false
            }
            if type.constructor == nil, base.definesConstructor {
                type.constructor = base.constructor
                type.definesConstructor = false
            }
        }
    }

    /// `__slots__`: instances have these attributes only, when all bases say so too.
    private func readSlots(_ type: TypeObject) throws {
        guard let declared = type.attributes[names.slots] else { return }
        var slotNames: [StringObject] = []
        if let single = declared.string {
            slotNames = [single]
        } else {
            for item in try elements(of: declared) {
                guard let name = item.string else {
                    throw typeError(
                        "__slots__ items must be strings, not '\(typeName(item))'")
                }
                slotNames.append(name)
            }
        }
        for (index, name) in slotNames.enumerated() {
            guard Self.isIdentifier(name.codePoints) else {
                throw typeError("__slots__ must be identifiers")
            }
            slotNames[index] = intern(mangle(name.swiftString, in: type.name))
        }
        for name in slotNames where type.attributes[intern(name)] != nil {
            throw valueError(
                "'\(name.swiftString)' in __slots__ conflicts with class variable")
        }
        let inherited = type.mro.dropFirst().filter { !$0.isNative || $0.hasInstanceAttributes }
        if slotNames.contains(where: { $0.swiftString == "__dict__" })
            || inherited.contains(where: { $0.slotNames == nil })
        {
            return
        }
        for name in slotNames {
            let member = MemberDescriptor(
                type: types.memberDescriptor, name: name.swiftString, owner: type)
            type.attributes[intern(name)] = .object(member)
        }
        type.slotNames = Set(slotNames.map { intern($0).internID })
            .union(inherited.flatMap { $0.slotNames ?? [] })
    }
}
