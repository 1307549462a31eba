import ArgumentParser
import CNN
import Foundation
import Grading
import Lessons

/// `cnnlab gradescope`: the autograder of a lesson for Gradescope.
struct GradescopeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gradescope", abstract: "Make an autograder for Gradescope.",
        subcommands: [Bundle.self])

    struct Bundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the zip that Gradescope takes as an autograder.",
            discussion: """
                It holds the lesson, this program and the libraries that it needs, and downloads nothing. The system of the \
                course's image must have a C library as new as this machine's. The lesson in it is the \
                instructor's: Gradescope does not show it to students.
                """)

        @Argument(help: "The lesson: an id or a file.") var lesson: String
        @Option(name: .shortAndLong, help: "The file to write.") var output = "autograder.zip"

        func run() throws {
            let lesson = try readLesson(lesson)
            do {
                let bundle = try GradescopeBundle.make(
                    lesson: FileManager.default.contents(atPath: lesson.file) ?? Data(),
                    program: Installation.executablePath,
                    datasets: Installation.shippedFolder("datasets"))
                try bundle.write(to: URL(fileURLWithPath: output), options: .atomic)
                print("\(output): \(bundle.count >> 20) MB, \(lesson.id)")
            } catch let failure as GradescopeBundle.Failure {
                printError("cnnlab gradescope: \(failure)")
                throw ExitCode(1)
            } catch {
                printError("\(output) cannot be written: \(error.localizedDescription)")
                throw ExitCode(1)
            }
        }
    }
}
