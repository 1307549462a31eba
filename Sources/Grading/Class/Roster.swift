import Foundation
import Lessons

/// One student of a class.
package struct RosterEntry: Codable, Sendable, Equatable {
    package var id: String
    package var name = ""
    package var email = ""
    package var section = ""
    /// What the student signs in with.
    package var login = ""
    /// What Canvas knows the student by: its own number, and the school's.
    package var canvasID = ""
    package var sisID = ""
    /// A due date of the student's own, in seconds since 1970.
    package var due: Double?

    package init(id: String, name: String = "") {
        self.id = id
        self.name = name
    }

    /// What a file or folder may be called after.
    fileprivate var keys: Set<String> {
        let local = email.split(separator: "@").first.map(String.init) ?? ""
        return Set(
            [id, email, local, login, canvasID, sisID, name].map(Roster.plain)
                .filter { !$0.isEmpty })
    }
}

/// The students of a class, as a file lists them.
package struct Roster: Sendable {
    package struct Refusal: Error, Sendable, CustomStringConvertible {
        package var description: String
    }

    package private(set) var entries: [RosterEntry] = []

    package init(_ entries: [RosterEntry]) { self.entries = entries }

    /// The largest file that is read as a roster.
    private static let largestFile = 4 << 20

    /// Reads a `.csv` file with a heading line, or a `.yaml` list of mappings.
    package init(path: String) throws(Refusal) {
        let handle = FileHandle(forReadingAtPath: path)
        guard let data = try? handle?.read(upToCount: Self.largestFile + 1) else {
            throw Refusal(description: "\(path): cannot be read")
        }
        guard data.count <= Self.largestFile, var text = String(validating: data, as: UTF8.self)
        else {
            throw Refusal(description: "\(path): UTF-8 text of at most 4 MB is expected")
        }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        do {
            try isYAML ? readYAML(text) : readCSV(text)
        } catch {
            throw Refusal(description: "\(path): \(error.description)")
        }
    }

    private static let columns: [String: any WritableKeyPath<RosterEntry, String> & Sendable] = [
        "id": \.id, "student_id": \.id, "name": \.name, "student": \.name, "email": \.email,
        "section": \.section, "login": \.login, "sis login id": \.login, "username": \.login,
        "canvas_id": \.canvasID, "sis_id": \.sisID, "sis user id": \.sisID, "sid": \.id,
    ]

    private mutating func add(_ fields: [(String, String)], place: String) throws(Refusal) {
        var entry = RosterEntry(id: "")
        for (name, value) in fields {
            let value = value.trimmingCharacters(in: .whitespacesAndNewlines)
            let key = name.trimmingCharacters(in: .whitespaces).lowercased()
            if key == "due", !value.isEmpty {
                guard let due = LatePolicy.date(value) else {
                    throw Refusal(
                        description: "\(place): a date like 2026-11-27T23:59 is expected as due; "
                            + "given: \(value)")
                }
                entry.due = due
            } else if let column = Self.columns[key] {
                entry[keyPath: column] = value
            }
        }
        // Canvas's own export has no id of ours, and a line for the points above the students.
        if fields.contains(where: { $0.0.lowercased() == "sis login id" }) {
            entry.canvasID = entry.id
            if !entry.login.isEmpty { entry.id = entry.login }
            if entry.id.isEmpty { return }
        }
        if entry.id.isEmpty { entry.id = entry.login.isEmpty ? entry.email : entry.login }
        guard !entry.id.isEmpty else {
            throw Refusal(description: "\(place): a student without an id")
        }
        guard !entries.contains(where: { $0.id == entry.id }) else {
            throw Refusal(description: "\(place): the id \(entry.id) is given twice")
        }
        entries.append(entry)
    }

    private mutating func readCSV(_ text: String) throws(Refusal) {
        let records = Leaderboard.records(of: text)
        guard let head = records.first else { throw Refusal(description: "there is no line") }
        let names = head.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        guard
            ["id", "student_id", "sid", "login", "username", "email"].contains(
                where: names.contains)
        else {
            throw Refusal(description: "the first line names the columns; one of them is id")
        }
        for (index, record) in records.enumerated().dropFirst() {
            try add(Array(zip(head, record)), place: "line \(index + 1)")
        }
    }

    private mutating func readYAML(_ text: String) throws(Refusal) {
        let lists: [[(String, String)]]
        do {
            lists = try YAMLList.mappings(text)
        } catch {
            throw Refusal(description: error.message)
        }
        for (index, fields) in lists.enumerated() {
            try add(fields, place: "student \(index + 1)")
        }
    }

    // MARK: Who handed in

    /// Lower case, letters and digits alone: `O'Neill, Ann` and `oneill ann` are the same.
    static func plain(_ text: String) -> String {
        String(
            text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }.map(Character.init))
    }

    /// The student that a file or folder is called after; `nil` for none, or for several.
    ///
    /// A name is a student's id, login, address or name, alone or as a part between `_`, as course
    /// systems write it: `neillann_4711_88_lab.ipynb`.
    package func student(named name: String) -> RosterEntry? {
        let whole = Self.plain(name)
        let exact = entries.filter { $0.id == name }
        if exact.count == 1 { return exact[0] }
        let alike = entries.filter { $0.keys.contains(whole) }
        if !alike.isEmpty { return alike.count == 1 ? alike[0] : nil }
        let parts = Set(
            name.split(whereSeparator: { "_ ".contains($0) }).map { Self.plain(String($0)) })
        let found = entries.filter { !$0.keys.isDisjoint(with: parts) }
        return found.count == 1 ? found[0] : nil
    }
}
