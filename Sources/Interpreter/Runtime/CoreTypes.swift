/// The types that the machine itself is made of: object, type, functions, methods, modules, descriptors, generators.
extension VirtualMachine {
    func installCoreTypes() {
        installObject()
        installType()
        installFunctions()
        installDescriptors()
        installGenerators()
        installExceptions()
        for type in [
            types.sequenceIterator, types.callableIterator, types.listIterator,
            types.tupleIterator, types.rangeIterator,
        ] {
            setIteratorSlots(type)
            type.method(self, "__length_hint__", "()", "") { vm, value, _ in
                guard case .object(let object) = value, object.kind == .iterator else {
                    return vm.notImplemented
                }
                let hint = unsafeDowncast(object, to: IteratorObject.self).lengthHint
                return hint.map { .int($0) } ?? vm.notImplemented
            }
        }
        types.module.slots.repr = { vm, value in
            guard case .object(let object) = value, let module = object as? ModuleObject else {
                return ""
            }
            return "<module '\(module.name)' (built-in)>"
        }
        types.module.property(
            self, "__dict__",
            get: { vm, value in
                let made = vm.makeDict()
                if case .object(let object) = value, let module = object as? ModuleObject {
                    for (name, value) in module.namespace.entries {
                        made.setValue(value, forName: name)
                    }
                }
                return .object(made)
            })
    }

    /// What has to wait until the built-in types have their slots.
    func completeBuiltinTypes() {
        inheritMissingSlots(types.bool, from: types.int)
        types.mappingProxy.slots = types.dict.slots
        types.mappingProxy.slots.setItem = nil
        types.mappingProxy.slots.deleteItem = nil
        types.mappingProxy.slots.inPlace = types.object.slots.inPlace
        types.mappingProxy.bases = [types.dict]
        types.mappingProxy.mro = [types.mappingProxy, types.dict, types.object]
        types.mappingProxy.slots.str = { vm, value in
            guard let dict = value.dict else { return "" }
            return try vm.repr(.object(dict.copy(type: vm.types.dict)))
        }
        types.mappingProxy.slots.repr = { vm, value in
            guard let dict = value.dict else { return "" }
            return "mappingproxy(\(try vm.repr(.object(dict.copy(type: vm.types.dict)))))"
        }
    }

    private func inheritMissingSlots(_ type: TypeObject, from base: TypeObject) {
        var slots = base.slots
        slots.repr = type.slots.repr ?? slots.repr
        slots.str = type.slots.str ?? slots.str
        slots.format = type.slots.format ?? slots.format
        for index in slots.binary.indices {
            slots.binary[index] = type.slots.binary[index] ?? slots.binary[index]
        }
        type.slots = slots
    }

    // MARK: object

