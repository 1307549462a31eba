package import Foundation
package import Lessons

// What `cnnlab submit` makes of a learner's progress: one JSON file. Its checksum tells a torn file from a
// whole one; it is no signature, and nothing in the file says whose it is to the grader.

/// A learner's work in one lesson, packed to be handed in.
package struct SubmissionPack: Codable, Sendable, Equatable {
    package static let ending = "cnnlab"
    private static let formatName = "cnnlab-submission"

    package struct Attempt: Codable, Sendable, Equatable {
        package var judged: Int
        package var hints: Int
        package var solutionsSeen: Int
    }

    package var format = formatName
    package var version = 1
    package var lesson: String
    /// Who the learner says to be.
    package var learner: String
    /// Code by exercise.
    package var answers: [String: String]
    /// Typed answers by question, in order.
    package var replies: [String: [String]]
    /// All that was run, if the learner agreed.
    package var cells: [String]?
    /// How often things were tried, if the learner agreed.
    package var attempts: [String: Attempt]?
    /// Minutes from the first event to the last, pauses of over ten minutes left out, if the learner agreed.
    package var minutes: Double?
    package var checksum: String

    /// - Parameters:
    ///   - events: a learner's progress in the lesson, with its times.
    ///   - agrees: whether cells, attempts and time go along.
    package init(
        lesson: Lesson, learner: String, events: [(event: Event, at: Date)], agrees: Bool
    ) {
        let record = Record(events.map(\.event))
        self.lesson = lesson.id
        self.learner = learner
        answers = [:]
        for exercise in lesson.exercises {
            answers[exercise.id] = record.exercises[exercise.id]?.answerText
        }
        replies = [:]
        for question in lesson.questions {
            let given = record.questions[question.id]?.answers ?? []
            if !given.isEmpty { replies[question.id] = given }
        }
        checksum = ""
        if agrees {
            cells = record.runs.map(\.source)
            attempts = record.exercises.filter { lesson.exercise($0.key) != nil }.mapValues {
                Attempt(judged: $0.judged, hints: $0.hints, solutionsSeen: $0.solutions)
            }
            let times = events.map(\.at.timeIntervalSince1970)
            let steps = zip(times.dropFirst(), times).map { $0 - $1 }
            minutes = (steps.filter { (0...600).contains($0) }.reduce(0, +) / 6).rounded() / 10
        }
        checksum = sum
    }

    /// The hash of all but the checksum.
    private var sum: String {
        var plain = self
        plain.checksum = ""
        // Texts and finite numbers, which cannot fail to be encoded.
        return SHA256.hex((try? JSONEncoder.canonical.encode(plain)) ?? Data())
    }

    package var isEmpty: Bool { answers.isEmpty && replies.isEmpty }

    /// The file's bytes.
    package var data: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(self)) ?? Data()) + Data([10])
    }

    /// Reads a file's bytes.
    package init(_ data: Data, file: String) throws(SubmissionError) {
        func fail(_ problem: String) -> SubmissionError {
            SubmissionError(file: file, problem: problem)
        }
        // Foundation's reader refuses what is nested deeper than it can go.
        guard let pack = try? JSONDecoder().decode(SubmissionPack.self, from: data),
            pack.format == Self.formatName
        else {
            throw fail("is no submission that cnnlab submit made, or is torn")
        }
        guard pack.version == 1 else {
            throw fail("was made by a newer cnnlab than this one")
        }
        guard pack.checksum == pack.sum else {
            throw fail("was changed after it was made: its checksum does not fit")
        }
        self = pack
    }
}
