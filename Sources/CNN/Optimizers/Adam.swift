import CNNKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Adam: each parameter moves by its average gradient over the root of its average squared gradient.
///
/// Weight decay is added to the gradient here; ``AdamW`` takes it from the parameter itself.
///
/// Source: Kingma and Ba, https://arxiv.org/abs/1412.6980
public class Adam: Optimizer {
    /// - Throws: PyTorch's messages for options out of range.
    public init(
        _ groups: [ParameterGroup], lr: Scalar = 1e-3, betas: (Scalar, Scalar) = (0.9, 0.999),
        eps: Scalar = 1e-8, weightDecay: Scalar = 0, amsgrad: Bool = false, maximize: Bool = false,
        decoupled: Bool = false
    ) throws {
        try Check.notNegative(lr, "Invalid learning rate")
        try Check.notNegative(eps, "Invalid epsilon value")
        try Check.beta(betas.0, 0)
        try Check.beta(betas.1, 1)
        try Check.notNegative(weightDecay, "Invalid weight_decay value")
        try super.init(
            groups,
            defaults: [
                ("lr", .number(lr)), ("betas", .pair(betas.0, betas.1)), ("eps", .number(eps)),
                ("weight_decay", .number(weightDecay)), ("amsgrad", .flag(amsgrad)),
                ("maximize", .flag(maximize)), ("foreach", .none), ("capturable", false),
                ("differentiable", false), ("fused", .none),
                ("decoupled_weight_decay", .flag(decoupled)),
            ]
        ) { _ in }
    }

    public convenience init(
        _ parameters: [Tensor], lr: Scalar = 1e-3, betas: (Scalar, Scalar) = (0.9, 0.999),
        eps: Scalar = 1e-8, weightDecay: Scalar = 0, amsgrad: Bool = false, maximize: Bool = false
    ) throws {
        try self.init(
            try Check.group(parameters), lr: lr, betas: betas, eps: eps, weightDecay: weightDecay,
            amsgrad: amsgrad, maximize: maximize)
    }

    override func prepare(
        _ parameter: Tensor, _ group: ParameterGroup, _ state: ParameterState
    ) throws -> (step: ck_step, buffers: [Tensor?]) {
        state.step += 1
        var step = ck_step()
        step.lr = group.number("lr")
        step.decay = group.number("weight_decay")
        step.eps = group.number("eps")
        (step.beta1, step.beta2) = group.pair("betas")
        step.maximize = group.flag("maximize")
        step.decoupled = group.flag("decoupled_weight_decay")
        step.step_size = step.lr / (1 - pow(step.beta1, Double(state.step)))
        step.root2 = (1 - pow(step.beta2, Double(state.step))).squareRoot()
        return (
            step,
            [
                try state.buffer("exp_avg", like: parameter),
                try state.buffer("exp_avg_sq", like: parameter),
                group.flag("amsgrad") ? try state.buffer("max_exp_avg_sq", like: parameter) : nil,
            ]
        )
    }

    override func run<T: Real>(
        _ step: UnsafePointer<ck_step>, _ count: Int, _ parameter: UnsafeMutablePointer<T>,
        _ gradient: UnsafePointer<T>, _ buffers: Buffers<T>
    ) {
        T.adam(
            step, Int64(count), parameter, gradient, buffers.first, buffers.second, buffers.third)
    }
}

/// Adam with weight decay taken from the parameter itself: p ← p − lr·weightDecay·p.
///
/// Source: Loshchilov and Hutter, https://arxiv.org/abs/1711.05101
public final class AdamW: Adam {
    /// - Throws: PyTorch's messages for options out of range.
    public init(
        _ groups: [ParameterGroup], lr: Scalar = 1e-3, betas: (Scalar, Scalar) = (0.9, 0.999),
        eps: Scalar = 1e-8, weightDecay: Scalar = 1e-2, amsgrad: Bool = false,
        maximize: Bool = false
    ) throws {
        try super.init(
            groups, lr: lr, betas: betas, eps: eps, weightDecay: weightDecay, amsgrad: amsgrad,
            maximize: maximize, decoupled: true)
    }

