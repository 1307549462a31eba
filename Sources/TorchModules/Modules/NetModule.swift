import CNN
import Interpreter

// An instance of nn.Module or of a learner's subclass. Parameters, buffers and child modules are kept in tables of
// their own, as PyTorch does; all else is an ordinary attribute. Reading `self.conv1` misses the class and the
// instance's slots and then finds the table; a call goes straight to `forward` when there are no hooks.

/// An instance of `nn.Module`.
final class NetModule: InstanceObject {
    /// `nil` until `Module.__init__` ran.
    var parameters: DictObject?
    var buffers: DictObject?
    var modules: DictObject?
    var transientBuffers: SetObject?
    var forwardPreHooks: DictObject?
    var forwardHooks: DictObject?
    var backwardPreHooks: DictObject?
    var backwardHooks: DictObject?
    var training = true

    init(_ type: TypeObject) { super.init(type: type) }

    override func visitParts(_ visit: (InstanceObject?) -> Void) {
        for table in [
            parameters, buffers, modules, forwardPreHooks, forwardHooks, backwardPreHooks,
            backwardHooks,
        ] {
            visit(table)
        }
        visit(transientBuffers)
    }

    override func clear() {
        super.clear()
        transientBuffers = nil
        parameters = nil
        buffers = nil
        modules = nil
        forwardPreHooks = nil
        forwardHooks = nil
        backwardPreHooks = nil
        backwardHooks = nil
    }

    /// Whether a call is more than `forward`.
    var hasHooks: Bool {
        (forwardPreHooks?.count ?? 0) + (forwardHooks?.count ?? 0) + (backwardHooks?.count ?? 0)
            + (backwardPreHooks?.count ?? 0) > 0
    }
}

extension Torch {
    @inline(__always)
    func module(_ value: Value) -> NetModule? {
        guard case .object(let object) = value, Swift.type(of: object) == NetModule.self else {
            return nil
        }
        return unsafeDowncast(object, to: NetModule.self)
    }

    func declareModule() {
        moduleType.allocate = { _, type in NetModule(type) }
        moduleType.initializer(vm, "(*args, **kwargs)", "Makes the tables for parts.") {
            [unowned self] vm, receiver, arguments in
            guard let net = module(receiver) else { return }
            let unexpected = arguments.keywords(1)
            if let first = unexpected.first {
                throw vm.typeError(
                    "\(net.type.name).__init__() got an unexpected keyword argument '\(first.name)'"
                )
            }
            let count = arguments.variadic(0).count
            if count > 0 {
                throw vm.typeError(
                    "\(net.type.name).__init__() takes 1 positional argument but \(count + 1) were "
                        + "given")
            }
            prepare(net)
        }
        declareTables()
        declareModuleDictionary()
        declareModuleCall()
        moduleType.slots.missingAttribute = { [unowned self] vm, value, name in
            guard let net = module(value) else { return nil }
            if let found = net.parameters?.value(forName: name)
                ?? net.buffers?.value(forName: name) ?? net.modules?.value(forName: name)
            {
                return found
            }
            return lateAttribute(net, name)
        }
        moduleType.slots.setAttribute = { [unowned self] _, receiver, name, new in
            guard let net = module(receiver) else { return false }
            return try set(net, name, new)
        }
    }

    /// What `Module.__init__` does.
    func prepare(_ net: NetModule) {
        net.training = true
        net.parameters = vm.makeDict()
        net.buffers = vm.makeDict()
        net.modules = vm.makeDict()
        net.transientBuffers = vm.makeSet()
        net.forwardPreHooks = makeHookTable()
        net.forwardHooks = makeHookTable()
        net.backwardPreHooks = makeHookTable()
        net.backwardHooks = makeHookTable()
    }

