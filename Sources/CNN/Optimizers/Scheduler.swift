// Learning rate schedules. A scheduler starts with a step, which sets the rates of epoch 0, and then moves one
// epoch a step, as PyTorch's do. Where PyTorch computes a rate from the one before, so does this: the
// roundings then are the same, and a rate changed by hand is carried on.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The base of schedules that go by the number of epochs.
open class Scheduler {
    public let optimizer: Optimizer
    /// Each group's rate at the start.
    public internal(set) var baseRates: [Double]
    /// The epoch that the rates are those of.
    public internal(set) var lastEpoch = -1
    /// The rates that the last step set.
    public internal(set) var lastRates: [Double] = []

    init(_ optimizer: Optimizer) {
        self.optimizer = optimizer
        baseRates = optimizer.groups.map { group in
            if let initial = group["initial_lr"] { return initial.doubleValue }
            group["initial_lr"] = group["lr"]
            return group.learningRate
        }
    }

    /// Call at the end of an initialiser: takes the first step.
    func start() { step() }

    /// Moves on by one epoch.
    public func step() {
        lastEpoch += 1
        for (group, rate) in zip(optimizer.groups, rates()) { group.learningRate = rate }
        lastRates = currentRates
    }

    /// The rates now.
    var currentRates: [Double] { optimizer.groups.map(\.learningRate) }

    /// The rates of epoch ``lastEpoch``.
    func rates() -> [Double] { currentRates }
}

/// Multiplies by `gamma` every `stepSize` epochs.
public final class StepLR: Scheduler {
    public let stepSize: Int
    public let gamma: Double

    /// - Parameter stepSize: at least 1.
    public init(_ optimizer: Optimizer, stepSize: Int, gamma: Double = 0.1) {
        self.stepSize = max(stepSize, 1)
        self.gamma = gamma
        super.init(optimizer)
        start()
    }

    override func rates() -> [Double] {
        if lastEpoch == 0 || lastEpoch % stepSize != 0 { return currentRates }
        return currentRates.map { $0 * gamma }
    }
}

/// Multiplies by `gamma` at each of the milestones.
public final class MultiStepLR: Scheduler {
    public let milestones: [Int]
    public let gamma: Double

    public init(_ optimizer: Optimizer, milestones: [Int], gamma: Double = 0.1) {
        self.milestones = milestones
        self.gamma = gamma
        super.init(optimizer)
        start()
    }

    override func rates() -> [Double] {
        let times = milestones.filter { $0 == lastEpoch }.count
        return times == 0 ? currentRates : currentRates.map { $0 * pow(gamma, Double(times)) }
    }
}

/// Multiplies by `gamma` every epoch.
public final class ExponentialLR: Scheduler {
    public let gamma: Double

    public init(_ optimizer: Optimizer, gamma: Double) {
        self.gamma = gamma
        super.init(optimizer)
        start()
    }

    override func rates() -> [Double] {
        lastEpoch == 0 ? currentRates : currentRates.map { $0 * gamma }
    }
}

/// The rate at the start times a function of the epoch.
public final class LambdaLR: Scheduler {
    private let factor: (Int) -> Double

    public init(_ optimizer: Optimizer, _ factor: @escaping (Int) -> Double) {
        self.factor = factor
        super.init(optimizer)
        start()
    }

    override func rates() -> [Double] { baseRates.map { $0 * factor(lastEpoch) } }
}

/// Goes from `startFactor` to `endFactor` of the rate at the start, evenly over `totalIters` epochs.
public final class LinearLR: Scheduler {
    public let startFactor: Double
    public let endFactor: Double
    public let totalIters: Int

    /// - Throws: PyTorch's messages for factors out of range.
    public init(
        _ optimizer: Optimizer, startFactor: Double = 1.0 / 3, endFactor: Double = 1,
        totalIters: Int = 5
    ) throws {
        guard startFactor > 0, startFactor <= 1 else {
            throw TensorError.value(
                "Starting multiplicative factor expected to be greater than 0 and less or equal to 1."
            )
        }
        guard endFactor >= 0, endFactor <= 1 else {
            throw TensorError.value(
                "Ending multiplicative factor expected to be between 0 and 1.")
        }
        self.startFactor = startFactor
        self.endFactor = endFactor
        self.totalIters = totalIters
        super.init(optimizer)
        start()
    }

