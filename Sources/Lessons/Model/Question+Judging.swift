import Foundation

// Reading and judging answers to questions.

/// An answer as it was understood.
package enum GivenAnswer: Sendable, Equatable {
    /// The chosen numbers, from 0.
    case choices(Set<Int>)
    case number(Double)
    case text(String)
}

/// Why a text is no answer to a question; it costs no try.
package struct AnswerRefusal: Error, Sendable {
    package var text: String
}

extension Question {
    /// The letter that a choice is shown with, `a)` for the first.
    package static func letter(ofChoice index: Int) -> String {
        "\(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(max(index, 0), 25))))))"
    }

    /// Reads a typed answer: `2`, `b`, `a, c` for choices; a number, a fraction or a percentage; or a text.
    package func read(_ typed: String) -> Result<GivenAnswer, AnswerRefusal> {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { return .failure(AnswerRefusal(text: "Type your answer.")) }
        if !choices.isEmpty { return readChoices(text) }
        if case .numeric = form {
            guard let value = Self.typedNumber(text), value.isFinite else {
                return .failure(
                    AnswerRefusal(
                        text: "A number is expected, such as 0.25, 1/4 or 25%; given: \(text)"))
            }
            return .success(.number(value))
        }
        return .success(.text(text))
    }

    /// A decimal number, a fraction of two, or either in percent; thousands may be set apart, as in 1,600.
    private static func typedNumber(_ typed: String) -> Double? {
        var text = typed.replacingOccurrences(of: "−", with: "-")
        let isPercentage = text.hasSuffix("%")
        if isPercentage { text.removeLast() }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            .map { Double(Self.withoutSeparators($0.trimmingCharacters(in: .whitespaces))) }
        guard var value = parts[0] else { return nil }
        if parts.count == 2 {
            guard let divisor = parts[1] else { return nil }
            value /= divisor
        }
        return isPercentage ? value / 100 : value
    }

    /// The text without what sets its thousands apart: `1,600` or `1 600` or `1_600`. Other commas stay: who types `0,25`
    /// means a decimal comma, which is refused.
    private static func withoutSeparators(_ text: String) -> String {
        let signs = text.prefix { $0 == "+" || $0 == "-" }
        let whole = text.dropFirst(signs.count).prefix { $0 != "." && $0 != "e" && $0 != "E" }
        for separator in [",", "_", " ", "\u{2009}", "\u{202F}", "\u{A0}"] as [Character] {
            let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
            guard groups.count > 1, let first = groups.first, !first.hasPrefix("0"),
                (1...3).contains(first.count),
                groups.dropFirst().allSatisfy({ $0.count == 3 }),
                groups.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
            else { continue }
            return signs + groups.joined() + text.dropFirst(signs.count + whole.count)
        }
        return text
    }

    private func readChoices(_ text: String) -> Result<GivenAnswer, AnswerRefusal> {
        var chosen: Set<Int> = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == " " || $0 == ";" }) {
            guard let index = choiceIndex(String(part)), choices.indices.contains(index) else {
                let last = Self.letter(ofChoice: choices.count - 1)
                return .failure(
                    AnswerRefusal(
                        text: "One of the letters a to \(last) is expected; given: \(part)"))
            }
            chosen.insert(index)
        }
        return .success(.choices(chosen))
    }

    private func choiceIndex(_ part: String) -> Int? {
        if let number = Int(part) { return number - 1 }
        let letter = part.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "()."))
        guard letter.unicodeScalars.count == 1, let scalar = letter.unicodeScalars.first,
            ("a"..."z").contains(scalar)
        else { return nil }
        return Int(scalar.value) - 97
    }

    /// Judges an answer.
    /// - Parameter tries: how many answers were given before.
    package func judge(_ answer: GivenAnswer, tries before: Int) -> AnswerJudgement {
        var feedback: String?
        let isRight: Bool
        switch (form, answer) {
        case (.choice(let choices), .choices(let chosen)):
            isRight = chosen == Set(choices.indices.filter { choices[$0].isRight })
            feedback =
                chosen.sorted().compactMap { index in
                    choices[index].isRight && !isRight ? nil : choices[index].feedback
                }.first
        case (.numeric(let right, let tolerance, let wrong), .number(let value)):
            isRight = abs(value - right) <= tolerance
            feedback = isRight ? nil : wrong.first { abs($0.value - value) <= tolerance }?.feedback
        case (.sealed(_, let sealed), _): isRight = sealed.fits(answer)
        case (.text(let accepted), .text(let text)):
            isRight = accepted.contains { normalised($0) == normalised(text) }
        default:
            return AnswerJudgement(
                result: .cannotJudge, earned: 0, triesLeft: 0,
                feedback: "Noted. This copy of the lesson cannot judge it; your instructor's can.")
        }
        let left = isRight ? 0 : max(0, tries - before - 1)
        let share = Double(max(0, tries - before)) / Double(max(1, tries))
        return AnswerJudgement(
            result: isRight ? .right : .wrong, earned: isRight ? points * share : 0,
            triesLeft: left, feedback: feedback,
            rightAnswer: isRight || left > 0 ? nil : rightAnswer,
            explanation: left == 0 ? explanation : nil)
    }

    /// The right answer in words, if this copy knows it.
    package var rightAnswer: String? {
        switch form {
        case .choice(let choices):
            choices.enumerated().filter(\.element.isRight)
                .map { "\(Self.letter(ofChoice: $0.offset)) \($0.element.text)" }
                .joined(separator: "; ")
        case .numeric(let answer, _, _): number(answer, digits: 6)
        case .text(let accepted): accepted.first
        case .withheld, .sealed: nil
        }
    }
}

/// A text as it is compared: lower case, single spaces, no full stop at the end.
func normalised(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.hasSuffix(".") ? String(words.dropLast()) : words
}

private func number(_ value: Double, digits: Int) -> String {
    String(format: "%.\(digits)g", value)
}
