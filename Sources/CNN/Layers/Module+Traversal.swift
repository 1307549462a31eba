// Everything below a module, each module and each tensor once, in PyTorch's order: a module before its
// children, children in the order of their registration. The walk keeps its own stack, so that no depth
// of nesting can exhaust the thread's.

extension Module {
    /// This module and all below it with their dotted names; the module itself has the name `prefix`.
    /// - Parameter unique: whether a module that is reached twice counts once.
    public func namedModules(prefix: String = "", unique: Bool = true) -> [(
        name: String, value: Module
    )] {
        var result: [(name: String, value: Module)] = []
        var seen: Set<ObjectIdentifier> = []
        var path: Set<ObjectIdentifier> = []
        enum Step {
            case enter(String, Module)
            case leave(Module)
        }
        var stack: [Step] = [.enter(prefix, self)]
        while let step = stack.popLast() {
            switch step {
            case .leave(let module):
                path.remove(ObjectIdentifier(module))
            case .enter(let name, let module):
                let identity = ObjectIdentifier(module)
                if unique && !seen.insert(identity).inserted { continue }
                // A module that contains itself is walked once even where repetitions count.
                if !path.insert(identity).inserted { continue }
                result.append((name, module))
                stack.append(.leave(module))
                for (child, value) in module.moduleSlots.present.reversed() {
                    stack.append(.enter(name.isEmpty ? child : name + "." + child, value))
                }
            }
        }
        return result
    }

    /// This module and all below it, each once.
    public func modules() -> [Module] { namedModules().map(\.value) }

    /// The direct submodules, each once, with their names.
    public func namedChildren() -> [(name: String, value: Module)] {
        var seen: Set<ObjectIdentifier> = []
        return moduleSlots.present.filter { seen.insert(ObjectIdentifier($0.value)).inserted }
    }

    /// The direct submodules, each once.
    public func children() -> [Module] { namedChildren().map(\.value) }

    private func collect(
        _ slots: KeyPath<Module, Registry<Tensor>>, prefix: String, recurse: Bool, unique: Bool
    ) -> [(name: String, value: Tensor)] {
        let modules =
            recurse ? namedModules(prefix: prefix, unique: unique) : [(name: prefix, value: self)]
        var result: [(name: String, value: Tensor)] = []
        var seen: Set<ObjectIdentifier> = []
        for (path, module) in modules {
            for (name, tensor) in module[keyPath: slots].present {
                if unique && !seen.insert(ObjectIdentifier(tensor)).inserted { continue }
                result.append((path.isEmpty ? name : path + "." + name, tensor))
            }
        }
        return result
    }

    /// All parameters with their dotted names.
    public func namedParameters(prefix: String = "", recurse: Bool = true, unique: Bool = true)
        -> [(name: String, value: Tensor)]
    {
        collect(\.parameterSlots, prefix: prefix, recurse: recurse, unique: unique)
    }

    /// All parameters, each once.
    public func parameters(recurse: Bool = true) -> [Tensor] {
        namedParameters(recurse: recurse).map(\.value)
    }

    /// All buffers with their dotted names.
    public func namedBuffers(prefix: String = "", recurse: Bool = true, unique: Bool = true)
        -> [(name: String, value: Tensor)]
    {
        collect(\.bufferSlots, prefix: prefix, recurse: recurse, unique: unique)
    }

    /// All buffers, each once.
    public func buffers(recurse: Bool = true) -> [Tensor] {
        namedBuffers(recurse: recurse).map(\.value)
    }

    /// Calls `body` for every module below and then for this one, children first, as PyTorch does.
    @discardableResult
    public func apply(_ body: (Module) throws -> Void) rethrows -> Self {
        var stack: [(module: Module, expanded: Bool)] = [(self, false)]
        var path: Set<ObjectIdentifier> = []
        while let (module, expanded) = stack.popLast() {
            if expanded {
                path.remove(ObjectIdentifier(module))
                try body(module)
                continue
            }
            guard path.insert(ObjectIdentifier(module)).inserted else { continue }
            stack.append((module, true))
            for (_, child) in module.namedChildren().reversed() { stack.append((child, false)) }
        }
        return self
    }

    /// Puts this module and all below it into training mode, or out of it.
    @discardableResult
    public func train(_ mode: Bool = true) -> Self {
        for module in modules() { module.training = mode }
        return self
    }

    /// Puts this module and all below it into evaluation mode.
    @discardableResult
    public func eval() -> Self { train(false) }
}
