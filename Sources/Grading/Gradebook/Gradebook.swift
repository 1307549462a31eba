import Foundation
internal import GRDB
import Lessons

// The gradebook is only ever added to. A grading is a row; a regrading is another, and the last one counts.
// A mark that an instructor sets is a row in a table of its own, which grading never writes. So a run that
// is killed leaves a beginning of what it would have done, and the next one goes on behind it.

/// What is known of a class: who is in it, what was graded, what was set by hand.
///
/// Every change is one transaction, synced before the call returns.
package final class Gradebook: Sendable {
    package let path: String
    let database: DatabaseQueue

    /// The file's name in an output folder.
    package static let fileName = "gradebook.sqlite"

    /// Opens a gradebook, and makes it and its folder where there is none.
    /// - Parameter mustExist: whether a missing file is an error.
    package init(path: String, mustExist: Bool = false) throws(GradebookFailure) {
        self.path = path
        let folder = (path as NSString).deletingLastPathComponent
        if mustExist, !FileManager.default.fileExists(atPath: path) {
            throw GradebookFailure(path: path, problem: "does not exist")
        }
        do {
            if !folder.isEmpty {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw GradebookFailure(path: path, problem: "cannot be made: no folder \(folder)")
        }
        do {
            database = try DiskFile.open(path, schema: Self.schema)
        } catch is DiskFile.IsNewer {
            throw GradebookFailure(
                path: path, problem: "was written by a newer cnnlab than this one")
        } catch {
            throw GradebookFailure(error, path: path)
        }
    }

    private static let schema: DatabaseMigrator = {
        var schema = DatabaseMigrator()
        schema.registerMigration("1: class") { database in
            try database.create(table: "student") { table in
                table.primaryKey("id", .text)
                // A `RosterEntry` as JSON.
                table.column("body", .text).notNull()
            }
            try database.create(table: "lesson") { table in
                table.primaryKey("id", .text)
                // A `LessonOutline` and a `LatePolicy` as JSON.
                table.column("outline", .text).notNull()
                table.column("policy", .text).notNull()
            }
            try database.create(table: "grading") { table in
                table.autoIncrementedPrimaryKey("id")
                table.column("lesson", .text).notNull()
                table.column("student", .text).notNull()
                table.column("file", .text).notNull()
                // When it was handed in and graded, in seconds since 1970.
                table.column("submitted", .double)
                table.column("graded", .double).notNull()
                // What the marks follow from: the submission, the lesson and the program, hashed.
                table.column("key", .text).notNull().indexed()
                // Whether the same key gives the same marks again.
                table.column("isFinal", .boolean).notNull()
                // A `GradeReport` as JSON.
                table.column("report", .text).notNull()
            }
            try database.create(
                index: "grading_of_student", on: "grading", columns: ["lesson", "student"])
            try database.create(table: "mark") { table in
                table.autoIncrementedPrimaryKey("id")
                table.column("lesson", .text).notNull()
                table.column("student", .text).notNull()
                // The exercise or question; empty for the whole.
                table.column("item", .text).notNull()
                table.column("points", .double)
                table.column("comment", .text)
                table.column("at", .double).notNull()
            }
        }
        schema.registerMigration("2: answers") { database in
            // What was said of an answer to one exercise.
            try database.create(table: "answer") { table in
                // The answer, the exercise, the lesson and the program, hashed.
                table.primaryKey("key", .text)
                // A `GradeReport.Item` as JSON.
                table.column("item", .text).notNull()
            }
        }
        return schema
    }()

    /// Runs a transaction; what fails is told in the gradebook's words.
    func write<Result>(_ body: (Database) throws -> Result) throws(GradebookFailure) -> Result {
        do {
            return try database.write(body)
        } catch let failure as GradebookFailure {
            throw failure
        } catch {
            throw GradebookFailure(error, path: path)
        }
    }

    func read<Result>(_ body: (Database) throws -> Result) throws(GradebookFailure) -> Result {
        do {
            return try database.read(body)
        } catch let failure as GradebookFailure {
            throw failure
        } catch {
            throw GradebookFailure(error, path: path)
        }
    }

    func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw GradebookFailure(path: path, problem: "is damaged: an entry cannot be read")
        }
    }

    func encoded(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder.canonical.encode(value), as: UTF8.self)
    }

    // MARK: The class

    /// Takes students into the class; those that are in it are brought up to date.
    package func enroll(_ entries: [RosterEntry]) throws(GradebookFailure) {
        try write { database in
            for entry in entries {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO student (id, body) VALUES (?, ?)",
                    arguments: [entry.id, try encoded(entry)])
            }
        }
    }

    package func roster() throws(GradebookFailure) -> [RosterEntry] {
        try read { database in
            try String.fetchAll(database, sql: "SELECT body FROM student ORDER BY id")
                .map { try decoded(RosterEntry.self, $0) }
        }
    }

    // MARK: Lessons

    /// Notes what a lesson consists of and when it is late; a policy of `nil` leaves the one there is.
    package func keep(_ outline: LessonOutline, policy: LatePolicy?) throws(GradebookFailure) {
        try write { database in
            let old = try String.fetchOne(
                database, sql: "SELECT policy FROM lesson WHERE id = ?", arguments: [outline.id])
            let text = try policy.map(encoded) ?? old ?? encoded(LatePolicy())
            try database.execute(
                sql: "INSERT OR REPLACE INTO lesson (id, outline, policy) VALUES (?, ?, ?)",
                arguments: [outline.id, try encoded(outline), text])
        }
    }

    package func lessons() throws(GradebookFailure) -> [(LessonOutline, LatePolicy)] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT outline, policy FROM lesson ORDER BY id").map {
                (
                    try decoded(LessonOutline.self, $0["outline"]),
                    try decoded(LatePolicy.self, $0["policy"])
                )
            }
        }
    }
}
