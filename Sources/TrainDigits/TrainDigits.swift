import CNN
import Foundation

/// The tutorial's network: one convolution with BatchNorm, and dropout between two linear layers.
///
/// (N, 1, 28, 28) → (N, 10).
final class CNNWithBNDropout: Module {
    let conv1: Conv2d
    let bn1: BatchNorm2d
    let dropout: Dropout
    let pool: MaxPool2d
    let fc1: Linear
    let fc2: Linear

    init() throws {
        conv1 = try Conv2d(1, 32, kernelSize: 3, padding: 1)
        bn1 = try BatchNorm2d(32)
        dropout = try Dropout(0.5)
        pool = MaxPool2d(2, stride: 2)
        fc1 = try Linear(32 * 14 * 14, 128)
        fc2 = try Linear(128, 10)
        super.init()
        register(module: "conv1", conv1)
        register(module: "bn1", bn1)
        register(module: "dropout", dropout)
        register(module: "pool", pool)
        register(module: "fc1", fc1)
        register(module: "fc2", fc2)
    }

    override func forward(_ input: Tensor) throws -> Tensor {
        var x = try pool(bn1(conv1(input)).relu())
        x = try x.view([-1, 32 * 14 * 14])
        x = try fc1(x).relu()
        return try fc2(dropout(x))
    }
}

/// Trains the network on a folder of images in MNIST's format and prints how each epoch went.
@main
enum TrainDigits {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count <= 2, !arguments.contains("--help") else {
            print("usage: TrainDigits [FOLDER [EPOCHS]]   (datasets/digits and 3 unless given)")
            return
        }
        let folder = arguments.first ?? "datasets/digits"
        let epochs = arguments.count == 2 ? Int(arguments[2]) ?? 3 : 3

        manualSeed(0)
        let train = try dataset(folder, .train, limit: 2000)
        let test = try dataset(folder, .test, limit: 1000)
        let model = try CNNWithBNDropout()
        print(model)

        let loader = DataLoader(train, batchSize: 64, shuffle: true)
        let optimizer = try Adam(model.parameters(), lr: 1e-3)
        try fit(
            model, loader, optimizer, epochs: epochs,
            validation: DataLoader(test, batchSize: 500)
        ) { report in
            print(
                String(
                    format: "epoch %d: loss %.4f, accuracy %.3f; test loss %.4f, accuracy %.3f",
                    report.epoch, report.loss, report.accuracy, report.validationLoss ?? .nan,
                    report.validationAccuracy ?? .nan))
        }
    }

    /// The first images of a split as float32 (N, 1, rows, columns) between 0 and 1, with their labels.
    private static func dataset(
        _ folder: String, _ split: ImageDataset.Split, limit: Int
    ) throws -> TensorDataset {
        let data = try ImageDataset(folder: folder, split: split)
        let count = min(limit, data.count)
        let size = data.rows * data.columns
        let pixels = try Tensor(
            Array(data.pixels.prefix(count * size)), [count, 1, data.rows, data.columns])
        let images = try pixels.to(.float32).div(255)
        let labels = try Tensor(data.labels.prefix(count).map { Int($0) })
        return TensorDataset([images, labels])
    }
}
