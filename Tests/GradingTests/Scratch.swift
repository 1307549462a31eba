import Foundation
import Grading

/// A folder that goes with the test.
final class Scratch {
    let path = NSTemporaryDirectory() + "cnnlab-grading-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ text: String, to name: String, at seconds: Double? = nil) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        if let seconds {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: file)
        }
        return file
    }
}

extension GradeReport {
    /// A report of one exercise `a` of 4 points.
    static func sample(_ earned: Double?, file: String = "w.py") -> GradeReport {
        var item = Item(
            id: "a", kind: .exercise,
            outcome: earned == nil ? .couldNotGrade : earned == 4 ? .pass : .fail, points: 4,
            earned: earned ?? 0)
        item.mistake = earned == 1 ? "the sum" : nil
        item.parts = [
            Part(
                name: "values", outcome: item.outcome, points: 4, earned: earned ?? 0,
                reason: earned == 4 ? nil : "it is <wrong> & so on", isHidden: nil)
        ]
        return GradeReport(submission: file, lesson: "lesson", items: [item])
    }
}
