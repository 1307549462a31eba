import Notebook
import Synchronization

/// Whichever session runs at the moment, so that Ctrl-C on another thread can stop it, and a ticker look at it.
final class RunningSession: Sendable {
    private struct State {
        var stopper: (@Sendable () -> Void)?
        var looker: (@Sendable () -> Void)?
        var isStopped = false
    }

    private let state = Mutex(State())

    /// Names the session that runs from now on; one that comes after a stop is stopped too.
    func set(_ session: Session?) {
        let stopper = session?.stopper
        let looker = session?.looker
        let wasStopped = state.withLock { state in
            state.stopper = stopper
            state.looker = looker
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

    /// Has the session look at its loops.
    func look() {
        state.withLock { $0.looker }?()
    }
}
