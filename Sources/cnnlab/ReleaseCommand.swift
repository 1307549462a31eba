import ArgumentParser
import Foundation
import Lessons

/// `cnnlab release`: the copy of a lesson that a class gets.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Write the hand-out of a lesson.",
        discussion: """
            The hand-out lacks solutions, known mistakes and hidden checks; the answers to questions are sealed by salted \
            hashes, numbers left out. The ending of FILE says what it is: .md, a lesson that also opens in Jupyter through \
            jupytext; .ipynb, a notebook with nbgrader's metadata; .py, a script in the percent format. Beside it goes \
            FILE.manifest.json, which is the instructor's.
            """)

    @Argument(help: "The lesson: an id or a file.") var lesson: String
    @Option(name: .shortAndLong, help: "The file to write; - writes Markdown to stdout.")
    var output: String
    @Option(help: "What answers are sealed with. Default: drawn at random; kept in the manifest.")
    var salt: String?
    @Flag(inversion: .prefixedNo, help: "Seal answers; without it they are left out.")
    var seal = true

    func run() throws {
        let ending = (output as NSString).pathExtension.lowercased()
        guard output == "-" || ["md", "ipynb", "py"].contains(ending) else {
            printError("--output takes a .md, .ipynb or .py file; \(output) was given")
            throw ExitCode(2)
        }
        let text: String
        let lesson: Lesson
        let source: LessonSource
        let salt: String?
        do {
            lesson = try requireLesson(self.lesson)
            source = try LessonSource(path: lesson.file)
            // The same salt for stdout each time would be none; there the answers are left out.
            salt = seal && output != "-" ? self.salt ?? Self.randomSalt() : nil
            let handOut = try HandOut.make(source, salt: salt)
            switch ending {
            case "ipynb": text = try HandOut.notebook(handOut)
            case "py": text = try HandOut.script(handOut)
            default: text = handOut
            }
        } catch let errors as LessonErrors {
            printError(errors.description)
            throw ExitCode(2)
        }
        guard output != "-" else {
            print(text, terminator: "")
            return
        }
        let manifest = HandOut.Manifest(
            lesson, lessonText: source.text, file: (output as NSString).lastPathComponent,
            text: text, salt: salt)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
            try (encoder.encode(manifest) + Data([10])).write(
                to: URL(fileURLWithPath: output + ".manifest.json"), options: .atomic)
        } catch {
            printError("\(output) cannot be written: \(error.localizedDescription)")
            throw ExitCode(1)
        }
    }

    private static func randomSalt() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(format: "%016lx", generator.next() as UInt64)
    }
}
