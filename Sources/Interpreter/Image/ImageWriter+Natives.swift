// Objects of the standard library's own Swift classes.

extension ImageWriter {
    /// Writes an object of the standard library; false where it is none that can be kept.
    func writeNative(_ object: Object) throws -> Bool {
        switch object {
        case let object as WrapperObject where object.type.isNative:
            put(.wrapper)
            try putType(of: object)
            try put(object.function)
            try put(object.arguments)
            put(object.keywords)
            put(object.cache)
            output.put(object.maximum ?? -1)
            output.put(object.hits)
            output.put(object.misses)
            output.put(object.isTyped)
            try putAttributes(of: object)
        case let object as DictView:
            put(.dictView)
            output.put(byte: UInt8(object.part.rawValue))
            put(object.dict)
        case let object as VirtualMachine.FieldObject:
            put(.field)
            try putType(of: object)
            try write(object)
        case let object as ExceptionObject:
            put(.exception)
            try putType(of: object)
            try write(object)
        case let object as AnnotationObject:
            put(.annotation)
            output.put(byte: try annotationKind(object))
            output.put(object.text)
            try put(object.origin)
            try put(object.arguments)
            output.put(object.name ?? "")
            output.put(object.isSubscripted)
        case let object as TypeVariable:
            put(.typeVariable)
            try putType(of: object)
            output.put(object.name)
            try put(object.constraints)
            try put(object.bound)
            output.put(object.sign)
        case let object as RandomObject where object.type.isNative:
            put(.random)
            output.put(object.generator.state.map(Int.init))
            output.put(object.generator.index)
            output.put(object.nextGauss != nil)
            output.put(Int(bitPattern: UInt((object.nextGauss ?? 0).bitPattern)))
        case let object as LostObject:
            put(.lost)
            output.put(object.what)
        default: return false
        }
        return true
    }

    private func write(_ field: VirtualMachine.FieldObject) throws {
        output.put(field.name)
        try put(field.annotation)
        try put(field.value ?? .undefined)
        try put(field.factory ?? .undefined)
        output.put(field.inInit)
        output.put(field.inRepr)
        output.put(field.inCompare)
        output.put(byte: Self.byte(field.inHash))
        output.put(byte: Self.byte(field.isKeywordOnly))
        output.put(field.isInitOnly)
        try put(field.metadata)
    }

    private static func byte(_ flag: Bool?) -> UInt8 { flag.map { $0 ? 1 : 0 } ?? 2 }

    private func write(_ exception: ExceptionObject) throws {
        try put(exception.arguments)
        put(exception.cause)
        put(exception.context)
        output.put(exception.suppressesContext)
        output.put(exception.hint ?? "")
        // What it passed through in a library is not kept.
        let places = exception.traceback.compactMap { entry in
            cellPlace(of: entry.code).map { [$0.cell, $0.place, entry.instruction] }
        }
        output.put(places.flatMap { $0 })
        try putAttributes(of: exception)
    }

    private func annotationKind(_ object: AnnotationObject) throws -> UInt8 {
        if object.type === vm.auxiliary.genericAlias { return 0 }
        if object.type === vm.auxiliary.unionType { return 1 }
        guard try object.type === LibraryNames.object("typing", "Any", vm).type else {
            throw refusal(object)
        }
        return 2
    }
}
