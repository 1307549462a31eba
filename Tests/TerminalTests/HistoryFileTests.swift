import Glibc
import Testing

import Terminal

@Suite("History file")
struct HistoryFileTests {
    private let path = "/tmp/cnnlab-history-\(getpid())-\(UInt32.random(in: 0 ... .max))"

    @Test("a cell of several lines is one entry and comes back as it was")
    func roundTrip() {
        defer { unlink(path) }
        let cells = ["x = 1", "class A:\n    s = '\\n'\n    t = 2", "y = \"日本\\\\\""]
        let file = HistoryFile(path: path)
        for cell in cells { file.append(cell) }
        #expect(HistoryFile(path: path).load() == cells)
        #expect(file.problem == nil)
    }

    @Test("a line cut short or damaged is left out, the others stay")
    func damage() throws {
        defer { unlink(path) }
        let file = HistoryFile(path: path)
        file.append("x = 1")
        let handle = open(path, O_WRONLY | O_APPEND)
        let rubbish: [UInt8] = [0, 1, 10, 0xFF, 0xFE, 10, 0x61, 0x5C]
        _ = rubbish.withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
        close(handle)
        #expect(HistoryFile(path: path).load() == ["x = 1"])
    }

    @Test("a place that cannot be written is said once and does no harm")
    func unwritable() {
        let file = HistoryFile(path: "/nonexistent/cnnlab/history")
        file.append("x = 1")
        file.append("y = 1")
        #expect(file.problem != nil)
        #expect(file.load().isEmpty)
    }

    @Test("a full disk is said and does no harm")
    func full() {
        let file = HistoryFile(path: "/dev/full")
        file.append("x = 1")
        #expect(file.problem != nil)
    }
}

@Suite("Output")
struct TerminalOutputTests {
    @Test("a full disk or a closed descriptor is remembered, not fatal")
    func failures() {
        let full = TerminalOutput(descriptor: open("/dev/full", O_WRONLY))
        full.write("text")
        full.flush()
        #expect(full.failure == ENOSPC)
        full.write("more")
        full.flush()
        let closed = TerminalOutput(descriptor: 9999)
        closed.write("text")
        closed.flush()
        #expect(closed.failure == EBADF)
    }
}
