/// Attributes as instructions use them: the look-ups that fill the inline caches.
extension VirtualMachine {
    /// Whether an instance or value is of the type that the cache describes, and hides nothing of its class.
    @inline(__always)
    func cacheHit(_ object: Object, _ cache: UnsafeMutablePointer<InlineCache>) -> Bool {
        guard Int(object.type.version) == cache.pointee.key else { return false }
        guard object.kind.hasFields else { return cache.pointee.shape == nil }
        return unsafeDowncast(object, to: InstanceObject.self).shapeAddress == cache.pointee.shape
    }

    @inline(never)
    func loadAttribute(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int,
        _ cache: UnsafeMutablePointer<InlineCache>, _ target: UnsafeMutablePointer<Value>
    ) throws {
        let name = name(frame, index)
        let value = target.pointee
        if case .object(let object) = value { remember(object, name, cache, forCall: false) }
        let result = try getAttribute(value, name)
        target.pointee = result
    }

    @inline(never)
    func loadMethod(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int,
        _ cache: UnsafeMutablePointer<InlineCache>, _ target: UnsafeMutablePointer<Value>
    ) throws {
        let name = name(frame, index)
        let value = target.pointee
        let type = type(of: value)
        if case .object(let object) = value { remember(object, name, cache, forCall: true) }
        if type.slots.getAttribute == nil, let found = lookUp(type, name),
            case .object(let function) = found, isUnboundMethod(function)
        {
            var hides = false
            if case .object(let object) = value {
                switch object.kind {
                case .type, .module, .superObject: hides = true
                default: hides = ownAttribute(object, name) != nil
                }
            }
            if !hides {
                (target + 1).initializeBits(of: target)
                target.initialize(to: found)
                return
            }
        }
        if case .object(let object) = value, object.kind == .superObject,
            let (function, receiver) = superMethod(
                unsafeDowncast(object, to: SuperObject.self), name)
        {
            target.pointee = function
            (target + 1).initialize(to: receiver)
            return
        }
        let result = try getAttribute(value, name)
        target.pointee = result
        (target + 1).setUndefined()
    }

    private func isUnboundMethod(_ object: Object) -> Bool {
        object.kind == .function
            || object.kind == .nativeFunction
                && unsafeDowncast(object, to: NativeFunction.self).isMethod
    }

    /// The function that `super().name(…)` calls, when it is a plain method.
    private func superMethod(
        _ object: SuperObject, _ name: StringObject
    ) -> (function: Value, receiver: Value)? {
        guard let start = object.startType, object.receiver.type == nil,
            let found = lookUp(start, name, after: object.after),
            case .object(let function) = found, isUnboundMethod(function)
        else { return nil }
        return (found, object.receiver)
    }

    /// Fills a cache with what an ordinary look-up of a name in an object will find.
    private func remember(
        _ object: Object, _ name: StringObject, _ cache: UnsafeMutablePointer<InlineCache>,
        forCall: Bool
    ) {
        cache.pointee.form = 0
        let type = object.type
        if object.kind == .module {
            let table = unsafeDowncast(object, to: ModuleObject.self).namespace
            let index = table.index(of: name)
            guard index >= 0 else { return }
            cache.pointee.key = table.identity
            cache.pointee.index = Int32(truncatingIfNeeded: index)
            cache.pointee.form = CacheForm.module
            return
        }
        if object.kind == .type {
            if !forCall { rememberClass(unsafeDowncast(object, to: TypeObject.self), name, cache) }
            return
        }
        if object.kind == .superObject || type.slots.getAttribute != nil { return }
        let found = lookUp(type, name)
        if let found, isDataDescriptor(found) { return }
        var shape: UnsafeRawPointer?
        if object.kind.hasFields {
            let instance = unsafeDowncast(object, to: InstanceObject.self)
            if instance.dictionary != nil { return }
            shape = instance.shapeAddress
            let index = instance.shape.index(of: name)
            if index >= 0 {
                if forCall || !type.hasInstanceAttributes { return }
                cache.pointee.key = Int(type.version)
                cache.pointee.shape = shape
                cache.pointee.index = Int32(truncatingIfNeeded: index)
                cache.pointee.form = CacheForm.field
                return
            }
        } else if type.hasInstanceAttributes {
            return
        }
        guard let found, let place = place(of: name, in: type) else { return }
        if forCall {
            guard case .object(let function) = found, isUnboundMethod(function) else { return }
            cache.pointee.form = CacheForm.method
        } else {
            if case .object(let value) = found,
                value.kind != .string && value.kind != .tuple && value.kind != .list
                    && value.kind != .dict && value.kind != .bigInt && value.kind != .type
            {
                return
            }
            cache.pointee.form = CacheForm.classValue
        }
        cache.pointee.key = Int(type.version)
        cache.pointee.shape = shape
        cache.pointee.value = place
    }

    private func rememberClass(
        _ type: TypeObject, _ name: StringObject, _ cache: UnsafeMutablePointer<InlineCache>
    ) {
        if let meta = lookUp(type.type, name), isDataDescriptor(meta) { return }
        guard let found = lookUp(type, name), let place = place(of: name, in: type) else { return }
        if case .object(let value) = found {
            switch value.kind {
            case .function, .string, .tuple, .list, .dict, .bigInt, .type: break
            default: return
            }
        }
        cache.pointee.form = CacheForm.ownClassValue
        cache.pointee.key = Int(type.version)
        cache.pointee.value = place
    }

    /// Where in a class's table, or that of one it inherits from, an attribute is kept.
    private func place(
        of name: StringObject, in type: TypeObject
    ) -> UnsafeMutablePointer<Value>? {
        for base in type.mro {
            let index = base.attributes.index(of: name)
            if index >= 0, !(base.attributes.values + index).isUndefined {
                return base.attributes.values + index
            }
        }
        return nil
    }

    /// `[value, object]` below `sp`: sets the attribute; both stay.
    @inline(never)
    func storeAttribute(
        _ frame: UnsafeMutablePointer<Frame>, _ index: Int,
        _ cache: UnsafeMutablePointer<InlineCache>, _ sp: UnsafeMutablePointer<Value>
    ) throws {
        let name = name(frame, index)
        let target = (sp - 1).pointee
        let value = (sp - 2).pointee
        cache.pointee.form = 0
        guard case .object(let object) = target, object.kind == .instance,
            object.type.hasInstanceAttributes, object.type.slots.setAttribute == nil,
            object.type.slotNames == nil
        else { return try setAttribute(target, name, value) }
        let instance = unsafeDowncast(object, to: InstanceObject.self)
        if let found = lookUp(object.type, name), isDataDescriptor(found) {
            return try setAttribute(target, name, value)
        }
        let before = instance.shapeAddress
        let position = instance.shape.index(of: name)
        instance.setOwnAttribute(name, value)
        if instance.dictionary != nil { return }
        cache.pointee.key = Int(object.type.version)
        cache.pointee.shape = before
        if position >= 0 {
            cache.pointee.index = Int32(truncatingIfNeeded: position)
            cache.pointee.form = CacheForm.field
        } else {
            cache.pointee.index = Int32(truncatingIfNeeded: instance.shape.index(of: name))
            cache.pointee.nextShape = instance.shapeAddress
            cache.pointee.form = CacheForm.append
        }
    }
}
