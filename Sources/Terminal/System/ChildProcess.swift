import Glibc

/// Another program that has the terminal until it ends.
enum ChildProcess {
    /// Runs a program and waits for it.
    ///
    /// - Returns: its exit status, or 127 if it could not be started.
    static func run(_ path: String, _ arguments: [String]) -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // This program ignores SIGPIPE, which a child would inherit.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        var list: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
        list.append(nil)
        defer { for entry in list { free(entry) } }
        var child = pid_t()
        guard posix_spawn(&child, path, nil, &attributes, list, environ) == 0 else { return 127 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
