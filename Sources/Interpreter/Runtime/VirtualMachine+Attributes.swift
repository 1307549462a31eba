/// Attribute look-up, with descriptors. Names are interned strings (`vm.intern`).
extension VirtualMachine {
    /// `value.name`.
    package func getAttribute(_ value: Value, _ name: StringObject) throws -> Value {
        if let found = try findAttribute(value, name) { return found }
        throw noAttribute(value, name)
    }

    package func getAttribute(_ value: Value, _ name: String) throws -> Value {
        try getAttribute(value, intern(name))
    }

    /// `value.name`, `nil` when there is no such attribute (an AttributeError that Python code raises counts too).
    package func attributeIfPresent(_ value: Value, _ name: StringObject) throws -> Value? {
        do {
            return try findAttribute(value, name)
        } catch let error as PythonError where isError(error, .attributeError) {
            return nil
        }
    }

    /// `value.name`; `nil` when the ordinary look-up finds nothing.
    func findAttribute(_ value: Value, _ name: StringObject) throws -> Value? {
        let type = type(of: value)
        if let hook = type.slots.getAttribute, let found = try hook(self, value, name) {
            return found
        }
        if let found = try ordinaryAttribute(value, name) { return found }
        return try type.slots.missingAttribute?(self, value, name)
    }

    /// What `object.__getattribute__` finds: data descriptors, own attributes, class attributes.
    package func ordinaryAttribute(_ value: Value, _ name: StringObject) throws -> Value? {
        let type = type(of: value)
        guard case .object(let object) = value else {
            guard let found = lookUp(type, name) else { return nil }
            return try bindDescriptor(found, instance: value, owner: type)
        }
        switch object.kind {
        case .type: return try classAttribute(unsafeDowncast(object, to: TypeObject.self), name)
        case .module:
            let module = unsafeDowncast(object, to: ModuleObject.self)
            if let found = module.namespace[name] { return found }
            if !module.lazySubmodules.isEmpty, module.lazySubmodules.contains(name.swiftString) {
                return .object(try importModule("\(module.name).\(name.swiftString)"))
            }
        case .superObject:
            return try superAttribute(unsafeDowncast(object, to: SuperObject.self), name)
        default: break
        }
        let found = lookUp(type, name)
        if let found, isDataDescriptor(found), hasGetter(found) {
            return try bindDescriptor(found, instance: value, owner: type)
        }
        if let own = ownAttribute(object, name) { return own }
        guard let found else { return nil }
        return try bindDescriptor(found, instance: value, owner: type)
    }

    /// The attribute that the object itself has.
    func ownAttribute(_ object: Object, _ name: StringObject) -> Value? {
        if object.type.hasInstanceAttributes {
            return attributeHolder(object)?.ownAttribute(name)
        }
        return nil
    }

    /// Where an object keeps its attributes.
    func attributeHolder(_ object: Object) -> InstanceObject? {
        switch object.kind {
        case .string: unsafeDowncast(object, to: StringObject.self).holder
        case .native: object as? InstanceObject
        case .plain, .bytes, .bigInt, .range, .slice, .nativeFunction, .boundMethod, .module,
            .iterator, .superObject, .ellipsis, .notImplemented, .code, .traceback:
            nil
        default: unsafeDowncast(object, to: InstanceObject.self)
        }
    }

    private func classAttribute(_ type: TypeObject, _ name: StringObject) throws -> Value? {
        let meta = lookUp(type.type, name)
        if let meta, isDataDescriptor(meta) {
            return try bindDescriptor(meta, instance: .object(type), owner: type.type)
        }
        if let found = lookUp(type, name) {
            return try bindDescriptor(found, instance: nil, owner: type)
        }
        guard let meta else { return nil }
        return try bindDescriptor(meta, instance: .object(type), owner: type.type)
    }

    private func superAttribute(_ object: SuperObject, _ name: StringObject) throws -> Value? {
        guard let start = object.startType, name !== names.classAttribute else {
            return try lookUp(object.type, name).map {
                try bindDescriptor($0, instance: .object(object), owner: object.type)
            }
        }
        guard let found = lookUp(start, name, after: object.after) else {
            guard let own = lookUp(object.type, name) else { return nil }
            return try bindDescriptor(own, instance: .object(object), owner: object.type)
        }
        if let type = object.receiver.type, type === start {
            return try bindDescriptor(found, instance: nil, owner: start)
        }
        return try bindDescriptor(found, instance: object.receiver, owner: start)
    }

    // MARK: Descriptors

