import Glibc

/// Writes to a file descriptor and never fails loudly: after an error (a closed pipe, a full disk) it
/// remembers the reason and drops what follows.
package final class TerminalOutput {
    package let descriptor: Int32
    package let isTerminal: Bool
    /// The system's error number of the first write that failed.
    package private(set) var failure: Int32?
    private var buffer: [UInt8] = []

    package init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
        buffer.reserveCapacity(1 << 12)
    }

    /// Writes text; on a pipe or a file it may be held back until `flush` or until much has gathered.
    package func write(_ text: String) {
        guard failure == nil else { return }
        buffer.append(contentsOf: text.utf8)
        if isTerminal || buffer.count >= 1 << 16 { flush() }
    }

    package func flush() {
        guard failure == nil, !buffer.isEmpty else { return }
        buffer.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count, failure == nil {
                let count = Glibc.write(
                    descriptor, bytes.baseAddress! + offset, bytes.count - offset)
                if count > 0 {
                    offset += count
                } else if errno == EAGAIN {
                    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&entry, 1, 1000)
                } else if errno != EINTR {
                    failure = errno
                }
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Takes note that nothing can be written any more, found out otherwise than by writing.
    func lose(to error: Int32) { if failure == nil { failure = error } }

    /// Columns of the terminal; `COLUMNS` or 80 where there is none.
    package var columns: Int { size.columns }

    /// A character's size in pixels, where the terminal says it.
    package var cellPixels: (width: Int, height: Int)? {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
            window.ws_row > 0
        else { return nil }
        let width = Int(window.ws_xpixel) / Int(window.ws_col)
        let height = Int(window.ws_ypixel) / Int(window.ws_row)
        return width > 0 && height > 0 ? (width, height) : nil
    }

    package var size: (columns: Int, rows: Int) {
        var window = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 {
            return (max(Int(window.ws_col), 10), max(Int(window.ws_row), 2))
        }
        if let text = getenv("COLUMNS"), let columns = Int(String(cString: text)), columns > 0 {
            return (min(max(columns, 10), 1000), 24)
        }
        return (80, 24)
    }
}
