import Foundation

/// The text of a lesson file, checked to be text and of sane size, as lines.
package struct LessonSource: Sendable {
    /// No lesson is longer; a file above it is refused without being read.
    package static let largestFile = 1 << 20
    static let longestLine = 20_000

    package let file: String
    package let text: String
    /// The lines, without their ends; line 1 is `lines[0]`.
    package let lines: [Substring]

    /// Reads a lesson file.
    package init(path: String) throws(LessonErrors) {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            let exists = FileManager.default.fileExists(atPath: path)
            let message = exists ? "the file cannot be read" : "there is no such file"
            throw LessonErrors([LessonError(file: path, line: 0, message: message)])
        }
        defer { try? handle.close() }
        let data: Data
        do {
            data = try handle.read(upToCount: Self.largestFile + 1) ?? Data()
        } catch {
            throw LessonErrors([
                LessonError(file: path, line: 0, message: "the file cannot be read")
            ])
        }
        try self.init(bytes: [UInt8](data), file: path)
    }

    package init(bytes: [UInt8], file: String) throws(LessonErrors) {
        func refuse(_ line: Int, _ message: String) -> LessonErrors {
            LessonErrors([LessonError(file: file, line: line, message: message)])
        }
        guard bytes.count <= Self.largestFile else {
            throw refuse(0, "a lesson of at most 1 MB is expected; this file is larger")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw refuse(Self.lineOfInvalidUTF8(bytes), "UTF-8 text is expected; this is not")
        }
        if let zero = bytes.firstIndex(of: 0) {
            let line = bytes[..<zero].count(where: { $0 == 10 }) + 1
            throw refuse(line, "text is expected; this line holds a zero byte")
        }
        var plain = text.replacingOccurrences(of: "\r\n", with: "\n")
        if plain.hasPrefix("\u{FEFF}") { plain.removeFirst() }
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.utf8.count > Self.longestLine {
            throw refuse(
                index + 1,
                "lines of at most \(Self.longestLine) bytes are expected; this one has "
                    + "\(line.utf8.count)")
        }
        self.file = file
        self.text = plain
        self.lines = lines
    }

    private static func lineOfInvalidUTF8(_ bytes: [UInt8]) -> Int {
        var line = 1
        for part in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }
}
