import Terminal
import Testing

@Suite("Time of a check")
struct CheckTimeTests {
    private let start = ContinuousClock.now

    @Test("it is said once, for all parts together")
    func once() {
        var time = CheckTime(at: start)
        time.begin(1, of: 3, at: start)
        #expect(!time.isLong)
        let words = time.words(forPartOf: 6)
        #expect(words == "This check takes up to about 18 seconds. Ctrl-C stops it.")
        #expect(time.isLong)
        time.begin(2, of: 3, at: start.advanced(by: .seconds(6)))
        #expect(time.words(forPartOf: 6) == nil)
    }

    @Test("what the parts before took is counted; the last part's time is no bound")
    func lastPart() {
        var time = CheckTime(at: start)
        time.begin(2, of: 2, at: start.advanced(by: .seconds(4)))
        #expect(time.words(forPartOf: 6) == "This check takes about 10 seconds. Ctrl-C stops it.")
    }
}