    public convenience init(
        _ parameters: [Tensor], lr: Scalar = 1e-3, betas: (Scalar, Scalar) = (0.9, 0.999),
        eps: Scalar = 1e-8, weightDecay: Scalar = 1e-2, amsgrad: Bool = false,
        maximize: Bool = false
    ) throws {
        try self.init(
            try Check.group(parameters), lr: lr, betas: betas, eps: eps, weightDecay: weightDecay,
            amsgrad: amsgrad, maximize: maximize)
    }
}

/// Adam with Nesterov's momentum.
///
/// Source: Dozat, https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ
public final class NAdam: Optimizer {
    /// - Throws: PyTorch's messages for options out of range.
    public init(
        _ groups: [ParameterGroup], lr: Scalar = 2e-3, betas: (Scalar, Scalar) = (0.9, 0.999),
        eps: Scalar = 1e-8, weightDecay: Scalar = 0, momentumDecay: Scalar = 4e-3,
        decoupledWeightDecay: Bool = false, maximize: Bool = false
    ) throws {
        try Check.notNegative(lr, "Invalid learning rate")
        try Check.notNegative(eps, "Invalid epsilon value")
        try Check.beta(betas.0, 0)
        try Check.beta(betas.1, 1)
        try Check.notNegative(weightDecay, "Invalid weight_decay value")
        try Check.notNegative(momentumDecay, "Invalid momentum_decay value")
        try super.init(
            groups,
            defaults: [
                ("lr", .number(lr)), ("betas", .pair(betas.0, betas.1)), ("eps", .number(eps)),
                ("weight_decay", .number(weightDecay)), ("momentum_decay", .number(momentumDecay)),
                ("decoupled_weight_decay", .flag(decoupledWeightDecay)),
                ("maximize", .flag(maximize)), ("foreach", .none), ("capturable", false),
                ("differentiable", false),
            ]
        ) { _ in }
    }

    public convenience init(
        _ parameters: [Tensor], lr: Scalar = 2e-3, betas: (Scalar, Scalar) = (0.9, 0.999),
        eps: Scalar = 1e-8, weightDecay: Scalar = 0, momentumDecay: Scalar = 4e-3,
        decoupledWeightDecay: Bool = false, maximize: Bool = false
    ) throws {
        try self.init(
            try Check.group(parameters), lr: lr, betas: betas, eps: eps, weightDecay: weightDecay,
            momentumDecay: momentumDecay, decoupledWeightDecay: decoupledWeightDecay,
            maximize: maximize)
    }

    override func prepare(
        _ parameter: Tensor, _ group: ParameterGroup, _ state: ParameterState
    ) throws -> (step: ck_step, buffers: [Tensor?]) {
        state.step += 1
        var step = ck_step()
        let count = Double(state.step)
        step.lr = group.number("lr")
        step.decay = group.number("weight_decay")
        step.eps = group.number("eps")
        (step.beta1, step.beta2) = group.pair("betas")
        step.maximize = group.flag("maximize")
        step.decoupled = group.flag("decoupled_weight_decay")
        step.root2 = 1 - pow(step.beta2, count)
        let decay = group.number("momentum_decay")
        let now = step.beta1 * (1 - 0.5 * pow(0.96, count * decay))
        let next = step.beta1 * (1 - 0.5 * pow(0.96, (count + 1) * decay))
        let product = (state.number("mu_product") ?? 1) * now
        // PyTorch keeps the product in single precision.
        let kept = Double(Float(product))
        state.set("mu_product", kept)
        step.step_gradient = step.lr * (1 - now) / (1 - kept)
        step.step_average = step.lr * next / (1 - kept * next)
        return (
            step,
            [
                try state.buffer("exp_avg", like: parameter),
                try state.buffer("exp_avg_sq", like: parameter),
            ]
        )
    }

    override func run<T: Real>(
        _ step: UnsafePointer<ck_step>, _ count: Int, _ parameter: UnsafeMutablePointer<T>,
        _ gradient: UnsafePointer<T>, _ buffers: Buffers<T>
    ) {
        T.nadam(step, Int64(count), parameter, gradient, buffers.first, buffers.second)
    }
}
