import Glibc
import Synchronization

/// Calls something a few times a second on a thread of its own, for as long as it lives.
final class Ticker: Sendable {
    private let isOver = Atomic<Bool>(false)
    private let action: @Sendable () -> Void
    private static let microseconds: UInt32 = 200_000

    /// Starts ticking; without a thread to be had it never ticks.
    init(_ action: @escaping @Sendable () -> Void) {
        self.action = action
        var thread = pthread_t()
        let passed = Unmanaged.passRetained(self)
        let failed = pthread_create(
            &thread, nil,
            { pointer in
                if let pointer {
                    Unmanaged<Ticker>.fromOpaque(pointer).takeRetainedValue().tick()
                }
                return nil
            }, passed.toOpaque())
        if failed == 0 { pthread_detach(thread) } else { passed.release() }
    }

    func stop() { isOver.store(true, ordering: .relaxed) }

    private func tick() {
        SignalRouter.keepFromThisThread()
        while true {
            usleep(Self.microseconds)
            if isOver.load(ordering: .relaxed) { return }
            action()
        }
    }
}
