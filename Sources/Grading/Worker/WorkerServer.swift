internal import CContainment
internal import CNN
import Foundation
internal import Interpreter
package import Lessons

// One worker serves many submissions, each in a process of its own. The worker reads the lesson once, makes the
// sessions that every submission needs, with the lesson's setup run in them, and then forks for each
// submission: the child has all that at no cost, limits itself, locks itself down, and only then looks at
// what a stranger wrote. Its report comes back through a pipe that is its alone; what the submission prints
// goes nowhere. The worker runs no line of a submission, and its child's end is the end of all that the
// submission did.
//
// A fork takes over memory, not threads. So the worker keeps to one thread, on a large stack, and starts
// no other.

/// Serves requests on standard input until it ends.
package struct WorkerServer {
    private let lesson: Lesson
    private let grader: Grader
    private let limits: WorkerLimits
    /// Seconds that one submission may take.
    private let seconds: Double
    /// How many threads a submission's tensors may use.
    private let threads: Int
    private let readable: [String]
    /// The largest report that is taken, in bytes.
    private static let largestReport = 16 << 20

    package init(lesson: Lesson, seconds: Double, threads: Int, limits: WorkerLimits = .init()) {
        self.lesson = lesson
        self.seconds = seconds
        self.threads = threads
        self.limits = limits
        grader = Grader(lesson: lesson)
        readable = [Installation.shippedFolder("datasets"), Installation.dataFolder].compactMap {
            $0
        }
    }

    /// - Throws: if no thread with a large stack can be had.
    package func run() throws {
        ct_close_from(3)
        signal(SIGPIPE, SIG_IGN)
        Threads.count = 1
        try LargeStack.run { serve() }
    }

    private func serve() {
        grader.prepare()
        var input = PipeReader(descriptor: 0)
        let output = PipeEnd(descriptor: 1)
        var failed: Set<String> = []
        while let line = input.line(most: 1 << 16) {
            guard let request = try? JSONDecoder().decode(WorkerRequest.self, from: line),
                let content = input.bytes(request.bytes)
            else { return }
            // The lesson's own mistakes are looked at here, once, when a second answer needs them.
            for id in failed.sorted() { grader.learnMistakes(of: id) }
            let answer = grade(content, of: request.file)
            for item in answer.report?.items ?? [] where item.parts.contains(where: \.isFailure) {
                failed.insert(item.id)
            }
            guard let data = try? JSONEncoder.canonical.encode(answer),
                output.write(data + Data([10]))
            else { return }
        }
    }

    // MARK: The parent's side

    private func grade(_ content: Data, of file: String) -> WorkerAnswer {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            return WorkerAnswer(cause: "no pipe could be made: \(lastError)")
        }
        let child = ct_fork()
        if child == 0 {
            dup2(ends[1], 3)
            ct_close_from(4)
            ct_end_with_parent()
            gradeAsChild(content, of: file, report: PipeEnd(descriptor: 3))
            _exit(0)
        }
        close(ends[1])
        defer { close(ends[0]) }
        guard child > 0 else {
            return WorkerAnswer(cause: "no process could be made: \(lastError)")
        }
        let (data, refusal) = listen(to: PipeEnd(descriptor: ends[0]), child: child)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if let refusal { return WorkerAnswer(cause: refusal) }
        let signal = status & 0x7f
        if signal != 0 {
            return WorkerAnswer(
                cause: signal == SIGXCPU || signal == SIGKILL
                    ? "it used up its processor time or memory"
                    : "the worker crashed (signal \(signal))")
        }
        guard let answer = try? JSONDecoder().decode(WorkerAnswer.self, from: data) else {
            return WorkerAnswer(cause: "the worker ended with status \(status >> 8 & 0xff)")
        }
        return answer
    }

    /// Takes the child's report; ends the child where it takes too long, says too much, or nobody waits any more.
    private func listen(to pipe: PipeEnd, child: pid_t) -> (Data, refusal: String?) {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var data = Data()
        while true {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            guard left > 0 else {
                kill(child, SIGKILL)
                return (data, "it took longer than \(Int(seconds)) s")
            }
            var watched = [
                pollfd(descriptor: pipe.descriptor, events: Int16(POLLIN)),
                pollfd(descriptor: 0, events: 0),
            ]
            let count = poll(&watched, 2, Int32(min(left.rounded(.up), 1e6)))
            if count < 0, errno == EINTR { continue }
            if watched[1].revents & Int16(POLLHUP | POLLERR) != 0 {
                // Whoever asked is gone, killed perhaps: the submission will be graded anew.
                kill(child, SIGKILL)
                _exit(0)
            }
            guard watched[0].revents != 0 else { continue }
            guard let more = pipe.read(), !more.isEmpty else { return (data, nil) }
            data.append(more)
            guard data.count <= Self.largestReport else {
                kill(child, SIGKILL)
                return (data, "its report is longer than \(Self.largestReport >> 20) MB")
            }
        }
    }

    private var lastError: String { String(cString: strerror(errno)) }

    // MARK: The child's side

    private func gradeAsChild(_ content: Data, of file: String, report: PipeEnd) {
        var answer = WorkerAnswer()
        do {
            try limits.apply()
            Threads.count = threads
            answer.containment = Containment.lockDown(readable: readable)
            let submission = try Submission.parse(content, file: file)
            answer.report = grader.grade(submission)
        } catch let error as SubmissionError {
            answer.cause = error.problem
        } catch {
            answer.cause = "\(error)"
        }
        if let data = try? JSONEncoder.canonical.encode(answer) { _ = report.write(data) }
    }
}

extension pollfd {
    init(descriptor: Int32, events: Int16) { self.init(fd: descriptor, events: events, revents: 0) }
}

extension GradeReport.Part {
    var isFailure: Bool { outcome == .fail }
}
