import Foundation

/// Reading and writing whole files with messages that name them.
enum FileReading {
    /// The bytes of a regular file of at most `limit` bytes.
    static func bytes(path: String, limit: Int) throws -> [UInt8] {
        func fail(_ problem: String) -> DataError { DataError(path: path, problem: problem) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw fail(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fail(String(cString: strerror(errno))) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw fail("is a folder, not a file") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw fail("is not a regular file") }
        let size = Int(status.st_size)
        guard size <= limit else {
            throw fail("is \(size) bytes long; \(limit) are the most that is read")
        }
        var bytes = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let count = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress! + filled, size - filled)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw fail(String(cString: strerror(errno))) }
            guard count > 0 else { break }
            filled += count
        }
        bytes.removeLast(size - filled)
        return bytes
    }

    /// Writes a new file whole and to the disk, so that a name that exists holds what it should.
    static func write(_ bytes: [UInt8], path: String) throws {
        func fail() -> DataError {
            DataError(path: path, problem: "cannot be written: \(String(cString: strerror(errno)))")
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw fail() }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let error = fail()
                close(descriptor)
                unlink(path)
                throw error
            }
            written += count
        }
        guard fsync(descriptor) == 0 else {
            let error = fail()
            close(descriptor)
            unlink(path)
            throw error
        }
        close(descriptor)
    }
}
