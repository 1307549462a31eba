import ArgumentParser
import Foundation
import Interpreter
import Notebook

/// `cnnlab bench`: how fast this machine trains, checked before it is timed.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure the speed of this machine's core.",
        discussion: """
            Trains the course's CNN from a fixed seed, in the learner's language, compares the loss \
            after ten steps with PyTorch's, and then times the steps.
            """)

    @Flag(help: "Print JSON.") var json = false

    /// One thing that is timed.
    private struct Measurement: Codable {
        var name: String
        /// The loss after ten steps, and the one that PyTorch 2.15 prints for the same seed.
        var loss: Double
        var expectedLoss: Double
        var medianMilliseconds: Double
        var bestMilliseconds: Double

        var isRight: Bool { abs(loss - expectedLoss) < 0.002 }
    }

    func run() throws {
        let optimizers = [
            ("SGD", "torch.optim.SGD(p, lr=0.01, momentum=0.9, weight_decay=5e-4)", 1.4198),
            ("Adam", "torch.optim.Adam(p, lr=1e-3)", 1.8932),
        ]
        var measurements: [Measurement] = []
        for (name, optimizer, expected) in optimizers {
            measurements.append(try measure(name, optimizer, expected))
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(measurements), as: UTF8.self))
        } else {
            print("CNNWithBNDropout, one training step, batch 64, float32")
            for measurement in measurements {
                let name = measurement.name.padding(toLength: 5, withPad: " ", startingAt: 0)
                let times = String(
                    format: "median %.2f ms, best %.2f ms", measurement.medianMilliseconds,
                    measurement.bestMilliseconds)
                let loss = String(format: "%.4f", measurement.loss)
                print("\(name) \(times)   loss after 10 steps \(loss)")
            }
        }
        for wrong in measurements where !wrong.isRight {
            FileHandle.standardError.write(
                Data(
                    """
                    cnnlab bench: with \(wrong.name) the loss should be \(wrong.expectedLoss), \
                    but is \(wrong.loss): this build computes wrongly on this machine\n
                    """.utf8))
            throw ExitCode(1)
        }
    }

    private func measure(
        _ name: String, _ optimizer: String, _ expected: Double
    ) throws -> Measurement {
        let result = try LargeStack.run {
            let session = Session(budget: .script)
            return session.runScript(Array(script(optimizer).utf8), name: "<bench>")
        }
        let numbers = result.text.split(whereSeparator: \.isWhitespace).compactMap {
            Double($0)
        }
        guard result.succeeded, numbers.count == 3 else {
            let reason = result.failure?.traceback ?? "it printed \(result.text)"
            FileHandle.standardError.write(Data("cnnlab bench: \(reason)\n".utf8))
            throw ExitCode(1)
        }
        return Measurement(
            name: name, loss: numbers[0], expectedLoss: expected, medianMilliseconds: numbers[1],
            bestMilliseconds: numbers[2])
    }

    private func script(_ optimizer: String) -> String {
        """
        import time
        import torch
        import torch.nn as nn
        import torch.nn.functional as F


        class CNNWithBNDropout(nn.Module):
            def __init__(self):
                super().__init__()
                self.conv1 = nn.Conv2d(1, 32, 3, padding=1)
                self.bn1 = nn.BatchNorm2d(32)
                self.dropout = nn.Dropout(0.5)
                self.pool = nn.MaxPool2d(2, 2)
                self.fc1 = nn.Linear(32 * 14 * 14, 128)
                self.fc2 = nn.Linear(128, 10)

            def forward(self, x):
                x = self.pool(F.relu(self.bn1(self.conv1(x))))
                x = x.view(-1, 32 * 14 * 14)
                x = F.relu(self.fc1(x))
                x = self.dropout(x)
                return self.fc2(x)


        torch.manual_seed(0)
        images = torch.rand(64, 1, 28, 28)
        labels = torch.randint(0, 10, (64,))
        model = CNNWithBNDropout()
        make_optimizer = lambda p: \(optimizer)
        optimizer = make_optimizer(model.parameters())
        times = []
        for step in range(310):
            start = time.perf_counter()
            optimizer.zero_grad()
            loss = F.cross_entropy(model(images), labels)
            loss.backward()
            optimizer.step()
            times.append(time.perf_counter() - start)
            if step == 9:
                print(loss.item())
        times = sorted(times[10:])
        print(1000 * times[len(times) // 2], 1000 * times[0])
        """
    }
}
