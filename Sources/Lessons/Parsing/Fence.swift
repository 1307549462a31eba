/// A fence with what its options make of it.
struct Fence {
    enum Purpose: Equatable {
        /// Nothing of the lesson's own: it stays in the prose.
        case plain
        case cell, exercise, check, hint, solution, mistake, probe, helpers, question, output
    }

    struct Refusal: Error {
        var message: String
    }

    var purpose: Purpose
    /// The exercise, question or cell that the fence belongs to; empty for cells.
    var id = ""
    var text: String
    /// The fence's own line; its text begins on the next.
    var line: Int
    private var options: [String: OptionValue] = [:]

    private static let purposes: [String: Purpose] = [
        "exercise": .exercise, "check": .check, "hint": .hint, "solution": .solution,
        "mistake": .mistake, "probe": .probe, "helpers": .helpers, "question": .question,
        "output": .output,
    ]

    /// What each purpose allows beside its own key, and the languages that it may be written in.
    private static func rules(_ purpose: Purpose) -> (keys: [String], languages: [String]) {
        switch purpose {
        case .plain: ([], [])
        case .cell: (["name", "setup", "raises", "varies"], ["python"])
        case .exercise: (["points", "name"], ["python"])
        case .check: (["points", "name", "hidden", "seconds"], ["python"])
        case .hint: ([], ["text", "markdown", "md", ""])
        case .solution: (["name"], ["python"])
        case .mistake: (["name", "feedback", "when"], ["python"])
        case .probe, .helpers: ([], ["python"])
        case .question: (["points"], ["yaml"])
        case .output: ([], ["text", ""])
        }
    }

    init(_ info: String, text: String, line: Int) throws(Refusal) {
        self.text = text.last == "\n" ? String(text.dropLast()) : text
        self.line = line
        purpose = .plain
        let parsed: FenceOptions
        do {
            parsed = try FenceOptions(info)
        } catch {
            // A fence of another language may say what it likes.
            if !Self.isOurs(info) { return }
            throw Refusal(message: error.message)
        }
        let named = parsed.options.filter { Self.purposes[$0.key] != nil }
        guard named.count <= 1 else {
            throw Refusal(
                message: "a fence is one of \(named.map(\.key).joined(separator: ", ")), not both")
        }
        if let (key, value) = named.first, let purpose = Self.purposes[key] {
            self.purpose = purpose
            guard case .text(let id) = value else {
                throw Refusal(
                    message: "\(key) expects an id in double quotes; given: \(value.given)")
            }
            self.id = id
            guard purpose == .output || isIdentifier(id) else {
                throw Refusal(
                    message: "\(key) expects an id of lower-case letters, digits and hyphens; "
                        + "given: \(quoted(id))")
            }
        } else if parsed.language == "python" {
            purpose = .cell
        } else if parsed.options.isEmpty || !Self.isOurs(info) {
            return
        }
        try accept(parsed, purposeKey: named.first?.key)
    }

    private static func isOurs(_ info: String) -> Bool {
        let language = info.prefix { !$0.isWhitespace }
        return ["python", "yaml", "text", "markdown", "md"].contains(language)
            || language.contains("=")
    }

    private mutating func accept(_ parsed: FenceOptions, purposeKey: String?) throws(Refusal) {
        let rules = Self.rules(purpose)
        let what = purposeKey ?? (purpose == .cell ? "a cell" : "this fence")
        for (key, value) in parsed.options where key != purposeKey {
            guard rules.keys.contains(key) else {
                let known =
                    rules.keys.isEmpty
                    ? "it takes none" : "known: \(rules.keys.joined(separator: ", "))"
                throw Refusal(message: "unknown option \(key) of \(what); \(known)")
            }
            options[key] = value
        }
        guard rules.languages.contains(parsed.language) else {
            throw Refusal(
                message: "\(what) is written in \(rules.languages[0]); given: "
                    + quoted(parsed.language))
        }
    }

    // MARK: Options

    func text(_ key: String) throws(Refusal) -> String? {
        switch options[key] {
        case nil: return nil
        case .text(let text)?:
            guard !text.isEmpty else {
                throw Refusal(message: "\(key) expects a text; it is empty")
            }
            return text
        case let value?:
            throw Refusal(
                message: "\(key) expects a text in double quotes; given: \(value.given)")
        }
    }

    /// A flag, written `true` or, as jupytext also writes it, `"true"`.
    func flag(_ key: String) throws(Refusal) -> Bool {
        switch options[key] {
        case nil, .flag(false), .text("false"): return false
        case .flag(true), .text("true"): return true
        case let value?:
            throw Refusal(message: "\(key) expects true or false; given: \(value.given)")
        }
    }

    func number(_ key: String, above least: Double, to most: Double) throws(Refusal) -> Double? {
        guard let value = options[key] else { return nil }
        guard case .number(let number) = value, number > least, number <= most else {
            throw Refusal(
                message: "\(key) expects a number above \(plainNumber(least)) and at most "
                    + "\(plainNumber(most)); given: \(value.given)")
        }
        return number
    }
}
