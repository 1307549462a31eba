package import Foundation
internal import GRDB

/// What an instructor set by hand, for one exercise or question, or for the whole.
package struct ManualMark: Codable, Sendable, Equatable {
    package var student: String
    package var lesson: String
    /// The exercise or question; empty for the whole.
    package var item: String
    /// The points that count instead of the earned ones; `nil` leaves those.
    package var points: Double?
    package var comment: String?

    package init(
        student: String, lesson: String, item: String, points: Double?, comment: String?
    ) {
        self.student = student
        self.lesson = lesson
        self.item = item
        self.points = points
        self.comment = comment
    }
}

extension Gradebook {
    /// What is changed by `set`: left, or put to a value, `nil` taking it back.
    package enum Change<Value: Sendable>: Sendable {
        case keep
        case set(Value?)
    }

    /// Sets a mark or a comment; what is not given stays, and what was before is kept as history.
    package func set(
        lesson: String, student: String, item: String, points: Change<Double> = .keep,
        comment: Change<String> = .keep, at time: Date = Date()
    ) throws(GradebookFailure) {
        try write { database in
            try Self.set(
                lesson: lesson, student: student, item: item, points: points, comment: comment,
                at: time, in: database)
        }
    }

    static func set(
        lesson: String, student: String, item: String, points: Change<Double>,
        comment: Change<String>, at time: Date, in database: Database
    ) throws {
        let old = try Row.fetchOne(
            database,
            sql: """
                SELECT points, comment FROM mark
                WHERE lesson = ? AND student = ? AND item = ? ORDER BY id DESC LIMIT 1
                """, arguments: [lesson, student, item])
        var newPoints: Double? = old?["points"]
        var newComment: String? = old?["comment"]
        if case .set(let value) = points { newPoints = value }
        if case .set(let value) = comment { newComment = value }
        try database.execute(
            sql: """
                INSERT INTO mark (lesson, student, item, points, comment, at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                lesson, student, item, newPoints, newComment, time.timeIntervalSince1970,
            ])
    }

    /// The marks that count.
    package func marks(lesson: String) throws(GradebookFailure) -> [ManualMark] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM mark WHERE id IN
                    (SELECT max(id) FROM mark WHERE lesson = ? GROUP BY student, item)
                    ORDER BY student, item
                    """, arguments: [lesson]
            ).map {
                ManualMark(
                    student: $0["student"], lesson: $0["lesson"], item: $0["item"],
                    points: $0["points"], comment: $0["comment"])
            }.filter { $0.points != nil || $0.comment != nil }
        }
    }
}
