import Foundation

// A hand-out's question can be judged by whoever has the hand-out, without the answer standing in it: what stands there
// is a salted hash of it, taken many times over. Whoever tries all answers of a multiple choice finds the right one, as
// by asking a friend; what is prevented is reading it. Numbers, which are right within a tolerance, are left to the instructor's
// copy.

/// An answer as a hash.
package struct SealedAnswer: Sendable, Equatable {
    package var salt: String
    /// The hashes of what is right.
    package var hashes: [String]

    private static let rounds = 2_000

    package init(salt: String, hashes: [String]) {
        self.salt = salt
        self.hashes = hashes
    }

    /// The sealed answer of a question; `nil` where it has none that can be sealed.
    init?(_ question: Question, salt: String) {
        self.salt = "\(salt)/\(question.id)"
        switch question.form {
        case .choice(let choices):
            let right = choices.indices.filter { choices[$0].isRight }
            hashes = []
            hashes = [seal(Self.text(of: Set(right)))]
        case .text(let accepted):
            hashes = []
            hashes = accepted.map { seal(normalised($0)) }
        case .numeric, .withheld, .sealed: return nil
        }
    }

    func fits(_ answer: GivenAnswer) -> Bool {
        switch answer {
        case .choices(let chosen): hashes.contains(seal(Self.text(of: chosen)))
        case .text(let text): hashes.contains(seal(normalised(text)))
        case .number: false
        }
    }

    private static func text(of chosen: Set<Int>) -> String {
        chosen.sorted().map { "\($0 + 1)" }.joined(separator: ",")
    }

    private func seal(_ text: String) -> String {
        (0..<Self.rounds).reduce(text) { hash, _ in SHA256.hex("\(salt)\n\(hash)") }
    }
}
