import Glibc

/// Whole files of text, with reasons in plain words.
package enum FileText {
    package struct Problem: Error, Equatable {
        package var text: String
    }

    private static let limit = 16 << 20

    /// The bytes of a file; `-` is standard input.
    package static func bytes(of path: String) -> Result<[UInt8], Problem> {
        let isStandardInput = path == "-"
        let file = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .failure(problem()) }
        defer { if !isStandardInput { close(file) } }
        var information = stat()
        if fstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
            return .failure(Problem(text: "it is a folder"))
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count == 0 { return .success(bytes) }
            if count < 0 {
                if errno == EINTR { continue }
                return .failure(problem())
            }
            bytes += chunk[..<count]
            if bytes.count > limit {
                return .failure(Problem(text: "it is larger than \(limit >> 20) MB"))
            }
        }
    }

    /// The text of a file, without a byte order mark.
    package static func read(_ path: String) -> Result<String, Problem> {
        bytes(of: path).flatMap { bytes in
            let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
            guard let text = String(validating: body, as: UTF8.self) else {
                return .failure(Problem(text: "it is not UTF-8 text (\(place(of: body)))"))
            }
            return .success(text)
        }
    }

    package static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    /// Writes a file as a whole: the old one stays until the new one is complete.
    package static func write(_ text: String, to path: String) -> Problem? {
        if isFolder(path) { return Problem(text: "it is a folder") }
        let temporary = path + ".cnnlab-new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { return problem() }
        let bytes = Array(text.utf8)
        var offset = 0
        while offset < bytes.count {
            let count = bytes[offset...].withUnsafeBytes {
                Glibc.write(file, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            if count <= 0 {
                let reason = problem()
                close(file)
                unlink(temporary)
                return reason
            }
            offset += count
        }
        close(file)
        guard rename(temporary, path) == 0 else {
            let reason = problem()
            unlink(temporary)
            return reason
        }
        return nil
    }

    /// Where bytes stop being UTF-8, in words.
    private static func place(of bytes: ArraySlice<UInt8>) -> String {
        var line = 1
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return "line \(line)" }
            line += 1
        }
        return "at its end"
    }

    private static func problem() -> Problem {
        Problem(text: String(cString: strerror(errno)).lowercasedFirst)
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
