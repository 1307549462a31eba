import Foundation

/// One file that is graded, and whose it is.
package struct HandIn: Sendable, Equatable {
    /// The student's id on the roster, or what the file or its folder is called.
    package var student: String
    package var file: String
    /// When it was handed in, in seconds since 1970: when the file was last changed.
    package var submitted: Double?

    package init(student: String, file: String, submitted: Double? = nil) {
        self.student = student
        self.file = file
        self.submitted = submitted
    }
}

/// The hand-ins that paths stand for.
package struct HandIns: Sendable {
    package private(set) var found: [HandIn] = []
    /// What an instructor should know: files passed over, names that nobody on the roster has.
    package private(set) var notes: [String] = []

    package struct Refusal: Error, Sendable, CustomStringConvertible {
        package var description: String
    }

    /// Finds them: a file is one; a folder stands for the files in it, and for its folders, each a student's.
    ///
    /// Who handed in is what the file or folder is called, never what stands in a file.
    /// - Parameter roster: the class, or `nil` where each name is a student.
    package init(paths: [String], roster: Roster?) throws(Refusal) {
        var all: [HandIn] = []
        for path in paths {
            var status = stat()
            guard lstat(path, &status) == 0 else {
                throw Refusal(description: "\(path): no such file")
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                all.append(handIn(path, named: Self.stem(path), roster: roster))
                continue
            }
            let before = all.count
            for name in Self.names(in: path) {
                let inner = (path as NSString).appendingPathComponent(name)
                if Self.isFolder(inner) {
                    let files = Self.names(in: inner).filter(Self.isSubmission)
                        .map { (inner as NSString).appendingPathComponent($0) }
                    all += files.map { handIn($0, named: name, roster: roster) }
                } else if Self.isSubmission(name) {
                    all.append(handIn(inner, named: Self.stem(name), roster: roster))
                }
            }
            guard all.count > before else {
                let endings = Submission.endings.map { "." + $0 }.joined(separator: ", ")
                throw Refusal(description: "\(path): no \(endings) file in this folder")
            }
        }
        keepLatest(all)
    }

    private mutating func handIn(_ file: String, named name: String, roster: Roster?) -> HandIn {
        var status = stat()
        let time = lstat(file, &status) == 0 ? Double(status.st_mtim.tv_sec) : nil
        guard let roster else { return HandIn(student: name, file: file, submitted: time) }
        if let entry = roster.student(named: name) {
            return HandIn(student: entry.id, file: file, submitted: time)
        }
        notes.append("\(file): nobody on the roster is called \(name)")
        return HandIn(student: name, file: file, submitted: time)
    }

    /// Of several files of one student the latest counts; of equally late ones the last by name.
    private mutating func keepLatest(_ all: [HandIn]) {
        for (student, files) in Dictionary(grouping: all, by: \.student) {
            let ordered = files.sorted {
                ($0.submitted ?? 0, $0.file) < ($1.submitted ?? 0, $1.file)
            }
            guard let last = ordered.last else { continue }
            found.append(last)
            for other in ordered.dropLast() where other.file != last.file {
                notes.append("\(other.file): \(student) also handed in \(last.file), which counts")
            }
        }
        found.sort { ($0.student, $0.file) < ($1.student, $1.file) }
        notes.sort()
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func isSubmission(_ name: String) -> Bool {
        Submission.endings.contains((name as NSString).pathExtension.lowercased())
    }

    /// Whether a path is a folder itself, not a link to one.
    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func stem(_ path: String) -> String {
        ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    }
}
