import CNN
import Testing

// In processes of their own: the threads and the pool of buffers are one for all, and tests beside these would take them.
@Suite("Steps of a training")
struct StepTests {
    /// A network whose convolutions take Winograd's way, for 3 × 32 × 32.
    private static func deepNetwork() throws -> Module {
        Sequential([
            try Conv2d(3, 32, kernelSize: 3, padding: 1), try BatchNorm2d(32), Activation.relu(),
            try Conv2d(32, 64, kernelSize: 3, padding: 1), try BatchNorm2d(64), Activation.relu(),
            MaxPool2d(2), try Dropout2d(.double(0.25)),
            try Conv2d(64, 64, kernelSize: 3, padding: 1), try BatchNorm2d(64), Activation.relu(),
            AdaptiveAvgPool2d([1, 1]), Flatten(), try Linear(64, 10),
        ])
    }

    /// The losses of some steps and all parameters and buffers after them, as bits.
    private static func train(
        _ model: Module, _ shape: [Int], _ optimizer: ([Tensor]) throws -> Optimizer
    ) throws -> [[UInt32]] {
        let images = try Tensor.randn(shape)
        let labels = try Tensor.randint(0, 10, [shape[0]])
        let optimizer = try optimizer(model.parameters())
        var results: [Tensor] = []
        for _ in 0..<3 {
            try optimizer.zeroGrad()
            let loss = try crossEntropy(try model(images), labels)
            try loss.backward()
            try optimizer.step()
            results.append(loss.detach())
        }
        results += model.parameters()
        results += model.namedBuffers().map(\.1).filter { $0.dtype == .float32 }
        return try results.map { try $0.array(Float.self).map(\.bitPattern) }
    }

    @Test("losses, weights and statistics have the same bits with 1, 2 and 8 threads, and again")
    func threads() async {
        await #expect(processExitsWith: .success) {
            var first: [[UInt32]] = []
            for threads in [1, 2, 8, 2] {
                Threads.count = threads
                manualSeed(0)
                var bits = try StepTests.train(try CNNWithBNDropout(), [64, 1, 28, 28]) {
                    try SGD($0, lr: 0.01, momentum: 0.9, weightDecay: 5e-4)
                }
                bits += try StepTests.train(try CNNWithBNDropout(), [32, 1, 28, 28]) {
                    try Adam($0, lr: 1e-3)
                }
                bits += try StepTests.train(try StepTests.deepNetwork(), [8, 3, 32, 32]) {
                    try Adam($0, lr: 1e-3)
                }
                if first.isEmpty { first = bits }
                #expect(bits == first, "\(threads) threads")
            }
            #expect(first.count > 30)
        }
    }

    @Test("a step takes no memory from the system once one has run")
    func memory() async {
        await #expect(processExitsWith: .success) {
            let images = try Tensor.rand([64, 1, 28, 28])
            let labels = try Tensor.randint(0, 10, [64])
            let model = try CNNWithBNDropout()
            let optimizer = try SGD(model.parameters(), lr: 0.01, momentum: 0.9, weightDecay: 5e-4)
            // As a learner's names, which hold one step's results while the next computes its own.
            var held: [Tensor] = []
            func step() throws {
                try optimizer.zeroGrad()
                let output = try model(images)
                let loss = try crossEntropy(output, labels)
                try loss.backward()
                try optimizer.step()
                held = [output, loss]
            }
            try step()
            let (system, kept) = BufferPool.statistics
            #expect(system > 0 && kept > 0)
            for _ in 0..<20 { try step() }
            #expect(held.count == 2)
            #expect(BufferPool.statistics.systemAllocations == system)
            #expect(BufferPool.statistics.keptBytes == kept)
        }
    }
}
