package import Foundation
internal import GRDB
import Lessons

/// A submission's marks as they stand in the gradebook.
package struct Grading: Sendable, Equatable {
    package var lesson: String
    package var student: String
    package var file: String
    /// When it was handed in, in seconds since 1970.
    package var submitted: Double?
    package var key: String
    package var isFinal: Bool
    package var report: GradeReport

    package init(
        lesson: String, student: String, file: String, submitted: Double?, key: String,
        isFinal: Bool, report: GradeReport
    ) {
        self.lesson = lesson
        self.student = student
        self.file = file
        self.submitted = submitted
        self.key = key
        self.isFinal = isFinal
        self.report = report
    }
}

extension Gradebook {
    /// Adds a grading, unless it says what the student's last one says.
    /// - Parameters:
    ///   - judged: the exercises that were judged for it, by the digests of the answers.
    ///   - basis: what that follows from beside the answers.
    package func add(
        _ grading: Grading, judged: [String: String] = [:], basis: String = "",
        at time: Date = Date()
    ) throws(GradebookFailure) {
        let last = try latest(lesson: grading.lesson, student: grading.student)
        if last == grading, judged.isEmpty { return }
        try write { database in
            try keep(judged, of: grading.report, on: basis, in: database)
            if last == grading { return }
            try database.execute(
                sql: """
                    INSERT INTO grading
                    (lesson, student, file, submitted, graded, key, isFinal, report)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    grading.lesson, grading.student, grading.file, grading.submitted,
                    time.timeIntervalSince1970, grading.key, grading.isFinal,
                    try encoded(grading.report),
                ])
        }
    }

    /// The report that was made of the same submission, lesson and program before.
    package func report(key: String) throws(GradebookFailure) -> GradeReport? {
        try read { database in
            let text = try String.fetchOne(
                database,
                sql: "SELECT report FROM grading WHERE key = ? AND isFinal ORDER BY id LIMIT 1",
                arguments: [key])
            return try text.map { try decoded(GradeReport.self, $0) }
        }
    }

    /// A student's grading that counts.
    package func latest(lesson: String, student: String) throws(GradebookFailure) -> Grading? {
        try read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT * FROM grading WHERE lesson = ? AND student = ?
                    ORDER BY id DESC LIMIT 1
                    """, arguments: [lesson, student])
            return try row.map(grading)
        }
    }

    /// The gradings that count, by student.
    package func latest(lesson: String) throws(GradebookFailure) -> [Grading] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM grading WHERE id IN
                    (SELECT max(id) FROM grading WHERE lesson = ? GROUP BY student)
                    ORDER BY student
                    """, arguments: [lesson]
            ).map(grading)
        }
    }

    /// All gradings of a student, oldest first, with their times.
    package func history(lesson: String, student: String) throws(GradebookFailure)
        -> [(Grading, at: Date)]
    {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM grading WHERE lesson = ? AND student = ? ORDER BY id",
                arguments: [lesson, student]
            ).map { (try grading($0), Date(timeIntervalSince1970: $0["graded"])) }
        }
    }

    private func grading(_ row: Row) throws -> Grading {
        Grading(
            lesson: row["lesson"], student: row["student"], file: row["file"],
            submitted: row["submitted"], key: row["key"], isFinal: row["isFinal"],
            report: try decoded(GradeReport.self, row["report"]))
    }
}

extension Gradebook {
    /// What was said before of answers to exercises, by their digests.
    /// - Parameter basis: what it follows from beside the answer: the lesson and the program.
    package func items(
        of digests: [String], on basis: String
    ) throws(GradebookFailure) -> [String: GradeReport.Item] {
        try read { database in
            var found: [String: GradeReport.Item] = [:]
            for digest in digests {
                let text = try String.fetchOne(
                    database, sql: "SELECT item FROM answer WHERE key = ?",
                    arguments: [Self.key(digest, basis)])
                found[digest] = try text.map { try decoded(GradeReport.Item.self, $0) }
            }
            return found
        }
    }

    /// Keeps what a report says of answers to exercises.
    private func keep(
        _ judged: [String: String], of report: GradeReport, on basis: String, in database: Database
    ) throws {
        for (digest, exercise) in judged {
            guard var item = report.items.first(where: { $0.id == exercise }) else { continue }
            // How often a student tried is not the answer's.
            item.tries = nil
            try database.execute(
                sql: "INSERT OR REPLACE INTO answer (key, item) VALUES (?, ?)",
                arguments: [Self.key(digest, basis), try encoded(item)])
        }
    }

    private static func key(_ digest: String, _ basis: String) -> String {
        SHA256.hex("\(basis)\n\(digest)")
    }
}
