import Foundation

/// The results of a challenge, in a file that one learner keeps or a whole class shares.
///
/// The file is CSV (RFC 4180) with a line for each result: `lesson,exercise,name,result,at`. Lines are only ever
/// appended, each by one write, so that many programs can add to one file and none waits for another.
package struct Leaderboard: Sendable {
    package struct Entry: Sendable, Equatable {
        package var lesson: String
        package var exercise: String
        /// Whose result it is.
        package var name: String
        /// The greater, the better.
        package var result: Double
        /// When it was reached, as `2026-11-26T16:00:00Z`.
        package var at: String

        package init(
            lesson: String, exercise: String, name: String, result: Double, at: String
        ) {
            self.lesson = lesson
            self.exercise = exercise
            self.name = name
            self.result = result
            self.at = at
        }
    }

    /// Why a leaderboard cannot be read or written, in a sentence.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        package var description: String
    }

    package let path: String

    package init(path: String) { self.path = path }

    /// The file that `CNNLAB_LEADERBOARD` names, which a class may share; otherwise the learner's own.
    package static func standard(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Leaderboard {
        let named = environment["CNNLAB_LEADERBOARD"].flatMap { $0.isEmpty ? nil : $0 }
        let own = StateDirectory.path(environment: environment) + "/leaderboard.csv"
        return Leaderboard(path: named ?? own)
    }

    /// The name that a learner's results stand under.
    package static func learnerName(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String {
        let names = ["CNNLAB_NAME", "LOGNAME", "USER"].compactMap { environment[$0] }
        return names.first { !$0.isEmpty } ?? "learner"
    }

    private static let head = "lesson,exercise,name,result,at\n"

    /// Adds a result.
    package func append(_ entry: Entry) throws(Failure) {
        let directory = (path as NSString).deletingLastPathComponent
        if !directory.isEmpty {
            // A directory that cannot be made shows when the file is opened.
            try? FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true)
        }
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw failure("cannot be written") }
        defer { close(file) }
        let isNew = lseek(file, 0, SEEK_END) == 0
        let fields = [entry.lesson, entry.exercise, entry.name, "\(entry.result)", entry.at]
        let line = fields.map(Self.quoted).joined(separator: ",") + "\n"
        let bytes = Array(((isNew ? Self.head : "") + line).utf8)
        guard write(file, bytes, bytes.count) == bytes.count else {
            throw failure("cannot be written")
        }
    }

    /// All results, as they were added, and how many lines of the file are none. A file that is not there and
    /// need not be has none.
    package func entries(mustExist: Bool = false) throws(Failure) -> (
        entries: [Entry], unread: Int
    ) {
        if !mustExist, access(path, F_OK) != 0, errno == ENOENT { return ([], 0) }
        errno = 0
        guard let data = FileManager.default.contents(atPath: path) else {
            throw failure("cannot be read")
        }
        var entries: [Entry] = []
        var unread = 0
        for record in Self.records(of: String(decoding: data, as: UTF8.self)) {
            if record == ["lesson", "exercise", "name", "result", "at"] { continue }
            guard record.count == 5, let result = Double(record[3]), result.isFinite else {
                unread += 1
                continue
            }
            entries.append(
                Entry(
                    lesson: record[0], exercise: record[1], name: record[2], result: result,
                    at: record[4]))
        }
        return (entries, unread)
    }

    /// The best result of each name, the best first; of equal ones the earlier first.
    package static func ranking(of entries: [Entry]) -> [Entry] {
        var best: [String: Entry] = [:]
        for entry in entries {
            if let known = best[entry.name], known.result >= entry.result { continue }
            best[entry.name] = entry
        }
        return best.values.sorted {
            ($1.result, $0.at, $0.name) < ($0.result, $1.at, $1.name)
        }
    }

    private func failure(_ what: String) -> Failure {
        let cause = errno == 0 ? "it is no file" : String(cString: strerror(errno))
        return Failure(description: "the leaderboard \(path) \(what): \(cause)")
    }

    // MARK: CSV

    /// A field, quoted where it must be.
    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { ",\"\r\n".contains($0) }) else { return field }
        return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    /// The records of a CSV text. A quote that is never closed ends with the text.
    package static func records(of text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var rest = text.unicodeScalars[...]
        func end() {
            record.append(field)
            field = ""
        }
        while let next = rest.popFirst() {
            switch next {
            case "\"" where isQuoted && rest.first == "\"":
                rest.removeFirst()
                field.unicodeScalars.append("\"")
            case "\"" where isQuoted || field.isEmpty: isQuoted.toggle()
            case "," where !isQuoted: end()
            case "\r" where !isQuoted && rest.first == "\n": continue
            case "\n" where !isQuoted:
                end()
                if record != [""] { records.append(record) }
                record = []
            default: field.unicodeScalars.append(next)
            }
        }
        if !field.isEmpty || !record.isEmpty {
            end()
            records.append(record)
        }
        return records
    }
}
