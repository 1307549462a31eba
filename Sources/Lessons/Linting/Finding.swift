/// Something that keeps a lesson from being proved.
package struct Finding: Sendable, Equatable, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var message: String

    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    package var description: String { "\(file):\(line): \(message)" }
}

/// What was proved of a lesson, and what was not.
package struct LintReport: Sendable {
    package var lesson: String
    package var cells = 0
    package var exercises = 0
    package var solutions = 0
    package var mistakes = 0
    /// Changed solutions that were held against the checks, and those that passed and behave like the solution.
    package var mutants = 0
    package var survivors: [Finding] = []
    /// Whose solutions were not changed, because the checks train for long.
    package var exercisesWithoutMutants: [String] = []
    package var findings: [Finding] = []

    package var isProved: Bool { findings.isEmpty }

    /// One line on what was looked at.
    package var summary: String {
        "\(lesson): \(cells) cells, \(exercises) exercises, \(solutions) solutions, "
            + "\(mistakes) mistakes"
            + (mutants > 0 ? ", \(mutants) mutants (\(survivors.count) behave alike)" : "")
            + (exercisesWithoutMutants.isEmpty
                ? "" : ", no mutants of \(exercisesWithoutMutants.joined(separator: ", "))") + ": "
            + (isProved
                ? "proved" : "\(findings.count) \(findings.count == 1 ? "finding" : "findings")")
    }
}
