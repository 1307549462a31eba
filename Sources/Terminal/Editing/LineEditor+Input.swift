import CReadline
import Glibc

/// Where the keys come from: the terminal, or what was typed ahead.
extension LineEditor {
    /// Whether bytes wait to be read: a paste that the terminal does not mark, or keys typed ahead.
    func moreInputWaits(within milliseconds: Int32 = 0) -> Bool {
        if !typedAhead.isEmpty { return true }
        var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&entry, 1, milliseconds)
            if ready < 0, errno == EINTR { continue }
            return ready > 0 && entry.revents & Int16(POLLIN) != 0
        }
    }

    /// Waits, within one of readline's commands, for a byte; false if the reading is to end. Messages are dealt with
    /// after the command.
    func waitForInput() -> Bool {
        while !postponed.contains(where: { $0 == .interrupt || $0 == .terminate }) {
            if !typedAhead.isEmpty { return true }
            var entries = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&entries, 2, -1) > 0 else { continue }
            if entries[1].revents != 0 {
                while let message = signals.next() { postponed.append(message) }
            } else if entries[0].revents != 0 {
                return true
            }
        }
        return false
    }

    /// Reads a key for readline; -1 when the terminal is gone.
    func readKey() -> Int32 {
        while true {
            var byte: UInt8 = 0
            var count = 1
            isEarlierKey = false
            if typedAhead.isEmpty {
                count = Glibc.read(STDIN_FILENO, &byte, 1)
            } else {
                byte = typedAhead.removeFirst()
                isEarlierKey = typedEarlier > 0
                typedEarlier = max(0, typedEarlier - 1)
            }
            if count == 1 {
                if byte == interruptKey { postponed.append(.interrupt) }
                return Int32(byte)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno != EAGAIN { return -1 }
            var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            if poll(&entry, 1, 0) > 0, entry.revents & Int16(POLLHUP) != 0 { return -1 }
            // The key that was there is dropped, and the line will be: what waits for the key is given up.
            guard waitForInput() else { return Self.abortKey }
        }
    }

    /// Ctrl-G.
    private static let abortKey: Int32 = 7

    /// Takes what was typed behind the line that is to be run, before the terminal made a signal of Ctrl-C again.
    ///
    /// - Returns: whether Ctrl-C was among it; what came before that is dropped, as a terminal does.
    func takeTypedAhead() -> Bool {
        let count = typedAhead.count
        gatherKeys()
        // What was gathered only now may be of later than a Ctrl-C that has just made a signal.
        defer { typedEarlier = min(count, typedAhead.count) }
        guard let key = interruptKey, typedAhead.first == key else { return false }
        typedAhead.removeFirst()
        return true
    }

    /// Takes what waits at the terminal. What comes before Ctrl-C is dropped, as a terminal does, so that Ctrl-C need not
    /// wait for a long paste.
    func gatherKeys() {
        let count = ioctlWaitingBytes()
        guard count > 0 else { return }
        var chunk = [UInt8](repeating: 0, count: count)
        let got = chunk.withUnsafeMutableBytes {
            Glibc.read(STDIN_FILENO, $0.baseAddress, count)
        }
        if got > 0 { typedAhead += chunk[..<got] }
        guard let key = interruptKey, let last = typedAhead.lastIndex(of: key) else { return }
        typedAhead.removeSubrange(..<last)
        typedEarlier = max(0, typedEarlier - last)
    }

    /// Before Ctrl-C makes a signal again, which is for the cell. So was one that came since an Enter typed earlier.
    func forgetInterrupts() {
        guard !isEarlierKey, lab_is_prepared() != 0 else { return }
        signals.settleInterrupts()
        signals.forgetInterrupts()
        heardInterrupts = signals.interruptCount
    }

    /// Drops what was typed before a Ctrl-C that came while a cell ran. The terminal drops only what was not yet read.
    func dropInterruptedKeys() {
        let count = signals.interruptCount
        guard count != heardInterrupts else { return }
        heardInterrupts = count
        typedAhead.removeFirst(min(typedEarlier, typedAhead.count))
        typedEarlier = 0
    }

    /// How many bytes wait to be read.
    func waitingBytes() -> Int { typedAhead.count + ioctlWaitingBytes() }

    private func ioctlWaitingBytes() -> Int {
        var count: CInt = 0
        return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }
}
