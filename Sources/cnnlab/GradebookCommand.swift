import ArgumentParser
import Foundation
import Grading

/// `cnnlab gradebook`: the marks of a class, and what is set by hand.
struct GradebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gradebook",
        abstract: "Show and change the marks of a class.",
        discussion: """
            BOOK is the folder that 'cnnlab grade --output' wrote, or the gradebook in it. What is set \
            here counts before what was graded, and grading never changes it.
            """,
        subcommands: [List.self, Show.self, Set.self, Comment.self, Export.self, Import.self])

    struct Book: ParsableArguments {
        @Argument(help: "The folder of the gradebook.") var book: String
        @Option(help: "The lesson, where the gradebook has several.") var lesson: String?

        func open() throws -> (Gradebook, ClassResults) {
            let isFile = book.hasSuffix(".sqlite")
            let path =
                isFile ? book : (book as NSString).appendingPathComponent(Gradebook.fileName)
            let gradebook = try Gradebook(path: path, mustExist: true)
            let lessons = try gradebook.lessons()
            let found = lessons.filter { lesson == nil || $0.0.id == lesson }
            guard found.count == 1, let (outline, policy) = found.first else {
                let ids = lessons.map(\.0.id).joined(separator: ", ")
                printError("name one of the gradebook's lessons by --lesson: \(ids)")
                throw ExitCode(2)
            }
            return (gradebook, try ClassResults(outline, policy: policy, gradebook: gradebook))
        }

        /// Runs a command on the gradebook; what goes wrong is said, with status 4.
        func with(_ body: (Gradebook, ClassResults) throws -> Void) throws {
            do {
                let (gradebook, results) = try open()
                try body(gradebook, results)
            } catch let failure as GradebookFailure {
                printError("cnnlab gradebook: \(failure)")
                throw ExitCode(4)
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the students and scores.")
        @OptionGroup var book: Book
        @Flag(help: "Print JSON.") var json = false

        func run() throws {
            try book.with { _, results in
                if json {
                    print(results.json, terminator: "")
                    return
                }
                let width = results.students.map(\.id.count).max() ?? 0
                for student in results.students {
                    let id = student.id.padding(toLength: width, withPad: " ", startingAt: 0)
                    let score = student.score.map(markText) ?? student.status.rawValue
                    print("\(id)  \(score) of \(markText(student.points))  \(student.name)")
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one student's marks and how they came about.")
        @OptionGroup var book: Book
        @Option(help: "The student's id.") var student: String

        func run() throws {
            try book.with { gradebook, results in
                let entry = try find(student, in: results)
                print("\(entry.displayName): \(entry.status.rawValue)")
                for item in entry.items {
                    let earned = item.earned.map(markText) ?? "not graded"
                    let hand = item.isManual ? " (by hand)" : ""
                    print("  \(item.id): \(earned) of \(markText(item.points))\(hand)")
                    if let comment = item.comment { print("    \(comment)") }
                }
                if entry.daysLate > 0 { print("  late: \(entry.daysLate) days") }
                if let score = entry.score { print("  score: \(markText(score))") }
                if let comment = entry.comment { print("  \(comment)") }
                let formatter = ISO8601DateFormatter()
                for (grading, at) in try gradebook.history(
                    lesson: results.lesson.id, student: student)
                {
                    let earned = grading.report.earned.map(markText) ?? "could not be graded"
                    print("  \(formatter.string(from: at)): \(grading.file): \(earned)")
                }
            }
        }
    }

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set points by hand.",
            discussion: "Without --item the score as a whole is set, lateness included.")
        @OptionGroup var book: Book
        @Option(help: "The student's id.") var student: String
        @Option(help: "The exercise or question.") var item: String?
        @Option(help: "The points, or 'none' to let what was graded count again.")
        var points: String

        func run() throws {
            let value = Double(points)
            guard points == "none" || value.map({ $0.isFinite && $0 >= 0 && $0 <= 1e6 }) == true
            else {
                printError("--points takes a number from 0 on, or none; given: \(points)")
                throw ExitCode(2)
            }
            try book.with { gradebook, results in
                try change(gradebook, results, student, item, points: .set(value))
            }
        }
    }

    struct Comment: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say something to a student, of an exercise or the whole.")
        @OptionGroup var book: Book
        @Option(help: "The student's id.") var student: String
        @Option(help: "The exercise or question.") var item: String?
        @Option(help: "The text; an empty one takes the comment back.") var text: String

        func run() throws {
            try book.with { gradebook, results in
                try change(
                    gradebook, results, student, item, comment: .set(text.isEmpty ? nil : text))
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write tables, reports and feedback anew, or one of them.")
        @OptionGroup var book: Book
        @Option(name: .shortAndLong, help: "A folder for all of them.") var output: String?
        @Option(help: "One of csv, json, canvas, marks: print it.") var to: String?

        func run() throws {
            try book.with { gradebook, results in
                if let output {
                    let reports = try gradebook.latest(lesson: results.lesson.id).map(\.report)
                    do throws(OutputFolder.Failure) {
                        try OutputFolder(path: output).write(results, reports: reports)
                    } catch {
                        printError(error.description)
                        throw ExitCode(4)
                    }
                }
                switch to {
                case nil where output != nil: break
                case "csv", nil: print(results.csv, terminator: "")
                case "json": print(results.json, terminator: "")
                case "canvas": print(results.canvasCSV, terminator: "")
                case "marks":
                    try printEncoded(try gradebook.marks(lesson: results.lesson.id))
                case let other?:
                    printError("--to takes csv, json, canvas or marks; given: \(other)")
                    throw ExitCode(2)
                }
            }
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take manual marks from a file.",
            discussion: """
                A .csv file with the columns student, item, points, comment, or the JSON of 'export --to marks'. \
                All lines are taken or none.
                """)
        @OptionGroup var book: Book
        @Argument(help: "The file.") var file: String

        func run() throws {
            try book.with { gradebook, results in
                let marks: [ManualMark]
                do {
                    marks = try ManualMark.read(path: file, results: results)
                } catch {
                    printError("\(file): \(error)")
                    throw ExitCode(2)
                }
                try gradebook.set(marks)
                print("\(marks.count) marks were set.")
            }
        }
    }
}

private func find(_ id: String, in results: ClassResults) throws -> ClassResults.Student {
    guard let student = results.students.first(where: { $0.id == id }) else {
        printError("the gradebook has no student \(id)")
        throw ExitCode(2)
    }
    return student
}

private func change(
    _ gradebook: Gradebook, _ results: ClassResults, _ student: String, _ item: String?,
    points: Gradebook.Change<Double> = .keep, comment: Gradebook.Change<String> = .keep
) throws {
    _ = try find(student, in: results)
    if let item, results.lesson.item(item) == nil {
        let ids = results.lesson.items.map(\.id).joined(separator: ", ")
        printError("the lesson has no exercise or question \(item); known: \(ids)")
        throw ExitCode(2)
    }
    try gradebook.set(
        lesson: results.lesson.id, student: student, item: item ?? "", points: points,
        comment: comment)
    if case .set(let value?) = points {
        let most = item.flatMap { results.lesson.item($0)?.points } ?? results.lesson.points
        if value > most {
            let whole = item.map { "'\($0)'" } ?? "the lesson"
            printError(
                "note: \(markText(value)) points were set; \(whole) has \(markText(most))")
        }
    }
}
