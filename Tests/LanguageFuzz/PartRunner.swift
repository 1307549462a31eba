import Foundation
import Interpreter

/// Runs the parts of a file one after the other.
enum PartRunner {
    static let limits = Limits(
        instructions: 50_000_000, wallTime: .seconds(10), memoryBytes: 512 << 20,
        outputBytes: 4 << 20)

    /// Prints each part's output and then a line `=== ok`, `=== Type: message` or `=== stop`.
    static func run(file: String) {
        guard let source = try? String(contentsOfFile: file, encoding: .utf8) else {
            print("cannot read \(file)")
            exit(2)
        }
        let parts = source.components(separatedBy: "\n# ---\n")
        try? LargeStack.run {
            for part in parts {
                let (output, end) = run(part)
                FileHandle.standardOutput.write(Data((output + "=== " + end + "\n").utf8))
            }
        }
    }

    /// What a program printed, and how it ended.
    static func run(_ source: String) -> (output: String, end: String) {
        let machine = VirtualMachine(limits: limits)
        var output = ""
        machine.output = { output += $0 }
        do {
            _ = try machine.run(
                source: source, filename: "program", mode: .module, globals: machine.makeGlobals())
            return (output, "ok")
        } catch let error as PythonError {
            return (output, machine.describe(error.exception))
        } catch let stop as ExecutionStop {
            return (output, "stop: \(stop.message)")
        } catch {
            return (output, "\(error)")
        }
    }
}
