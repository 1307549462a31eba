import ArgumentParser
import Foundation
import Lessons

/// `cnnlab release`: the copy of a lesson that a class gets.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Write the hand-out of a lesson.",
        discussion: """
            The hand-out lacks solutions, known mistakes, hidden checks and the answers to questions. \
            It is a lesson itself, and opens in Jupyter through jupytext.
            """)

    @Argument(help: "The lesson: an id or a file.") var lesson: String
    @Option(name: .shortAndLong, help: "The file to write; - writes to stdout.") var output: String

    func run() throws {
        let text: String
        do {
            text = try HandOut.make(try LessonSource(path: try requireLesson(lesson).file))
        } catch let errors as LessonErrors {
            printError(errors.description)
            throw ExitCode(2)
        }
        guard output != "-" else {
            print(text, terminator: "")
            return
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            printError("\(output) cannot be written: \(error.localizedDescription)")
            throw ExitCode(1)
        }
    }
}
