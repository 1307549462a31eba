// `collections.abc`: classes that recognise others by what they can do (`Iterable`, `Sized`) or by name (`Sequence`).
// They are for `isinstance`, for annotations and to be inherited from; `AbstractSources.swift` has their methods.

extension VirtualMachine {
    /// The abstract classes by name; made once.
    func abstractTypes() throws -> [(name: String, type: TypeObject)] {
        try importModule("_collections_abc").namespace.entries.compactMap { entry in
            entry.value.type.map { (entry.name.swiftString, $0) }
        }
    }

    func makeAbstractModule() throws -> ModuleObject {
        let module = makeModule("collections.abc", doc: "Classes that say what others can do.")
        let globals = makeGlobals(name: "collections.abc")
        globals[intern("_missing")] = .object(InstanceObject(type: types.object))
        _ = try run(
            source: Self.abstractClasses, filename: Self.standardLibrary, mode: .module,
            globals: globals)
        for entry in globals.entries {
            guard let type = entry.value.type else { continue }
            let name = entry.name.swiftString
            let recognizes = recognition(name)
            type.recognizes = { vm, other in
                try recognizes(vm, other) || vm.isRegistered(other, type)
            }
            type.classMethod(
                self, "register", "(subclass, /)", "Let a class count as a subclass."
            ) { vm, owner, arguments in
                guard let owner = owner.type, let other = arguments[0].type else {
                    throw vm.typeError("Can only register classes")
                }
                owner.registered.append(other)
                if owner.recognizes == nil {
                    owner.recognizes = { vm, other in vm.isRegistered(other, owner) }
                }
                return arguments[0]
            }
            if name != "Hashable", name != "Sized", name != "ByteString" {
                type.classMethod(self, "__class_getitem__", "(item, /)", "") {
                    vm, type, arguments in try vm.alias(of: type, arguments[0])
                }
            }
            type.isFrozen = true
            module.namespace[entry.name] = entry.value
        }
        return module
    }

    /// Whether an abstract class or one that inherits from it was told of a class.
    private func isRegistered(_ type: TypeObject, _ owner: TypeObject) -> Bool {
        owner.registered.contains { type.isSubtype(of: $0) }
            || owner.subclasses.contains { isRegistered(type, $0) }
    }

    /// What counts as an instance without inheriting: what has the methods, or is one of the types that are known.
    private func recognition(
        _ name: String
    ) -> (VirtualMachine, TypeObject) throws -> Bool {
        let structural: [String: [String]] = [
            "Hashable": ["__hash__"], "Iterable": ["__iter__"],
            "Iterator": ["__iter__", "__next__"], "Reversible": ["__reversed__", "__iter__"],
            "Sized": ["__len__"], "Container": ["__contains__"],
            "Collection": ["__len__", "__iter__", "__contains__"], "Callable": ["__call__"],
            "Generator": ["__iter__", "__next__", "send", "throw", "close"],
        ]
        if let methods = structural[name] {
            return { vm, type in methods.allSatisfy { vm.can(type, $0) } }
        }
        let nominal: [String: [TypeObject]] = [
            "Sequence": [types.list, types.tuple, types.str, types.bytes, types.range],
            "MutableSequence": [types.list], "ByteString": [types.bytes],
            "Mapping": [types.dict, types.mappingProxy], "MutableMapping": [types.dict],
            "Set": [types.set, types.frozenset, auxiliary.dictKeys, auxiliary.dictItems],
            "MutableSet": [types.set], "KeysView": [auxiliary.dictKeys],
            "ValuesView": [auxiliary.dictValues], "ItemsView": [auxiliary.dictItems],
            "MappingView": [auxiliary.dictKeys, auxiliary.dictValues, auxiliary.dictItems],
        ]
        let known = nominal[name] ?? []
        let isMutable = name.hasPrefix("Mutable")
        let takesDeques = name == "Sequence" || name == "MutableSequence"
        return { vm, type in
            if isMutable, type.isSubtype(of: vm.types.mappingProxy) { return false }
            if takesDeques,
                type.mro.contains(where: {
                    $0.isNative && $0.name == "deque" && $0.module == "collections"
                })
            {
                return true
            }
            return known.contains { type.isSubtype(of: $0) }
        }
    }

    /// Whether values of a type have a special method.
    private func can(_ type: TypeObject, _ name: String) -> Bool {
        let slots = type.slots
        switch name {
        case "__hash__": return !slots.isUnhashable && type.name != "deque"
        case "__iter__" where type.isNative:
            return slots.iterate != nil || type === types.generator
        case "__next__" where type.isNative: return slots.next != nil || type === types.generator
        case "__len__" where type.isNative: return slots.length != nil
        case "__contains__" where type.isNative:
            return slots.contains != nil || type === auxiliary.dictValues
        case "__reversed__" where type.isNative:
            return slots.reversed != nil || type === types.bytes || type === types.list
                || type === types.str || type === types.tuple || type === types.range
        case "__call__" where type.isNative:
            return slots.call != nil
                || [
                    types.function, types.nativeFunction, types.methodDescriptor, types.method,
                    types.wrapperDescriptor, types.methodWrapper, types.type,
                ].contains { $0 === type }
        default: return lookUp(type, intern(name)).map { !$0.isNone } ?? false
        }
    }
}
