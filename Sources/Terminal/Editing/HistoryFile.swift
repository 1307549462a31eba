import Glibc

/// The cells typed so far, kept in a file: one line a cell, its line breaks written as `\n`.
///
/// A cell is added with a single appending write, so that two programs, a kill or a full disk can lose the
/// cell being added but nothing else. A file grown too long is replaced by its newer half as a whole.
package final class HistoryFile {
    package let path: String
    /// Why the file cannot be kept, for one remark to the user.
    package private(set) var problem: String?
    private static let limit = 2 << 20

    package init(path: String) {
        self.path = path
    }

    /// The cells in the file, oldest first; damaged lines are left out.
    package func load() -> [String] {
        guard let bytes = readAll() else { return [] }
        var cells: [String] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let cell = Self.decode(line) else { continue }
            if cell != cells.last { cells.append(cell) }
        }
        if bytes.count > Self.limit { compact(cells) }
        return cells
    }

    /// Adds a cell at the end of the file.
    package func append(_ cell: String) {
        guard problem == nil else { return }
        let line = Array(Self.encode(cell).utf8) + [UInt8(ascii: "\n")]
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            problem = String(cString: strerror(errno))
            return
        }
        defer { close(file) }
        let count = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count != line.count {
            problem = count < 0 ? String(cString: strerror(errno)) : "No space left on device"
        }
    }

    static func encode(_ cell: String) -> String {
        var text = ""
        for scalar in cell.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    static func decode(_ line: some Sequence<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var escaped = false
        for byte in line {
            if escaped {
                escaped = false
                switch byte {
                case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
                default: bytes.append(byte)
                }
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
            } else if byte == 0 {
                return nil
            } else {
                bytes.append(byte)
            }
        }
        guard !bytes.isEmpty, !escaped else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private func readAll() -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            if errno != ENOENT { problem = String(cString: strerror(errno)) }
            return nil
        }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < 1 << 25 {
            let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if count <= 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }

    private func compact(_ cells: [String]) {
        var kept: [String] = []
        var size = 0
        for cell in cells.reversed() {
            size += cell.utf8.count
            if size > Self.limit / 2 { break }
            kept.append(cell)
        }
        let text = kept.reversed().map { Self.encode($0) + "\n" }.joined()
        let temporary = path + ".new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        let bytes = Array(text.utf8)
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        let isSafe = count == bytes.count && fsync(file) == 0
        close(file)
        if isSafe { rename(temporary, path) } else { unlink(temporary) }
    }
}
