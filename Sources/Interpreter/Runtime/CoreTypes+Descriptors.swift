/// `property`, `staticmethod`, `classmethod`, and the computed attributes of native types.
extension VirtualMachine {
    func installDescriptors() {
        installNativeProperty()
        installMembers()
        installProperty()
        installWrappers()
    }

    private func installNativeProperty() {
        let type = nativePropertyType
        type.slots.descriptorGet = { vm, value, instance, owner in
            guard let instance, case .object(let object) = value,
                let property = object as? NativeProperty
            else { return value }
            return try property.getter(vm, instance)
        }
        type.slots.descriptorSet = { vm, value, instance, new in
            guard case .object(let object) = value, let property = object as? NativeProperty else {
                return
            }
            guard let setter = property.setter, let new else {
                throw vm.error(
                    .attributeError,
                    property.isMember
                        ? "readonly attribute"
                        : "attribute '\(property.name)' of '\(property.owner.attributeOwner ?? property.owner.displayName)' objects is "
                            + "not writable")
            }
            try setter(vm, instance, new)
        }
        type.slots.repr = { vm, value in
            guard case .object(let object) = value, let property = object as? NativeProperty else {
                return ""
            }
            if property.help.hasPrefix("Alias for field number"),
                let number = property.help.split(separator: " ").last
            {
                return "_tuplegetter(\(number), \(try vm.repr(vm.string(property.help))))"
            }
            return
                "<attribute '\(property.name)' of '\(property.owner.attributeOwner ?? property.owner.displayName)' objects>"
        }
        type.property(
            self, "__doc__",
            get: { vm, value in
                guard case .object(let object) = value, let property = object as? NativeProperty
                else { return .none }
                return property.help.isEmpty ? .none : vm.string(property.help)
            })
    }

    private func installMembers() {
        let type = types.memberDescriptor
        func member(_ value: Value) -> MemberDescriptor? {
            guard case .object(let object) = value else { return nil }
            return object as? MemberDescriptor
        }
        type.slots.descriptorGet = { vm, value, instance, _ in
            guard let instance, let member = member(value) else { return value }
            let name = vm.intern(member.name)
            guard case .object(let object) = instance, let own = vm.ownAttribute(object, name)
            else {
                throw vm.noAttribute(instance, name)
            }
            return own
        }
        type.slots.descriptorSet = { vm, value, instance, new in
            guard let member = member(value) else { return }
            try vm.setOrdinaryAttribute(instance, vm.intern(member.name), new)
        }
        type.slots.repr = { _, value in
            guard let member = member(value) else { return "" }
            return "<member '\(member.name)' of '\(member.owner)' objects>"
        }
        type.property(
            self, "__name__", get: { vm, value in vm.string(member(value)?.name ?? "") })
    }

    private func property(_ value: Value) -> PropertyObject? {
        guard case .object(let object) = value, object.kind == .property else { return nil }
        return unsafeDowncast(object, to: PropertyObject.self)
    }

    private func installProperty() {
        let type = types.property
        type.new(self, "(fget=None, fset=None, fdel=None, doc=None)") { vm, type, arguments in
            var doc = arguments[3]
            if doc.isNone, !arguments[0].isNone {
                doc = try vm.attributeIfPresent(arguments[0], vm.names.doc) ?? .none
            }
            return .object(
                PropertyObject(
                    type: type, getter: arguments[0], setter: arguments[1],
                    deleter: arguments[2], doc: doc))
        }
        func with(
            _ name: String, _ change: @escaping (PropertyObject, Value) -> Void
        ) {
            type.method(self, name, "(function, /)") { vm, value, arguments in
                guard let old = vm.property(value) else { return .none }
                let made = PropertyObject(
                    type: old.type, getter: old.getter, setter: old.setter, deleter: old.deleter,
                    doc: old.doc)
                made.name = old.name
                change(made, arguments[0])
                return .object(made)
            }
        }
        with("getter") { $0.getter = $1 }
        with("setter") { $0.setter = $1 }
        with("deleter") { $0.deleter = $1 }
        type.property(self, "fget", get: { vm, value in vm.property(value)?.getter ?? .none })
        type.property(self, "fset", get: { vm, value in vm.property(value)?.setter ?? .none })
        type.property(self, "fdel", get: { vm, value in vm.property(value)?.deleter ?? .none })
        type.property(
            self, "__doc__", get: { vm, value in vm.property(value)?.doc ?? .none },
            set: { vm, value, new in vm.property(value)?.doc = new })
        type.slots.descriptorGet = { vm, value, instance, owner in
            guard let property = vm.property(value), let instance else { return value }
            guard !property.getter.isNone else {
                throw vm.error(
                    .attributeError, vm.propertyLacks(property, instance, "getter"))
            }
            return try vm.call(property.getter, with: instance)
        }
        type.slots.descriptorSet = { vm, value, instance, new in
            guard let property = vm.property(value) else { return }
            if let new {
                guard !property.setter.isNone else {
                    throw vm.error(
                        .attributeError, vm.propertyLacks(property, instance, "setter"))
                }
                _ = try vm.call(property.setter, [instance, new])
            } else {
                guard !property.deleter.isNone else {
                    throw vm.error(
                        .attributeError, vm.propertyLacks(property, instance, "deleter"))
                }
                _ = try vm.call(property.deleter, [instance])
            }
        }
    }

