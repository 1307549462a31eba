/// A loss as a module: input and target → loss.
public final class Loss: Module {
    private let name: String
    private let function: (Tensor, Tensor) throws -> Tensor

    /// - Parameter name: the class's name in PyTorch.
    public init(_ name: String, _ function: @escaping (Tensor, Tensor) throws -> Tensor) {
        self.name = name
        self.function = function
        super.init()
    }

    public override var typeName: String { name }

    public override func forward(_ inputs: [Tensor]) throws -> Tensor {
        guard inputs.count == 2 else {
            throw TensorError.type(
                "\(name).forward() takes 3 positional arguments but \(inputs.count + 1) were given")
        }
        return try function(inputs[0], inputs[1])
    }
}

/// The losses by their names in PyTorch.
extension Loss {
    public static func crossEntropy(
        weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: Reduction = .mean,
        labelSmoothing: Double = 0
    ) -> Loss {
        let loss = Loss("CrossEntropyLoss") {
            try CNN.crossEntropy(
                $0, $1, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction,
                labelSmoothing: labelSmoothing)
        }
        if let weight { loss.register(buffer: "weight", weight) }
        return loss
    }

    public static func nll(
        weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: Reduction = .mean
    ) -> Loss {
        let loss = Loss("NLLLoss") {
            try CNN.nllLoss($0, $1, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
        }
        if let weight { loss.register(buffer: "weight", weight) }
        return loss
    }

    public static func mse(reduction: Reduction = .mean) -> Loss {
        Loss("MSELoss") { try mseLoss($0, $1, reduction: reduction) }
    }

    public static func l1(reduction: Reduction = .mean) -> Loss {
        Loss("L1Loss") { try l1Loss($0, $1, reduction: reduction) }
    }

    public static func smoothL1(reduction: Reduction = .mean, beta: Double = 1) -> Loss {
        Loss("SmoothL1Loss") { try smoothL1Loss($0, $1, reduction: reduction, beta: beta) }
    }

    public static func huber(reduction: Reduction = .mean, delta: Double = 1) -> Loss {
        Loss("HuberLoss") { try huberLoss($0, $1, reduction: reduction, delta: delta) }
    }

    public static func bce(weight: Tensor? = nil, reduction: Reduction = .mean) -> Loss {
        Loss("BCELoss") { try binaryCrossEntropy($0, $1, weight: weight, reduction: reduction) }
    }

    public static func bceWithLogits(
        weight: Tensor? = nil, reduction: Reduction = .mean, posWeight: Tensor? = nil
    ) -> Loss {
        Loss("BCEWithLogitsLoss") {
            try binaryCrossEntropyWithLogits(
                $0, $1, weight: weight, reduction: reduction, posWeight: posWeight)
        }
    }

    public static func klDiv(reduction: Reduction = .mean, logTarget: Bool = false) -> Loss {
        Loss("KLDivLoss") { try CNN.klDiv($0, $1, reduction: reduction, logTarget: logTarget) }
    }
}
