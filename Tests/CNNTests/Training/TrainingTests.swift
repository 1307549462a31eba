import CNN
import Testing

/// The tutorial's network.
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
        for (name, module) in [
            ("conv1", conv1), ("bn1", bn1), ("dropout", dropout), ("pool", pool), ("fc1", fc1),
            ("fc2", fc2),
        ] as [(String, Module)] {
            register(module: name, module)
        }
    }

    override func forward(_ input: Tensor) throws -> Tensor {
        var x = try pool(try bn1(try conv1(input)).relu())
        x = try x.view([-1, 32 * 14 * 14])
        x = try fc1(x).relu()
        return try fc2(try dropout(x))
    }
}

@Suite("Training")
struct TrainingTests {
    static func run(_ make: ([Tensor]) throws -> Optimizer) throws -> (
        losses: [Double], model: CNNWithBNDropout, images: Tensor
    ) {
        manualSeed(0)
        let model = try CNNWithBNDropout()
        let x = try Tensor.randn([256, 1, 28, 28])
        let y = try Tensor.randint(0, 10, [256])
        let loader = DataLoader(TensorDataset([x, y]), batchSize: 64, shuffle: true)
        let optimizer = try make(model.parameters())
        var losses: [Double] = []
        for _ in 0..<5 {
            for batch in try loader.epoch() {
                let batch = try batch.get()
                try optimizer.zeroGrad()
                let loss = try crossEntropy(try model(batch[0]), batch[1])
                try loss.backward()
                try optimizer.step()
                losses.append(try loss.item().doubleValue)
            }
        }
        return (losses, model, x)
    }

    private func check(_ name: String, _ make: ([Tensor]) throws -> Optimizer) throws {
        let golden = try Golden("training.safetensors")
        let (losses, model, images) = try Self.run(make)
        let expected = try golden["cnn/\(name)"].array(Double.self)
        #expect(losses.count == 20)
        for (step, (loss, wanted)) in zip(losses, expected).enumerated() {
            #expect(abs(loss - wanted) < 5e-5, "step \(step): \(loss), PyTorch \(wanted)")
        }
        model.eval()
        let output = try withoutGradient { try model(try images.narrow(0, 0, 4)) }
        let mean = try #require(model.bn1.runningMean)
        let variance = try #require(model.bn1.runningVar)
        // What the convolution's bias adds to the mean, batch normalization takes away again: its gradient
        // is nothing but rounding, which Adam blows up to full steps.
        let tolerance = name == "adam" ? 0.1 : 1e-3
        #expect(try difference(output, golden["cnn/\(name)/eval"]) < tolerance)
        #expect(try difference(mean, golden["cnn/\(name)/running_mean"]) < tolerance)
        #expect(try difference(variance, golden["cnn/\(name)/running_var"]) < 1e-4)
    }

    @Test("twenty steps of the tutorial's network have PyTorch's losses: SGD with momentum")
    func sgd() throws {
        try check("sgd") { try SGD($0, lr: 0.01, momentum: 0.9, weightDecay: 5e-4) }
    }

    @Test("twenty steps of the tutorial's network have PyTorch's losses: Adam")
    func adam() throws {
        try check("adam") { try Adam($0, lr: 1e-3) }
    }

    @Test("training leaves no tensor or graph behind")
    func nothingLeft() throws {
        _ = Generator.default
        let before = LiveObjects.current
        do { _ = try Self.run { try Adam($0) } }
        #expect(LiveObjects.current == before)
    }
}
