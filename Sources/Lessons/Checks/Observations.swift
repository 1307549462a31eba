/// What a probe saw of an answer: named texts, whose numbers are compared with a tolerance.
package struct Observations: Sendable, Equatable {
    /// The observations by name; empty where the probe could not run.
    package private(set) var values: [String: String] = [:]

    /// - Parameter text: the probe's value as Python shows it, a quoted string of lines
    ///   `name = value`; `nil` where there is none.
    init(text: String?) {
        self.init(
            lines: (text ?? "").dropFirst().dropLast().split(separator: "\\n").map(String.init))
    }

    package init(lines: [String]) {
        for line in lines {
            guard let sign = line.firstRange(of: " = ") else { continue }
            values[String(line[..<sign.lowerBound])] = String(line[sign.upperBound...])
        }
    }

    package var isEmpty: Bool { values.isEmpty }

    /// How many observations show the mistake, or `nil` where one speaks against it.
    package func agreements(with wrong: Observations, against right: Observations) -> Int? {
        var count = 0
        for (name, mine) in values {
            guard let bad = wrong.values[name], let good = right.values[name] else { continue }
            if Self.isSame(bad, good) { continue }
            if Self.isSame(mine, bad) {
                count += 1
            } else if Self.isSame(mine, good) {
                return nil
            }
        }
        return count == 0 ? nil : count
    }

    /// Whether all observations of two answers are the same.
    package func isSame(as other: Observations) -> Bool {
        values.count == other.values.count
            && values.allSatisfy { name, text in
                other.values[name].map { Self.isSame(text, $0) } ?? false
            }
    }

    /// Whether two texts are equal, their numbers within a millionth.
    static func isSame(_ first: String, _ second: String) -> Bool {
        if first == second { return true }
        let words = first.split(separator: " ", omittingEmptySubsequences: false)
        let others = second.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == others.count else { return false }
        return zip(words, others).allSatisfy { word, other in
            if word == other { return true }
            guard let one = Double(trimmed(word)), let two = Double(trimmed(other)) else {
                return false
            }
            if one.isNaN && two.isNaN { return true }
            return abs(one - two) <= 1e-9 + 1e-6 * max(abs(one), abs(two))
        }
    }

    /// A number without the brackets and commas of a tuple around it.
    private static func trimmed(_ word: Substring) -> Substring {
        var part = word.drop { $0 == "(" }
        while part.last == ")" || part.last == "," { part.removeLast() }
        return part
    }
}
