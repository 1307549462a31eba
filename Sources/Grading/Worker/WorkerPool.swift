package import Foundation
import Synchronization

/// Grades submissions in worker programs, each of which serves one submission after another
/// (``WorkerServer``). A worker that dies costs the submission in its hands one more try, with a new worker.
package struct WorkerPool: Sendable {
    /// The program to start, and its arguments.
    package var program: String
    package var arguments: [String]
    /// How many run at once.
    package var jobs: Int
    /// What is known of answers to exercises, by their digests; called by several threads.
    package var known: @Sendable ([String]) -> [String: GradeReport.Item] = { _ in [:] }

    package init(program: String, arguments: [String], jobs: Int) {
        self.program = program
        self.arguments = arguments
        self.jobs = max(1, jobs)
    }

    /// What became of a submission.
    package enum Ending: Sendable {
        /// With the exercises that were judged now, by the digests of the answers.
        case report(GradeReport, judged: [String: String])
        /// Nothing can be said about it, and why.
        case failed(cause: String)
    }

    package struct Task: Sendable {
        package var file: String
        package var content: Data

        package init(file: String, content: Data) {
            self.file = file
            self.content = content
        }
    }

    /// Grades `count` submissions; `finished` is called as each ends, in no fixed order, never two at once.
    /// - Parameters:
    ///   - task: gives a submission when its turn comes, so that not all are in memory at once; `nil` where it
    ///     is not there any more as it was.
    ///   - finished: takes its number, what became of it, and what the containment was.
    package func run(
        count: Int, task: @escaping @Sendable (Int) -> Task?,
        finished: @escaping @Sendable (Int, Ending, Containment?) -> Void
    ) {
        // A worker that died must show as a failed write, not end this program.
        signal(SIGPIPE, SIG_IGN)
        let next = Mutex(0)
        let reporting = Mutex(())
        DispatchQueue.concurrentPerform(iterations: min(jobs, max(count, 1))) { _ in
            var worker: Worker?
            defer { worker?.end() }
            while true {
                let index = next.withLock { value in
                    value += 1
                    return value - 1
                }
                guard index < count else { return }
                let (ending, containment) =
                    task(index).map { grade($0, with: &worker) }
                    ?? (.failed(cause: "the file changed while it was to be graded"), nil)
                reporting.withLock { _ in finished(index, ending, containment) }
            }
        }
    }

    private func grade(
        _ task: Task, with worker: inout Worker?
    ) -> (Ending, Containment?) {
        var cause = ""
        for _ in 0..<2 {
            do {
                let present = try worker ?? Worker(program: program, arguments: arguments)
                worker = present
                if let answer = present.grade(task, known) {
                    if let report = answer.report {
                        return (
                            .report(report, judged: answer.judged ?? [:]), answer.containment
                        )
                    }
                    return (.failed(cause: answer.cause ?? "no reason"), answer.containment)
                }
                cause = "the worker \(present.end())"
                worker = nil
            } catch {
                return (
                    .failed(
                        cause: "the worker could not be started: \(error.localizedDescription)"),
                    nil
                )
            }
        }
        return (.failed(cause: cause), nil)
    }
}

/// A running worker program and the pipes to it.
private final class Worker {
    private let process = Process()
    private let input = Pipe()
    private var output: PipeReader
    private let outputPipe = Pipe()

    init(program: String, arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        // Nothing of the caller's surroundings is a submission's business. BLAS must not start threads of
        // its own: the worker forks.
        let kept = [
            "PATH", "LANG", "LC_ALL", "CNNLAB_HOME", "OPENBLAS_CORETYPE", "LD_LIBRARY_PATH",
            "XDG_DATA_HOME", "HOME",
        ]
        process.environment = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
            .merging(["OPENBLAS_NUM_THREADS": "1"]) { $1 }
        process.standardInput = input
        process.standardOutput = outputPipe
        process.standardError = FileHandle.nullDevice
        output = PipeReader(descriptor: outputPipe.fileHandleForReading.fileDescriptor)
        try process.run()
        // Or the pipes would not end with the worker.
        try? outputPipe.fileHandleForWriting.close()
        try? input.fileHandleForReading.close()
    }

    /// The worker's answer; `nil` if it died or makes no sense.
    func grade(
        _ task: WorkerPool.Task, _ known: ([String]) -> [String: GradeReport.Item]
    ) -> WorkerAnswer? {
        let request = WorkerRequest(file: task.file, bytes: task.content.count)
        let pipe = PipeEnd(descriptor: input.fileHandleForWriting.fileDescriptor)
        guard let line = try? JSONEncoder.canonical.encode(request),
            pipe.write(line + Data([10]) + task.content)
        else { return nil }
        while let line = output.line(most: 32 << 20),
            let answer = try? JSONDecoder().decode(WorkerAnswer.self, from: line)
        {
            guard let digests = answer.asks else { return answer }
            let knowledge = WorkerKnowledge(items: known(digests))
            guard let reply = try? JSONEncoder.canonical.encode(knowledge),
                pipe.write(reply + Data([10]))
            else { return nil }
        }
        return nil
    }

    /// Ends the worker, and says how it ended.
    @discardableResult
    func end() -> String {
        try? input.fileHandleForWriting.close()
        // It serves nothing now, or makes no sense.
        process.terminate()
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
            ? "crashed (signal \(process.terminationStatus))"
            : "ended with status \(process.terminationStatus)"
    }
}
