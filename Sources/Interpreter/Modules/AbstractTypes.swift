// `collections.abc`: classes that recognise others by what they can do (`Iterable`, `Sized`) or by name (`Sequence`).
// They are for `isinstance` and for annotations.

extension VirtualMachine {
    /// The abstract classes by name; made once.
    func abstractTypes() throws -> [(name: String, type: TypeObject)] {
        try importModule("collections.abc").namespace.entries.compactMap { entry in
            entry.value.type.map { (entry.name.swiftString, $0) }
        }
    }

    func makeAbstractModule() throws -> ModuleObject {
        let module = makeModule("collections.abc", doc: "Classes that say what others can do.")
        let structural: [(String, [String])] = [
            ("Hashable", ["__hash__"]), ("Iterable", ["__iter__"]),
            ("Iterator", ["__iter__", "__next__"]), ("Reversible", ["__reversed__", "__iter__"]),
            ("Sized", ["__len__"]), ("Container", ["__contains__"]),
            ("Collection", ["__len__", "__iter__", "__contains__"]), ("Callable", ["__call__"]),
            ("Generator", ["__iter__", "__next__", "send", "throw", "close"]),
        ]
        var made: [String: TypeObject] = [:]
        func add(
            _ name: String, _ recognizes: @escaping (VirtualMachine, TypeObject) throws -> Bool
        ) {
            let type = makeType(
                name: name, module: "collections.abc",
                doc: "For isinstance() and annotations.")
            type.recognizes = recognizes
            type.classMethod(self, "__class_getitem__", "(item, /)", "") { vm, type, arguments in
                try vm.alias(of: type, arguments[0])
            }
            made[name] = type
            module.set(self, name, .object(type))
        }
        for (name, methods) in structural {
            add(name) { vm, type in methods.allSatisfy { vm.can(type, $0) } }
        }
        let collections = try importModule("collections")
        func type(_ name: String) -> TypeObject? { collections.namespace[intern(name)]?.type }
        let deque = type("deque")
        let chainMap = type("ChainMap")
        let nominal: [(String, [TypeObject?])] = [
            ("Sequence", [types.list, types.tuple, types.str, types.bytes, types.range, deque]),
            ("MutableSequence", [types.list, deque]), ("ByteString", [types.bytes]),
            ("Mapping", [types.dict, types.mappingProxy, chainMap]),
            ("MutableMapping", [types.dict, chainMap]),
            ("Set", [types.set, types.frozenset, auxiliary.dictKeys, auxiliary.dictItems]),
            ("MutableSet", [types.set]), ("KeysView", [auxiliary.dictKeys]),
            ("ValuesView", [auxiliary.dictValues]), ("ItemsView", [auxiliary.dictItems]),
            ("MappingView", [auxiliary.dictKeys, auxiliary.dictValues, auxiliary.dictItems]),
        ]
        for (name, known) in nominal {
            let isMutable = name.hasPrefix("Mutable")
            add(name) { vm, type in
                if isMutable, type.isSubtype(of: vm.types.mappingProxy) { return false }
                return known.contains { $0.map { type.isSubtype(of: $0) } ?? false }
            }
        }
        return module
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