    private func installObject() {
        let type = types.object
        type.allocate = { _, type in InstanceObject(type: type) }
        type.property(
            self, "__class__", get: { vm, value in .object(vm.type(of: value)) },
            set: { vm, value, new in try vm.changeClass(of: value, to: new) })
        type.property(
            self, "__dict__",
            get: { vm, value in
                guard case .object(let object) = value, object.type.hasInstanceAttributes,
                    object.type.slotNames == nil, let holder = vm.attributeHolder(object)
                else { throw vm.noAttribute(value, vm.names.dict) }
                return .object(holder.attributeDictionary())
            },
            set: { vm, value, new in
                guard let dict = new.dict else {
                    throw vm.typeError(
                        "__dict__ must be set to a dictionary, not a '\(vm.typeName(new))'")
                }
                guard case .object(let object) = value, object.type.hasInstanceAttributes,
                    let holder = vm.attributeHolder(object)
                else { throw vm.noAttribute(value, vm.names.dict) }
                _ = holder.attributeDictionary()
                holder.dictionary = dict
            })
        type.property(
            self, "__weakref__",
            get: { vm, value in
                guard vm.type(of: value).mro.contains(where: vm.bringsDictionary) else {
                    throw vm.noAttribute(value, vm.intern("__weakref__"))
                }
                return .none
            })
        type.property(
            self, "__doc__",
            get: { vm, value in vm.type(of: value).doc.map { vm.string($0) } ?? .none })
        plainDocumentation = type.attributes[names.doc]?.object
        type.method(self, "__init__", "(*args, **kwargs)") { vm, value, arguments in
            if !arguments.variadic(0).isEmpty || (arguments[1].dict?.count ?? 0) > 0 {
                let type = vm.type(of: value)
                if type.mro.contains(where: {
                    !$0.isNative && $0.attributes[vm.names.initialize] != nil
                }) {
                    throw vm.typeError(
                        "object.__init__() takes exactly one argument (the instance to initialize)")
                }
            }
            return .none
        }
        type.method(self, "__repr__", "()") { vm, value, _ in vm.string(vm.plainRepr(value)) }
        type.method(self, "__str__", "()") { vm, value, _ in vm.string(try vm.repr(value)) }
        type.method(self, "__format__", "(format_spec, /)") { vm, value, arguments in
            if let spec = arguments[0].string, spec.count > 0 {
                throw vm.typeError(
                    "unsupported format string passed to \(vm.typeName(value)).__format__")
            }
            return .object(try vm.strObject(value))
        }
        type.method(self, "__hash__", "()") { vm, value, _ in
            guard case .object(let object) = value else { return .int(try vm.hash(value)) }
            return .int(ObjectIdentifier(object).hashValueBits >> 4)
        }
        type.method(self, "__eq__", "(value, /)") { vm, value, arguments in
            value.isIdentical(to: arguments[0]) ? .bool(true) : vm.notImplemented
        }
        type.method(self, "__ne__", "(value, /)") { vm, value, arguments in
            value.isIdentical(to: arguments[0])
                ? .bool(false) : .bool(try !vm.equals(value, arguments[0]))
        }
        type.method(self, "__getattribute__", "(name, /)") { vm, value, arguments in
            let name = try vm.attributeName(arguments[0])
            guard let found = try vm.ordinaryAttribute(value, name) else {
                throw vm.noAttribute(value, name)
            }
            return found
        }
        type.method(self, "__setattr__", "(name, value, /)") { vm, value, arguments in
            try vm.setOrdinaryAttribute(value, vm.attributeName(arguments[0]), arguments[1])
            return .none
        }
        type.method(self, "__delattr__", "(name, /)") { vm, value, arguments in
            try vm.setOrdinaryAttribute(value, vm.attributeName(arguments[0]), nil)
            return .none
        }
        type.method(self, "__dir__", "()") { vm, value, _ in
            vm.list(vm.attributeNames(of: value).map { vm.string($0) })
        }
        type.method(self, "__getstate__", "()") { vm, value, _ in
            guard case .object(let object) = value,
                let holder = vm.attributeHolder(object), !holder.ownAttributeNames.isEmpty
            else { return .none }
            return .object(holder.attributeDictionary().copy())
        }
        for (name, signature) in [("__reduce__", "()"), ("__reduce_ex__", "(protocol, /)")] {
            type.method(self, name, signature) { vm, value, _ in
                throw vm.typeError("cannot pickle '\(vm.typeName(value))' object")
            }
        }
        type.method(self, "__sizeof__", "()") { _, value, _ in
            guard case .object(let object) = value, object is InstanceObject else {
                return .int(64)
            }
            return .int(128)
        }
        type.classMethod(self, "__subclasshook__", "(object, /)") { vm, _, _ in vm.notImplemented }
        type.classMethod(self, "__init_subclass__", "(**kwargs)") { vm, owner, arguments in
            if (arguments[0].dict?.count ?? 0) > 0, let type = owner.type {
                throw vm.typeError(
                    "\(type.qualifiedName).__init_subclass__() takes no keyword arguments")
            }
            return .none
        }
    }

    /// Whether it is the class that gives its instances a `__dict__`.
    private func bringsDictionary(_ type: TypeObject) -> Bool {
        !type.isNative && type.slotNames == nil
            && type.mro.dropFirst().allSatisfy {
                $0.isNative && !$0.hasInstanceAttributes || $0.slotNames != nil
            }
    }

    /// What a class defines, with what CPython adds to it: where its instances keep their attributes.
    private func classEntries(_ type: TypeObject) -> [(name: StringObject, value: Value)] {
        var entries = type.attributes.entries.map { ($0.name, $0.value) }
        guard bringsDictionary(type), type.attributes[names.dict] == nil else { return entries }
        let end =
            type.attributes[names.doc]?.isNone == true
            ? entries.firstIndex { $0.0 === names.doc } ?? entries.count : entries.count
        let added = [names.dict, intern("__weakref__")].map { name in
            let getter: (VirtualMachine, Value) throws -> Value = { vm, value in
                try vm.getAttribute(value, name)
            }
            return (
                name,
                Value.object(
                    NativeProperty(
                        type: nativePropertyType, name: name.swiftString, help: "", owner: type,
                        getter: getter, setter: nil))
            )
        }
        entries.insert(contentsOf: added, at: end)
        return entries
    }

    // MARK: type

