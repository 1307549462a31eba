/// What an epoch of training came to.
public struct EpochReport: Sendable, Equatable {
    /// Counted from 1.
    public var epoch: Int
    /// Mean over the training samples, in training mode.
    public var loss: Double
    /// Share of training samples classified right, in training mode.
    public var accuracy: Double
    /// The same in evaluation mode on the validation data, where there is some.
    public var validationLoss: Double?
    public var validationAccuracy: Double?
}

/// Trains a classifier with cross entropy and reports on each epoch.
///
/// ```swift
/// let model = try Sequential(Flatten(), Linear(784, 10))
/// let loader = DataLoader(TensorDataset([images, labels]), batchSize: 64, shuffle: true)
/// let history = try fit(model, loader, try Adam(model.parameters()), epochs: 3) { print($0) }
/// ```
///
/// - Parameters:
///   - loader: batches of input and class indices.
///   - onEpoch: called after each epoch; training stops early when it throws.
@discardableResult
public func fit(
    _ model: Module, _ loader: DataLoader, _ optimizer: Optimizer, epochs: Int,
    validation: DataLoader? = nil, onEpoch: (EpochReport) throws -> Void = { _ in }
) throws -> [EpochReport] {
    var history: [EpochReport] = []
    for epoch in 1...max(epochs, 1) where epoch <= epochs {
        model.train()
        var tally = Tally()
        for batch in try loader.epoch() {
            let batch = try batch.get()
            try optimizer.zeroGrad()
            let output = try model(batch[0])
            let loss = try crossEntropy(output, batch[1])
            try loss.backward()
            try optimizer.step()
            try tally.count(output, batch[1], loss)
        }
        var report = EpochReport(epoch: epoch, loss: tally.loss, accuracy: tally.accuracy)
        if let validation {
            let found = try evaluate(model, validation)
            report.validationLoss = found.loss
            report.validationAccuracy = found.accuracy
        }
        history.append(report)
        try onEpoch(report)
    }
    return history
}

/// Mean cross entropy and accuracy of a classifier in evaluation mode; the mode is put back afterwards.
public func evaluate(
    _ model: Module, _ loader: DataLoader
) throws -> (loss: Double, accuracy: Double) {
    let modes = model.modules().map { ($0, $0.training) }
    defer { for (module, mode) in modes { module.training = mode } }
    model.eval()
    return try withoutGradient {
        var tally = Tally()
        for batch in try loader.epoch() {
            let batch = try batch.get()
            let output = try model(batch[0])
            try tally.count(output, batch[1], try crossEntropy(output, batch[1]))
        }
        return (tally.loss, tally.accuracy)
    }
}

private struct Tally {
    private var samples = 0
    private var lossSum = 0.0
    private var right = 0

    var loss: Double { samples == 0 ? .nan : lossSum / Double(samples) }
    var accuracy: Double { samples == 0 ? .nan : Double(right) / Double(samples) }

    mutating func count(_ output: Tensor, _ target: Tensor, _ loss: Tensor) throws {
        try withoutGradient {
            let guesses = try output.detach().argmax(1)
            samples += target.count
            lossSum += try loss.item().doubleValue * Double(target.count)
            right += try guesses.eq(target).sum().item().intValue
        }
    }
}
