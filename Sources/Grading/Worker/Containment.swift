import Glibc
internal import CContainment

/// Which parts of the operating system's containment are in force around a submission.
package struct Containment: OptionSet, Codable, Sendable, Hashable {
    package let rawValue: Int32

    package init(rawValue: Int32) { self.rawValue = rawValue }

    /// No program that is run can gain rights.
    package static let noNewPrivileges = Containment(rawValue: Int32(CT_NO_NEW_PRIVILEGES))
    /// Only system calls that computing needs: no sockets, no processes, no programs, no writing.
    package static let systemCalls = Containment(rawValue: Int32(CT_SYSTEM_CALLS))
    /// No file can be read but the datasets.
    package static let files = Containment(rawValue: Int32(CT_FILES))

    package static let whole: Containment = [.noNewPrivileges, .systemCalls, .files]

    /// What is missing, in a sentence for the instructor; `nil` where all is in force.
    package var shortcoming: String? {
        var parts: [String] = []
        if !contains(.systemCalls) { parts.append("system calls (seccomp)") }
        if !contains(.files) { parts.append("files (landlock)") }
        if !contains(.noNewPrivileges) { parts.append("privileges (no_new_privs)") }
        guard !parts.isEmpty else { return nil }
        return "this system cannot shut a process off from \(parts.joined(separator: ", ")); the "
            + "sandbox of the lab's Python, the limits of time and memory, and a process for each submission hold"
    }

    /// Locks this process down, for good; it must have one thread.
    /// - Parameters:
    ///   - readable: the folders that it may still read.
    ///   - forks: whether it may still fork itself.
    static func lockDown(readable: [String], forks: Bool = false) -> Containment {
        let names = readable.map { strdup($0) }
        defer { for name in names { free(name) } }
        let pointers = names.map { $0.map { UnsafePointer($0) } }
        return Containment(rawValue: ct_lock_down(pointers, Int32(pointers.count), forks))
    }
}
