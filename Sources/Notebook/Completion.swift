/// What could stand at the cursor.
package struct Completion: Sendable {
    package enum Kind: Sendable {
        case name, attribute, method, module, keyword, parameter, command, type, string
    }

    package struct Candidate: Sendable, Equatable {
        /// The text that replaces `start..<cursor`.
        package var text: String
        package var kind: Kind

        package init(text: String, kind: Kind) {
            self.text = text
            self.kind = kind
        }
    }

    /// The UTF-8 offset in the source at which the replaced word begins.
    package var start: Int
    /// In the order in which to show them.
    package var candidates: [Candidate]

    package init(start: Int, candidates: [Candidate]) {
        self.start = start
        self.candidates = candidates
    }
}

/// Whether a cell can run as it is typed so far.
package enum Readiness: Sendable, Equatable {
    /// It can run.
    case complete
    /// More must follow; the next line begins with so many spaces.
    case incomplete(indentation: Int)
    /// No continuation can make it right; running it shows the error.
    case wrong
}

/// A name that the learner's cells have made.
package struct Variable: Sendable, Equatable {
    package var name: String
    package var type: String
    /// A short text of its value, one line.
    package var summary: String
}
