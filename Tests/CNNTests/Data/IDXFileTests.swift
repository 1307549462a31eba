import CNN
import Foundation
import Testing

@Suite("IDX files")
struct IDXFileTests {
    /// A folder that is gone after the test.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "cnnlab-idx-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    @Test("what is written is read back, plain and gzipped", arguments: [false, true])
    func roundTrip(gzip: Bool) throws {
        try withFolder { folder in
            let file = IDXFile(shape: [3, 2, 2], bytes: Array(0..<12))
            try write(file.encoded(gzip: gzip), folder + "/images")
            #expect(try IDXFile(path: folder + "/images") == file)
        }
    }

    @Test(
        "a wrong file is refused by name and reason",
        arguments: [
            ([], "the file is empty"),
            ([104, 101, 108, 108, 111], "not an IDX file"),
            ([0, 0, 13, 1, 0, 0, 0, 0], "32-bit float (13)"),
            ([0, 0, 8, 0], "has 0 dimensions"),
            ([0, 0, 8, 9, 1, 1, 1, 1], "has 9 dimensions"),
            ([0, 0, 8, 3, 0, 0], "ends inside its header: 16 bytes expected, 6 found"),
            (
                [0, 0, 8, 1, 0, 0, 0, 5, 1, 2],
                "promises 5 = 5 bytes, but 2 follow; the file is truncated"
            ),
            ([0, 0, 8, 1, 0, 0, 0, 1, 1, 2], "promises 1 = 1 bytes, but more follow"),
            (
                [0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
                "are the most"
            ),
            ([0x1f, 0x8b, 8, 0, 0, 0], "the gzip data ends too early"),
            ([0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], "the gzip data is damaged"),
        ] as [([UInt8], String)])
    func refusal(bytes: [UInt8], reason: String) throws {
        try withFolder { folder in
            let path = folder + "/file"
            try write(bytes, path)
            let error = try #require(throws: DataError.self) { try IDXFile(path: path) }
            #expect(error.path == path)
            #expect(error.problem.contains(reason), "\(error.problem)")
        }
    }

    @Test("every shortened gzip file is refused")
    func truncation() throws {
        let whole = try IDXFile(shape: [40], bytes: (0..<40).map { $0 &* 37 }).encoded(gzip: true)
        try withFolder { folder in
            for length in 0..<whole.count {
                try write(Array(whole[..<length]), folder + "/cut")
                #expect(throws: DataError.self) { try IDXFile(path: folder + "/cut") }
            }
        }
    }

    @Test("a packed file is unpacked no further than its header says")
    func bomb() throws {
        let zeros = [UInt8](repeating: 0, count: 4 << 20)
        let member = try IDXFile(shape: [zeros.count], bytes: zeros).encoded(gzip: true)
        try withFolder { folder in
            let path = folder + "/bomb"
            try write(Array(repeatElement(member, count: 10_000).joined()), path)
            let error = try #require(throws: DataError.self) { try IDXFile(path: path) }
            #expect(error.problem.contains("but more follow"), "\(error.problem)")
        }
    }

    @Test("a missing file, a folder and a device are told apart")
    func notAFile() throws {
        for (path, reason) in [
            ("/nowhere/at/all", "No such file"), ("/tmp", "is a folder"),
            ("/dev/zero", "not a regular file"),
        ] {
            let error = try #require(throws: DataError.self) { try IDXFile(path: path) }
            #expect(error.problem.contains(reason), "\(error.problem)")
        }
    }
}
