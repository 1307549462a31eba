import Glibc
import Synchronization

/// The modes of the terminal on standard input: as they were found, and as they are while a cell runs.
package enum TerminalModes {
    private struct Saved: @unchecked Sendable {
        // A plain C structure, copied as a value.
        var attributes: termios
    }

    private static let found = Mutex<Saved?>(nil)

    /// Remembers the modes to go back to. Does nothing where there is no terminal.
    package static func remember() {
        var attributes = termios()
        guard tcgetattr(STDIN_FILENO, &attributes) == 0 else { return }
        found.withLock { $0 = Saved(attributes: attributes) }
    }

    /// The key that interrupts, Ctrl-C most often; nil where there is none.
    package static var interruptKey: UInt8? {
        guard let attributes = found.withLock({ $0 })?.attributes else { return nil }
        let key = withUnsafeBytes(of: attributes.c_cc) { $0[Int(VINTR)] }
        return key == 0 ? nil : key
    }

    /// Puts the terminal back as it was found.
    package static func restore() {
        guard var saved = found.withLock({ $0 })?.attributes else { return }
        tcsetattr(STDIN_FILENO, TCSANOW, &saved)
    }

    /// While a cell runs, what is typed ahead is kept for the prompt and not shown among the output;
    /// Ctrl-C still makes a signal.
    ///
    /// - Parameter waitsForKeys: whether a read waits for a key. Ctrl-C throws away what was typed before it, also between
    ///   the news that there is a key and the read of it, which would then wait with the signal unheard.
    package static func enterRunning(waitsForKeys: Bool = true) {
        guard var attributes = found.withLock({ $0 })?.attributes else { return }
        attributes.c_lflag &= ~tcflag_t(ICANON | ECHO)
        attributes.c_lflag |= tcflag_t(ISIG)
        withUnsafeMutableBytes(of: &attributes.c_cc) { control in
            control[Int(VMIN)] = waitsForKeys ? 1 : 0
            control[Int(VTIME)] = 0
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &attributes)
    }
}
