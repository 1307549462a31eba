import Foundation

// What `cnnlab grade` and its workers say to each other, a line of JSON each. A request is followed by the
// bytes of the submission, so that what is graded is what was hashed, and a worker need open no file.

struct WorkerRequest: Codable {
    /// The submission's path, for its ending and its report.
    var file: String
    /// How many bytes of it follow the line.
    var bytes: Int
}

/// What a worker says: which answers it has before it, so that it is told of those that were judged before, or what
/// came of it all.
struct WorkerAnswer: Codable {
    /// Digests of the answers to the exercises, each of which may have been judged before.
    var asks: [String]?
    /// The exercises that were judged now, by the digests of the answers.
    var judged: [String: String]?
    /// What the containment was when the submission ran.
    var containment: Containment?
    var report: GradeReport?
    /// Why there is no report.
    var cause: String?
}

/// What is known of answers, by their digests.
struct WorkerKnowledge: Codable {
    var items: [String: GradeReport.Item]
}

/// What goes through pipes, with short counts and interrupted calls seen to.
struct PipeEnd {
    let descriptor: Int32

    func write(_ data: Data) -> Bool {
        data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// What there is to read, at most `most` bytes; empty at the end, `nil` if it cannot be read.
    func read(most: Int = 1 << 16) -> Data? {
        var buffer = [UInt8](repeating: 0, count: most)
        while true {
            let count = Foundation.read(descriptor, &buffer, most)
            if count < 0, errno == EINTR { continue }
            return count < 0 ? nil : Data(buffer[..<count])
        }
    }
}

/// Reads lines, and bytes that follow a line, from a pipe.
struct PipeReader {
    let end: PipeEnd
    private var buffer = Data()

    init(descriptor: Int32) { end = PipeEnd(descriptor: descriptor) }

    /// The next line without its end; `nil` at the end of the pipe, or behind a line that is too long.
    mutating func line(most: Int) -> Data? {
        var searched = 0
        while true {
            if let index = buffer.dropFirst(searched).firstIndex(of: 10) {
                let line = Data(buffer[..<index])
                buffer = Data(buffer[(index + 1)...])
                return line
            }
            searched = buffer.count
            guard buffer.count <= most, let more = end.read(), !more.isEmpty else { return nil }
            buffer.append(more)
        }
    }

    /// The next `count` bytes; `nil` where the pipe ends before.
    mutating func bytes(_ count: Int) -> Data? {
        while buffer.count < count {
            guard let more = end.read(), !more.isEmpty else { return nil }
            buffer.append(more)
        }
        let bytes = Data(buffer.prefix(count))
        buffer = Data(buffer.dropFirst(count))
        return bytes
    }
}

extension JSONEncoder {
    /// The same value gives the same bytes, in one line.
    static var canonical: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
