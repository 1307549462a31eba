import Interpreter
import Notebook
import Testing

@Suite("Estimates")
struct LoopWatchTests {
    private func loops(_ places: (Int, Int)...) -> [LoopExtent] {
        places.enumerated().map { LoopExtent(identity: $0, taken: $1.0, total: $1.1) }
    }

    @Test("nested loops count as parts of the present item of the loop around them")
    func share() {
        #expect(LoopWatch.share(loops((1, 4))[...]) == 0)
        #expect(LoopWatch.share(loops((3, 4))[...]) == 0.5)
        #expect(LoopWatch.share(loops((3, 4), (2, 2))[...]) == 0.625)
        #expect(LoopWatch.share([]) == 0)
    }

    @Test("time is estimated from what was done since the first look")
    func estimate() throws {
        var watch = LoopWatch()
        let start = ContinuousClock.now
        #expect(watch.look(loops((1, 10)), at: start) == nil)
        #expect(watch.look(loops((1, 10)), at: start + .seconds(1)) == nil)
        let last = watch.look(loops((3, 10)), at: start + .seconds(4))
        let found = try #require(last)
        #expect(abs(found.total - 20) < 0.01)
        #expect(abs(found.left - 16) < 0.01)
        #expect(found.label == "3 of 10")
        // Another loop begins anew.
        let other = [LoopExtent(identity: 7, taken: 1, total: 5)]
        #expect(watch.look(other, at: start + .seconds(5)) == nil)
    }

    @Test("a running cell says how far its loops are, in functions and around generators too")
    func looks() throws {
        try withSession { session in
            var found: [LoopEstimate] = []
            session.sink = { event in
                if case .estimate(let estimate) = event { found.append(estimate) }
                if case .text = event { session.looker() }
            }
            let source = """
                import time
                def work():
                    for i in enumerate(x for x in range(8)):
                        print(i)
                        time.sleep(0.1)
                for epoch in range(2):
                    work()
                """
            #expect(session.run(source).succeeded)
            #expect(found.count > 3)
            #expect(found.allSatisfy { $0.label.hasSuffix("of 2") })
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.share <= $1.share })
            let times = found.map(\.total)
            #expect(times.allSatisfy { $0 > 0.8 && $0 < 20 })
        }
    }

    @Test("an interrupt may be told to let the cell go on")
    func goingOn() throws {
        try withSession { session in
            var asked = 0
            session.goesOnAfterInterrupt = {
                asked += 1
                return asked < 3
            }
            session.sink = { if case .text = $0 { session.interrupt() } }
            let result = session.run(
                "for i in range(50):\n    print(i)\n    for j in range(99999): pass")
            guard case .interrupted = result.ending else {
                Issue.record("the third interrupt did not stop it")
                return
            }
            #expect(asked == 3)
            #expect(result.text == "0\n1\n2\n")
        }
    }
}
