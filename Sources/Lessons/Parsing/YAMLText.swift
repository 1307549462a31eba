internal import Yams

/// A mapping read from YAML with everything kept out that a lesson has no use for: aliases (which
/// grow without bound), deep nesting, several documents.
struct YAMLMapping {
    static let largestText = 16 << 10

    struct Refusal: Error {
        /// The line within the YAML text, from 1.
        var line: Int
        var message: String
    }

    private let mapping: Node.Mapping
    private var asked: Set<String> = []

    init(_ text: String) throws(Refusal) {
        try Self.refuseHostile(text)
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw Self.refusal(error)
        } catch {
            throw Refusal(line: 1, message: "YAML is expected; this is not")
        }
        guard let mapping = node?.mapping else {
            throw Refusal(line: 1, message: "YAML lines of the form \"key: value\" are expected")
        }
        self.mapping = mapping
        for key in mapping.keys where key.scalar == nil {
            throw Refusal(line: Self.line(of: key), message: "a plain word is expected as the key")
        }
    }

    private init(mapping: Node.Mapping) { self.mapping = mapping }

    /// The largest text, nesting and the aliases that would make composing it costly.
    static func refuseHostile(_ text: String, largest: Int = largestText) throws(Refusal) {
        guard text.utf8.count <= largest else {
            throw Refusal(
                line: 1,
                message: "at most \(largest >> 10) KB of YAML are expected; given: "
                    + "\(text.utf8.count)")
        }
        var depth = 0
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            for character in line {
                if character == "[" || character == "{" { depth += 1 }
                if character == "]" || character == "}" { depth = max(0, depth - 1) }
            }
            let marks = line.split(separator: " ").count { ["-", "?", ":"].contains($0) }
            if depth > 16 || marks > 16 {
                throw Refusal(line: number + 1, message: "this YAML is nested too deeply")
            }
            if hasReference(line) {
                throw Refusal(
                    line: number + 1,
                    message: "YAML anchors and aliases are not allowed; a text that begins with & "
                        + "or * needs quotes")
            }
        }
    }

    /// `key: &name`, `- *name`, `[&name`: a value that begins as an anchor or alias does.
    private static func hasReference(_ line: Substring) -> Bool {
        var previous: Character = " "
        var before: Character = ":"
        let characters = Array(line)
        for (index, character) in characters.enumerated() {
            if character == "&" || character == "*", index + 1 < characters.count,
                characters[index + 1] != " ",
                ":-[{,?".contains(before), previous == " " || "[{,".contains(previous)
            {
                return true
            }
            if character != " " { before = character }
            previous = character
        }
        return false
    }

    private static func refusal(_ error: YamlError) -> Refusal {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Refusal(line: max(1, mark.line), message: "YAML is expected: \(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            Refusal(
                line: max(1, context.mark.line),
                message: "the key \(duplicates.first ?? "?") is given twice")
        default:
            Refusal(line: 1, message: "YAML is expected; this is not")
        }
    }

    private static func line(of node: Node) -> Int { max(1, node.mark?.line ?? 1) }

    // MARK: Reading

    func line(of key: String) -> Int { mapping[key].map(Self.line(of:)) ?? 1 }

    private func refuse(_ key: String, expected: String) -> Refusal {
        let given = mapping[key].map { node in
            node.scalar.map { quoted($0.string) } ?? (node.sequence == nil ? "a mapping" : "a list")
        }
        return Refusal(
            line: line(of: key),
            message: "\(key) expects \(expected)" + (given.map { "; given: \($0)" } ?? ""))
    }

    mutating func text(_ key: String) throws(Refusal) -> String? {
        asked.insert(key)
        guard let node = mapping[key] else { return nil }
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw refuse(key, expected: "a text")
        }
        return text
    }

    mutating func number(_ key: String) throws(Refusal) -> Double? {
        asked.insert(key)
        guard let node = mapping[key] else { return nil }
        guard let text = node.scalar?.string, let value = Double(text), value.isFinite else {
            throw refuse(key, expected: "a number")
        }
        return value
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
        asked.insert(key)
        guard let node = mapping[key] else { return nil }
        guard let text = node.scalar?.string, let value = Int(text), range.contains(value) else {
            throw refuse(
                key,
                expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    mutating func flag(_ key: String) throws(Refusal) -> Bool? {
        asked.insert(key)
        guard let node = mapping[key] else { return nil }
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default: throw refuse(key, expected: "true or false")
        }
    }

    mutating func texts(_ key: String) throws(Refusal) -> [String]? {
        asked.insert(key)
        guard let node = mapping[key] else { return nil }
        guard let sequence = node.sequence else { throw refuse(key, expected: "a list of texts") }
        var texts: [String] = []
        for element in sequence {
            guard let text = element.scalar?.string else {
                throw refuse(key, expected: "a list of texts")
            }
            texts.append(text)
        }
        return texts
    }

    /// A list of mappings, or of texts that stand for mappings with one key.
    mutating func mappings(_ key: String, shorthand: String) throws(Refusal) -> [YAMLMapping]? {
        asked.insert(key)
        guard let node = mapping[key] else { return nil }
        guard let sequence = node.sequence else { throw refuse(key, expected: "a list") }
        var mappings: [YAMLMapping] = []
        for element in sequence {
            if let mapping = element.mapping {
                mappings.append(YAMLMapping(mapping: mapping))
            } else if element.scalar != nil {
                let pair = [(Node(shorthand), element)]
                mappings.append(YAMLMapping(mapping: Node.Mapping(pair)))
            } else {
                throw refuse(key, expected: "a list of texts or mappings")
            }
        }
        return mappings
    }

    func has(_ key: String) -> Bool { mapping[key] != nil }

    /// Whether the value of a key is a list.
    func isList(_ key: String) -> Bool { mapping[key]?.sequence != nil }

    /// Refuses the first key that nothing has asked for, except those allowed.
    func refuseOthers(allowing prefixless: Set<String> = []) throws(Refusal) {
        for (key, _) in mapping {
            let name = key.scalar?.string ?? "?"
            if asked.contains(name) || prefixless.contains(name) { continue }
            let known = asked.union(prefixless).sorted().joined(separator: ", ")
            throw Refusal(
                line: Self.line(of: key), message: "unknown key \(quoted(name)); known: \(known)")
        }
    }
}
