internal import Figures

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
    /// What the answer drew.
    package var drawings: [Drawing]?

    package init(_ outcome: Verdict.Outcome) { self.outcome = outcome }

    /// Cuts what it says to what any report shows: a submission's messages may have any length.
    package mutating func shorten() {
        func shortened(_ text: String) -> String {
            String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest)))
        }
        switch outcome {
        case .pass, .couldNotGrade(.interrupted): break
        case .fail(let reason): outcome = .fail(reason: shortened(reason))
        case .couldNotGrade(.timeout(let text)):
            outcome = .couldNotGrade(cause: .timeout(shortened(text)))
        case .couldNotGrade(.memory(let text)):
            outcome = .couldNotGrade(cause: .memory(shortened(text)))
        case .couldNotGrade(.output(let text)):
            outcome = .couldNotGrade(cause: .output(shortened(text)))
        case .couldNotGrade(.checkCrashed(let text)):
            outcome = .couldNotGrade(cause: .checkCrashed(shortened(text)))
        }
    }

    /// More than a report shows, so that this can see that it is cut.
    private static let longest = 4000

    static var interrupted: Sighting {
        var seen = Sighting(.couldNotGrade(cause: .interrupted))
        seen.wasInterrupted = true
        return seen
    }
}

/// A figure as an image (SVG), and in a sentence.
package struct Drawing: Codable, Sendable, Equatable {
    package var svg: String
    package var summary: String

    package init(svg: String, summary: String) {
        self.svg = svg
        self.summary = summary
    }

    /// So many are kept of an answer, and no larger ones.
    private static let most = 4
    private static let largest = 200_000

    static func of(_ figures: [Figure]) -> [Drawing] {
        figures.prefix(most).compactMap { figure in
            let svg = SVGRenderer().render(figure)
            return svg.utf8.count > largest ? nil : Drawing(svg: svg, summary: figure.summary)
        }
    }
}

/// The runs of one answer that are to be done in forks of the process in which it has run.
package struct SharedRuns {
    /// Runs the answer; what it shows, if there is nothing to run after it.
    package var answer: () -> Sighting?
    /// What runs then, each in a fork of its own.
    package var always: [() -> Sighting] = []
    /// What runs after these if one of them failed.
    package var afterFailure: [() -> Sighting] = []

    package init(answer: @escaping () -> Sighting?) { self.answer = answer }
}
