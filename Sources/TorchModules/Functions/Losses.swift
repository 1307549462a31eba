import CNN
import Interpreter

extension Torch {
    func declareLosses(_ module: ModuleObject) {
        let old = "size_average=None, "
        func refuseOld(_ c: Call, _ indices: Int...) throws {
            for index in indices { try c.refuse(index) }
        }
        define(
            module, "cross_entropy",
            "(input, target, weight=None, \(old)ignore_index=-100, reduce=None, reduction='mean', "
                + "label_smoothing=0.0)",
            "Cross entropy between logits and class indices or probabilities."
        ) { c in
            try refuseOld(c, 3, 5)
            return c.wrap(
                try CNN.crossEntropy(
                    c.tensor(0), c.tensor(1), weight: c.optionalTensor(2), ignoreIndex: c.int(4),
                    reduction: c.reduction(6), labelSmoothing: c.double(7)))
        }
        define(
            module, "nll_loss",
            "(input, target, weight=None, \(old)ignore_index=-100, reduce=None, reduction='mean')",
            "Negative log likelihood of log probabilities."
        ) { c in
            try refuseOld(c, 3, 5)
            return c.wrap(
                try CNN.nllLoss(
                    c.tensor(0), c.tensor(1), weight: c.optionalTensor(2), ignoreIndex: c.int(4),
                    reduction: c.reduction(6)))
        }
        let plain = "(input, target, \(old)reduce=None, reduction='mean'"
        define(module, "mse_loss", plain + ", weight=None)", "The squared difference.") { c in
            try refuseOld(c, 2, 3, 5)
            return c.wrap(
                try CNN.mseLoss(c.tensor(0), c.tensor(1), reduction: c.reduction(4)))
        }
        define(module, "l1_loss", plain + ", weight=None)", "The absolute difference.") { c in
            try refuseOld(c, 2, 3, 5)
            return c.wrap(try CNN.l1Loss(c.tensor(0), c.tensor(1), reduction: c.reduction(4)))
        }
        define(
            module, "smooth_l1_loss", plain + ", beta=1.0)", "Squared below beta, absolute above."
        ) { c in
            try refuseOld(c, 2, 3)
            return c.wrap(
                try CNN.smoothL1Loss(
                    c.tensor(0), c.tensor(1), reduction: c.reduction(4), beta: c.double(5)))
        }
        define(
            module, "binary_cross_entropy",
            "(input, target, weight=None, \(old)reduce=None, reduction='mean')",
            "Binary cross entropy of probabilities."
        ) { c in
            try refuseOld(c, 3, 4)
            return c.wrap(
                try CNN.binaryCrossEntropy(
                    c.tensor(0), c.tensor(1), weight: c.optionalTensor(2),
                    reduction: c.reduction(5)))
        }
        define(
            module, "binary_cross_entropy_with_logits",
            "(input, target, weight=None, \(old)reduce=None, reduction='mean', pos_weight=None)",
            "Binary cross entropy of logits."
        ) { c in
            try refuseOld(c, 3, 4)
            return c.wrap(
                try CNN.binaryCrossEntropyWithLogits(
                    c.tensor(0), c.tensor(1), weight: c.optionalTensor(2),
                    reduction: c.reduction(5), posWeight: c.optionalTensor(6)))
        }
        define(
            module, "kl_div",
            "(input, target, \(old)reduce=None, reduction='mean', log_target=False)",
            "The Kullback-Leibler divergence from log probabilities."
        ) { c in
            try refuseOld(c, 2, 3)
            return c.wrap(
                try CNN.klDiv(
                    c.tensor(0), c.tensor(1), reduction: c.reduction(4), logTarget: c.bool(5)))
        }
    }
}