    /// Whether an attribute of a class goes before the instance's own.
    @inline(__always)
    func isDataDescriptor(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        switch object.kind {
        case .function, .nativeFunction, .staticMethod, .classMethod: return false
        case .native where object === plainDocumentation: return false
        case .native where object.type === types.memberDescriptor: return false
        default: return object.type.slots.descriptorSet != nil
        }
    }

    /// Whether reading goes through a descriptor; one with `__set__` alone leaves that to the instance.
    private func hasGetter(_ value: Value) -> Bool {
        guard case .object(let object) = value else { return false }
        return object.type.slots.descriptorGet != nil
    }

    /// What looking an attribute of a class up gives, through the instance (`nil`: on the class itself).
    package func bindDescriptor(
        _ value: Value, instance: Value?, owner: TypeObject
    ) throws -> Value {
        guard case .object(let object) = value else { return value }
        switch object.kind {
        case .function:
            guard let instance else { return value }
            return .object(
                BoundMethod(type: types.method, function: value, receiver: instance))
        case .nativeFunction:
            guard let instance, unsafeDowncast(object, to: NativeFunction.self).isMethod else {
                return value
            }
            return .object(
                BoundMethod(
                    type: object.type === types.wrapperDescriptor
                        ? types.methodWrapper : types.nativeFunction,
                    function: value, receiver: instance))
        case .staticMethod:
            return unsafeDowncast(object, to: WrappedFunction.self).function
        case .classMethod:
            let function = unsafeDowncast(object, to: WrappedFunction.self).function
            if case .object(let inner) = function, inner.kind == .nativeFunction {
                return .object(
                    BoundMethod(
                        type: types.nativeFunction, function: function, receiver: .object(owner)))
            }
            return .object(
                BoundMethod(type: types.method, function: function, receiver: .object(owner)))
        default:
            guard let slot = object.type.slots.descriptorGet else { return value }
            return try slot(self, value, instance, owner)
        }
    }

    // MARK: Setting

    /// `value.name = new`, or `del value.name` with `nil`.
    package func setAttribute(_ value: Value, _ name: StringObject, _ new: Value?) throws {
        if let hook = type(of: value).slots.setAttribute, try hook(self, value, name, new) {
            return
        }
        try setOrdinaryAttribute(value, name, new)
    }

    package func setAttribute(_ value: Value, _ name: String, _ new: Value?) throws {
        try setAttribute(value, intern(name), new)
    }

    package func deleteAttribute(_ value: Value, _ name: StringObject) throws {
        try setAttribute(value, name, nil)
    }

    /// What `object.__setattr__` (with `nil`, `object.__delattr__`) does.
    package func setOrdinaryAttribute(_ value: Value, _ name: StringObject, _ new: Value?) throws {
        let type = type(of: value)
        guard case .object(let object) = value else {
            if let found = lookUp(type, name) {
                if case .object(let descriptor) = found,
                    let slot = descriptor.type.slots.descriptorSet
                {
                    return try slot(self, found, value, new)
                }
                throw readOnly(type, name)
            }
            throw noAttribute(value, name)
        }
        if object.kind == .type {
            return try setClassAttribute(unsafeDowncast(object, to: TypeObject.self), name, new)
        }
        if object.kind == .module {
            let module = unsafeDowncast(object, to: ModuleObject.self)
            if let new, module.settings.contains(name.swiftString) {
                module.namespace[name] = new
                return
            }
            throw error(
                .attributeError,
                "module '\(module.name)' cannot be changed",
                hint: "The lab's own modules are the same for everyone; "
                    + "give the new value a name of your own.")
        }
        let found = lookUp(type, name)
        if let found, case .object(let descriptor) = found, isDataDescriptor(found),
            let slot = descriptor.type.slots.descriptorSet
        {
            return try slot(self, found, value, new)
        }
        guard type.hasInstanceAttributes, let holder = attributeHolder(object) else {
            if found != nil { throw readOnly(type, name) }
            throw noAttribute(value, name)
        }
        if let new {
            if let allowed = type.slotNames, !allowed.contains(name.internID) {
                if found != nil { throw readOnly(type, name) }
                throw noAttribute(value, name)
            }
            holder.setOwnAttribute(name, new)
        } else if !holder.removeOwnAttribute(name) {
            if case .object(let member)? = found, member.type === types.memberDescriptor {
                throw error(.attributeError, name.swiftString)
            }
            throw noAttribute(value, name)
        }
    }

    private func readOnly(_ type: TypeObject, _ name: StringObject) -> PythonError {
        error(
            .attributeError, "'\(type.name)' object attribute '\(name.swiftString)' is read-only")
    }

