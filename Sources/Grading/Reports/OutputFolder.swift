import Foundation
internal import Lessons

/// Writes what a class gets and what its instructor gets into a folder.
package struct OutputFolder {
    package var path: String

    package init(path: String) { self.path = path }

    package struct Failure: Error, Sendable, CustomStringConvertible {
        package var description: String
    }

    /// Writes tables, reports and a page a student; a file that has these bytes already is left.
    package func write(_ results: ClassResults, reports: [GradeReport]) throws(Failure) {
        removeParts()
        try write(results.csv, to: "grades.csv")
        try write(results.json, to: "grades.json")
        try write(results.canvasCSV, to: "canvas.csv")
        try write(JUnitXML.render(reports), to: "junit.xml")
        try write(ClassPage.render(results), to: "class.html")
        for (student, name) in zip(results.students, Self.names(results.students.map(\.id))) {
            try write(
                FeedbackPage.render(student, lesson: results.lesson),
                to: "feedback/\(name).html")
        }
    }

    /// A file name for each id: letters, digits, dots and hyphens; different for different ids, also where the
    /// file system takes capital and small letters for the same.
    package static func names(_ ids: [String]) -> [String] {
        var taken: [String: Int] = [:]
        let plain = ids.map { id in
            let kept = String(
                id.unicodeScalars.map { scalar in
                    let isKept =
                        scalar.isASCII
                        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                            || "-_.@+".unicodeScalars.contains(scalar))
                    return isKept ? Character(scalar) : "_"
                }.prefix(80))
            let name = kept.hasPrefix(".") || kept.isEmpty ? "_" + kept : kept
            taken[name.lowercased(), default: 0] += 1
            return name
        }
        return zip(ids, plain).map { id, name in
            id == name && taken[name.lowercased()] == 1
                ? name : "\(name)-\(SHA256.hex(id).prefix(8))"
        }
    }

    private func write(_ text: String, to name: String) throws(Failure) {
        let file = (path as NSString).appendingPathComponent(name)
        let data = Data(text.utf8)
        if FileManager.default.contents(atPath: file) == data { return }
        do {
            try FileManager.default.createDirectory(
                atPath: (file as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true)
            // A reader finds the old file or the new one.
            let part = Self.part(of: file)
            defer { unlink(part) }
            try data.write(to: URL(fileURLWithPath: part))
            guard rename(part, file) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        } catch {
            throw Failure(description: "\(file) cannot be written: \(error.localizedDescription)")
        }
    }

    private static let partEnding = ".cnnlab-part"

    private static func part(of file: String) -> String {
        let name = "." + (file as NSString).lastPathComponent + partEnding
        return ((file as NSString).deletingLastPathComponent as NSString)
            .appendingPathComponent(name)
    }

    /// Removes what a run left that was killed in the middle of a file.
    private func removeParts() {
        for folder in [path, (path as NSString).appendingPathComponent("feedback")] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names where name.hasPrefix(".") && name.hasSuffix(Self.partEnding) {
                unlink((folder as NSString).appendingPathComponent(name))
            }
        }
    }
}
