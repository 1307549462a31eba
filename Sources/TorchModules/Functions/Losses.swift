import CNN
import Interpreter

extension Torch {
    func declareLosses(_ module: ModuleObject) {
        let old = "size_average=None, "
        define(
            module, "cross_entropy",
            "(input, target, weight=None, \(old)ignore_index=-100, reduce=None, reduction='mean', "
                + "label_smoothing=0.0)",
            "Cross entropy between logits and class indices or probabilities."
        ) { c in
            let c = c.named("cross_entropy_loss")
            return c.wrap(
                try CNN.crossEntropy(
                    c.tensor(0), c.tensor(1), weight: c.optionalTensor(2), ignoreIndex: c.int(4),
                    reduction: c.reduction(6, 3, 5),
                    labelSmoothing: c.number(7, "label_smoothing", 6)))
        }
        define(
            module, "nll_loss",
            "(input, target, weight=None, \(old)ignore_index=-100, reduce=None, reduction='mean')",
            "Negative log likelihood of log probabilities."
        ) { c in
            let c = c.named("nll_loss_nd")
            return c.wrap(
                try CNN.nllLoss(
                    c.tensor(0), c.tensor(1), weight: c.optionalTensor(2), ignoreIndex: c.int(4),
                    reduction: c.reduction(6, 3, 5)))
        }
        let plain = "(input, target, \(old)reduce=None, reduction='mean'"
        define(module, "mse_loss", plain + ", weight=None)", "The squared difference.") { c in
            try c.checkSizes()
            try c.warnOfBroadcast()
            return c.wrap(
                try c.weighted(5) {
                    try CNN.mseLoss(c.tensor(0), c.tensor(1), reduction: $0)
                })
        }
        define(module, "l1_loss", plain + ", weight=None)", "The absolute difference.") { c in
            try c.checkSizes()
            try c.warnOfBroadcast()
            return c.wrap(
                try c.weighted(5) {
                    try CNN.l1Loss(c.tensor(0), c.tensor(1), reduction: $0)
                })
        }
        define(
            module, "smooth_l1_loss", plain + ", beta=1.0)", "Squared below beta, absolute above."
        ) { c in
            try c.checkSizes()
            try c.warnOfBroadcast()
            return c.wrap(
                try CNN.smoothL1Loss(
                    c.tensor(0), c.tensor(1), reduction: c.reduction(4, 2, 3),
                    beta: c.number(5, "beta", 4)))
        }
        define(
            module, "binary_cross_entropy",
            "(input, target, weight=None, \(old)reduce=None, reduction='mean')",
            "Binary cross entropy of probabilities."
        ) { c in
            try c.checkSizes()
            return c.wrap(
                try CNN.binaryCrossEntropy(
                    c.tensor(0), c.tensor(1),
                    weight: c.isNone(2) ? nil : c.asked(2, for: "size"),
                    reduction: c.reduction(5, 3, 4)))
        }
        define(
            module, "binary_cross_entropy_with_logits",
            "(input, target, weight=None, \(old)reduce=None, reduction='mean', pos_weight=None)",
            "Binary cross entropy of logits."
        ) { c in
            try c.checkSizes()
            return c.wrap(
                try CNN.binaryCrossEntropyWithLogits(
                    c.tensor(0), c.tensor(1), weight: c.optionalTensor(2),
                    reduction: c.reduction(5, 3, 4),
                    posWeight: c.optionalStatistic(6, "pos_weight", 4)))
        }
        define(
            module, "kl_div",
            "(input, target, \(old)reduce=None, reduction='mean', log_target=False)",
            "The Kullback-Leibler divergence from log probabilities."
        ) { c in
            let reduction = try c.reduction(4, 2, 3)
            if case .mean = reduction, c[4].string?.swiftString == "mean" {
                c.vm.warn(
                    .userWarning,
                    "reduction: 'mean' divides the total loss by both the batch size and the support size."
                        + "'batchmean' divides only by the batch size, and aligns with the KL div math "
                        + "definition.'mean' will be changed to behave the same as 'batchmean' in the "
                        + "next major release.")
            }
            return c.wrap(
                try CNN.klDiv(c.tensor(0), c.tensor(1), reduction: reduction, logTarget: c.bool(5)))
        }
        define(module, "_huber_loss", "(input, target, reduction, delta)") { c in
            c.wrap(
                try CNN.huberLoss(
                    c.tensor(0), c.tensor(1), reduction: c.reduction(2), delta: c.double(3)))
        }
    }
}

extension Call {
    /// The same call under the name that PyTorch's messages have for it.
    func named(_ name: String) -> Call {
        Call(torch: torch, name: name, signature: signature, arguments: arguments, shift: shift)
    }

    /// A number that PyTorch's own function takes at another place.
    func number(_ index: Int, _ argument: String, _ place: Int) throws -> Double {
        if torch.scalar(self[index]) == nil, torch.tensor(self[index])?.dim != 0 {
            throw misfit(name, argument, place, "float", self[index])
        }
        return try double(index)
    }

    /// `reduction=`: mean, sum or none; or what `size_average=` and `reduce=` say, its elders.
    func reduction(_ index: Int, _ averaged: Int, _ reduced: Int) throws -> Reduction {
        if isNone(averaged), isNone(reduced) { return try reduction(index) }
        let averages = isNone(averaged) ? true : try vm.isTrue(self[averaged])
        let reduces = isNone(reduced) ? true : try vm.isTrue(self[reduced])
        let meant: Reduction = reduces ? (averages ? .mean : .sum) : .none
        vm.warn(
            .userWarning,
            "size_average and reduce args will be deprecated, please use "
                + "reduction='\(meant.rawValue)' instead.")
        return meant
    }

    /// PyTorch asks the target, then the input for its size before it looks at anything else.
    fileprivate func checkSizes() throws {
        for value in [self[1], self[0]] where torch.tensor(value) == nil {
            throw vm.noAttribute(value, "size", hint: "The loss compares two tensors.")
        }
    }

    /// PyTorch's warning when input and target have different shapes.
    fileprivate func warnOfBroadcast() throws {
        let (input, target) = (try tensor(0), try tensor(1))
        if input.shape == target.shape { return }
        func size(_ tensor: Tensor) -> String {
            "torch.Size([" + tensor.shape.map(String.init).joined(separator: ", ") + "])"
        }
        vm.warn(
            .userWarning,
            "Using a target size (\(size(target))) that is different to the input size "
                + "(\(size(input))). This will likely lead to incorrect results due to "
                + "broadcasting. Please ensure they have the same size.")
    }

    /// A loss with a weight an element, whose mean is over the weights.
    fileprivate func weighted(
        _ index: Int, _ loss: (Reduction) throws -> Tensor
    ) throws -> Tensor {
        let reduction = try reduction(4, 2, 3)
        guard let weight = try optionalTensor(index) else { return try loss(reduction) }
        guard weight.shape == (try tensor(0)).shape else {
            throw TensorError.value("Weights and input must have the same size.")
        }
        let each = try loss(.none).mul(weight)
        switch reduction {
        case .sum: return try each.sum()
        case .mean: return try each.sum().div(weight.sum())
        default: return each
        }
    }
}
