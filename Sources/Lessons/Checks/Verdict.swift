/// What judging an answer found out. Only passes and fails become a score.
package struct Verdict: Sendable, Equatable {
    package enum Outcome: Codable, Sendable, Equatable {
        case pass
        /// The answer is wrong, and why.
        case fail(reason: String)
        /// Nothing can be said about the answer, and why.
        case couldNotGrade(cause: Cause)
    }

    package enum Cause: Codable, Sendable, Equatable {
        case timeout(String)
        case memory(String)
        case output(String)
        case checkCrashed(String)
        case interrupted

        package var text: String {
            switch self {
            case .timeout(let text): "it ran out of time: \(text)"
            case .memory(let text): "it ran out of memory: \(text)"
            case .output(let text): "it printed too much: \(text)"
            case .checkCrashed(let text): "the check itself crashed: \(text)"
            case .interrupted: "it was interrupted"
            }
        }
    }

    /// One check's part of the verdict.
    package struct Part: Sendable, Equatable {
        package var check: String
        package var points: Double
        package var outcome: Outcome
        /// What the check recorded of a passing answer, for a leaderboard: the greater, the better.
        package var result: Double?

        package init(check: String, points: Double, outcome: Outcome, result: Double? = nil) {
            self.check = check
            self.points = points
            self.outcome = outcome
            self.result = result
        }

        package var earned: Double { outcome == .pass ? points : 0 }
    }

    package var exercise: String
    package var parts: [Part]
    /// The known mistake that the answer was recognised as, and the sentence that names it.
    package var mistake: String?
    package var feedback: String?
    /// What the answer drew.
    package var drawings: [Drawing] = []

    package init(
        exercise: String, parts: [Part], mistake: String? = nil, feedback: String? = nil
    ) {
        self.exercise = exercise
        self.parts = parts
        self.mistake = mistake
        self.feedback = feedback
    }

    /// The result that was recorded last.
    package var result: Double? { parts.compactMap(\.result).last }

    package var points: Double { parts.reduce(0) { $0 + $1.points } }

    /// What the answer earned; meaningless where something could not be graded.
    package var earned: Double { parts.reduce(0) { $0 + $1.earned } }

    /// The whole: could-not-grade if any part is, else fail if any part is, else pass.
    package var outcome: Outcome {
        var failure: Outcome?
        for part in parts {
            switch part.outcome {
            case .couldNotGrade: return part.outcome
            case .fail: failure = failure ?? part.outcome
            case .pass: break
            }
        }
        return failure ?? .pass
    }

    package var passed: Bool { outcome == .pass }
}
