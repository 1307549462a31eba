/// Modules that run one after the other.
public final class Sequential: Module {
    public init(_ modules: [Module]) {
        super.init()
        for (index, module) in modules.enumerated() { register(module: "\(index)", module) }
    }

    public convenience init(_ modules: Module...) { self.init(modules) }

    /// Modules under names of the caller's choice.
    public init(named modules: [(String, Module)]) {
        super.init()
        for (name, module) in modules { register(module: name, module) }
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        var value = input
        for module in moduleSlots.values {
            if let module { value = try module(value) }
        }
        return value
    }

    /// Adds a module at the end, under the next number.
    public func append(_ module: Module) { register(module: "\(moduleSlots.names.count)", module) }

    /// The number of modules.
    public var count: Int { moduleSlots.names.count }
    /// The module at a place, which must exist.
    public subscript(index: Int) -> Module? {
        moduleSlots.values.indices.contains(index) ? moduleSlots.values[index] : nil
    }
}

/// Modules in a list; it has no forward pass of its own.
public final class ModuleList: Module {
    public init(_ modules: [Module] = []) {
        super.init()
        for module in modules { append(module) }
    }

    /// Adds a module at the end.
    public func append(_ module: Module) { register(module: "\(moduleSlots.names.count)", module) }
    /// The number of modules.
    public var count: Int { moduleSlots.names.count }
    /// The module at a place; `nil` where there is none.
    public subscript(index: Int) -> Module? {
        moduleSlots.values.indices.contains(index) ? moduleSlots.values[index] : nil
    }
}

/// Modules by name; it has no forward pass of its own.
public final class ModuleDict: Module {
    public init(_ modules: [(String, Module)] = []) {
        super.init()
        for (name, module) in modules { register(module: name, module) }
    }

    /// The names, in order.
    public var keys: [String] { moduleSlots.names }
    /// The module of that name; `nil` forgets it.
    public subscript(name: String) -> Module? {
        get { module(name) }
        set {
            if let newValue {
                register(module: name, newValue)
            } else {
                unregister(module: name)
            }
        }
    }
}

/// Parameters in a list, under the names `0`, `1`, …
public final class ParameterList: Module {
    public init(_ parameters: [Tensor] = []) {
        super.init()
        for parameter in parameters { append(parameter) }
    }

    /// Adds a parameter at the end.
    public func append(_ value: Tensor) {
        register(parameter: "\(parameterSlots.names.count)", value)
    }
    /// The number of parameters.
    public var count: Int { parameterSlots.names.count }
    /// The parameter at a place; `nil` where there is none.
    public subscript(index: Int) -> Tensor? {
        parameterSlots.values.indices.contains(index) ? parameterSlots.values[index] : nil
    }
}

/// Gives its input back.
public final class Identity: Module {
    public override func forward(_ input: Tensor) throws -> Tensor { input }
}

/// Joins dimensions from `startDim` to `endDim` into one.
public final class Flatten: Module {
    public let startDim: Int
    public let endDim: Int

    public init(startDim: Int = 1, endDim: Int = -1) {
        self.startDim = startDim
        self.endDim = endDim
        super.init()
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        try flatten(input, startDim: startDim, endDim: endDim)
    }

    public override var extraDescription: String { "start_dim=\(startDim), end_dim=\(endDim)" }
}

/// Splits one dimension into several.
public final class Unflatten: Module {
    public let splitDim: Int
    public let unflattenedSize: [Int]

    public init(dim: Int, _ unflattenedSize: [Int]) {
        splitDim = dim
        self.unflattenedSize = unflattenedSize
        super.init()
    }

    public override func forward(_ input: Tensor) throws -> Tensor {
        let d = try Shape.dimension(splitDim, of: input.dim)
        guard input.dim > 0 else { return input }
        return try input.view(
            Array(input.shape[..<d]) + unflattenedSize + Array(input.shape[(d + 1)...]))
    }

    public override var extraDescription: String {
        let sizes = unflattenedSize.map(String.init).joined(separator: ", ")
        return
            "dim=\(splitDim), unflattened_size=(\(sizes)\(unflattenedSize.count == 1 ? "," : ""))"
    }
}

func flatten(_ input: Tensor, startDim: Int, endDim: Int) throws -> Tensor {
    let (first, last) = (
        try Shape.dimension(startDim, of: input.dim), try Shape.dimension(endDim, of: input.dim)
    )
    guard first <= last else {
        throw TensorError.runtime("flatten() has invalid args: start_dim cannot come after end_dim")
    }
    if input.dim == 0 { return try input.reshape([1]) }
    if first == last { return input }
    let joined = input.shape[first...last].reduce(1, *)
    return try input.reshape(
        Array(input.shape[..<first]) + [joined] + Array(input.shape[(last + 1)...]))
}
