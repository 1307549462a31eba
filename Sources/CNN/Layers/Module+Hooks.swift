import OrderedCollections

/// Called before the forward pass; may replace the input.
public typealias ForwardPreHook = (Module, Tensor) throws -> Tensor?
/// Called after the forward pass; may replace the output.
public typealias ForwardHook = (Module, Tensor, Tensor) throws -> Tensor?

struct ModuleHooks {
    var next = 0
    var forwardPre: OrderedDictionary<Int, ForwardPreHook> = [:]
    var forward: OrderedDictionary<Int, ForwardHook> = [:]

    var isEmpty: Bool { forwardPre.isEmpty && forward.isEmpty }
}

/// Stands for a registered hook; ``remove()`` takes it off again.
public struct HookHandle {
    weak var module: Module?
    let id: Int

    /// Takes the hook off the module.
    public func remove() {
        module?.hooks.forwardPre[id] = nil
        module?.hooks.forward[id] = nil
    }
}

extension Module {
    /// Registers a hook that runs before each forward pass.
    @discardableResult
    public func registerForwardPreHook(_ hook: @escaping ForwardPreHook) -> HookHandle {
        hooks.next += 1
        hooks.forwardPre[hooks.next] = hook
        return HookHandle(module: self, id: hooks.next)
    }

    /// Registers a hook that runs after each forward pass.
    @discardableResult
    public func registerForwardHook(_ hook: @escaping ForwardHook) -> HookHandle {
        hooks.next += 1
        hooks.forward[hooks.next] = hook
        return HookHandle(module: self, id: hooks.next)
    }
}