    private func propertyLacks(
        _ property: PropertyObject, _ instance: Value, _ what: String
    ) -> String {
        let owner = type(of: instance).qualifiedName
        guard let name = property.name else {
            return "property of '\(owner)' object has no \(what)"
        }
        return "property '\(name)' of '\(owner)' object has no \(what)"
    }

    private func installWrappers() {
        for (type, kind) in [
            (types.staticMethod, ObjectKind.staticMethod),
            (types.classMethod, ObjectKind.classMethod),
        ] {
            type.hasInstanceAttributes = true
            type.new(self, "(function, /)") { vm, type, arguments in
                .object(WrappedFunction(type: type, kind: kind, function: arguments[0]))
            }
            func wrapped(_ value: Value) -> Value {
                guard case .object(let object) = value, let made = object as? WrappedFunction
                else { return .none }
                return made.function
            }
            type.property(self, "__func__", get: { _, value in wrapped(value) })
            type.property(self, "__wrapped__", get: { _, value in wrapped(value) })
            type.slots.missingAttribute = { vm, value, name in
                try vm.findAttribute(wrapped(value), name)
            }
            type.slots.repr = { vm, value in
                "<\(vm.typeName(value))(\(try vm.repr(wrapped(value))))>"
            }
            if kind == .staticMethod {
                type.slots.call = { vm, value, arguments in
                    try vm.call(wrapped(value), arguments)
                }
            }
        }
    }

    // MARK: Generators

    func installGenerators() {
        let type = types.generator
        func generator(_ value: Value) -> GeneratorObject? {
            guard case .object(let object) = value, object.kind == .generator else { return nil }
            return unsafeDowncast(object, to: GeneratorObject.self)
        }
        type.slots.iterate = { _, value in value }
        type.slots.next = { vm, value in
            guard let generator = generator(value) else { return nil }
            return try vm.resume(generator, sending: .none)
        }
        type.slots.repr = { vm, value in
            guard let generator = generator(value) else { return "" }
            return "<generator object \(generator.qualifiedName) at \(Self.address(generator))>"
        }
        type.method(self, "__next__", "()") { vm, value, _ in
            guard let generator = generator(value) else { return .none }
            guard let item = try vm.resume(generator, sending: .none) else {
                throw vm.stopIteration(value)
            }
            return item
        }
        type.method(
            self, "send", "(arg, /)",
            "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration."
        ) { vm, value, arguments in
            guard let generator = generator(value) else { return .none }
            guard let item = try vm.resume(generator, sending: arguments[0]) else {
                throw vm.stopIteration(value)
            }
            return item
        }
        type.method(self, "throw", "(type, value=None, traceback=None, /)") {
            vm, value, arguments in
            guard let generator = generator(value) else { return .none }
            if !arguments[2].isNone {
                guard case .object(let object) = arguments[2], object.kind == .traceback else {
                    throw vm.typeError("throw() third argument must be a traceback object")
                }
            }
            var exception = try vm.instantiate(
                arguments[0],
                "exceptions must be classes or instances deriving from BaseException, not "
                    + vm.typeName(arguments[0]))
            if arguments[0].type != nil, !arguments[1].isNone {
                exception = try vm.instantiate(
                    vm.call(arguments[0], [arguments[1]]), "exceptions must be exceptions")
            }
            guard let item = try vm.throwInto(generator, PythonError(exception: exception)) else {
                throw vm.stopIteration(value)
            }
            return item
        }
        type.method(self, "close", "()") { vm, value, _ in
            if let generator = generator(value) { try vm.close(generator) }
            return .none
        }
        type.property(
            self, "__name__", get: { vm, value in vm.string(generator(value)?.name ?? "") })
        type.property(
            self, "__qualname__",
            get: { vm, value in vm.string(generator(value)?.qualifiedName ?? "") })
        type.property(
            self, "gi_running", get: { vm, value in .bool(generator(value)?.isRunning ?? false) })
        type.property(
            self, "gi_suspended",
            get: { vm, value in
                guard let generator = generator(value) else { return .bool(false) }
                return .bool(
                    generator.frame != nil && generator.hasStarted && !generator.isRunning)
            })
        type.property(
            self, "gi_yieldfrom",
            get: { vm, value in
                guard let generator = generator(value), let frame = generator.frame,
                    !generator.isRunning, frame.pointee.isDelegating
                else { return .none }
                return (frame.pointee.stackPointer - 1).pointee
            })
        type.property(
            self, "gi_code",
            get: { vm, value in
                guard let code = generator(value)?.code else { return .none }
                return .object(CodeReference(type: vm.types.code, code))
            })
    }
}
