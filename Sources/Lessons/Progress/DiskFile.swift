import Foundation
package import GRDB

/// How a database on disk is kept.
package enum DiskFile {
    /// Whether a path lies on a file system of another machine, where the shared memory that SQLite's
    /// write-ahead log needs does not work.
    package static func isOnNetwork(_ path: String) -> Bool {
        let mounts = FileManager.default.contents(atPath: "/proc/self/mounts") ?? Data()
        var place = path
        // The file need not be there yet, nor its folder.
        while access(place, F_OK) != 0, place.count > 1 {
            place = (place as NSString).deletingLastPathComponent
        }
        guard let real = realpath(place.isEmpty ? "." : place, nil) else { return false }
        defer { free(real) }
        return isOnNetwork(
            String(cString: real), mounts: String(decoding: mounts, as: UTF8.self))
    }

    /// - Parameters:
    ///   - path: an absolute path without links.
    ///   - mounts: lines as in `/proc/mounts`: device, folder, kind of file system, options.
    package static func isOnNetwork(_ path: String, mounts: String) -> Bool {
        var kind = ""
        var length = -1
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ", omittingEmptySubsequences: false)
            guard fields.count >= 3 else { continue }
            let folder = fields[1].replacing("\\040", with: " ")
            let isWithin =
                folder == "/" || path == folder || path.hasPrefix(folder + "/")
            // A later mount on the same folder covers the earlier one.
            if isWithin, folder.count >= length {
                (kind, length) = (String(fields[2]), folder.count)
            }
        }
        return networkKinds.contains(kind) || kind.hasPrefix("nfs")
            || kind.hasPrefix("fuse.") && kind != "fuse.overlayfs"
    }

    private static let networkKinds: Set<String> = [
        "cifs", "smb3", "smbfs", "afs", "coda", "9p", "ceph", "lustre", "gpfs", "glusterfs",
        "beegfs",
        "virtiofs", "vboxsf",
    ]

    /// Thrown for a file with tables of a later version of the program.
    package struct IsNewer: Error {}

    /// Opens a database, makes it where there is none, and brings its tables up to date.
    ///
    /// Programs that open a new file at the same moment all find it empty. One of them makes the tables; the others
    /// fail at that, and find them there when they look again.
    /// - Throws: `IsNewer`, or what GRDB throws.
    package static func open(_ path: String, schema: DatabaseMigrator) throws -> DatabaseQueue {
        var attempts = 0
        while true {
            do {
                let database = try DatabaseQueue(
                    path: path, configuration: configuration(for: path))
                if try database.read({ try schema.hasBeenSuperseded($0) }) { throw IsNewer() }
                try schema.migrate(database)
                return database
            } catch let error as DatabaseError where meetsOther(error) && attempts < 20 {
                attempts += 1
                usleep(useconds_t(10_000 * attempts))
            }
        }
    }

    /// Whether an error may come from another program that makes the same tables now.
    private static func meetsOther(_ error: DatabaseError) -> Bool {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CONSTRAINT, .SQLITE_ERROR, .SQLITE_SCHEMA: true
        default: false
        }
    }

    /// A write-ahead log, or a rollback journal where that is not safe. Every transaction is synced.
    package static func configuration(for path: String) -> Configuration {
        let isFar = isOnNetwork(path)
        var configuration = Configuration()
        configuration.journalMode = isFar ? .default : .wal
        configuration.busyMode = .timeout(isFar ? 20 : 5)
        configuration.prepareDatabase { database in
            if isFar { try database.execute(sql: "PRAGMA journal_mode = DELETE") }
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }
}
