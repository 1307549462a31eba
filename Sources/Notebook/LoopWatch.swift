package import Interpreter

/// What can be said of how long a run will take, from how far its loops are.
package struct LoopEstimate: Equatable, Sendable {
    /// How far the outermost loop is, from 0 to 1.
    package var share: Double
    /// Seconds that it will go on, and that it takes in all.
    package var left: Double
    package var total: Double
    /// Its item under way and how many there are: `3 of 10`.
    package var label: String

    /// Whether it takes so long that the time is worth saying.
    package var isLong: Bool { total > 5 && left > 3 }
}

/// Estimates how long a run will take from how far its loops are, looked at a few times a second.
package struct LoopWatch {
    /// What is known of the outermost loop.
    private struct Outer {
        var identity: Int
        var start: ContinuousClock.Instant
        /// How far it was at the first look, and how far it came at the most.
        var firstShare: Double
        var share: Double
    }

    private var outer: Outer?

    /// Takes note of the loops under way, outermost first; nil where nothing can be said yet.
    package init() {}

    package mutating func look(
        _ loops: [LoopExtent], at now: ContinuousClock.Instant = .now
    ) -> LoopEstimate? {
        guard let first = loops.first(where: { $0.total > 1 }) else { return nil }
        let share = Self.share(loops[...])
        guard var known = outer, known.identity == first.identity, share >= known.firstShare else {
            outer = Outer(identity: first.identity, start: now, firstShare: share, share: share)
            return nil
        }
        known.share = max(known.share, share)
        outer = known
        let done = known.share - known.firstShare
        let seconds = (now - known.start) / .seconds(1)
        guard done > 0, seconds > 0.3 else { return nil }
        let perShare = seconds / done
        return LoopEstimate(
            share: known.share, left: (1 - known.share) * perShare, total: perShare,
            label: "\(first.taken) of \(first.total)")
    }

    /// How far nested loops are: the outermost by its finished items and, for the present one, by the loops within.
    package static func share(_ loops: ArraySlice<LoopExtent>) -> Double {
        guard let loop = loops.first else { return 0 }
        guard loop.total > 0 else { return share(loops.dropFirst()) }
        let within = share(loops.dropFirst())
        return min(1, (Double(max(loop.taken - 1, 0)) + within) / Double(loop.total))
    }
}
