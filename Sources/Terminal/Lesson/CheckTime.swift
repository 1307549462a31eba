/// Says how long the parts of an exercise's check take together: once, when the first long one is known.
package struct CheckTime {
    private let start: ContinuousClock.Instant
    private var number = 1
    private var count = 1
    private var partStart: ContinuousClock.Instant
    private var hasSaid = false

    package init(at now: ContinuousClock.Instant = .now) {
        start = now
        partStart = now
    }

    /// Whether the time was said, so that a bar is of use.
    package var isLong: Bool { hasSaid }

    /// Part `number` of `count` begins.
    package mutating func begin(
        _ number: Int, of count: Int, at now: ContinuousClock.Instant = .now
    ) {
        self.number = number
        self.count = count
        partStart = now
    }

    /// What is to be said once a part is known to take so many seconds that it is worth saying; nil later on.
    ///
    /// The parts to come are taken to need no more than this one: each runs the answer again, with its own numbers.
    package mutating func words(forPartOf seconds: Double) -> String? {
        guard !hasSaid else { return nil }
        hasSaid = true
        let before = start.duration(to: partStart)
        let passed = Double(before.components.seconds)
        let parts = Double(max(count - number, 0) + 1)
        let time = ProgressBar.words(passed + seconds * parts)
        return "This check takes \(parts > 1 ? "up to about" : "about") \(time). Ctrl-C stops it."
    }
}
