import Foundation
import Synchronization

/// Grades submissions in worker processes: one process a submission, so that nothing of one can
/// reach another, and a crash or a hang costs only its own.
package struct WorkerPool: Sendable {
    /// The program to start, with the arguments that come before the submission's path.
    package var program: String
    package var arguments: [String]
    /// How many run at once.
    package var jobs: Int
    /// Seconds of wall time that one may take.
    package var seconds: Double

    package init(program: String, arguments: [String], jobs: Int, seconds: Double) {
        self.program = program
        self.arguments = arguments
        self.jobs = max(1, jobs)
        self.seconds = seconds
    }

    /// What became of a worker.
    package enum Ending: Sendable {
        case report(GradeReport)
        case failed(cause: String)
    }

    /// Runs a worker for each path; `finished` is called as each ends, in no fixed order, never two
    /// at once.
    package func run(_ paths: [String], finished: @escaping @Sendable (Int, Ending) -> Void) {
        let next = Mutex(0)
        let reporting = Mutex(())
        DispatchQueue.concurrentPerform(iterations: min(jobs, max(paths.count, 1))) { _ in
            while true {
                let index = next.withLock { value in
                    value += 1
                    return value - 1
                }
                guard index < paths.count else { return }
                let ending = grade(paths[index])
                reporting.withLock { _ in finished(index, ending) }
            }
        }
    }

    private func grade(_ path: String) -> Ending {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments + [path]
        // Nothing of the caller's surroundings is a submission's business.
        let kept = ["PATH", "LANG", "LC_ALL", "CNNLAB_HOME", "OPENBLAS_CORETYPE"]
        process.environment = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            return .failed(cause: "the worker could not be started: \(error.localizedDescription)")
        }
        let isLate = Mutex(false)
        let identifier = process.processIdentifier
        let deadline = DispatchWorkItem {
            isLate.withLock { $0 = true }
            kill(identifier, SIGKILL)
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: deadline)
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        deadline.cancel()
        if isLate.withLock({ $0 }) {
            return .failed(cause: "it took longer than \(Int(seconds)) s")
        }
        if process.terminationReason == .uncaughtSignal {
            let signal = process.terminationStatus
            return .failed(
                cause: signal == SIGXCPU || signal == SIGKILL
                    ? "it used up its processor time or memory"
                    : "the worker crashed (signal \(signal))")
        }
        guard let report = try? JSONDecoder().decode(GradeReport.self, from: data) else {
            let text = String(decoding: data.prefix(200), as: UTF8.self)
            return .failed(
                cause: text.isEmpty
                    ? "the worker ended with status \(process.terminationStatus)" : text)
        }
        return .report(report)
    }
}
