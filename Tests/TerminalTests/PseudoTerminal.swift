import Glibc

/// A program at a pseudo-terminal, as a person has it in front of him.
final class PseudoTerminal {
    let process: pid_t
    private let descriptor: Int32
    /// Everything that the program has written.
    private(set) var screen: [UInt8] = []
    /// How much of it was read by `wait`.
    private var seen = 0
    private var isReaped = false

    /// The built program, found beside the test bundle; nil where it was not built.
    static let program: String? = {
        guard let bundle = CommandLine.arguments.first else { return nil }
        var folder = realPath(bundle)
        for _ in 0..<4 {
            folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
            let candidate = folder + "/cnnlab"
            if access(candidate, X_OK) == 0, !isFolder(candidate) { return candidate }
        }
        return nil
    }()

    private static func realPath(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    /// Starts the program with a terminal of its own.
    init?(
        _ arguments: [String], columns: UInt16 = 80, rows: UInt16 = 24, state: String,
        locale: String = "C.UTF-8"
    ) {
        guard let program = Self.program else { return nil }
        var main: Int32 = -1
        var other: Int32 = -1
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&main, &other, nil, nil, &size) == 0 else { return nil }
        defer { close(other) }
        guard let name = ttyname(other) else {
            close(main)
            return nil
        }
        let path = String(cString: name)
        for end in [main, other] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A new session whose first terminal becomes the controlling one.
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The test's thread may have signals blocked or ignored; a shell's child has neither.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID, _SETSIGMASK and _SETSIGDEF
        posix_spawnattr_setflags(&attributes, 0x80 | 0x08 | 0x04)
        let variables = [
            "TERM=xterm-256color", "NO_COLOR=1", "LANG=\(locale)", "HOME=\(state)",
            "XDG_STATE_HOME=\(state)", "PATH=/usr/bin:/bin",
        ]
        var list: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        list.append(nil)
        var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) }
        environment.append(nil)
        defer { for entry in list + environment { free(entry) } }
        var child = pid_t()
        guard posix_spawn(&child, program, &actions, &attributes, list, environment) == 0 else {
            close(main)
            return nil
        }
        process = child
        descriptor = main
    }

    deinit {
        if !isReaped {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        close(descriptor)
    }

    /// The last that the program has written, for a failing test's message.
    var tail: String { String(decoding: screen.suffix(1500), as: UTF8.self) }

    func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Types as a person does: a key, a pause, a key.
    func typeSlowly(_ text: String, pause: UInt32 = 12_000) {
        for character in text {
            type(String(character))
            usleep(pause)
            drain(milliseconds: 0)
        }
    }

    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    }

    /// Waits until a text appears after what was waited for before.
    ///
    /// - Returns: the text up to it, or nil when it does not come in time.
    @discardableResult
    func wait(for text: String, seconds: Double = 10) -> String? {
        let wanted = Array(text.utf8)
        let deadline = ContinuousClock.now + .seconds(seconds)
        repeat {
            if let end = find(wanted) {
                let found = String(decoding: screen[seen..<end], as: UTF8.self)
                seen = end
                return found
            }
        } while drain(milliseconds: 50) && ContinuousClock.now < deadline
        if let end = find(wanted) {
            let found = String(decoding: screen[seen..<end], as: UTF8.self)
            seen = end
            return found
        }
        return nil
    }

    private func find(_ wanted: [UInt8]) -> Int? {
        guard screen.count - seen >= wanted.count else { return nil }
        for start in seen...(screen.count - wanted.count)
        where screen[start..<(start + wanted.count)].elementsEqual(wanted) {
            return start + wanted.count
        }
        return nil
    }

    /// Reads until the program has written something and then nothing for a while: it waits for input.
    func settle(milliseconds: Int32 = 60) {
        var before = screen.count
        let deadline = ContinuousClock.now + .seconds(10)
        while screen.count == before, ContinuousClock.now < deadline {
            if !drain(milliseconds: milliseconds) { return }
        }
        repeat {
            before = screen.count
            if !drain(milliseconds: milliseconds) { return }
        } while screen.count != before && ContinuousClock.now < deadline
    }

    /// Reads what has come; false when the program has closed its end.
    @discardableResult
    func drain(milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, milliseconds) > 0 else { return true }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return false }
        screen += chunk[..<count]
        return true
    }

    /// Waits for the program's end: its exit status, 128 and the signal's number, or nil if it goes on.
    func exitStatus(seconds: Double = 5) -> Int32? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < deadline {
            drain(milliseconds: 20)
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                isReaped = true
                let signal = status & 0x7F
                return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
            }
        }
        return nil
    }

    /// Whether the terminal is as it was found: lines are edited and echoed by the system.
    var isCooked: Bool {
        var attributes = termios()
        guard tcgetattr(descriptor, &attributes) == 0 else { return false }
        let wanted = tcflag_t(ICANON | ECHO)
        return attributes.c_lflag & wanted == wanted
    }
}

/// A folder of its own for a test's state.
final class StateFolder {
    let path: String

    init() {
        var template = Array("/tmp/cnnlab-test-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    deinit {
        for name in ["/cnnlab/history", "/cnnlab/history.new", "/.inputrc"] { unlink(path + name) }
        rmdir(path + "/cnnlab")
        rmdir(path)
    }
}
