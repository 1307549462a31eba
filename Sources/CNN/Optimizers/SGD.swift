import CNNKernels

/// Stochastic gradient descent, with momentum and weight decay.
///
/// v ← momentum·v + (1 − dampening)·g, p ← p − lr·v, where g is the gradient plus weightDecay·p.
/// Weight decay is an L2 penalty on the weights. The first step takes v = g.
///
/// Source: Sutskever et al., https://proceedings.mlr.press/v28/sutskever13.html
public final class SGD: Optimizer {
    /// - Throws: PyTorch's messages for options out of range.
    public init(
        _ groups: [ParameterGroup], lr: Scalar = 1e-3, momentum: Scalar = 0, dampening: Scalar = 0,
        weightDecay: Scalar = 0, nesterov: Bool = false, maximize: Bool = false
    ) throws {
        try Check.notNegative(lr, "Invalid learning rate")
        try Check.notNegative(momentum, "Invalid momentum value")
        try Check.notNegative(weightDecay, "Invalid weight_decay value")
        if nesterov && (momentum.doubleValue <= 0 || dampening.doubleValue != 0) {
            throw TensorError.value("Nesterov momentum requires a momentum and zero dampening")
        }
        try super.init(
            groups,
            defaults: [
                ("lr", .number(lr)), ("momentum", .number(momentum)),
                ("dampening", .number(dampening)), ("weight_decay", .number(weightDecay)),
                ("nesterov", .flag(nesterov)), ("maximize", .flag(maximize)), ("foreach", .none),
                ("differentiable", false), ("fused", .none),
            ]
        ) { _ in }
    }

    public convenience init(
        _ parameters: [Tensor], lr: Scalar = 1e-3, momentum: Scalar = 0, dampening: Scalar = 0,
        weightDecay: Scalar = 0, nesterov: Bool = false, maximize: Bool = false
    ) throws {
        try self.init(
            try Check.group(parameters), lr: lr, momentum: momentum, dampening: dampening,
            weightDecay: weightDecay, nesterov: nesterov, maximize: maximize)
    }

    public override var countsSteps: Bool { false }

    override func prepare(
        _ parameter: Tensor, _ group: ParameterGroup, _ state: ParameterState
    ) throws -> (step: ck_step, buffers: [Tensor?]) {
        var step = ck_step()
        step.lr = group.number("lr")
        step.momentum = group.number("momentum")
        step.dampening = group.number("dampening")
        step.decay = group.number("weight_decay")
        step.nesterov = group.flag("nesterov")
        step.maximize = group.flag("maximize")
        guard step.momentum != 0 else { return (step, [nil]) }
        step.first = state.tensor("momentum_buffer") == nil
        return (step, [try state.buffer("momentum_buffer", like: parameter)])
    }

    override func run<T: Real>(
        _ step: UnsafePointer<ck_step>, _ count: Int, _ parameter: UnsafeMutablePointer<T>,
        _ gradient: UnsafePointer<T>, _ buffers: Buffers<T>
    ) {
        T.sgd(step, Int64(count), parameter, gradient, buffers.first)
    }
}

enum Check {
    static func notNegative(_ value: Scalar, _ what: String) throws {
        guard value.doubleValue >= 0 else {
            throw TensorError.value("\(what): \(text(value))")
        }
    }

    static func beta(_ value: Scalar, _ index: Int) throws {
        guard value.doubleValue >= 0, value.doubleValue < 1 else {
            throw TensorError.value("Invalid beta parameter at index \(index): \(text(value))")
        }
    }

    static func text(_ value: Scalar) -> String {
        switch value {
        case .bool(let value): value ? "True" : "False"
        case .int(let value): "\(value)"
        case .double(let value): PythonNumber.text(value)
        }
    }

    static func group(_ parameters: [Tensor]) throws -> [ParameterGroup] {
        guard !parameters.isEmpty else {
            throw TensorError.value("optimizer got an empty parameter list")
        }
        return [ParameterGroup(parameters)]
    }
}
