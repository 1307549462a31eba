import Foundation
import Lessons
import Testing

/// A writer process, which is this test program started once more, is killed with SIGKILL at random
/// moments. It says each event's number after the event is saved; what it has said must be on disk,
/// and beyond it at most the one event that was being written.
@Suite("Progress survives kill -9", .serialized)
struct KillTests {
    private static let variable = "CNNLAB_TEST_PROGRESS_WRITER"

    /// Not a test of its own: what the child runs.
    @Test("writer process", .enabled(if: ProcessInfo.processInfo.environment[variable] != nil))
    func writer() throws {
        let path = ProcessInfo.processInfo.environment[Self.variable] ?? ""
        let store = try ProgressStore(path: path)
        let first = try store.events(lesson: "x").count
        for number in first..<(first + 100_000) {
            try store.append(
                .ran(
                    source: String(repeating: "\(number) ", count: 50), role: .experiment,
                    exercise: "\(number)", outcome: .succeeded), lesson: "x")
            FileHandle.standardError.write(Data("saved \(number)\n".utf8))
        }
    }

    @Test("nothing but the event in flight is lost")
    func kill() throws {
        let directory = TemporaryDirectory()
        let path = directory.path + "/progress.sqlite"
        var random = SystemRandomNumberGenerator()
        for _ in 0..<15 {
            let lastSaved = try killWriter(path, after: .random(in: 0...0.03, using: &random))
            let store = try ProgressStore(path: path)
            #expect(store.isSound())
            let events = try store.events(lesson: "x")
            let numbers = events.map { event in
                if case .ran(_, _, let number?, _) = event { Int(number) ?? -1 } else { -1 }
            }
            #expect(numbers == Array(0..<numbers.count))
            #expect(numbers.count == lastSaved + 1 || numbers.count == lastSaved + 2)
        }
    }

    /// Starts a writer, waits for its first event and then `seconds`, kills it, and returns the last
    /// number it had said.
    private func killWriter(_ path: String, after seconds: Double) throws -> Int {
        let child = Process()
        child.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        child.arguments = ["--testing-library", "swift-testing", "--filter", "KillTests/writer"]
        child.environment = ProcessInfo.processInfo.environment.merging(
            [Self.variable: path], uniquingKeysWith: { $1 })
        child.standardOutput = FileHandle.nullDevice
        let pipe = Pipe()
        child.standardError = pipe
        try child.run()
        var said = Data()
        while !said.contains(UInt8(ascii: "\n")) || !said.starts(with: Data("saved".utf8)) {
            let more = pipe.fileHandleForReading.availableData
            try #require(
                !more.isEmpty, "the writer ended early: \(String(decoding: said, as: UTF8.self))")
            said.append(more)
            if let start = said.firstRange(of: Data("saved".utf8)) {
                said = Data(said[start.lowerBound...])
            }
        }
        Thread.sleep(forTimeInterval: seconds)
        Foundation.kill(child.processIdentifier, SIGKILL)
        said.append(pipe.fileHandleForReading.readDataToEndOfFile())
        child.waitUntilExit()
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
        let numbers = lines.compactMap { line in
            line.hasPrefix("saved ") ? Int(line.dropFirst(6)) : nil
        }
        return try #require(numbers.max())
    }
}
