package import Foundation
internal import GRDB

/// A learner's progress on disk: the events of all lessons, in SQLite.
///
/// Each event is one transaction, synced before `append` returns, in WAL mode (but see ``DiskFile``): a program
/// that is killed loses at most the event that it was writing, and two programs may write at once. No lock is
/// held between two events.
package final class ProgressStore {
    package let path: String
    private let database: DatabaseQueue

    /// Opens the store, and makes it and its directory where there is none.
    /// - Parameter path: the database file. Default: `progress.sqlite` in the state directory.
    package init(path: String = StateDirectory.path() + "/progress.sqlite")
        throws(ProgressFailure)
    {
        self.path = path
        let directory = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw ProgressFailure(
                kind: .unwritable, path: path, detail: "\(directory) cannot be made")
        }
        do {
            database = try DiskFile.open(path, schema: Self.schema)
        } catch is DiskFile.IsNewer {
            throw ProgressFailure(kind: .newer, path: path)
        } catch {
            throw ProgressFailure(error, path: path)
        }
    }

    private static let schema: DatabaseMigrator = {
        var schema = DatabaseMigrator()
        schema.registerMigration("1: events") { database in
            try database.create(table: "event") { table in
                table.autoIncrementedPrimaryKey("id")
                table.column("lesson", .text).notNull().indexed()
                // Seconds since 1970.
                table.column("at", .double).notNull()
                // An `Event` as JSON.
                table.column("body", .text).notNull()
            }
        }
        return schema
    }()

    /// Saves one event. When it returns, the event is on disk.
    package func append(_ event: Event, lesson: String, at time: Date = Date())
        throws(ProgressFailure)
    {
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let body = String(decoding: try encoder.encode(event), as: UTF8.self)
            try database.write { database in
                try database.execute(
                    sql: "INSERT INTO event (lesson, at, body) VALUES (?, ?, ?)",
                    arguments: [lesson, time.timeIntervalSince1970, body])
            }
        } catch {
            throw ProgressFailure(error, path: path)
        }
    }

    /// The events of a lesson, oldest first.
    package func events(lesson: String) throws(ProgressFailure) -> [Event] {
        try timedEvents(lesson: lesson).map(\.event)
    }

    /// The events of a lesson with their times, oldest first.
    package func timedEvents(lesson: String) throws(ProgressFailure) -> [(event: Event, at: Date)] {
        do {
            let rows = try database.read { database in
                try Row.fetchAll(
                    database, sql: "SELECT body, at FROM event WHERE lesson = ? ORDER BY id",
                    arguments: [lesson]
                ).map { ($0["body"] as String, $0["at"] as Double) }
            }
            return try rows.map { body, at in
                do {
                    let event = try JSONDecoder().decode(Event.self, from: Data(body.utf8))
                    return (event, Date(timeIntervalSince1970: at))
                } catch {
                    throw ProgressFailure(
                        kind: .damaged, path: path, detail: "an event cannot be read")
                }
            }
        } catch let failure as ProgressFailure {
            throw failure
        } catch {
            throw ProgressFailure(error, path: path)
        }
    }

    /// The ids of the lessons that have events.
    package func lessons() throws(ProgressFailure) -> [String] {
        do {
            return try database.read { database in
                try String.fetchAll(database, sql: "SELECT DISTINCT lesson FROM event ORDER BY 1")
            }
        } catch {
            throw ProgressFailure(error, path: path)
        }
    }

    /// Forgets a lesson wholly.
    package func reset(lesson: String) throws(ProgressFailure) {
        do {
            try database.write { database in
                try database.execute(sql: "DELETE FROM event WHERE lesson = ?", arguments: [lesson])
            }
        } catch {
            throw ProgressFailure(error, path: path)
        }
    }

    /// Whether SQLite finds the file sound.
    package func isSound() -> Bool {
        let report = try? database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        return report == "ok"
    }
}

extension ProgressStore {
    /// Lets the file grow no further, so that a test can meet a full disk.
    package func limitPagesForTesting(more: Int = 0) throws(ProgressFailure) {
        do {
            try database.write { database in
                let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 1
                try database.execute(sql: "PRAGMA max_page_count = \(pages + more)")
            }
        } catch {
            throw ProgressFailure(error, path: path)
        }
    }
}
