import ArgumentParser
import Foundation
import Interpreter
import Notebook

/// `cnnlab bench`: how fast this machine trains, checked before it is timed.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure in ten seconds how fast this machine trains.",
        discussion: """
            Trains the course's CNN from a fixed seed, in the learner's language, compares the loss \
            after ten steps with PyTorch's, and then times steps for four seconds an optimizer.
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
        var steps: Int
        var threads: Int

        var imagesPerSecond: Double { 64_000 / medianMilliseconds }
        var isRight: Bool { abs(loss - expectedLoss) < 0.002 }
    }

    func run() throws {
        let optimizers = [
            ("SGD", "torch.optim.SGD(p, lr=0.01, momentum=0.9, weight_decay=5e-4)", 1.4198),
            ("Adam", "torch.optim.Adam(p, lr=1e-3)", 1.8932),
        ]
        if !json {
            print("Training the course's CNN, batch 64, float32: about ten seconds ...")
        }
        var measurements: [Measurement] = []
        for (name, optimizer, expected) in optimizers {
            measurements.append(try measure(name, optimizer, expected))
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(measurements), as: UTF8.self))
        } else {
            printTable(measurements)
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

    private func printTable(_ measurements: [Measurement]) {
        func row(_ cells: String...) {
            var line = cells[0].padding(toLength: 6, withPad: " ", startingAt: 0)
            for (cell, width) in zip(cells.dropFirst(), [12, 9, 12, 15, 17]) {
                line += String(repeating: " ", count: max(1, width - cell.count)) + cell
            }
            print(line)
        }
        row("", "ms a step", "best", "images/s", "60,000 images", "loss at step 10")
        for m in measurements {
            row(
                m.name, String(format: "%.2f", m.medianMilliseconds),
                String(format: "%.2f", m.bestMilliseconds),
                String(format: "%.0f", m.imagesPerSecond),
                String(format: "%.1f s", 60_000 / m.imagesPerSecond),
                String(format: "%.4f", m.loss) + (m.isRight ? " ok" : " !!"))
        }
        let steps = measurements.map { "\($0.steps)" }.joined(separator: " and ")
        let threads = measurements.first.map {
            $0.threads == 1 ? "1 thread" : "\($0.threads) threads"
        }
        print("Medians of \(steps) steps, \(threads ?? ""). \"ok\": the loss is PyTorch's.")
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
        guard result.succeeded, numbers.count == 5 else {
            let reason = result.failure?.traceback ?? "it printed \(result.text)"
            FileHandle.standardError.write(Data("cnnlab bench: \(reason)\n".utf8))
            throw ExitCode(1)
        }
        return Measurement(
            name: name, loss: numbers[0], expectedLoss: expected, medianMilliseconds: numbers[1],
            bestMilliseconds: numbers[2], steps: Int(exactly: numbers[3]) ?? 0,
            threads: Int(exactly: numbers[4]) ?? 0)
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
        end = time.perf_counter() + 4
        while len(times) < 30 or time.perf_counter() < end:
            start = time.perf_counter()
            optimizer.zero_grad()
            loss = F.cross_entropy(model(images), labels)
            loss.backward()
            optimizer.step()
            times.append(time.perf_counter() - start)
            if len(times) == 10:
                print(loss.item())
        times = sorted(times[10:])
        print(1000 * times[len(times) // 2], 1000 * times[0], len(times), torch.get_num_threads())
        """
    }
}
