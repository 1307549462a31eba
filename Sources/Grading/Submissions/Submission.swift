/// What somebody handed in: answers to the exercises and questions of a lesson.
package struct Submission: Sendable {
    /// The file's path as it was given.
    package var file: String
    /// Code by exercise; more than one where a file answers an exercise twice.
    package var answers: [String: [String]] = [:]
    /// Typed answers by question.
    package var replies: [String: [String]] = [:]
    /// Whether the answers to a question are tries, one after another.
    package var countsTries = false
    /// How the learner worked, where the learner handed that in too.
    package var effort: Effort?
    /// The whole of a plain script that marks no exercise: then it answers all of them.
    package var script: String?

    package init(file: String) { self.file = file }

    /// What a learner says of the work: it is shown, and no mark depends on it.
    package struct Effort: Codable, Sendable, Equatable {
        /// Minutes spent on the lesson.
        package var minutes: Double?
        /// How often an answer to an exercise was judged.
        package var tries: [String: Int] = [:]

        /// Numbers that nobody can have reached are left out.
        package init(minutes: Double? = nil, tries: [String: Int] = [:]) {
            self.minutes = minutes.flatMap { (0...100_000).contains($0) ? $0 : nil }
            self.tries = tries.filter { (0...100_000).contains($0.value) }
        }
    }

    /// What answers an exercise.
    package func answer(to exercise: String) -> Answer {
        let given = answers[exercise] ?? script.map { [$0] } ?? []
        switch given.count {
        case 0: return .missing
        case 1: return .code(given[0])
        default: return .ambiguous(given.count)
        }
    }

    package enum Answer: Codable, Sendable, Equatable {
        case missing
        case code(String)
        /// So many answers to the one exercise.
        case ambiguous(Int)
    }
}

/// Why a file cannot be read as a submission.
package struct SubmissionError: Error, Sendable, Equatable, CustomStringConvertible {
    package var file: String
    package var problem: String

    package init(file: String, problem: String) {
        self.file = file
        self.problem = problem
    }

    package var description: String { "\(file): \(problem)" }
}
