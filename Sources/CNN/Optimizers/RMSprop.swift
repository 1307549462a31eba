import CNNKernels

/// RMSprop: the gradient over the root of its average square, with momentum and centering on request.
///
/// Source: Hinton's lecture 6, https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf
public final class RMSprop: Optimizer {
    /// - Throws: PyTorch's messages for options out of range.
    public init(
        _ groups: [ParameterGroup], lr: Scalar = 1e-2, alpha: Scalar = 0.99, eps: Scalar = 1e-8,
        weightDecay: Scalar = 0, momentum: Scalar = 0, centered: Bool = false,
        maximize: Bool =
            false
    ) throws {
        try Check.notNegative(lr, "Invalid learning rate")
        try Check.notNegative(eps, "Invalid epsilon value")
        try Check.notNegative(momentum, "Invalid momentum value")
        try Check.notNegative(weightDecay, "Invalid weight_decay value")
        try Check.notNegative(alpha, "Invalid alpha value")
        try super.init(
            groups,
            defaults: [
                ("lr", .number(lr)), ("momentum", .number(momentum)), ("alpha", .number(alpha)),
                ("eps", .number(eps)), ("centered", .flag(centered)),
                ("weight_decay", .number(weightDecay)), ("capturable", false), ("foreach", .none),
                ("maximize", .flag(maximize)), ("differentiable", false),
            ]
        ) { _ in }
    }

    public convenience init(
        _ parameters: [Tensor], lr: Scalar = 1e-2, alpha: Scalar = 0.99, eps: Scalar = 1e-8,
        weightDecay: Scalar = 0, momentum: Scalar = 0, centered: Bool = false,
        maximize: Bool =
            false
    ) throws {
        try self.init(
            try Check.group(parameters), lr: lr, alpha: alpha, eps: eps, weightDecay: weightDecay,
            momentum: momentum, centered: centered, maximize: maximize)
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
        step.rho = group.number("alpha")
        step.momentum = group.number("momentum")
        let square = try state.buffer("square_avg", like: parameter)
        let velocity =
            step.momentum > 0 ? try state.buffer("momentum_buffer", like: parameter) : nil
        let average = group.flag("centered") ? try state.buffer("grad_avg", like: parameter) : nil
        return (step, [square, average, velocity])
    }

    override func run<T: Real>(
        _ step: UnsafePointer<ck_step>, _ count: Int, _ parameter: UnsafeMutablePointer<T>,
        _ gradient: UnsafePointer<T>, _ buffers: Buffers<T>
    ) {
        T.rmsprop(
            step, Int64(count), parameter, gradient, buffers.first, buffers.second, buffers.third)
    }
}
