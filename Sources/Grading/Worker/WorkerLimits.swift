import Glibc

/// The operating system's limits around the interpreter's own budgets: a worker sets them on itself
/// before it reads what a stranger wrote.
package struct WorkerLimits: Sendable {
    /// Seconds of processor time.
    package var cpuSeconds: UInt = 900
    /// Bytes of address space: the large stack, BLAS's buffers and the learner's memory budget.
    package var addressSpace: UInt = 8 << 30
    /// Bytes that may be written to any file: none.
    package var fileSize: UInt = 0

    package init() {}

    /// Sets the limits on this process, for good.
    ///
    /// - Throws: ``SubmissionError`` if the system refuses; nothing must be graded then.
    package func apply() throws {
        let limits: [(__rlimit_resource_t, UInt, String)] = [
            (__rlimit_resource_t(RLIMIT_CPU.rawValue), cpuSeconds, "processor time"),
            (__rlimit_resource_t(RLIMIT_AS.rawValue), addressSpace, "address space"),
            (__rlimit_resource_t(RLIMIT_FSIZE.rawValue), fileSize, "file size"),
            (__rlimit_resource_t(RLIMIT_CORE.rawValue), 0, "core files"),
        ]
        for (resource, value, name) in limits {
            var current = rlimit()
            getrlimit(resource, &current)
            let bounded = min(value, UInt(current.rlim_max))
            var limit = rlimit(rlim_cur: rlim_t(bounded), rlim_max: rlim_t(bounded))
            guard setrlimit(resource, &limit) == 0 else {
                throw SubmissionError(
                    file: "worker",
                    problem: "cannot limit its \(name): \(String(cString: strerror(errno)))")
            }
        }
        // A write beyond the limit must fail, not kill.
        signal(SIGXFSZ, SIG_IGN)
    }
}
