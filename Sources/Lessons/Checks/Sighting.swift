/// What one run of an answer showed. Where each run is a process of its own, it is all that comes back.
package struct Sighting: Codable, Sendable {
    /// What a check says, or why there is nothing to check.
    package var outcome: Verdict.Outcome
    /// Whether the outcome is the answer's own, before anything was checked.
    package var isUnusable = false
    package var wasInterrupted = false
    /// The result that a check recorded.
    package var result: Double?
    /// What a probe saw, as Python shows it.
    package var text: String?

    package init(_ outcome: Verdict.Outcome) { self.outcome = outcome }

    static var interrupted: Sighting {
        var seen = Sighting(.couldNotGrade(cause: .interrupted))
        seen.wasInterrupted = true
        return seen
    }
}