    override func rates() -> [Double] {
        if lastEpoch == 0 { return currentRates.map { $0 * startFactor } }
        if lastEpoch > totalIters { return currentRates }
        let span = endFactor - startFactor
        let before = Double(totalIters) * startFactor + Double(lastEpoch - 1) * span
        return currentRates.map { $0 * (1 + span / before) }
    }
}

/// Falls along half a cosine to `etaMin` in `tMax` epochs.
///
/// Source: Loshchilov and Hutter, https://arxiv.org/abs/1608.03983
public final class CosineAnnealingLR: Scheduler {
    public let tMax: Int
    public let etaMin: Double

    /// - Parameter tMax: at least 1.
    public init(_ optimizer: Optimizer, tMax: Int, etaMin: Double = 0) {
        self.tMax = max(tMax, 1)
        self.etaMin = etaMin
        super.init(optimizer)
        start()
    }

    override func rates() -> [Double] {
        let period = Double(tMax)
        if lastEpoch == 0 { return currentRates }
        if (lastEpoch - 1 - tMax) % (2 * tMax) == 0 {
            return zip(currentRates, baseRates).map { rate, base in
                rate + (base - etaMin) * (1 - cos(.pi / period)) / 2
            }
        }
        let (now, before) = (Double(lastEpoch), Double(lastEpoch - 1))
        return currentRates.map {
            (1 + cos(.pi * now / period)) / (1 + cos(.pi * before / period)) * ($0 - etaMin)
                + etaMin
        }
    }
}

/// Lowers the rate when a measure has stopped improving.
public final class ReduceLROnPlateau {
    public let optimizer: Optimizer
    public let factor: Double
    public let patience: Int
    public let threshold: Double
    public let cooldown: Int
    public let minRate: Double
    public let eps: Double
    private let isMaximum: Bool
    private let isRelative: Bool
    /// The best value so far.
    public private(set) var best: Double
    /// Epochs since it was the best.
    public private(set) var badEpochs = 0
    /// Epochs left in which nothing counts as bad.
    public private(set) var cooldownCounter = 0
    /// The rates that the last step left.
    public private(set) var lastRates: [Double]

    /// - Throws: PyTorch's messages for options out of range.
    public init(
        _ optimizer: Optimizer, mode: String = "min", factor: Double = 0.1, patience: Int = 10,
        threshold: Double = 1e-4, thresholdMode: String = "rel", cooldown: Int = 0,
        minRate: Double = 0, eps: Double = 1e-8
    ) throws {
        guard factor < 1 else { throw TensorError.value("Factor should be < 1.0.") }
        guard mode == "min" || mode == "max" else {
            throw TensorError.value("mode \(mode) is unknown!")
        }
        guard thresholdMode == "rel" || thresholdMode == "abs" else {
            throw TensorError.value("threshold mode \(thresholdMode) is unknown!")
        }
        self.optimizer = optimizer
        self.factor = factor
        self.patience = patience
        self.threshold = threshold
        self.cooldown = cooldown
        self.minRate = minRate
        self.eps = eps
        isMaximum = mode == "max"
        isRelative = thresholdMode == "rel"
        best = isMaximum ? -.infinity : .infinity
        lastRates = optimizer.groups.map(\.learningRate)
    }

    private func improves(_ value: Double) -> Bool {
        switch (isMaximum, isRelative) {
        case (false, true): value < best * (1 - threshold)
        case (false, false): value < best - threshold
        case (true, true): value > best * (threshold + 1)
        case (true, false): value > best + threshold
        }
    }

    /// Takes the measure of an epoch into account.
    public func step(_ value: Double) {
        if improves(value) {
            best = value
            badEpochs = 0
        } else {
            badEpochs += 1
        }
        if cooldownCounter > 0 {
            cooldownCounter -= 1
            badEpochs = 0
        }
        if badEpochs > patience {
            for group in optimizer.groups {
                let old = group.learningRate
                let new = max(old * factor, minRate)
                if old - new > eps { group.learningRate = new }
            }
            cooldownCounter = cooldown
            badEpochs = 0
        }
        lastRates = optimizer.groups.map(\.learningRate)
    }
}
