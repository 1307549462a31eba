import Synchronization
import Terminal
import Testing

@Suite("Signals")
struct SignalRouterTests {
    private final class Stops: Sendable {
        let count = Atomic(0)
    }

    /// How often a run is stopped.
    private func stops(_ router: SignalRouter, during work: () -> Void = {}) -> Int {
        let stops = Stops()
        router.whileRunning(
            takesWaiting: true, stop: { stops.count.add(1, ordering: .relaxed) }, work)
        return stops.count.load(ordering: .relaxed)
    }

    @Test("Ctrl-C stops the cell that runs")
    func whileRunning() {
        let router = SignalRouter(handlesSignals: false)
        #expect(stops(router) { router.interrupt() } == 1)
        #expect(router.next() == nil)
    }

    @Test("Ctrl-C after Enter, before the cell has started, stops the cell and not the next line")
    func betweenLineAndRun() {
        let router = SignalRouter(handlesSignals: false)
        router.forgetInterrupts()
        router.interrupt()
        #expect(stops(router) == 1)
        #expect(router.next() == nil)
        #expect(stops(router) == 0)
    }

    @Test("Ctrl-C before Enter is the editor's, or is forgotten once the line was taken")
    func beforeTheLine() {
        let router = SignalRouter(handlesSignals: false)
        router.interrupt()
        #expect(router.next() == .interrupt)
        router.interrupt()
        router.forgetInterrupts()
        #expect(stops(router) == 0)
        #expect(router.next() == nil)
        router.interrupt()
        #expect(router.next() == .interrupt)
    }
}
