internal import GRDB

/// Why progress cannot be saved or read, in a sentence for the learner.
package struct ProgressFailure: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: Sendable, Equatable {
        case unwritable, full, damaged, newer, busy, other
    }

    package var kind: Kind
    package var path: String
    package var detail: String

    package var description: String {
        switch kind {
        case .unwritable: "progress cannot be saved: \(path) cannot be written (\(detail))"
        case .full: "progress cannot be saved: the disk that holds \(path) is full"
        case .damaged:
            "progress cannot be saved: \(path) is damaged (\(detail)); move it away to begin a new one"
        case .newer:
            "progress cannot be saved: \(path) was written by a newer cnnlab than this one"
        case .busy:
            "progress cannot be saved: another program has held \(path) for too long"
        case .other: "progress cannot be saved: \(path): \(detail)"
        }
    }

    init(kind: Kind, path: String, detail: String = "") {
        self.kind = kind
        self.path = path
        self.detail = detail
    }

    init(_ error: any Error, path: String) {
        self.path = path
        guard let error = error as? DatabaseError else {
            kind = .other
            detail = "\(error)"
            return
        }
        detail = error.message ?? "\(error.resultCode)"
        kind =
            switch error.resultCode {
            case .SQLITE_FULL: .full
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_IOERR: .unwritable
            default: .other
            }
    }
}
