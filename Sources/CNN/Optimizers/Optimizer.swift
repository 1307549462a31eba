// All optimizers. A subclass says which buffers a parameter has and which kernel runs; this class cuts all
// parameters of all groups into blocks and runs them in one parallel loop, since most parameters are too
// small to be shared among threads one by one.

import CNNKernels

/// What an optimizer keeps for one parameter.
public final class ParameterState {
    /// How many steps it took.
    public var step = 0
    /// Numbers by PyTorch's names, apart from `step`.
    public var numbers: [(name: String, value: Double)] = []
    /// Buffers by PyTorch's names.
    public var tensors: [(name: String, value: Tensor)] = []

    public init() {}

    /// The buffer of that name.
    public func tensor(_ name: String) -> Tensor? { tensors.first { $0.name == name }?.value }
    /// The number of that name.
    public func number(_ name: String) -> Double? { numbers.first { $0.name == name }?.value }

    func set(_ name: String, _ value: Double) {
        if let i = numbers.firstIndex(where: { $0.name == name }) {
            numbers[i].value = value
        } else {
            numbers.append((name, value))
        }
    }
}

/// The base of all optimizers.
open class Optimizer {
    /// The groups of parameters.
    public private(set) var groups: [ParameterGroup] = []
    /// Options of groups that do not say otherwise.
    public let defaults: [(name: String, value: OptimizerOption)]
    /// What is kept for each parameter that took a step.
    public package(set) var states: [ObjectIdentifier: ParameterState] = [:]

    /// The class's name, as printed.
    open var typeName: String { String(describing: type(of: self)) }
    /// Whether PyTorch's state has an entry `step`.
    open var countsSteps: Bool { true }

    init(
        _ groups: [ParameterGroup], defaults: [(name: String, value: OptimizerOption)],
        check: (ParameterGroup) throws -> Void
    ) throws {
        self.defaults = defaults
        guard !groups.isEmpty else {
            throw TensorError.value("optimizer got an empty parameter list")
        }
        for group in groups {
            try add(group)
            try check(group)
        }
    }

    /// Adds a group of parameters; options it does not have are the defaults.
    ///
    /// - Throws: for tensors that are no leaves, and for parameters that another group has.
    public func add(_ group: ParameterGroup) throws {
        guard groups.isEmpty == false || !group.parameters.isEmpty || group.options.count > 0 else {
            throw TensorError.value("optimizer got an empty parameter list")
        }
        for parameter in group.parameters where !parameter.isLeaf && !parameter.retainsGrad {
            throw TensorError.value("can't optimize a non-leaf Tensor")
        }
        let given = group.options
        for (name, _) in given { group[name] = nil }
        for (name, value) in defaults {
            group[name] = given.first { $0.name == name }?.value ?? value
        }
        for (name, value) in given where group[name] == nil { group[name] = value }
        let known = Set(groups.flatMap { $0.parameters.map(ObjectIdentifier.init) })
        if group.parameters.contains(where: { known.contains(ObjectIdentifier($0)) }) {
            throw TensorError.value("some parameters appear in more than one parameter group")
        }
        groups.append(group)
    }

    /// Forgets the gradients of all parameters, or sets them to zero.
    public func zeroGrad(setToNone: Bool = true) throws {
        for group in groups {
            for parameter in group.parameters {
                guard let gradient = parameter.grad else { continue }
                if setToNone {
                    parameter.grad = nil
                } else {
                    parameter.grad = try withoutGradient { try gradient.detach().zero_() }
                }
            }
        }
    }

    /// Updates all parameters that have a gradient.
    ///
    /// - Parameter closure: computes the loss and its gradients first, with recording on.
    /// - Returns: what the closure returned.
    @discardableResult
    public func step(_ closure: (() throws -> Tensor)? = nil) throws -> Tensor? {
        let loss = try closure.map { closure in try withGradient { try closure() } }
        try withoutGradient { try update() }
        return loss
    }

    /// Prepares one parameter's step: makes its buffers where they are missing and says what to run.
    func prepare(_ parameter: Tensor, _ group: ParameterGroup, _ state: ParameterState) throws -> (
        step: ck_step, buffers: [Tensor?]
    ) {
        preconditionFailure("\(typeName) does not say how it steps")
    }

    /// Runs the kernel on `count` neighbouring elements.
    func run<T: Real>(
        _ step: UnsafePointer<ck_step>, _ count: Int, _ parameter: UnsafeMutablePointer<T>,
        _ gradient: UnsafePointer<T>, _ buffers: Buffers<T>
    ) {
        preconditionFailure("\(typeName) does not say how it steps")
    }

