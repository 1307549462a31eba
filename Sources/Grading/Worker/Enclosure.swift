internal import CContainment
internal import CNN
import Foundation
import Lessons

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
            begin(ends[1])
            send(enclosed(work))
            _exit(0)
        }
        let (data, status) = try result(of: child, ends)
        guard let message = try? JSONDecoder().decode(Message<Result>.self, from: data) else {
            throw Failure(cause: "the worker ended with status \(status >> 8 & 0xff)")
        }
        return try note(message)
    }

    /// What a message says. Notes the containment that it tells of.
    private func note<Result: Codable>(_ message: Message<Result>) throws(Failure) -> Result {
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

    /// The first that a child does. What it is to say goes to `end`.
    private func begin(_ end: Int32) {
        dup2(end, 3)
        ct_close_from(4)
        ct_end_with_parent()
    }

    /// Says something, in a line.
    private func send<Result: Codable>(_ message: Message<Result>) {
        guard let data = try? JSONEncoder.canonical.encode(message) else { return }
        _ = PipeEnd(descriptor: 3).write(data + Data([10]))
    }

    /// Waits for a child's end; what it has said, and its status.
    private func result(of child: pid_t, _ ends: [Int32]) throws(Failure) -> (Data, Int32) {
        let problem = Self.lastError
        close(ends[1])
        defer { close(ends[0]) }
        guard child > 0 else { throw Failure(cause: "no process could be made: \(problem)") }
        let (data, refusal) = listen(to: PipeEnd(descriptor: ends[0]), child: child)
        let status = ct_wait_group(child)
        if let refusal { throw Failure(cause: refusal) }
        if let cause = Self.cause(ofEnd: status) { throw Failure(cause: cause) }
        return (data, status)
    }

    /// Why a process ended before its time; nil if it did not.
    private static func cause(ofEnd status: Int32) -> String? {
        let signal = status & 0x7f
        if signal == 0 { return nil }
        return signal == SIGXCPU || signal == SIGKILL
            ? "it used up its processor time or memory"
            : "the worker crashed (signal \(signal))"
    }

    /// The child's side.
    private func enclosed<Result: Codable>(
        forks: Bool = false, _ work: () throws -> Result
    ) -> Message<Result> {
        var message = Message<Result>()
        do {
            try limits.apply()
            Threads.count = threads
            message.containment = Containment.lockDown(readable: readable, forks: forks)
            message.result = try work()
        } catch let error as SubmissionError {
            message.problem = error.problem
        } catch {
            message.problem = "\(error)"
        }
        return message
    }

    // MARK: - An answer's runs

    // The process in which the answer runs may fork, and each check runs in a fork of it, which gives that up. So the
    // answer runs once, and no check sees what another did. All that is ever forked is one group of processes, which
    // none of them can leave, and which ends with the first. What one of them says is a line on the pipe; they take turns.

    /// What an answer's runs show, in their order: those that follow a failure are missing where nothing failed, and may
    /// be missing where something did. Where there was nothing to run, what the answer itself showed.
    func run(_ runs: SharedRuns) throws(Failure) -> [Sighting] {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw Failure(cause: "no pipe could be made: \(Self.lastError)")
        }
        let child = ct_fork()
        if child == 0 {
            begin(ends[1])
            _ = ct_lead_group()
            runInForks(runs)
            _exit(0)
        }
        let (data, status) = try result(of: child, ends)
        var found: [Sighting] = []
        for line in data.split(separator: 10) {
            guard let message = try? JSONDecoder().decode(Message<Sighting>.self, from: line) else {
                throw Failure(cause: "the worker makes no sense")
            }
            found.append(try note(message))
        }
        let isWhole =
            found.count == runs.always.count
            || found.count == runs.always.count + runs.afterFailure.count
        guard isWhole || found.count == 1 && found[0].isUnusable else {
            throw Failure(cause: "the worker ended with status \(status >> 8 & 0xff)")
        }
        return found
    }

    private func runInForks(_ runs: SharedRuns) {
        let began = ContinuousClock.now
        let message = enclosed(forks: true) { Whole(seen: runs.answer()) }
        guard let whole = message.result, whole.seen == nil else {
            var seen = message.result?.seen
            seen?.shorten()
            return send(
                Message(
                    containment: message.containment, result: seen, problem: message.problem))
        }
        // What is last needs no fork. Whether something follows is not known before; an answer that took no time may as
        // well run again if so.
        let isQuick = ContinuousClock.now - began < .milliseconds(100)
        var hasFailed = false
        for (index, run) in runs.always.enumerated() {
            let isLast = index == runs.always.count - 1
            if isLast, runs.afterFailure.isEmpty || isQuick && !hasFailed {
                runHere(run, message.containment)
                return
            }
            guard let failed = runInFork(run, message.containment) else { return }
            hasFailed = hasFailed || failed
        }
        guard hasFailed, let last = runs.afterFailure.last else { return }
        for run in runs.afterFailure.dropLast()
        where runInFork(run, message.containment) == nil { return }
        runHere(last, message.containment)
    }

    private struct Whole: Codable {
        var seen: Sighting?
    }

    /// Gives up to fork, does a run and says what it shows.
    @discardableResult
    private func runHere(_ run: () -> Sighting, _ containment: Containment?) -> Sighting {
        var message = Message<Sighting>(containment: containment)
        if !ct_lock_down_fork() { message.containment?.remove(.systemCalls) }
        var seen = run()
        seen.shorten()
        message.result = seen
        send(message)
        return seen
    }

    /// - Returns: whether the run failed; nil where the process that did it came to an end before it could say.
    private func runInFork(_ run: () -> Sighting, _ containment: Containment?) -> Bool? {
        let child = ct_fork()
        if child == 0 {
            ct_end_with_parent()
            Threads.forget()
            if case .fail = runHere(run, containment).outcome { _exit(1) }
            _exit(0)
        }
        guard child > 0 else {
            send(Message<Sighting>(problem: "no process could be made: \(Self.lastError)"))
            return nil
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if let cause = Self.cause(ofEnd: status) {
            send(Message<Sighting>(problem: cause))
            return nil
        }
        return status >> 8 & 0xff == 1
    }

    /// Takes what the child says; ends the child where it takes too long, says too much, or nobody waits any more.
    private func listen(to pipe: PipeEnd, child: pid_t) -> (Data, refusal: String?) {
        var data = Data()
        while true {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            guard left > 0 else {
                end(child)
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
                end(child)
                _exit(0)
            }
            guard watched[0].revents != 0 else { continue }
            guard let more = pipe.read(), !more.isEmpty else { return (data, nil) }
            data.append(more)
            guard data.count <= Self.largestResult else {
                end(child)
                return (data, "it says more than \(Self.largestResult >> 20) MB")
            }
        }
    }

    /// Ends a child and its forks.
    private func end(_ child: pid_t) {
        ct_end_group(child)
        kill(child, SIGKILL)
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
