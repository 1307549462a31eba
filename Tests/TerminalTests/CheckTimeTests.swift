import Notebook
import Terminal
import Testing

@Suite("Time of a check")
struct CheckTimeTests {
    private let long = LoopEstimate(share: 0.1, left: 5.4, total: 6, label: "1 of 10")
    private let start = ContinuousClock.now

    @Test("it is said once, for all parts together")
    func once() {
        var time = CheckTime(at: start)
        time.begin(1, of: 3, at: start)
        #expect(
            time.words(for: long) == "This check takes up to about 18 seconds. Ctrl-C stops it.")
        #expect(time.isLong)
        time.begin(2, of: 3, at: start.advanced(by: .seconds(6)))
        #expect(time.words(for: long) == nil)
    }

    @Test("what the parts before took is counted; the last part's time is no bound")
    func lastPart() {
        var time = CheckTime(at: start)
        time.begin(2, of: 2, at: start.advanced(by: .seconds(4)))
        #expect(time.words(for: long) == "This check takes about 10 seconds. Ctrl-C stops it.")
    }

    @Test("a short part says nothing, and a long one behind it does")
    func short() {
        var time = CheckTime(at: start)
        time.begin(1, of: 2, at: start)
        #expect(time.words(for: LoopEstimate(share: 0.5, left: 1, total: 2, label: "")) == nil)
        #expect(!time.isLong)
        time.begin(2, of: 2, at: start.advanced(by: .seconds(2)))
        #expect(time.words(for: long) != nil)
    }
}
