import Foundation
import Interpreter

/// Runs the parts of a file one after the other.
enum PartRunner {
    /// Prints each part's output and then a line `=== ok`, `=== Type: message` or `=== stop`. The line also says
    /// when objects outlive their machine.
    static func run(file: String, megabytes: Int, seconds: Int, collects: Bool) {
        let limits = Limits(
            instructions: 50_000_000, wallTime: .seconds(seconds), memoryBytes: megabytes << 20,
            outputBytes: 4 << 20)
        guard let source = try? String(contentsOfFile: file, encoding: .utf8) else {
            print("cannot read \(file)")
            exit(2)
        }
        let parts = source.components(separatedBy: "\n# ---\n")
        try? LargeStack.run {
            for part in parts {
                let (output, end) = run(part, limits, collects)
                FileHandle.standardOutput.write(Data((output + "=== " + end + "\n").utf8))
            }
        }
    }

    /// What a program printed, and how it ended.
    private static func run(_ source: String, _ limits: Limits, _ collects: Bool) -> (
        output: String, end: String
    ) {
        var heap: Heap?
        var (output, end) = ("", "")
        do {
            let machine = VirtualMachine(limits: limits)
            heap = machine.heap
            (output, end) = run(source, machine, collects)
        }
        let left = heap?.liveObjects ?? 0
        return (output, left == 0 ? end : "\(end) (\(left) objects left)")
    }

    private static func run(_ source: String, _ machine: VirtualMachine, _ collects: Bool) -> (
        String, String
    ) {
        var output = ""
        machine.output = { [heap = machine.heap] text in
            output += text
            if collects { heap.collectCycles() }
        }
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
