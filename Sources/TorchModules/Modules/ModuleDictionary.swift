import CNN
import Interpreter

// `vars(module)`. An instance of nn.Module keeps its tables beside its attributes; who asks for `__dict__` gets both in
// one dictionary, as PyTorch has it, the tables being the same objects.

extension NetModule {
    /// The tables in the order in which `Module.__init__` makes them.
    var tables: [(name: String, table: Object?)] {
        [
            ("_parameters", parameters), ("_buffers", buffers),
            ("_non_persistent_buffers_set", transientBuffers),
            ("_backward_pre_hooks", backwardPreHooks), ("_backward_hooks", backwardHooks),
            ("_forward_hooks", forwardHooks), ("_forward_pre_hooks", forwardPreHooks),
            ("_modules", modules),
        ]
    }
}

extension Torch {
    /// The names that `Module.__init__` sets, in its order.
    private static let initialNames = [
        "training", "_parameters", "_buffers", "_non_persistent_buffers_set", "_backward_pre_hooks",
        "_backward_hooks", "_is_full_backward_hook", "_forward_hooks", "_forward_hooks_with_kwargs",
        "_forward_hooks_always_called", "_forward_pre_hooks", "_forward_pre_hooks_with_kwargs",
        "_state_dict_hooks", "_state_dict_pre_hooks", "_load_state_dict_pre_hooks",
        "_load_state_dict_post_hooks", "_modules",
    ]

    /// Those of them that are ordinary attributes here, made when somebody looks.
    private static let lateNames: Set<String> = [
        "_is_full_backward_hook", "_forward_hooks_with_kwargs", "_forward_hooks_always_called",
        "_forward_pre_hooks_with_kwargs", "_state_dict_hooks", "_state_dict_pre_hooks",
        "_load_state_dict_pre_hooks", "_load_state_dict_post_hooks",
    ]

    func declareModuleDictionary() {
        moduleType.property(
            vm, "__dict__",
            get: { [unowned self] vm, value in
                guard let net = module(value) else {
                    throw vm.error(
                        .attributeError,
                        "'\(vm.typeName(value))' object has no attribute '__dict__'")
                }
                return .object(dictionary(of: net))
            },
            set: { [unowned self] vm, value, new in
                guard let net = module(value), let given = new.dict else {
                    throw vm.typeError(
                        "__dict__ must be set to a dictionary, not a '\(vm.typeName(new))'")
                }
                try replaceDictionary(of: net, with: given)
            })
    }

    /// What a module has that is made when somebody looks for it.
    func lateAttribute(_ net: NetModule, _ name: StringObject) -> Value? {
        guard net.parameters != nil, Self.lateNames.contains(name.swiftString) else { return nil }
        return dictionary(of: net).value(forName: name)
    }

    /// The live dictionary of a module, with its tables in front.
    private func dictionary(of net: NetModule) -> DictObject {
        let dict = net.attributeDictionary()
        guard net.parameters != nil, dict.value(forName: vm.intern("_parameters")) == nil else {
            return dict
        }
        let own = dict.items
        dict.removeAll()
        for name in Self.initialNames {
            let value: Value =
                switch name {
                case "training": .bool(net.training)
                case "_is_full_backward_hook": .none
                default:
                    .object(net.tables.first { $0.name == name }?.table ?? makeHookTable())
                }
            dict.setValue(value, forName: vm.intern(name))
        }
        for (key, value) in own {
            if let name = key.string { dict.setValue(value, forName: vm.intern(name)) }
        }
        return dict
    }

    /// Takes tables and attributes out of a dictionary, as one that was kept by `copy` or a pickle has them.
    private func replaceDictionary(of net: NetModule, with given: DictObject) throws {
        func table<T: Object>(_ name: String, _ place: ReferenceWritableKeyPath<NetModule, T?>) {
            if let found = given.value(forName: vm.intern(name))?.object as? T {
                net[keyPath: place] = found
            }
        }
        table("_parameters", \.parameters)
        table("_buffers", \.buffers)
        table("_non_persistent_buffers_set", \.transientBuffers)
        table("_backward_pre_hooks", \.backwardPreHooks)
        table("_backward_hooks", \.backwardHooks)
        table("_forward_hooks", \.forwardHooks)
        table("_forward_pre_hooks", \.forwardPreHooks)
        table("_modules", \.modules)
        if let training = given.value(forName: vm.intern("training")) {
            net.training = try vm.isTrue(training)
        }
        let items = given.items
        let dict = net.attributeDictionary()
        dict.removeAll()
        for (key, value) in items {
            if let name = key.string { dict.setValue(value, forName: vm.intern(name)) }
        }
    }

    /// The attributes of a module that are no tables, for a copy of it.
    func plainAttributes(of net: NetModule) -> [(name: StringObject, value: Value)] {
        let tables = Set(net.tables.map(\.name) + ["training"])
        return net.ownAttributeNames.compactMap { name in
            guard !tables.contains(name.swiftString) else { return nil }
            return net.ownAttribute(name).map { (name, $0) }
        }
    }

    /// An empty table of hooks.
    func makeHookTable() -> DictObject {
        if orderedDictType == nil {
            orderedDictType =
                (try? vm.importModule("collections"))?.namespace[vm.intern("OrderedDict")]?.type
        }
        return orderedDictType.map { DictObject(type: $0) } ?? vm.makeDict()
    }
}
