import Synchronization

/// Whichever session runs at the moment, so that Ctrl-C on another thread can stop it.
final class RunningSession: Sendable {
    private struct State {
        var stopper: (@Sendable () -> Void)?
        var isStopped = false
    }

    private let state = Mutex(State())

    /// Names the session that runs from now on; one that comes after a stop is stopped too.
    func set(_ stopper: (@Sendable () -> Void)?) {
        let wasStopped = state.withLock { state in
            state.stopper = stopper
            return state.isStopped
        }
        if wasStopped { stopper?() }
    }

    func stop() {
        let stopper = state.withLock { state in
            state.isStopped = true
            return state.stopper
        }
        stopper?()
    }
}
