import ArgumentParser
import Foundation
import Lessons

/// `cnnlab lessons`: what there is to learn, and how far one is.
struct LessonsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lessons", abstract: "List the lessons, with your progress.")

    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let (lessons, errors) = shippedLessons().load()
        for error in errors { printError(error.description) }
        let keeper = ProgressKeeper(warn: printError)
        let rows = lessons.map { lesson in
            ProgressRow(lesson, Record(keeper.events(lesson: lesson.id)))
        }
        if json {
            try printEncoded(rows)
            return
        }
        guard !rows.isEmpty else {
            print("No lessons are installed.")
            return
        }
        let width = rows.map(\.id.count).max() ?? 0
        for (row, lesson) in zip(rows, lessons) {
            let id = row.id.padding(toLength: width, withPad: " ", startingAt: 0)
            let minutes = lesson.minutes.map { ", \($0) min" } ?? ""
            print("\(id)  \(row.title)\(minutes)")
            print("\(String(repeating: " ", count: width))  \(row.summary)")
        }
    }
}

/// A lesson's progress, as it is printed.
struct ProgressRow: Encodable {
    struct Item: Encodable {
        var id: String
        var name: String
        var state: String
        var earned: Double
        var points: Double
        var step: Int
    }

    var id: String
    var title: String
    var state: String
    var step: Int
    var steps: Int
    var earned: Double
    var points: Double
    var items: [Item]

    init(_ lesson: Lesson, _ record: Record) {
        let score = lesson.score(record)
        id = lesson.id
        title = lesson.title
        state =
            score.isFinished ? "finished" : record.position == nil ? "not begun" : "begun"
        step = record.position.map { min($0.step + 1, lesson.steps.count) } ?? 0
        steps = lesson.steps.count
        earned = score.earned
        points = score.points
        items = score.items.map { item in
            Item(
                id: item.id, name: item.name, state: item.state.rawValue, earned: item.earned,
                points: item.points, step: item.step)
        }
    }

    /// `begun: step 3 of 9, 4 of 14 points`.
    var summary: String {
        let place = state == "begun" ? "step \(step) of \(steps), " : ""
        let total = "\(plainNumber(earned)) of \(pointsText(points))"
        return state == "not begun"
            ? "not begun, \(pointsText(points))" : "\(state): \(place)\(total)"
    }
}
