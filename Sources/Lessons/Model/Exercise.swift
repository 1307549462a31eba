/// A piece of code that the learner writes, and all that judges and helps it.
package struct Exercise: Sendable {
    package var id: String
    /// What the exercise is called in lists. Default: its id.
    package var name: String
    package var starter: Code
    package var checks: [Check]
    package var hints: [Hint]
    package var solutions: [Code]
    package var mistakes: [Mistake]
    /// What is observed of an answer to recognise a known mistake by its behaviour.
    package var probe: Code?
    /// What every check and the probe find defined: functions that they share.
    package var helpers: Code?

    package init(
        id: String, name: String, starter: Code, checks: [Check] = [], hints: [Hint] = [],
        solutions: [Code] = [], mistakes: [Mistake] = [], probe: Code? = nil,
        helpers: Code? = nil
    ) {
        self.id = id
        self.name = name
        self.starter = starter
        self.checks = checks
        self.hints = hints
        self.solutions = solutions
        self.mistakes = mistakes
        self.probe = probe
        self.helpers = helpers
    }

    package var points: Double { checks.reduce(0) { $0 + $1.points } }
    package var line: Int { starter.line }
}

/// Code with its place in the lesson file.
package struct Code: Sendable {
    package var source: String
    /// The line of the code's first line in the file.
    package var line: Int
    package var name: String?

    package init(source: String, line: Int, name: String? = nil) {
        self.source = source
        self.line = line
        self.name = name
    }
}

/// A graded check of an exercise.
package struct Check: Sendable {
    package var code: Code
    /// One line that says what is looked at; shown with the verdict.
    package var name: String
    package var points: Double
    /// Whether only the instructor's copy has it.
    package var isHidden: Bool
    /// Seconds of time that the check may take, when it is not the default.
    package var seconds: Double?

    package init(
        code: Code, name: String, points: Double, isHidden: Bool = false, seconds: Double? = nil
    ) {
        self.code = code
        self.name = name
        self.points = points
        self.isHidden = isHidden
        self.seconds = seconds
    }
}

/// A hint; an exercise shows its hints one by one.
package struct Hint: Sendable {
    package var text: String
    package var line: Int

    package init(text: String, line: Int) {
        self.text = text
        self.line = line
    }
}

/// A known wrong answer, and the sentence that names the misconception behind it.
package struct Mistake: Sendable {
    package var code: Code
    package var name: String
    package var feedback: String
    /// An expression over `student` that is true of answers with this mistake, where comparing
    /// behaviour with the mistake's own code would be too narrow.
    package var when: String?

    package init(code: Code, name: String, feedback: String, when: String? = nil) {
        self.code = code
        self.name = name
        self.feedback = feedback
        self.when = when
    }
}
