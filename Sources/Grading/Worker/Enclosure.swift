internal import CContainment
internal import CNN
import Foundation

// One run of a stranger's code is one process. The parent forks; the child has all that the parent made
// ready at no cost, limits itself, locks itself down, and only then does the work. What the work returns comes
// back through a pipe that is its alone; what is printed goes nowhere. The parent runs no line of a
// stranger, and the child's end is the end of all that the run did.
//
// A fork takes over memory, not threads. So the parent keeps to one thread, on a large stack, and starts
// no other.

/// Does work in forks of this process that are shut off from everything else.
final class Enclosure {
    /// Why there is no result.
    struct Failure: Error, Equatable {
        var cause: String
    }

    /// When the run under way must be done.
    var deadline = ContinuousClock.now
    /// What was in force in every run so far; `nil` before the first.
    private(set) var containment: Containment?

    /// The kinds of results that have been encoded in this process.
    private var warmed: Set<ObjectIdentifier> = []
    private let limits: WorkerLimits
    /// How many threads a run's tensors may use.
    private let threads: Int
    private let readable: [String]
    /// The most that is taken from a run, in bytes: the largest submission, its characters escaped.
    private static let largestResult = 64 << 20

    /// - Parameter readable: the folders that runs may read.
    init(limits: WorkerLimits, threads: Int, readable: [String]) {
        self.limits = limits
        self.threads = threads
        self.readable = readable
    }

    private struct Message<Result: Codable>: Codable {
        var containment: Containment?
        var result: Result?
        /// Why there is none.
        var problem: String?
    }

    /// What the work returns; what it leaves in memory is gone.
    func run<Result: Codable>(_ work: () throws -> Result) throws(Failure) -> Result {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw Failure(cause: "no pipe could be made: \(Self.lastError)")
        }
        let child = ct_fork()
        if child == 0 {
            dup2(ends[1], 3)
            ct_close_from(4)
            ct_end_with_parent()
            let message = enclosed(work)
            if let data = try? JSONEncoder.canonical.encode(message) {
                _ = PipeEnd(descriptor: 3).write(data)
            }
            _exit(0)
        }
        close(ends[1])
        defer { close(ends[0]) }
        guard child > 0 else {
            throw Failure(cause: "no process could be made: \(Self.lastError)")
        }
        let (data, refusal) = listen(to: PipeEnd(descriptor: ends[0]), child: child)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if let refusal { throw Failure(cause: refusal) }
        let signal = status & 0x7f
        guard signal == 0 else {
            throw Failure(
                cause: signal == SIGXCPU || signal == SIGKILL
                    ? "it used up its processor time or memory"
                    : "the worker crashed (signal \(signal))")
        }
        guard let message = try? JSONDecoder().decode(Message<Result>.self, from: data) else {
            throw Failure(cause: "the worker ended with status \(status >> 8 & 0xff)")
        }
        // What is encoded for the first time takes long, so it is encoded here before the next child is made.
        if warmed.insert(ObjectIdentifier(Result.self)).inserted {
            _ = try? JSONEncoder.canonical.encode(message)
        }
        let found = message.containment ?? []
        containment = containment?.intersection(found) ?? found
        guard let result = message.result else {
            throw Failure(cause: message.problem ?? "no reason")
        }
        return result
    }

    /// The child's side.
    private func enclosed<Result: Codable>(_ work: () throws -> Result) -> Message<Result> {
        var message = Message<Result>()
        do {
            try limits.apply()
            Threads.count = threads
            message.containment = Containment.lockDown(readable: readable)
            message.result = try work()
        } catch let error as SubmissionError {
            message.problem = error.problem
        } catch {
            message.problem = "\(error)"
        }
        return message
    }

    /// Takes what the child says; ends the child where it takes too long, says too much, or nobody waits any more.
    private func listen(to pipe: PipeEnd, child: pid_t) -> (Data, refusal: String?) {
        var data = Data()
        while true {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            guard left > 0 else {
                kill(child, SIGKILL)
                return (data, "it took too long")
            }
            var watched = [
                pollfd(fd: pipe.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: 0, events: 0, revents: 0),
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
            guard data.count <= Self.largestResult else {
                kill(child, SIGKILL)
                return (data, "it says more than \(Self.largestResult >> 20) MB")
            }
        }
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
