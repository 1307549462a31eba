internal import GRDB

/// Why the gradebook cannot be read or written, in a sentence for the instructor.
package struct GradebookFailure: Error, Sendable, Equatable, CustomStringConvertible {
    package var path: String
    package var problem: String

    package var description: String { "the gradebook \(path) \(problem)" }

    init(path: String, problem: String) {
        self.path = path
        self.problem = problem
    }

    init(_ error: any Error, path: String) {
        self.path = path
        guard let error = error as? DatabaseError else {
            problem = "failed: \(error)"
            return
        }
        let detail = error.message ?? "\(error.resultCode)"
        problem =
            switch error.resultCode {
            case .SQLITE_FULL: "cannot be written: its disk is full"
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: "is damaged (\(detail))"
            case .SQLITE_BUSY, .SQLITE_LOCKED: "is held by another program for too long"
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR:
                "cannot be written (\(detail))"
            default: "failed: \(detail)"
            }
    }
}
