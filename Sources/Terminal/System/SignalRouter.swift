import Glibc
import Synchronization

/// Receives the process's signals: a handler does no more than pass the signal's number through a pipe, and
/// a thread at the other end does the rest.
///
/// What an interrupt means depends on what the program does: while a cell runs it stops the cell, at the
/// prompt it is a message to the line editor.
package final class SignalRouter: Sendable {
    /// What the line editor is told.
    package enum Message: UInt8, Sendable {
        case interrupt = 1
        case resize, suspend, resumed, terminate
    }

    private struct State {
        var interrupt: (@Sendable () -> Void)?
        var handledInterrupts = 0
        var isInChild = false
        var termination: Int32?
        /// Messages of interrupts that nobody has read yet, and how many of them are not to be.
        var waiting = 0
        var void = 0
    }

    private let state = Mutex(State())
    private let readEnd: Int32
    private let writeEnd: Int32
    private let arrivals: Int32
    private static let watched = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT]

    /// Where the handler writes; set once, before any handler is installed.
    nonisolated(unsafe) private static var handlerEnd: Int32 = -1

    /// Takes over the process's signals; call once.
    ///
    /// - Parameter handlesSignals: false leaves the process's signals alone, for tests.
    package init(handlesSignals: Bool = true) {
        (readEnd, writeEnd) = Self.makePipe(blocks: false)
        guard handlesSignals else {
            arrivals = -1
            return
        }
        let (arrivals, handlerEnd) = Self.makePipe(blocks: true)
        Self.handlerEnd = handlerEnd
        Self.interrupts.store(0, ordering: .relaxed)
        Self.lost.store(0, ordering: .relaxed)
        self.arrivals = arrivals
        _ = signal(SIGPIPE, SIG_IGN)
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { pointer in
                if let pointer {
                    Unmanaged<SignalRouter>.fromOpaque(pointer).takeRetainedValue().listen()
                }
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        pthread_detach(thread)
        for number in Self.watched { install(number) }
        // A program that was started from a thread with blocked signals must still be stoppable.
        Self.takeOnThisThread()
    }

    /// Lets this thread run the handler. It is to be the one that reads the terminal, alone: what it reads then never
    /// overtakes an interrupt that was typed before.
    static func takeOnThisThread() { mask(SIG_UNBLOCK) }

    /// Leaves the handler to other threads.
    static func keepFromThisThread() { mask(SIG_BLOCK) }

    private static func mask(_ change: Int32) {
        var mask = sigset_t()
        sigemptyset(&mask)
        for number in watched { sigaddset(&mask, number) }
        pthread_sigmask(change, &mask, nil)
    }

    private func install(_ number: Int32) {
        var action = sigaction()
        // What the program was started to ignore, as under nohup, stays ignored; but not Ctrl-C where somebody types. A
        // shell script ignores it for all that it starts in the background, what has a terminal of its own included.
        let isTyped = number == SIGINT && isatty(STDIN_FILENO) == 1
        if !isTyped, sigaction(number, nil, &action) == 0,
            unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
                == unsafeBitCast(SIG_IGN, to: Int.self)
        {
            return
        }
        action.__sigaction_handler.sa_handler = { number in
            let error = errno
            if number == SIGINT { SignalRouter.interrupts.add(1, ordering: .relaxed) }
            var byte = UInt8(truncatingIfNeeded: number)
            if write(SignalRouter.handlerEnd, &byte, 1) != 1, number == SIGINT {
                SignalRouter.lost.add(1, ordering: .relaxed)
            }
            errno = error
        }
        action.sa_flags = SA_RESTART
        sigemptyset(&action.sa_mask)
        sigaction(number, &action, nil)
    }

    private static func makePipe(blocks: Bool) -> (Int32, Int32) {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        if !blocks { _ = fcntl(ends[0], F_SETFL, O_NONBLOCK) }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        return (ends[0], ends[1])
    }

    /// The descriptor that becomes readable when a message waits.
    package var descriptor: Int32 { readEnd }

    /// How many interrupts have come, those that stopped work included.
    package var interruptCount: Int { Self.interrupts.load(ordering: .relaxed) }

    /// Waits until the interrupts that have come are dealt with: their message is there, or the work is told to stop.
    /// Without that one could be found only after keys that were typed behind it.
    ///
    /// - Returns: whether there were any to wait for.
    @discardableResult
    package func settleInterrupts() -> Bool {
        var waited = 0
        while interruptCount - Self.lost.load(ordering: .relaxed)
            > state.withLock({ $0.handledInterrupts }), waited < 10_000
        {
            usleep(50)
            waited += 1
        }
        return waited > 0
    }

    /// Counted by the handler, so that an interrupt that came before a read of the terminal is counted when that returns.
    private static let interrupts = Atomic<Int>(0)

    /// How many of them the pipe had no room for, so that nobody deals with them.
    private static let lost = Atomic<Int>(0)

    /// The number of the signal that asks the program to end, if one came.
    package var termination: Int32? { state.withLock { $0.termination } }

    /// Takes the next message without waiting.
    package func next() -> Message? {
        var byte: UInt8 = 0
        while read(readEnd, &byte, 1) == 1 {
            let message = Message(rawValue: byte)
            if message == .interrupt, isVoid() { continue }
            return message
        }
        return nil
    }

    /// Counts an interrupt's message as read; whether it is not to be.
    private func isVoid() -> Bool {
        state.withLock { state in
            state.waiting = max(0, state.waiting - 1)
            defer { state.void = max(0, state.void - 1) }
            return state.void > 0
        }
    }

    /// The line is taken: interrupts that came before are no longer of interest. To be called before the terminal makes a
    /// signal of Ctrl-C again, so that the first one afterwards is not forgotten with them.
    package func forgetInterrupts() { state.withLock { $0.void = $0.waiting } }

    /// Runs work during which an interrupt calls `stop`, on another thread.
    ///
    /// - Parameter takesWaiting: an interrupt that came since `forgetInterrupts` stops the work as well, rather than
    ///   the line that is read after it.
    package func whileRunning<Result>(
        takesWaiting: Bool = false, stop: @escaping @Sendable () -> Void,
        _ work: () throws -> Result
    ) rethrows -> Result {
        let isInterrupted = state.withLock { state in
            state.interrupt = stop
            guard takesWaiting, state.waiting > state.void else { return false }
            state.void = state.waiting
            return true
        }
        if isInterrupted { stop() }
        defer { state.withLock { $0.interrupt = nil } }
        return try work()
    }

    /// Runs work, within what `whileRunning` runs, during which interrupts are messages again.
    package func whilePaused<Result>(_ work: () throws -> Result) rethrows -> Result {
        let stop = state.withLock { state in
            defer { state.interrupt = nil }
            return state.interrupt
        }
        defer { state.withLock { $0.interrupt = stop } }
        return try work()
    }

    /// Runs work during which the terminal's signals are another program's business.
    package func whileChildRuns<Result>(_ work: () throws -> Result) rethrows -> Result {
        state.withLock { $0.isInChild = true }
        defer { state.withLock { $0.isInChild = false } }
        return try work()
    }

    @discardableResult
    private func send(_ message: Message) -> Bool {
        var byte = message.rawValue
        return write(writeEnd, &byte, 1) == 1
    }

    private func listen() {
        Self.keepFromThisThread()
        while true {
            var byte: UInt8 = 0
            let count = read(arrivals, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return }
            let number = Int32(byte)
            switch number {
            case SIGINT:
                interrupt()
                state.withLock { $0.handledInterrupts += 1 }
            case SIGWINCH: send(.resize)
            case SIGCONT:
                // The shell has put the terminal into modes of its own.
                let isRunning = state.withLock { $0.interrupt != nil && !$0.isInChild }
                if isRunning { TerminalModes.enterRunning() }
                send(.resumed)
            case SIGTSTP: suspend()
            default: terminate(number)
            }
        }
    }

    /// What SIGINT does.
    package func interrupt() {
        let stop: (@Sendable () -> Void)? = state.withLock { state in
            if state.isInChild { return nil }
            if let stop = state.interrupt { return stop }
            if send(.interrupt) { state.waiting += 1 }
            return nil
        }
        stop?()
    }

    /// Stops the program until somebody continues it. The signal goes to this thread: one to the process may reach another,
    /// and what follows here be done before all stand still.
    static func stopProcess() { raise(SIGSTOP) }

    /// While a cell runs the program stops at once; at the prompt the editor first gives the terminal
    /// back and stops the program itself.
    private func suspend() {
        let (stop, isInChild) = state.withLock { ($0.interrupt, $0.isInChild) }
        if isInChild { return }
        if stop != nil { Self.stopProcess() } else { send(.suspend) }
    }

    /// Ends a running cell and lets the program leave in order; one that does not within a second is
    /// ended as it is.
    private func terminate(_ number: Int32) {
        let (stop, isSecond) = state.withLock { state in
            defer { state.termination = number }
            return (state.interrupt, state.termination != nil)
        }
        if isSecond {
            TerminalModes.restore()
            _exit(128 + number)
        }
        stop?()
        send(.terminate)
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { _ in
                sleep(1)
                TerminalModes.restore()
                _exit(128 + SIGTERM)
            }, nil)
        pthread_detach(thread)
    }
}