    private func setClassAttribute(
        _ type: TypeObject, _ name: StringObject, _ new: Value?
    ) throws {
        let text = name.swiftString
        if type.isNative || type.isFrozen {
            throw typeError(
                "cannot \(new == nil ? "delete" : "set") '\(text)' attribute of immutable type "
                    + "'\(type.displayName)'")
        }
        if let meta = lookUp(type.type, name), case .object(let descriptor) = meta,
            let slot = descriptor.type.slots.descriptorSet
        {
            return try slot(self, meta, .object(type), new)
        }
        if new == nil, type.attributes[name] == nil {
            throw noAttribute(.object(type), name)
        }
        type.attributes[name] = new
        typeChanged(type, name)
    }

    /// A class attribute changed: forget what was remembered about the class and those that inherit from it.
    func typeChanged(_ type: TypeObject, _ name: StringObject) {
        type.version = heap.nextTypeVersion()
        type.plan = nil
        type.quickInitializer = nil
        if name.count > 4, name[0] == 0x5F, name[1] == 0x5F { refreshSlots(type) }
        for subclass in type.subclasses { typeChanged(subclass, name) }
    }

    // MARK: Errors

    /// The error of a value that lacks an attribute; `hint` is what is said else about it.
    package func noAttribute(_ value: Value, _ name: String, hint: String) -> PythonError {
        error(.attributeError, noAttributeMessage(value, name), hint: hint)
    }

    private func noAttributeMessage(_ value: Value, _ name: String) -> String {
        if let type = value.type {
            return "type object '\(type.nameInErrors)' has no attribute '\(name)'"
        }
        if case .object(let object) = value, object.kind == .module {
            let module = unsafeDowncast(object, to: ModuleObject.self)
            return "module '\(module.name)' has no attribute '\(name)'"
        }
        return "'\(typeName(value))' object has no attribute '\(name)'"
    }

    func noAttribute(_ value: Value, _ name: StringObject) -> PythonError {
        let text = name.swiftString
        let message = noAttributeMessage(value, text)
        let error = error(.attributeError, message, hint: missingHint(value, text))
        error.exception.setOwnAttribute(names.plainName, .object(name))
        error.exception.setOwnAttribute(names.obj, value)
        return error
    }

    /// What the module or the type adds to that message.
    private func missingHint(_ value: Value, _ name: String) -> String? {
        if case .object(let object) = value, object.kind == .module {
            return unsafeDowncast(object, to: ModuleObject.self).missingHint?(name)
        }
        let type = value.type ?? type(of: value)
        for base in type.mro {
            if let hint = base.missingHint { return hint(name) }
        }
        return nil
    }

    // MARK: Look-up along the method resolution order

    /// The attribute of a class or of one it inherits from, unbound.
    package func lookUp(_ type: TypeObject, _ name: StringObject) -> Value? {
        methodCache.find(type, name, self)
    }

    /// As `lookUp`, but only behind a class in the order: what `super()` does.
    func lookUp(_ type: TypeObject, _ name: StringObject, after: TypeObject) -> Value? {
        guard let index = type.mro.firstIndex(where: { $0 === after }) else { return nil }
        for base in type.mro[(index + 1)...] {
            if let found = ownClassAttribute(base, name) { return found }
        }
        return nil
    }

    func lookUpSlowly(_ type: TypeObject, _ name: StringObject) -> Value? {
        for base in type.mro {
            if let found = ownClassAttribute(base, name) { return found }
        }
        return nil
    }

    /// The attribute that a class itself defines, as a declaration or, for a native type, as a slot.
    private func ownClassAttribute(_ type: TypeObject, _ name: StringObject) -> Value? {
        if let found = type.attributes[name] { return found }
        guard type.isNative, name.count > 4, name[0] == 0x5F, name[1] == 0x5F else { return nil }
        return slotWrapper(type, name)
    }
}

/// Remembers where the look-up along the method resolution order ended.
struct MethodCache {
    private struct Entry {
        var version: UInt32 = 0
        var nameID: Int32 = -1
        var value: Value?
    }

    private var entries = [Entry](repeating: Entry(), count: 2048)

    mutating func find(_ type: TypeObject, _ name: StringObject, _ vm: VirtualMachine) -> Value? {
        if name.internID < 0 { return vm.lookUpSlowly(type, vm.intern(name)) }
        let slot =
            Int(truncatingIfNeeded: (type.version &* 31) ^ UInt32(bitPattern: name.internID))
            & 2047
        let entry = entries[slot]
        if entry.version == type.version, entry.nameID == name.internID { return entry.value }
        let found = vm.lookUpSlowly(type, name)
        entries[slot] = Entry(version: type.version, nameID: name.internID, value: found)
        return found
    }

    mutating func removeAll() { entries = [] }
}
