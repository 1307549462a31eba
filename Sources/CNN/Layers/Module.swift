import OrderedCollections

/// The base of all layers and networks: parameters, buffers and submodules under names, in the order in
/// which they were registered, and a forward pass.
///
/// A subclass registers what it holds in its initialiser and overrides ``forward(_:)-(Tensor)``. Calling the module
/// runs hooks and the forward pass.
open class Module {
    /// Whether the module is in training mode; ``train(_:)`` sets it for all submodules too.
    public var training: Bool
    /// The object of a host language that stands for this module, where there is one.
    public weak var foreign: AnyObject?

    var parameterSlots = Registry<Tensor>()
    var bufferSlots = Registry<Tensor>()
    var moduleSlots = Registry<Module>()
    var transientBuffers: Set<String> = []
    var hooks = ModuleHooks()

    /// - Parameter training: the mode to start in. (It is here so that a subclass may have an `init() throws`.)
    public init(training: Bool = true) { self.training = training }

    /// The name of the class, as printed.
    open var typeName: String { String(describing: type(of: self)) }

    /// What stands between the parentheses when the module is printed.
    open var extraDescription: String { "" }

    /// Computes the output.
    open func forward(_ input: Tensor) throws -> Tensor {
        throw TensorError.notImplemented(
            "Module [\(typeName)] is missing the required \"forward\" function")
    }

    /// Computes the output of a module of several inputs; with one input it is ``forward(_:)-(Tensor)``.
    open func forward(_ inputs: [Tensor]) throws -> Tensor {
        guard inputs.count == 1 else {
            throw TensorError.type(
                "\(typeName).forward() takes 2 positional arguments but \(inputs.count + 1) were given"
            )
        }
        return try forward(inputs[0])
    }

    /// Runs the hooks and the forward pass.
    public func callAsFunction(_ input: Tensor) throws -> Tensor {
        if hooks.isEmpty { return try forward(input) }
        var input = input
        for hook in hooks.forwardPre.values { input = try hook(self, input) ?? input }
        var output = try forward(input)
        for hook in hooks.forward.values { output = try hook(self, input, output) ?? output }
        return output
    }

    /// Runs the forward pass of a module of several inputs.
    public func callAsFunction(_ inputs: Tensor...) throws -> Tensor {
        inputs.count == 1 ? try self(inputs[0]) : try forward(inputs)
    }

    /// Initialises the parameters of this module (not of its submodules) anew.
    open func resetParameters() throws {}
}

// MARK: - Registration

extension Module {
    /// Registers a parameter, or the absence of one, under a name.
    public func register(parameter name: String, _ value: Tensor?) {
        parameterSlots.set(name, value)
    }

    /// Registers a buffer: a tensor that belongs to the state but is not trained. One that is not
    /// `persistent` stays out of the state dictionary.
    public func register(buffer name: String, _ value: Tensor?, persistent: Bool = true) {
        bufferSlots.set(name, value)
        if persistent {
            transientBuffers.remove(name)
        } else {
            transientBuffers.insert(name)
        }
    }

    /// Registers a submodule, or the absence of one, under a name.
    public func register(module name: String, _ value: Module?) {
        moduleSlots.set(name, value)
    }

    /// Registers a submodule and returns it, so that an initialiser can keep it in a property.
    public func register<M: Module>(_ name: String, _ module: M) -> M {
        moduleSlots.set(name, module)
        return module
    }

    /// Whether a parameter, buffer or submodule of its own goes by the name, present or absent.
    public func hasParameter(_ name: String) -> Bool { parameterSlots.contains(name) }
    public func hasBuffer(_ name: String) -> Bool { bufferSlots.contains(name) }
    public func hasModule(_ name: String) -> Bool { moduleSlots.contains(name) }

    /// Its own parameter, buffer or submodule of that name; `nil` where unknown or absent.
    public func parameter(_ name: String) -> Tensor? { parameterSlots.value(name) }
    public func buffer(_ name: String) -> Tensor? { bufferSlots.value(name) }
    public func module(_ name: String) -> Module? { moduleSlots.value(name) }

    /// Whether a buffer of its own is part of the state dictionary.
    public func isPersistent(buffer name: String) -> Bool { !transientBuffers.contains(name) }

    /// Forgets a parameter, buffer or submodule of its own.
    public func unregister(parameter name: String) { parameterSlots.remove(name) }
    public func unregister(buffer name: String) {
        bufferSlots.remove(name)
        transientBuffers.remove(name)
    }
    public func unregister(module name: String) { moduleSlots.remove(name) }

    /// Its own names, in order, with absent values.
    public var ownParameters: [(name: String, value: Tensor?)] {
        Array(zip(parameterSlots.names, parameterSlots.values))
    }
    public var ownBuffers: [(name: String, value: Tensor?)] {
        Array(zip(bufferSlots.names, bufferSlots.values))
    }
    public var ownModules: [(name: String, value: Module?)] {
        Array(zip(moduleSlots.names, moduleSlots.values))
    }
}
