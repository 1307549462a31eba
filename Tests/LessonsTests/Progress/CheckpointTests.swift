import Foundation
import Lessons
import Testing

@Suite("Checkpoints")
struct CheckpointTests {
    private let folder = TemporaryDirectory()

    @Test("a checkpoint is read for the runs it stands for, and more after them")
    func fitting() {
        let file = CheckpointFile(lesson: "a/b", directory: folder.path + "/new")
        let image: [UInt8] = Array(0...255)
        #expect(file.write(image, after: ["a", "b"], madeBy: "p"))
        let found = file.read(for: ["a", "b", "c"], madeBy: "p")
        #expect(found?.runs == 2)
        #expect(found?.image == image)
        #expect(file.read(for: ["a"], madeBy: "p") == nil)
        #expect(file.read(for: ["a", "x", "c"], madeBy: "p") == nil)
        #expect(file.read(for: ["a", "b"], madeBy: "other") == nil)
        file.remove()
        #expect(file.read(for: ["a", "b"], madeBy: "p") == nil)
    }

    @Test("a file that is cut short or changed is passed over")
    func damaged() throws {
        let file = CheckpointFile(lesson: "l", directory: folder.path)
        #expect(file.write([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], after: ["a"], madeBy: "p"))
        let whole = try #require(FileManager.default.contents(atPath: file.path))
        for count in 0..<whole.count {
            try whole.prefix(count).write(to: URL(fileURLWithPath: file.path))
            #expect(file.read(for: ["a"], madeBy: "p") == nil)
            var changed = whole
            changed[count] ^= 1
            try changed.write(to: URL(fileURLWithPath: file.path))
            #expect(file.read(for: ["a"], madeBy: "p") == nil)
        }
    }

    @Test("where nothing can be written there is no checkpoint, and no file is left")
    func unwritable() {
        let file = CheckpointFile(lesson: "l", directory: "/proc/nowhere")
        #expect(!file.write([1], after: [], madeBy: "p"))
    }
}
