import ArgumentParser
import Foundation
import Lessons

/// `cnnlab progress`: what has been earned, item by item; or forgetting it.
struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Show or reset your progress.")

    @Flag(help: "Print JSON.") var json = false
    @Option(help: "Forget the progress in this lesson.") var reset: String?

    func run() throws {
        do {
            let store = try ProgressStore()
            if let reset {
                try forget(reset, in: store)
            } else {
                try show(store)
            }
        } catch let failure as ProgressFailure {
            printError(failure.description)
            throw ExitCode(1)
        }
    }

    private func forget(_ name: String, in store: ProgressStore) throws {
        let known = try store.lessons()
        // The progress of a lesson that is no longer installed can be forgotten too.
        let id = known.contains(name) ? name : try requireLesson(name).id
        try store.reset(lesson: id)
        printError("The progress in \(id) is forgotten.")
    }

    private func show(_ store: ProgressStore) throws {
        let rows = try shippedLessons().load().lessons.map { lesson in
            ProgressRow(lesson, Record(try store.events(lesson: lesson.id)))
        }
        if json {
            try printEncoded(rows)
            return
        }
        for row in rows {
            print("\(row.title) (\(row.id)): \(row.summary)")
            for item in row.items where row.state != "not begun" {
                let points = "\(plainNumber(item.earned))/\(plainNumber(item.points))"
                let name = item.name.padding(
                    toLength: max(44, item.name.count), withPad: " ", startingAt: 0)
                print("  step \(item.step)  \(name)  \(points)  \(words(item.state))")
            }
        }
    }

    private func words(_ state: String) -> String {
        switch Score.State(rawValue: state) {
        case .solutionShown?: "solution shown"
        case .failed?: "not yet right"
        default: state
        }
    }
}
