import CNNKernels

/// Adagrad: the gradient over the root of the sum of its squares so far.
///
/// Source: Duchi et al., https://jmlr.org/papers/v12/duchi11a.html
public final class Adagrad: Optimizer {
    /// - Throws: PyTorch's messages for options out of range.
    public init(
        _ groups: [ParameterGroup], lr: Scalar = 1e-2, lrDecay: Scalar = 0, weightDecay: Scalar = 0,
        initialAccumulatorValue: Scalar = 0, eps: Scalar = 1e-10, maximize: Bool = false
    ) throws {
        try Check.notNegative(lr, "Invalid learning rate")
        try Check.notNegative(lrDecay, "Invalid lr_decay value")
        try Check.notNegative(weightDecay, "Invalid weight_decay value")
        try Check.notNegative(initialAccumulatorValue, "Invalid initial_accumulator_value value")
        try Check.notNegative(eps, "Invalid epsilon value")
        try super.init(
            groups,
            defaults: [
                ("lr", .number(lr)), ("lr_decay", .number(lrDecay)), ("eps", .number(eps)),
                ("weight_decay", .number(weightDecay)),
                ("initial_accumulator_value", .number(initialAccumulatorValue)),
                ("foreach", .none), ("maximize", .flag(maximize)), ("differentiable", false),
                ("fused", .none),
            ]
        ) { _ in }
    }

    public convenience init(
        _ parameters: [Tensor], lr: Scalar = 1e-2, lrDecay: Scalar = 0, weightDecay: Scalar = 0,
        initialAccumulatorValue: Scalar = 0, eps: Scalar = 1e-10, maximize: Bool = false
    ) throws {
        try self.init(
            try Check.group(parameters), lr: lr, lrDecay: lrDecay, weightDecay: weightDecay,
            initialAccumulatorValue: initialAccumulatorValue, eps: eps, maximize: maximize)
    }

    override func prepare(
        _ parameter: Tensor, _ group: ParameterGroup, _ state: ParameterState
    ) throws -> (step: ck_step, buffers: [Tensor?]) {
        var step = ck_step()
        step.lr = group.number("lr")
        step.decay = group.number("weight_decay")
        step.eps = group.number("eps")
        step.maximize = group.flag("maximize")
        state.step += 1
        step.rate = step.lr / (1 + Double(state.step - 1) * group.number("lr_decay"))
        let start = group.number("initial_accumulator_value")
        return (step, [try state.buffer("sum", like: parameter, start)])
    }

    override func run<T: Real>(
        _ step: UnsafePointer<ck_step>, _ count: Int, _ parameter: UnsafeMutablePointer<T>,
        _ gradient: UnsafePointer<T>, _ buffers: Buffers<T>
    ) {
        T.adagrad(step, Int64(count), parameter, gradient, buffers.first)
    }
}

/// Adadelta: steps as large as recent steps were, over the root of the average squared gradient.
///
/// Source: Zeiler, https://arxiv.org/abs/1212.5701
public final class Adadelta: Optimizer {
    /// - Throws: PyTorch's messages for options out of range.
    public init(
        _ groups: [ParameterGroup], lr: Scalar = 1.0, rho: Scalar = 0.9, eps: Scalar = 1e-6,
        weightDecay: Scalar = 0, maximize: Bool = false
    ) throws {
        try Check.notNegative(lr, "Invalid learning rate")
        guard rho.doubleValue >= 0, rho.doubleValue <= 1 else {
            throw TensorError.value("Invalid rho value: \(Check.text(rho))")
        }
        try Check.notNegative(eps, "Invalid epsilon value")
        try Check.notNegative(weightDecay, "Invalid weight_decay value")
        try super.init(
            groups,
            defaults: [
                ("lr", .number(lr)), ("rho", .number(rho)), ("eps", .number(eps)),
                ("weight_decay", .number(weightDecay)), ("maximize", .flag(maximize)),
                ("capturable", false), ("foreach", .none), ("differentiable", false),
            ]
        ) { _ in }
    }

    public convenience init(
        _ parameters: [Tensor], lr: Scalar = 1.0, rho: Scalar = 0.9, eps: Scalar = 1e-6,
        weightDecay: Scalar = 0, maximize: Bool = false
    ) throws {
        try self.init(
            try Check.group(parameters), lr: lr, rho: rho, eps: eps, weightDecay: weightDecay,
            maximize: maximize)
    }

    override func prepare(
        _ parameter: Tensor, _ group: ParameterGroup, _ state: ParameterState
    ) throws -> (step: ck_step, buffers: [Tensor?]) {
        var step = ck_step()
        step.lr = group.number("lr")
        step.decay = group.number("weight_decay")
        step.eps = group.number("eps")
        step.maximize = group.flag("maximize")
        state.step += 1
        step.rho = group.number("rho")
        return (
            step,
            [
                try state.buffer("square_avg", like: parameter),
                try state.buffer("acc_delta", like: parameter),
            ]
        )
    }

    override func run<T: Real>(
        _ step: UnsafePointer<ck_step>, _ count: Int, _ parameter: UnsafeMutablePointer<T>,
        _ gradient: UnsafePointer<T>, _ buffers: Buffers<T>
    ) {
        T.adadelta(step, Int64(count), parameter, gradient, buffers.first, buffers.second)
    }
}
