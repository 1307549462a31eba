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

/// The beginning of a name that is to be completed.
struct TypedWord {
    private let text: String
    private let ignoresCase: Bool

    init(_ text: String, ignoresCase: Bool) {
        self.text = ignoresCase ? text.lowercased() : text
        self.ignoresCase = ignoresCase
    }

    /// Whether the name goes on from here. Private ones do only where their underscore was typed.
    func begins(_ name: String) -> Bool {
        if name.hasPrefix("_"), !text.hasPrefix("_") { return false }
        return ignoresCase ? name.lowercased().hasPrefix(text) : name.hasPrefix(text)
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