    private func declareTables() {
        func table(_ name: String, _ read: @escaping (NetModule) -> Object?) {
            moduleType.property(
                vm, name,
                get: { [unowned self] vm, value in
                    guard let net = module(value), let table = read(net) else {
                        throw vm.error(
                            .attributeError,
                            "'\(vm.typeName(value))' object has no attribute '\(name)'")
                    }
                    return .object(table)
                })
        }
        table("_parameters") { $0.parameters }
        table("_buffers") { $0.buffers }
        table("_modules") { $0.modules }
        table("_non_persistent_buffers_set") { $0.transientBuffers }
        table("_forward_pre_hooks") { $0.forwardPreHooks }
        table("_forward_hooks") { $0.forwardHooks }
        table("_backward_pre_hooks") { $0.backwardPreHooks }
        table("_backward_hooks") { $0.backwardHooks }
        moduleType.property(
            vm, "training", "Whether it is in training mode.",
            get: { [unowned self] _, value in .bool(module(value)?.training ?? true) },
            set: { [unowned self] vm, value, new in
                guard let net = module(value) else { return }
                net.training = try vm.isTrue(new)
                let name = vm.intern("training")
                if net.ownAttribute(name) != nil { net.setOwnAttribute(name, new) }
            })
        moduleType.method(vm, "_check_ready", "(kind)") { [unowned self] vm, value, arguments in
            if module(value)?.parameters == nil {
                throw notReady(arguments[0].string?.swiftString ?? "parameter")
            }
            return .none
        }
        moduleType.method(vm, "_become", "(type)") { [unowned self] vm, value, arguments in
            guard let net = module(value), let type = arguments[0].type,
                type.isSubtype(of: moduleType)
            else { throw vm.typeError("a module becomes another kind of module only") }
            net.changeType(to: type)
            return .none
        }
        moduleType.method(vm, "__copy__", "()") { [unowned self] vm, value, _ in
            guard let net = module(value) else { return .none }
            let made = NetModule(net.type)
            made.parameters = net.parameters
            made.buffers = net.buffers
            made.modules = net.modules
            made.transientBuffers = net.transientBuffers
            made.forwardPreHooks = net.forwardPreHooks
            made.forwardHooks = net.forwardHooks
            made.backwardPreHooks = net.backwardPreHooks
            made.backwardHooks = net.backwardHooks
            made.training = net.training
            for (name, attribute) in plainAttributes(of: net) {
                made.setOwnAttribute(name, attribute)
            }
            return .object(made)
        }
        moduleType.method(vm, "_plain_attributes", "()") { [unowned self] vm, value, _ in
            let made = vm.makeDict()
            if let net = module(value) {
                for (name, attribute) in plainAttributes(of: net) {
                    made.setValue(attribute, forName: name)
                }
            }
            return .object(made)
        }
        moduleType.method(vm, "_empty_copy", "()") { [unowned self] vm, value, _ in
            guard let net = module(value) else { return .none }
            let made = NetModule(net.type)
            prepare(made)
            return .object(made)
        }
    }

    private func notReady(_ kind: String) -> PythonError {
        vm.error(
            .attributeError, "cannot assign \(kind) before Module.__init__() call",
            hint: "Call super().__init__() first in your __init__.")
    }

    // MARK: Setting attributes

    /// Sets or (with `nil`) deletes; false leaves it to the ordinary way.
    private func set(_ net: NetModule, _ name: StringObject, _ new: Value?) throws -> Bool {
        guard let new else {
            guard let parameters = net.parameters else { return false }
            return parameters.removeValue(forName: name)
                || net.buffers?.removeValue(forName: name) ?? false
                || net.modules?.removeValue(forName: name) ?? false
        }
        if isParameter(new) {
            guard let parameters = net.parameters else { throw notReady("parameters") }
            remove(name, from: net, parameters: false)
            if parameters.value(forName: name) == nil, name.swiftString.contains(".") {
                throw vm.keyError(vm.string("parameter name can't contain \".\""))
            }
            parameters.setValue(new, forName: name)
            return true
        }
        if let object = new.object as? TensorObject, net.buffers != nil,
            let persistent = object.ownAttribute(vm.intern("_persistent_buffer"))
        {
            // `nn.Buffer(…)`: registered by being assigned.
            remove(name, from: net)
            net.buffers?.setValue(new, forName: name)
            if persistent.isFalse { _ = try net.transientBuffers?.insert(.object(name), vm) }
            return true
        }
        if let parameters = net.parameters, parameters.value(forName: name) != nil {
            guard new.isNone else {
                throw vm.typeError(
                    "cannot assign '\(typeName(new))' as parameter '\(name.swiftString)' "
                        + "(torch.nn.Parameter or None expected)",
                    hint: tensor(new) == nil
                        ? nil
                        : "Wrap the tensor in nn.Parameter(…), or change the values in place under "
                            + "torch.no_grad().")
            }
            parameters.setValue(.none, forName: name)
            return true
        }
        if module(new) != nil {
            guard let modules = net.modules else { throw notReady("module") }
            remove(name, from: net, modules: false)
            modules.setValue(new, forName: name)
            return true
        }
        guard let modules = net.modules, let buffers = net.buffers else { return false }
        if modules.count > 0, modules.value(forName: name) != nil {
            guard new.isNone else {
                throw vm.typeError(
                    "cannot assign '\(typeName(new))' as child module '\(name.swiftString)' "
                        + "(torch.nn.Module or None expected)")
            }
            modules.setValue(.none, forName: name)
            return true
        }
        if buffers.count > 0, buffers.value(forName: name) != nil {
            guard new.isNone || tensor(new) != nil else {
                throw vm.typeError(
                    "cannot assign '\(typeName(new))' as buffer '\(name.swiftString)' "
                        + "(torch.nn.Buffer, torch.Tensor or None expected)")
            }
            buffers.setValue(new, forName: name)
            return true
        }
        return false
    }

    /// A name belongs to one table: it leaves the others and the ordinary attributes.
    private func remove(
        _ name: StringObject, from net: NetModule, parameters: Bool = true, modules: Bool = true
    ) {
        if parameters { _ = net.parameters?.removeValue(forName: name) }
        if modules { _ = net.modules?.removeValue(forName: name) }
        _ = net.buffers?.removeValue(forName: name)
        if net.ownAttribute(name) != nil { _ = net.removeOwnAttribute(name) }
    }
}
