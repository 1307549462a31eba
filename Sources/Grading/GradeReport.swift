package import Lessons

/// The marks of one submission. Its JSON is what `cnnlab grade --json` prints and what a worker
/// process sends back.
package struct GradeReport: Codable, Sendable, Equatable {
    package enum Outcome: String, Codable, Sendable {
        case pass, fail
        case couldNotGrade = "could-not-grade"
    }

    /// One check of an exercise.
    package struct Part: Codable, Sendable, Equatable {
        package var name: String
        package var outcome: Outcome
        package var points: Double
        package var earned: Double
        /// Why it failed, or why it could not be graded.
        package var reason: String?
        /// Whether only the instructor's copy has the check; then its reason is not for the student.
        package var isHidden: Bool?

        package init(
            name: String, outcome: Outcome, points: Double, earned: Double, reason: String? = nil,
            isHidden: Bool? = nil
        ) {
            self.name = name
            self.outcome = outcome
            self.points = points
            self.earned = earned
            self.reason = reason
            self.isHidden = isHidden
        }
    }

    /// One exercise or question.
    package struct Item: Codable, Sendable, Equatable {
        package enum Kind: String, Codable, Sendable { case exercise, question }

        package var id: String
        package var kind: Kind
        package var outcome: Outcome
        package var points: Double
        package var earned: Double
        package var parts: [Part]
        /// The known mistake that the answer was recognised as.
        package var mistake: String?
        /// How often the learner tried, where that was handed in too.
        package var tries: Int?
        /// What is said about it, or why there is nothing to grade.
        package var feedback: String?
        /// What the answer drew.
        package var drawings: [Drawing]?

        package init(
            id: String, kind: Kind, outcome: Outcome, points: Double, earned: Double,
            parts: [Part] = []
        ) {
            self.id = id
            self.kind = kind
            self.outcome = outcome
            self.points = points
            self.earned = earned
            self.parts = parts
        }
    }

    package var submission: String
    package var lesson: String
    package var outcome: Outcome
    package var points: Double
    /// What was earned; `nil` where something could not be graded, for then it is no score.
    package var earned: Double?
    package var items: [Item]
    /// Minutes that the learner spent, where that was handed in too.
    package var minutes: Double?
    /// Why the submission as a whole could not be graded.
    package var cause: String?

    /// The report of a submission whose items were graded.
    package init(submission: String, lesson: String, items: [Item]) {
        self.submission = submission
        self.lesson = lesson
        self.items = items
        points = items.reduce(0) { $0 + $1.points }
        let outcomes = Set(items.map(\.outcome))
        outcome =
            outcomes.contains(.couldNotGrade)
            ? .couldNotGrade : outcomes.contains(.fail) ? .fail : .pass
        earned = outcome == .couldNotGrade ? nil : items.reduce(0) { $0 + $1.earned }
    }

    /// The report of a submission that could not be graded at all.
    package init(submission: String, lesson: Lesson, cause: String) {
        self.submission = submission
        self.lesson = lesson.id
        self.cause = cause
        outcome = .couldNotGrade
        points = lesson.points
        items = []
    }
}