    private func installType() {
        let type = types.type
        type.new(
            self, "(object=<unset>, bases=<unset>, dict=<unset>, /, **kwds)",
            "type(object) -> the object's type"
        ) { vm, _, arguments in
            let isNamed = (arguments[3].dict?.count ?? 0) > 0
            guard arguments.isGiven(1), arguments.isGiven(2) else {
                if arguments.isGiven(1) || !arguments.isGiven(0) || isNamed {
                    throw vm.typeError("type() takes 1 or 3 arguments")
                }
                return .object(vm.type(of: arguments[0]))
            }
            func refused(_ index: Int, _ expected: String) -> PythonError {
                vm.typeError(
                    "type.__new__() argument \(index + 1) must be \(expected), not "
                        + vm.typeName(arguments[index]))
            }
            guard let name = arguments[0].string else { throw refused(0, "str") }
            guard let bases = arguments[1].tuple else { throw refused(1, "tuple") }
            guard let dict = arguments[2].dict else { throw refused(2, "dict") }
            for base in bases.elements where base.type == nil {
                throw vm.typeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                        + "subclass of the metaclasses of all its bases")
            }
            let namespace = NameTable(identity: vm.heap.nextIdentity())
            for (key, value) in dict.items {
                if let key = key.string { namespace[vm.intern(key)] = value }
            }
            return .object(
                try vm.makeClass(
                    name: name.swiftString, bases: bases.elements, namespace: namespace,
                    keywords: arguments.keywords(3).map { (vm.intern($0.name), $0.value) }))
        }
        type.slots.repr = { vm, value in
            guard let type = value.type else { return "" }
            return "<class '\(type.displayName)'>"
        }
        type.slots.equal = { vm, a, b in
            a.isIdentical(to: b) ? .bool(true) : vm.notImplemented
        }
        func property(
            _ name: String, set: ((VirtualMachine, TypeObject, Value) throws -> Void)? = nil,
            _ get: @escaping (VirtualMachine, TypeObject) -> Value
        ) {
            type.property(
                self, name,
                get: { vm, value in value.type.map { get(vm, $0) } ?? .none },
                set: { vm, value, new in
                    guard let type = value.type, !type.isNative, let set else {
                        throw vm.typeError(
                            "cannot set '\(name)' attribute of immutable type '\(vm.typeName(value))'"
                        )
                    }
                    try set(vm, type, new)
                })
        }
        property(
            "__name__",
            set: { vm, type, new in
                guard let name = new.string else {
                    throw vm.typeError(
                        "can only assign string to \(type.name).__name__, not '\(vm.typeName(new))'"
                    )
                }
                type.name = name.swiftString
            }
        ) { vm, type in vm.string(type.name) }
        property(
            "__qualname__",
            set: { _, type, new in type.qualifiedName = new.string?.swiftString ?? "" }
        ) { vm, type in vm.string(type.qualifiedName) }
        property(
            "__module__",
            set: { vm, type, new in
                type.module = new.string?.swiftString ?? ""
                type.attributes[vm.names.module] = new
            }
        ) { vm, type in vm.string(type.module) }
        property("__bases__") { vm, type in vm.tuple(type.bases.map { .object($0) }) }
        property("__base__") { vm, type in type.bases.first.map { .object($0) } ?? .none }
        property("__mro__") { vm, type in vm.tuple(type.mro.map { .object($0) }) }
        property(
            "__doc__",
            set: { vm, type, new in
                type.doc = new.string?.swiftString
                type.attributes[vm.names.doc] = new
            }
        ) { vm, type in
            type.attributes[vm.names.doc] ?? type.doc.map { vm.string($0) } ?? .none
        }
        let annotations = intern("__annotations__")
        type.property(
            self, "__annotations__",
            get: { vm, value in
                guard let type = value.type, !type.isNative else {
                    throw vm.noAttribute(value, annotations)
                }
                // A class has its own, never those of a base.
                if let own = type.attributes[annotations] { return own }
                let made = Value.object(vm.makeDict())
                type.attributes[annotations] = made
                return made
            },
            set: { vm, value, new in
                guard let type = value.type, !type.isNative else {
                    throw vm.typeError(
                        "cannot set '__annotations__' attribute of immutable type "
                            + "'\(vm.typeName(value))'")
                }
                type.attributes[annotations] = new
            })
        property("__dict__") { vm, type in
            let made = DictObject(type: vm.types.mappingProxy)
            for (name, value) in vm.classEntries(type) { made.setValue(value, forName: name) }
            return .object(made)
        }
        type.method(self, "mro", "()") { vm, value, _ in
            vm.list(value.type?.mro.map { .object($0) } ?? [])
        }
        type.method(self, "__subclasses__", "()") { vm, value, _ in
            vm.list(value.type?.subclasses.map { .object($0) } ?? [])
        }
        type.method(self, "__instancecheck__", "(instance, /)") { vm, value, arguments in
            .bool(try vm.isInstance(arguments[0], value))
        }
    }
}
