import Foundation
import Lessons

extension ManualMark {
    package struct Refusal: Error, Sendable, CustomStringConvertible {
        package var description: String
    }

    /// Reads marks from CSV or JSON, each for a student and an item that are known.
    package static func read(path: String, results: ClassResults) throws(Refusal) -> [ManualMark] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Refusal(description: "cannot be read")
        }
        var marks: [ManualMark]
        if path.hasSuffix(".json") {
            do {
                marks = try JSONDecoder().decode([ManualMark].self, from: data)
            } catch {
                throw Refusal(description: "is no list of marks")
            }
        } else {
            guard let text = String(validating: data, as: UTF8.self) else {
                throw Refusal(description: "is not UTF-8 text")
            }
            marks = try fromCSV(text, lesson: results.lesson.id)
        }
        for mark in marks {
            guard mark.lesson == results.lesson.id else {
                throw Refusal(description: "a mark is of another lesson, \(mark.lesson)")
            }
            guard results.students.contains(where: { $0.id == mark.student }) else {
                throw Refusal(description: "the gradebook has no student \(mark.student)")
            }
            guard mark.item.isEmpty || results.lesson.item(mark.item) != nil else {
                throw Refusal(description: "the lesson has no exercise or question \(mark.item)")
            }
            if let points = mark.points, !(0...1e6).contains(points) {
                throw Refusal(description: "\(mark.student): points from 0 on are expected")
            }
        }
        return marks
    }

    private static func fromCSV(_ text: String, lesson: String) throws(Refusal) -> [ManualMark] {
        let records = Leaderboard.records(
            of: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
        let head = records.first?.map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? []
        guard let studentColumn = head.firstIndex(of: "student") else {
            throw Refusal(
                description:
                    "a first line with the columns student, item, points, comment is expected")
        }
        func field(_ name: String, _ record: [String]) -> String {
            guard let column = head.firstIndex(of: name), column < record.count else { return "" }
            return record[column]
        }
        var marks: [ManualMark] = []
        for (index, record) in records.enumerated().dropFirst() where studentColumn < record.count {
            let points = field("points", record).trimmingCharacters(in: .whitespaces)
            guard points.isEmpty || Double(points)?.isFinite == true else {
                throw Refusal(description: "line \(index + 1): a number is expected as points")
            }
            let comment = field("comment", record)
            marks.append(
                ManualMark(
                    student: record[studentColumn], lesson: lesson, item: field("item", record),
                    points: Double(points), comment: comment.isEmpty ? nil : comment))
        }
        return marks
    }
}

extension Gradebook {
    /// Sets marks, all or none; what a mark leaves out stays as it is.
    package func set(_ marks: [ManualMark]) throws(GradebookFailure) {
        try write { database in
            for mark in marks {
                try Self.set(
                    lesson: mark.lesson, student: mark.student, item: mark.item,
                    points: mark.points.map { .set($0) } ?? .keep,
                    comment: mark.comment.map { .set($0) } ?? .keep, at: Date(), in: database)
            }
        }
    }
}