    struct Buffers<T: Real> {
        var first: UnsafeMutablePointer<T>?
        var second: UnsafeMutablePointer<T>?
        var third: UnsafeMutablePointer<T>?
    }

    private struct Work {
        let parameter: Tensor
        /// Where the parameter is not contiguous: a copy that is written back.
        let target: Tensor
        let gradient: Tensor
        let buffers: [Tensor?]
        var step: ck_step
        /// The addresses of all these, taken on the calling thread.
        let addresses: [UnsafeMutableRawPointer?]

        init(
            _ parameter: Tensor, _ target: Tensor, _ gradient: Tensor, _ buffers: [Tensor?],
            _ step: ck_step
        ) {
            self.parameter = parameter
            self.target = target
            self.gradient = gradient
            self.buffers = buffers
            self.step = step
            addresses = ([target, gradient] + buffers).map { $0?.access { $0 } }
        }
    }

    /// Elements of a block.
    private static let block = 1 << 14

    private func update() throws {
        var works: [Work] = []
        for group in groups {
            for parameter in group.parameters {
                guard let gradient = try parameter.grad?.spread(over: parameter) else { continue }
                let key = ObjectIdentifier(parameter)
                let state = states[key] ?? ParameterState()
                states[key] = state
                let (step, buffers) = try prepare(parameter, group, state)
                works.append(
                    Work(
                        parameter, try parameter.plain(),
                        try gradient.converted(to: parameter.dtype).plain(), buffers, step))
            }
        }
        var blocks: [(work: Int, start: Int)] = []
        for (index, work) in works.enumerated() {
            for start in stride(from: 0, to: work.target.count, by: Self.block) {
                blocks.append((index, start))
            }
        }
        works.withUnsafeBufferPointer { works in
            blocks.withUnsafeBufferPointer { blocks in
                parallel(blocks: blocks.count) { index in
                    let (work, start) = blocks[index]
                    if works[work].target.dtype == .float32 {
                        run(works[work], start, Float.self)
                    } else {
                        run(works[work], start, Double.self)
                    }
                }
            }
        }
        for work in works {
            if work.target !== work.parameter {
                Elementwise.copy(work.target, to: work.parameter)
            }
            work.parameter.bumpVersion()
        }
    }

    private func run<T: Real>(_ work: Work, _ start: Int, _: T.Type) {
        func address(_ index: Int) -> UnsafeMutablePointer<T>? {
            guard index < work.addresses.count, let address = work.addresses[index] else {
                return nil
            }
            return address.assumingMemoryBound(to: T.self) + start
        }
        guard let parameter = address(0), let gradient = address(1) else { return }
        let count = min(Self.block, work.target.count - start)
        withUnsafePointer(to: work.step) { step in
            run(
                step, count, parameter, gradient,
                Buffers(first: address(2), second: address(3), third: address(4)))
        }
    }
}

extension ParameterState {
    /// A buffer in the parameter's shape, made of `value` when it is missing.
    /// - Throws: PyTorch's message where a program has put a tensor of another shape there, or given the parameter another.
    func buffer(_ name: String, like parameter: Tensor, _ value: Double = 0) throws -> Tensor {
        if let known = tensor(name) {
            if known.shape != parameter.shape {
                try known.checkInPlaceShape(parameter)
                try parameter.checkInPlaceShape(known)
            }
            if known.isContiguous && known.dtype == parameter.dtype { return known }
            let plain = try known.converted(to: parameter.dtype).plain()
            if let i = tensors.firstIndex(where: { $0.name == name }) { tensors[i].value = plain }
            return plain
        }
        let made = try Tensor.full(parameter.shape, .double(value), dtype: parameter.dtype)
        tensors.append((name, made))
        return made
    }
}

extension Tensor {
    /// This gradient in the shape of the parameter, which an assignment to `data` may have changed since it was computed.
    /// - Throws: PyTorch's messages where it does not fit, and for parameters of whole numbers.
    fileprivate func spread(over parameter: Tensor) throws -> Tensor {
        guard parameter.dtype.isFloatingPoint else {
            throw TensorError.runtime(
                "For integral input tensors, argument alpha must not be a floating point number.")
        }
        if shape == parameter.shape { return self }
        try parameter.checkInPlaceShape(self)
        return try expand(parameter.shape)
    }
}
